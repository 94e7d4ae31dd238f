/** Sorts of what is told, as the map and the first screen tell them apart: of events, and what is counted of people. */
import type { Measure } from '../../src/model/claim.ts'
import type { PictureEvent } from '../../src/model/picture.ts'

/** Sorts of events the map tells apart. Speech has no place, so it is not among them. */
export type Sort = 'fight' | 'blast' | 'people' | 'other'
export const SORTS: Readonly<Record<Sort, string>> = {
  fight: 'fighting',
  blast: 'strikes and explosions',
  people: 'people and aid',
  other: 'other events',
}
/** The sort of each type of event; none for speech. */
export const SORT_OF: Partial<Record<PictureEvent['type'], Sort>> = {
  clash: 'fight',
  attack: 'fight',
  killing: 'fight',
  offensive: 'fight',
  capture: 'fight',
  loss: 'fight',
  uprising: 'fight',
  abduction: 'fight',
  human_shields: 'fight',
  surrender: 'fight',
  withdrawal: 'fight',
  deployment: 'fight',
  airstrike: 'blast',
  shelling: 'blast',
  bombing: 'blast',
  suicide_bombing: 'blast',
  arson: 'blast',
  damage: 'blast',
  displacement: 'people',
  evacuation: 'people',
  aid: 'people',
  shortage: 'people',
  protest: 'other',
  arrest: 'other',
  discovery: 'other',
  support: 'other',
}

/** What is done to people, the gravest first. */
export const PEOPLE: readonly Measure[] = [
  'killed',
  'casualties',
  'infected',
  'displaced',
  'trapped',
  'wounded',
  'missing',
  'in_need',
]
