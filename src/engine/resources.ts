/** Loads models/ and data/ from the package into `Resources`. The only place that knows where they lie. */
import { readFileSync } from 'node:fs'
import { parseMeasures } from '../knowledge/measures.ts'
import { parseNumberWords } from '../knowledge/numbers.ts'
import type { Resources } from '../knowledge/resources.ts'

/** Folder that holds data/ and models/. */
export const HOME = new URL('../../', import.meta.url)

/** Load what the stages need. */
export function loadResources(): Resources {
  return {
    version: 1,
    numbers: parseNumberWords(read('data/language/numbers.json')),
    measures: parseMeasures(read('data/measures/triggers.tsv'), read('data/measures/counted.tsv')),
  }
}

const read = (path: string): string => readFileSync(new URL(path, HOME), 'utf8')
