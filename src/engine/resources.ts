/** Loads models/ and data/ from the package into `Resources`. The only place that knows where they lie. */
import { readFileSync } from 'node:fs'
import { actorPack, properNames } from '../knowledge/actors.ts'
import { parseFigureModel } from '../knowledge/figure-model.ts'
import type { PlaceList } from '../knowledge/gazetteer.ts'
import { parseLandmarks } from '../knowledge/landmarks.ts'
import { parseMeasures } from '../knowledge/measures.ts'
import { parseNumberWords } from '../knowledge/numbers.ts'
import { reportingVerbs } from '../knowledge/reporting.ts'
import type { Resources } from '../knowledge/resources.ts'
import { speakerNouns } from '../knowledge/speakers.ts'
import { parseWhereModel } from '../knowledge/where-model.ts'
import { wordingWords } from '../knowledge/wording.ts'
import { nameLexicon } from '../language/lexicon.ts'
import { loadCodebook } from './codebook.ts'
import { HOME } from './home.ts'
import { loadEnglish } from './models.ts'
import { loadGazetteer, loadPlaceNames, loadPlaceWords } from './places.ts'

/** What a user may add to the package's own knowledge. */
export interface Own {
  /** Lists of places (own-places.ts), the most trusted first. */
  readonly places?: readonly PlaceList[]
}

/** Load what the stages need; the larger things when they are first asked for. */
export function loadResources({ places = [] }: Own = {}): Resources {
  const english = once(() => loadEnglish(HOME))
  const pack = once(() => loadCodebook(HOME))
  const gazetteer = once(() => loadGazetteer(HOME, places))
  const placeWords = once(() => loadPlaceWords(HOME))
  const figures = once(() => parseFigureModel(read('models/figures.json')))
  const where = once(() => parseWhereModel(read('models/where.json')))
  const landmarks = once(() => parseLandmarks(read('data/landmarks.tsv')))
  const actors = actorPack((file) => read(`data/actors/${file}.tsv`))
  return {
    get figures() {
      return figures()
    },
    get where() {
      return where()
    },
    get english() {
      return english()
    },
    known: nameLexicon([...properNames(actors), ...loadPlaceNames(HOME)]),
    numbers: parseNumberWords(read('data/language/numbers.json')),
    get codebook() {
      return pack().codebook
    },
    get cues() {
      return pack().cues
    },
    get codes() {
      return pack().codes
    },
    get claimModel() {
      return pack().claimModel
    },
    get whoModel() {
      return pack().whoModel
    },
    get gazetteer() {
      return gazetteer()
    },
    get placeWords() {
      return placeWords()
    },
    measures: parseMeasures(
      read('data/measures/triggers.tsv'),
      read('data/measures/counted.tsv'),
      read('data/measures/calamities.tsv'),
    ),
    actors,
    get landmarks() {
      return landmarks()
    },
    reporting: reportingVerbs(read('data/language/reporting-verbs.tsv')),
    wording: wordingWords(read('data/language/wording.tsv')),
    speakers: speakerNouns(read('data/language/speakers.tsv')),
  }
}

/** As `loadResources`, with everything loaded. */
export function loadAll(): Resources {
  const resources = loadResources()
  for (const name of Object.keys(resources) as (keyof Resources)[]) void resources[name]
  return resources
}

const read = (path: string): string => readFileSync(new URL(path, HOME), 'utf8')

/** Compute on the first call, remember for the rest. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}
