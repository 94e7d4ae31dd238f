/**
 * Claims: what the report says about the situation. Each kind has its own reader;
 * this file only lays their claims side by side, in text order.
 */
import type { Resources } from '../../knowledge/resources.ts'
import type { Claim } from '../../model/claim.ts'
import { byPosition } from '../../model/span.ts'
import type { Stage } from '../stage.ts'
import { markAgain } from './again.ts'
import { controlClaims } from './control.ts'
import { eventClaims } from './events.ts'
import { figureClaims } from './figures.ts'
import { worded } from './wording.ts'

export const claims: Stage<Resources, 'claims'> = {
  name: 'claims',
  needs: ['passages', 'sentences', 'tokens', 'names', 'numbers', 'times', 'places', 'actors', 'attributions'],
  gives: ['claims'],
  run(reading, resources) {
    const claims: Claim[] = [
      ...figureClaims(reading, resources),
      ...controlClaims(reading, resources),
      ...eventClaims(reading, resources),
    ]
    return { claims: worded({ ...reading, claims: markAgain(reading, claims.sort(byPosition)) }, resources) }
  },
}
