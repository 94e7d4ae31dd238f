/**
 * Arguments: who fills the roles that a frame names, best role first.
 *
 *     actor  subj by      target  obj on against
 *     "Jets of the coalition struck rebels in Tarin": actor subj = coalition, target obj = rebels
 *
 * Without a frame the roles of its part of speech are asked. Names come from `who.ts`.
 */
import type { Reading } from '../../model/reading.ts'
import { fill } from './clauses.ts'
import type { Scene } from './frames.ts'
import type { Told } from './told.ts'
import { type Who, who } from './who.ts'

/** An argument: who it is, the token its phrase is headed by, and in which role it stands. */
export interface Argument {
  readonly who: Who
  readonly token: number
  readonly role: string
}

const ACTOR = { verb: ['subj', 'by'], noun: ['by', 'poss', 'light', 'mod', 'of', 'from'] } as const
const TARGET = { verb: ['obj', 'on', 'against', 'at'], noun: ['on', 'against', 'hits', 'of', 'in'] } as const

/** Can the phrase be an actor? A thing known only by its words is none unless nothing else is there. */
const acts = ({ kind, basis }: Who): boolean => kind !== 'other' || (basis !== 'words' && basis !== 'definite')

/** The actor of a told claim, or null. */
export function actorOf(scene: Scene, told: Told, except: readonly number[] = []): Argument | null {
  const roles = told.frame ? told.frame.actor : ACTOR[partOf(scene, told)]
  return pick(scene, told, roles, (found) => acts(found), except)
}

/** The target of a told claim, or null. */
export function targetOf(scene: Scene, told: Told, except: readonly number[] = []): Argument | null {
  const roles = told.frame ? told.frame.target : TARGET[partOf(scene, told)]
  return pick(scene, told, roles, () => true, except)
}

/** The phrases that fill the roles, as tokens, in role order. */
export function phrasesOf(scene: Scene, told: Told, roles: readonly string[]): { token: number; role: string }[] {
  return roles.flatMap((role) => fill(scene.view, told.token, role).map((token) => ({ token, role })))
}

const partOf = ({ view }: Scene, { token }: Told): 'verb' | 'noun' =>
  view.tokens[token]!.upos === 'VERB' ? 'verb' : 'noun'

function pick(
  scene: Scene,
  told: Told,
  roles: readonly string[],
  good: (found: Who) => boolean,
  except: readonly number[],
): Argument | null {
  for (const role of roles) {
    const [token] = fill(scene.view, told.token, role)
    if (token === undefined || except.includes(token)) continue
    const found = named(scene.reading, token)
    if (found && good(found)) return { who: found, token, role }
  }
  return null
}

const named = (reading: Reading, token: number): Who | null => who(reading, token)
