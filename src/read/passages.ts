/** Passages: splits a report into parts with a role each. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const passages: Stage<Resources, 'passages'> = {
  name: 'passages',
  needs: [],
  gives: ['passages'],
  run: () => ({ passages: [] }),
}
