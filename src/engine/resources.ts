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
import { once } from './once.ts'
import { loadGazetteer, loadPlaceNames, loadPlaceWords } from './places.ts'

/** What a user may add to the package's own knowledge. */
export interface Own {
  /** Lists of places (own-places.ts), the most trusted first. */
  readonly places?: readonly PlaceList[]
}

/** Load what the stages need, each when it is first asked for. */
export function loadResources({ places = [] }: Own = {}): Resources {
  const actors = once(() => actorPack((file) => read(`data/actors/${file}.tsv`)))
  const pack = once(() => loadCodebook(HOME))
  return lazy<Resources>({
    english: () => loadEnglish(HOME),
    known: () => nameLexicon([...properNames(actors()), ...loadPlaceNames(HOME)]),
    numbers: () => parseNumberWords(read('data/language/numbers.json')),
    measures: () =>
      parseMeasures(
        read('data/measures/triggers.tsv'),
        read('data/measures/counted.tsv'),
        read('data/measures/calamities.tsv'),
      ),
    figures: () => parseFigureModel(read('models/figures.json')),
    where: () => parseWhereModel(read('models/where.json')),
    gazetteer: () => loadGazetteer(HOME, places),
    placeWords: () => loadPlaceWords(HOME),
    actors,
    reporting: () => reportingVerbs(read('data/language/reporting-verbs.tsv')),
    speakers: () => speakerNouns(read('data/language/speakers.tsv')),
    wording: () => wordingWords(read('data/language/wording.tsv')),
    landmarks: () => parseLandmarks(read('data/landmarks.tsv')),
    codebook: () => pack().codebook,
    cues: () => pack().cues,
    codes: () => pack().codes,
    claimModel: () => pack().claimModel,
    whoModel: () => pack().whoModel,
  })
}

/** As `loadResources`, with the places of the user's own files where there are any. Throws `UserError` as `readOwnPlaces` does. */
export const resourcesFor = async (files: readonly string[]): Promise<Resources> =>
  files.length > 0 ? (await import('./own-places.ts')).resourcesWith(files) : loadResources()

/** As `loadResources`, with everything loaded. */
export function loadAll(): Resources {
  const resources = loadResources()
  for (const name of Object.keys(resources) as (keyof Resources)[]) void resources[name]
  return resources
}

const read = (path: string): string => readFileSync(new URL(path, HOME), 'utf8')

/** An object whose fields are each computed when first asked for, and then remembered. */
function lazy<T extends object>(fields: { readonly [K in keyof T]: () => T[K] }): T {
  const object = {}
  for (const [name, compute] of Object.entries<() => unknown>(fields))
    Object.defineProperty(object, name, { enumerable: true, get: once(compute) })
  return object as T
}
