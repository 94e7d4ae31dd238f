/**
 * Frames: where the words of the codebook stand in a report, and whether what they need is there.
 *
 *     Rebels severed the road to Tarin.
 *            ^^^^^^^ cut: needs obj:road ─▶ "road" is of class road ─▶ a match
 *
 * Matches over the parse and over plain words. It knows no verb, and does not decide
 * that a match is a claim: `weigh.ts` does, and modality, place and time are others' work.
 */
import type { Codebook, Frame, Need, Trigger } from '../../knowledge/codebook.ts'
import type { ActorKind } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/text.ts'
import { type Clauses, clausesOf, dependents, fill } from './clauses.ts'

/** A frame whose trigger stands at `head` and whose needs are met. */
export interface Match {
  readonly frame: Frame
  readonly head: number
  /** First and last token of the trigger words. */
  readonly first: number
  readonly last: number
}

/** A report as frames see it: its clauses, and what its words name. */
export interface Scene {
  readonly reading: Reading
  readonly view: Clauses
  /** Index of the actor, place and number mention whose words the token belongs to, or -1. */
  readonly actor: Int32Array
  readonly place: Int32Array
  readonly number: Int32Array
}

const KINDS: Readonly<Record<ActorKind, readonly string[]>> = {
  'state-force': ['actor', 'force', 'state'],
  'armed-group': ['actor', 'force', 'group'],
  government: ['actor', 'government'],
  agency: ['actor'],
  civilians: ['actor', 'civilians'],
  media: ['actor'],
  person: ['actor', 'person'],
  country: ['actor', 'government'],
  other: ['actor'],
}

/** Put mentions beside the tokens they cover. */
export function sceneOf(reading: Reading): Scene {
  const { tokens } = reading
  const beside = (mentions: readonly { readonly start: number; readonly end: number }[]): Int32Array => {
    const at = new Int32Array(tokens.length).fill(-1)
    let from = 0
    for (const [index, { start, end }] of mentions.entries()) {
      while (from > 0 && tokens[from]!.start > start) from--
      while (from < tokens.length && tokens[from]!.end <= start) from++
      for (let i = from; i < tokens.length && tokens[i]!.start < end; i++) at[i] = index
    }
    return at
  }
  return {
    reading,
    view: clausesOf(tokens),
    actor: beside(reading.actors),
    place: beside(reading.places),
    number: beside(reading.numbers),
  }
}

/** Every match in the report, in text order. */
export function matchFrames(scene: Scene, codebook: Codebook): Match[] {
  const { tokens } = scene.view
  const found: Match[] = []
  for (let i = 0; i < tokens.length; i++) {
    const candidates = codebook.byHead.get(lower(tokens[i]!)) ?? byForm(codebook, tokens[i]!)
    if (!candidates) continue
    const mine: Match[] = []
    for (const { frame, trigger } of candidates) {
      if (mine.some((match) => match.frame === frame)) continue
      const words = standsAt(scene.view, i, trigger)
      if (!words || !frame.needs.every((need) => meets(scene, codebook, i, need))) continue
      mine.push({ frame, head: i, first: words.first, last: words.last })
    }
    found.push(...mine)
  }
  return found
}

/** Frames by what the form may come from, where its lemma heads none: a lemma can be wrong ("shelled" as "shel"). */
function byForm({ byHead }: Codebook, { text, upos }: Token): ReturnType<Codebook['byHead']['get']> {
  if (upos !== 'VERB' || text.length < 5) return undefined
  const form = text.toLowerCase()
  for (const [past, present] of PASTS) {
    const found = form.endsWith(past) ? byHead.get(form.slice(0, -past.length) + present) : undefined
    if (found) return found
  }
  const stem = form.replace(/(ed|ing)$/, '')
  if (stem === form) return undefined
  for (const base of [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')]) {
    const found = byHead.get(base)
    if (found) return found
  }
  return undefined
}

/** Pasts that the tagger takes for presents, which their lemmas then are: "retook", "overran". */
const PASTS: readonly (readonly [string, string])[] = [
  ['took', 'take'], ['taken', 'take'], ['ran', 'run'], ['drew', 'draw'], ['drove', 'drive'], ['held', 'hold'],
  ['fell', 'fall'], ['won', 'win'], ['swept', 'sweep'], ['broke', 'break'], ['left', 'leave'], ['lost', 'lose'],
] // biome-ignore format: a table

const lower = ({ lemma }: Token): string => lemma.toLowerCase()

const FITS: Readonly<Record<Trigger['pos'], ReadonlySet<string>>> = {
  v: new Set(['VERB']),
  n: new Set(['NOUN', 'PROPN']),
  a: new Set(['ADJ', 'VERB', 'AUX', 'ADV']),
}

/** Do the trigger's words stand with their head at `at`? Hyphens between them do not count. */
function standsAt(
  { tokens, children }: Clauses,
  at: number,
  { lemmas, pos }: Trigger,
): { first: number; last: number } | null {
  const token = tokens[at]!
  // A noun made of a verb ("the shelling") and a verb read as a noun ("shelling resumed") are the same word here.
  if (!FITS[pos].has(token.upos) && !(pos === 'n' && token.xpos === 'VBG')) return null
  if (lemmas.length === 1) return { first: at, last: at }
  if (pos === 'v') {
    let last = at
    for (const word of lemmas.slice(1)) {
      const next =
        after(tokens, last, word) ??
        children[at]!.find((child) => child > at && child - at < 6 && lower(tokens[child]!) === word)
      if (next === undefined) return null
      last = Math.max(last, next)
    }
    return { first: at, last }
  }
  let first = at
  for (const word of lemmas.slice(0, -1).reverse()) {
    const next = before(tokens, first, word)
    if (next === undefined) return null
    first = next
  }
  return { first, last: at }
}

function after(tokens: readonly Token[], at: number, word: string): number | undefined {
  const next = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
  return tokens[next] && lower(tokens[next]) === word ? next : undefined
}

function before(tokens: readonly Token[], at: number, word: string): number | undefined {
  const next = tokens[at - 1]?.text === '-' ? at - 2 : at - 1
  return tokens[next] && (lower(tokens[next]) === word || tokens[next].text.toLowerCase() === word) ? next : undefined
}

function meets(scene: Scene, codebook: Codebook, at: number, { not, role, classes }: Need): boolean {
  const { view } = scene
  if (role === 'near') return not !== nearby(scene, codebook, at, classes)
  if (role === 'around') return not !== anywhere(scene, codebook, at, classes)
  const fillers = fill(view, at, role)
  const met = classes.length ? fillers.some((token) => isOf(scene, codebook, token, classes)) : fillers.length > 0
  return not !== met
}

/** Is some word of the clause, the trigger's own words apart, of one of the classes? */
function nearby(scene: Scene, codebook: Codebook, at: number, classes: readonly string[]): boolean {
  const { clause, first, last } = scene.view
  const home = clause[at]!
  for (let i = Math.max(first[home]!, at - 25); i <= Math.min(last[home]!, at + 25); i++)
    if (i !== at && clause[i] === home && isOf(scene, codebook, i, classes)) return true
  return false
}

/** Is some other word of the sentence of one of the classes? */
function anywhere(scene: Scene, codebook: Codebook, at: number, classes: readonly string[]): boolean {
  const { tokens } = scene.view
  const { sentence } = tokens[at]!
  const is = (i: number): boolean => i !== at && isOf(scene, codebook, i, classes)
  for (let i = at - 1; i >= 0 && tokens[i]!.sentence === sentence; i--) if (is(i)) return true
  for (let i = at + 1; i < tokens.length && tokens[i]!.sentence === sentence; i++) if (is(i)) return true
  return false
}

/** Is the word (or what it names, or what it is one of: "a group of fighters") of one of the classes? */
function isOf(scene: Scene, codebook: Codebook, token: number, classes: readonly string[]): boolean {
  const { tokens } = scene.view
  const words = codebook.classes.get(lower(tokens[token]!))
  if (words?.some((name) => classes.includes(name))) return true
  if (readClasses(scene, token).some((name) => classes.includes(name))) return true
  if (!words?.includes('partitive')) return false
  return dependents(scene.view, token, 'nmod').some((child) => isOf(scene, codebook, child, classes))
}

function readClasses({ reading, actor, place, number }: Scene, token: number): readonly string[] {
  const names: string[] = []
  if (place[token]! >= 0) names.push('place', 'area')
  if (number[token]! >= 0) names.push('number')
  if (actor[token]! >= 0) names.push(...KINDS[reading.actors[actor[token]!]!.kind])
  return names
}
