import type { Gazetteer } from './gazetteer.ts'
import type { Measures } from './measures.ts'
import type { NumberLexicon } from './numbers.ts'
import type { PlaceWords } from './places.ts'

/**
 * Everything the stages need to know besides the report: trained models and
 * knowledge packs, already loaded and validated. The engine loads them
 * (`engine/resources.ts`); the pure layers only receive them.
 */
export interface Resources {
  /** Grows by one readonly field a pack or model. */
  readonly version: 1
  readonly numbers: NumberLexicon
  readonly measures: Measures
  readonly gazetteer: Gazetteer
  readonly placeWords: PlaceWords
}
