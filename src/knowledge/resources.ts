/**
 * Everything the stages need to know besides the report: trained models and
 * knowledge packs, already loaded and validated. The engine loads them
 * (`engine/resources.ts`); the pure layers only receive them.
 */
import type { English } from '../language/english.ts'
import type { NameLexicon } from '../language/lexicon.ts'
import type { ActorPack } from './actors.ts'
import type { ClaimModel } from './claim-model.ts'
import type { Codebook } from './codebook.ts'
import type { Codes } from './codes.ts'
import type { Cues } from './cues.ts'
import type { FigureModel } from './figure-model.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Landmark } from './landmarks.ts'
import type { Measures } from './measures.ts'
import type { NumberLexicon } from './numbers.ts'
import type { PlaceWords } from './places.ts'
import type { ReportingVerb } from './reporting.ts'
import type { SpeakerKind } from './speakers.ts'
import type { WhereModel } from './where-model.ts'
import type { WhoModel } from './who-model.ts'
import type { WordingWords } from './wording.ts'

/** One readonly field a pack or model. */
export interface Resources {
  /** The trained models of English. */
  readonly english: English
  /** Names known beforehand (actors, places), tagged as names before parsing. */
  readonly known: NameLexicon
  readonly numbers: NumberLexicon
  readonly measures: Measures
  /** Weights that choose the measure of a number. */
  readonly figures: FigureModel
  /** Weights that choose the place of a claim. */
  readonly where: WhereModel
  readonly gazetteer: Gazetteer
  /** Names of peoples, abbreviations, and words around names of places. */
  readonly placeWords: PlaceWords
  /** data/actors: aliases, countries, head nouns, titles. */
  readonly actors: ActorPack
  /** data/language/reporting-verbs.tsv, by lemma. */
  readonly reporting: ReadonlyMap<string, ReportingVerb>
  /** data/language/speakers.tsv, by lemma. */
  readonly speakers: ReadonlyMap<string, SpeakerKind>
  /** data/language/wording.tsv: words that say how a claim is meant. */
  readonly wording: WordingWords
  /** data/landmarks.tsv: days that reports count from. */
  readonly landmarks: readonly Landmark[]
  /** Frames and word classes, cues of modality, codes of short reports, and the weights that weigh frames. */
  readonly codebook: Codebook
  readonly cues: Cues
  readonly codes: Codes
  readonly claimModel: ClaimModel
  /** Weights that choose actors and targets; null before there are any: then the roles of the frames decide. */
  readonly whoModel: WhoModel | null
}
