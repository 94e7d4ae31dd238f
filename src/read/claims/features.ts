/**
 * What the weighing of claims looks at: one candidate word, its arguments, its clause and its sentence,
 * as 32-bit hashes for a linear model.
 *
 *     Rebels severed the road to Tarin.
 *            ^ candidate: lemma sever · obj road, class road · subj force · frame "cut" matches ...
 *
 * Frames come in twice, by their own id and by what they give, so that a line an analyst adds
 * tomorrow weighs as much as the lines of its kind have proved to be worth.
 */
import type { Codebook } from '../../knowledge/codebook.ts'
import { hash } from '../../language/features.ts'
import type { Words } from '../../language/words.ts'
import { dependents, fill, isPassive, preposition } from './clauses.ts'
import type { Match, Scene } from './frames.ts'
import type { Cue } from './modality.ts'

/** A word that may tell of something, with its features. */
export interface Candidate {
  readonly token: number
  readonly matches: readonly Match[]
  readonly features: Int32Array
}

/** A sentence with its candidates; `bag` is shared by all of them. */
export interface Stretch {
  readonly sentence: number
  readonly bag: Int32Array
  readonly candidates: readonly Candidate[]
}

const seeds = new Map<string, number>()
/** Number of a feature's name, hashed once. */
function seed(name: string): number {
  let value = seeds.get(name)
  if (value === undefined) seeds.set(name, (value = hash(name)))
  return value
}

/** Hash of a feature: its name and up to three values. */
function mix(name: string, a: number, b = 0, c = 0): number {
  let h = seed(name) + Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return h ^ (h >>> 13)
}

const CONTENT = new Set(['NOUN', 'VERB', 'ADJ', 'PROPN'])

/** Could the word be a trigger? Verbs and nouns; adjectives and names only where the codebook has them. */
const mayTrigger = (upos: string, matched: boolean): boolean => upos === 'VERB' || upos === 'NOUN' || matched

/** The claim a frame gives, as a class name of the model: "airstrike", "control:held". */
export const gives = ({ frame }: Match): string =>
  frame.claim.kind === 'event' ? frame.claim.type : `control:${frame.claim.status}`

/** Candidates of the sentences, with features. `cuesAt` gives the modality cues of a token. */
export function stretches(
  scene: Scene,
  matches: readonly Match[],
  sentences: readonly number[],
  words: Words,
  codebook: Codebook,
  cuesAt: (token: number) => readonly Cue[],
): Stretch[] {
  const { reading, view } = scene
  const { tokens } = view
  const n = tokens.length
  const lemma = new Int32Array(n)
  const group = new Int32Array(n)
  const middle = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!
    const text = token.lemma.toLowerCase()
    lemma[i] = named(scene, i) ?? hash(text)
    const word = words(text)
    group[i] = word.large
    middle[i] = word.middle
  }
  const matched = new Map<number, Match[]>()
  for (const match of matches) {
    const list = matched.get(match.head)
    if (list) list.push(match)
    else matched.set(match.head, [match])
  }
  const kinds = (token: number): string => kindsOf(scene, codebook, token)
  const quoted = insideContent(scene)
  return sentences.map((index) => {
    const sentence = reading.sentences[index]!
    const role = reading.passages[sentence.passage]!.role
    const bag: number[] = []
    for (let i = sentence.first; i < sentence.last; i++) {
      if (!CONTENT.has(tokens[i]!.upos)) continue
      bag.push(mix('bag', lemma[i]!))
      if (group[i]) bag.push(mix('bag group', group[i]!))
      for (const match of matched.get(i) ?? []) bag.push(mix('bag frame', seed(gives(match))))
    }
    const size = Math.min(5, Math.floor((sentence.last - sentence.first) / 8))
    bag.push(mix('role', seed(role)), mix('size', size), mix('place in report', Math.min(index, 4)))
    const candidates: Candidate[] = []
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i]!
      const mine = matched.get(i) ?? []
      if (!mayTrigger(token.upos, mine.length > 0)) continue
      const f: number[] = []
      const pos = seed(token.upos)
      const L = lemma[i]!
      const G = group[i]!
      f.push(mix('pos', pos), mix('tag', seed(token.xpos)), mix('lemma', L), mix('lemma pos', L, pos), mix('group', G, pos), mix('middle', middle[i]!, pos))
      const suffix = token.lemma.toLowerCase()
      if (suffix.length > 5) f.push(mix('suffix', hash(suffix.slice(-3)), pos))
      const relation = seed(token.deprel)
      f.push(mix('deprel', relation, pos), mix('lemma deprel', L, relation), mix('group deprel', G, relation))
      f.push(mix('role pos', seed(role), pos))
      // The words around it.
      const before = i > sentence.first ? lemma[i - 1]! : 1
      const next = i + 1 < sentence.last ? lemma[i + 1]! : 2
      f.push(mix('before', before), mix('next', next), mix('before lemma', before, L), mix('lemma next', L, next))
      if (i > sentence.first) f.push(mix('before group', group[i - 1]!, G))
      if (i + 1 < sentence.last) f.push(mix('next group', group[i + 1]!, G))
      // What hangs on it, and what it hangs on.
      for (const child of view.children[i]!) {
        const dep = tokens[child]!
        if (dep.upos === 'PUNCT' || dep.deprel === 'det') continue
        const r = seed(dep.deprel)
        f.push(mix('child', r), mix('child lemma', r, lemma[child]!), mix('lemma child', L, r))
        if (group[child]) f.push(mix('child group', r, group[child]!, G))
      }
      if (token.head >= 0) {
        const up = token.head
        f.push(mix('head', relation, lemma[up]!), mix('head group', relation, group[up]!), mix('head lemma', lemma[up]!, L), mix('heads', group[up]!, G, relation))
        for (const match of matched.get(up) ?? []) f.push(mix('head frame', seed(gives(match)), relation))
      } else f.push(mix('root', pos))
      // Logical arguments and what they are.
      const argument = (name: string, token: number): void => {
        const k = seed(kinds(token))
        f.push(mix(`${name} kind`, k, pos), mix(`${name} kind group`, k, G), mix(`${name} kind lemma`, k, L))
        f.push(mix(name, lemma[token]!), mix(`${name} group`, group[token]!), mix(`${name} groups`, group[token]!, G))
        f.push(mix(`${name} lemma`, lemma[token]!, L))
        for (const match of matched.get(token) ?? []) f.push(mix(`${name} frame`, seed(gives(match)), G), mix(`${name} frames`, seed(gives(match))))
      }
      const subjects = token.upos === 'VERB' ? fill(view, i, 'subj') : fill(view, i, 'light')
      for (const s of subjects.slice(0, 2)) argument('subj', s)
      if (token.upos === 'VERB') for (const o of fill(view, i, 'obj').slice(0, 2)) argument('obj', o)
      for (const phrase of dependents(view, i, 'obl', 'nmod')) {
        const p = hash(preposition(view, phrase))
        const k = seed(kinds(phrase))
        f.push(mix('prep', p, L), mix('prep kind', p, k, G), mix('prep kinds', p, k), mix('prep group', p, group[phrase]!, G))
      }
      f.push(mix('frame of args', Number(subjects.length > 0), Number(isPassive(view, i)), pos))
      // The codebook's votes.
      if (!mine.length) f.push(mix('no frame', pos))
      for (const match of mine) {
        const g = seed(gives(match))
        f.push(mix('frame', seed(match.frame.id)), mix('vote', g), mix('vote pos', g, pos), mix('vote deprel', g, relation))
        f.push(mix('vote alone', g, Math.min(mine.length, 3)), mix('vote role', g, seed(role)))
        f.push(mix('vote subj', g, subjects.length ? seed(kinds(subjects[0]!)) : 0))
      }
      // Other votes in the same clause, nearer ones twice.
      const home = view.clause[i]!
      for (let j = Math.max(view.first[home]!, i - 12); j <= Math.min(view.last[home]!, i + 12); j++) {
        if (j === i || view.clause[j] !== home) continue
        for (const match of matched.get(j) ?? []) {
          const g = seed(gives(match))
          f.push(mix('clause vote', g, Number(mine.length > 0)), mix('clause votes', g, G))
          for (const own of mine) f.push(mix('vote vote', g, seed(gives(own))))
        }
        if (CONTENT.has(tokens[j]!.upos)) f.push(mix('clause word', lemma[j]!), mix('clause group', group[j]!))
      }
      // How it is said.
      for (const { sense, scope } of cuesAt(i)) f.push(mix('cue', seed(sense), seed(scope)), mix('cue lemma', seed(sense), L))
      f.push(mix('quoted', quoted[i]!, pos))
      candidates.push({ token: i, matches: mine, features: Int32Array.from(f) })
    }
    return { sentence: index, bag: Int32Array.from(bag), candidates }
  })
}

/** Names stand for what they name: a model that knows Tarin would not know the next war. */
function named({ actor, place, reading, view }: Scene, i: number): number | null {
  const { upos } = view.tokens[i]!
  if (place[i]! >= 0 && upos === 'PROPN') return seed(`<place ${reading.places[place[i]!]!.kind}>`)
  if (actor[i]! >= 0 && upos === 'PROPN') return seed(`<${reading.actors[actor[i]!]!.kind}>`)
  return upos === 'PROPN' ? seed('<name>') : upos === 'NUM' ? seed('<number>') : null
}

/** Classes a word is in, as one name. */
function kindsOf({ reading, actor, place }: Scene, codebook: Codebook, token: number): string {
  if (actor[token]! >= 0) return reading.actors[actor[token]!]!.kind
  if (place[token]! >= 0) return 'place'
  const { lemma, upos } = reading.tokens[token]!
  return codebook.classes.get(lemma.toLowerCase())?.[0] ?? (upos === 'PROPN' || upos === 'PRON' ? upos : '')
}

/** 1 inside what somebody is reported to say in their own words, 2 otherwise reported, 0 elsewhere. */
function insideContent({ reading, view }: Scene): Uint8Array {
  const inside = new Uint8Array(view.tokens.length)
  for (const { content, type } of reading.attributions)
    for (const { start, end } of content) {
      let low = 0
      let high = view.tokens.length
      while (low < high) {
        const mid = (low + high) >> 1
        if (view.tokens[mid]!.end <= start) low = mid + 1
        else high = mid
      }
      for (let i = low; i < view.tokens.length && view.tokens[i]!.start < end; i++) inside[i] = type === 'direct' ? 1 : 2
    }
  return inside
}
