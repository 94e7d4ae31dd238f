/** The stages of reading, in order. Each one's file says what it does; this one only says which and when. */
import type { Resources } from '../knowledge/resources.ts'
import { actors } from './actors.ts'
import { attributions } from './attributions.ts'
import { claims } from './claims/index.ts'
import { code } from './code.ts'
import { names } from './names.ts'
import { numbers } from './numbers.ts'
import { parse } from './parse.ts'
import { passages } from './passages.ts'
import { places } from './places.ts'
import type { AnyStage } from './stage.ts'
import { times } from './times.ts'

export const STAGES: readonly AnyStage<Resources>[] = [
  passages,
  parse,
  names,
  numbers,
  times,
  places,
  actors,
  attributions,
  claims,
  code,
]
