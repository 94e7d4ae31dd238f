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
import { clustersOf } from './clusters.ts'
import { combined, seed } from './facts.ts'
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

/** The names of the facts, hashed when the module is read. */
const FACT = {
  role: hash('role'), size: hash('size'), early: hash('early'), bagFrame: hash('bag frame'), bagGroup: hash('bag group'),
  pos: hash('pos'), tag: hash('tag'), deprel: hash('deprel'), rolePos: hash('role pos'), lemma: hash('lemma'),
  lemmaPos: hash('lemma pos'), group: hash('group'), middle: hash('middle'), quoted: hash('quoted'), child: hash('child'),
  root: hash('root'), headGroup: hash('head group'), headFrame: hash('head frame'), subjKind: hash('subj kind'),
  subjGroup: hash('subj group'), objKind: hash('obj kind'), objGroup: hash('obj group'), pair: hash('pair'), objFrame: hash('obj frame'),
  prepKind: hash('prep kind'), prepGroup: hash('prep group'), modGroup: hash('mod group'), arguments: hash('arguments'),
  noFrame: hash('no frame'), frame: hash('frame'), vote: hash('vote'), votePos: hash('vote pos'), voteDeprel: hash('vote deprel'),
  voteAlone: hash('vote alone'), voteRole: hash('vote role'), voteSubj: hash('vote subj'), clauseGroup: hash('clause group'),
  clauseVote: hash('clause vote'), voteVote: hash('vote vote'), cue: hash('cue'),
} // biome-ignore format: a table

/** Hash of a feature: the name of the fact and up to three values. */
const mix = (name: number, a: number, b = 0, c = 0): number => combined(name, a, b, c)

const NO_MATCH: readonly Match[] = []

/** Could the word be a trigger? Verbs and nouns; adjectives and names only where the codebook has them. */
const mayTrigger = (upos: string, matched: boolean): boolean => upos === 'VERB' || upos === 'NOUN' || matched

/** The claim a frame gives, as a class name of the model: "airstrike", "control:held". */
export const gives = ({ frame }: Match): string => frame.label

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
  const { large, middle } = clustersOf(tokens, words)
  for (let i = 0; i < n; i++) lemma[i] = named(scene, i) ?? hash(tokens[i]!.lemma.toLowerCase())
  const matched: (readonly Match[])[] = new Array(n).fill(NO_MATCH)
  for (const match of matches) matched[match.head] = [...matched[match.head]!, match]
  const kinds = (token: number): string => kindsOf(scene, codebook, token)
  const quoted = insideContent(scene)
  return sentences.map((index) => {
    const sentence = reading.sentences[index]!
    const role = seed(reading.passages[sentence.passage]!.role)
    const bag = [
      mix(FACT.role, role),
      mix(FACT.size, Math.min(5, (sentence.last - sentence.first) >> 3)),
      mix(FACT.early, Math.min(index, 4)),
    ]
    for (let i = sentence.first; i < sentence.last; i++) {
      for (const match of matched[i]!) bag.push(mix(FACT.bagFrame, seed(gives(match))))
      if (middle[i] && CONTENT.has(tokens[i]!.upos)) bag.push(mix(FACT.bagGroup, middle[i]!))
    }
    const candidates: Candidate[] = []
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i]!
      const mine = matched[i]!
      if (!mayTrigger(token.upos, mine.length > 0)) continue
      const f: number[] = []
      const pos = seed(token.upos)
      const relation = seed(token.deprel)
      f.push(
        mix(FACT.pos, pos),
        mix(FACT.tag, seed(token.xpos)),
        mix(FACT.deprel, relation, pos),
        mix(FACT.rolePos, role, pos),
      )
      f.push(
        mix(FACT.lemma, lemma[i]!),
        mix(FACT.lemmaPos, lemma[i]!, pos),
        mix(FACT.group, large[i]!, pos),
        mix(FACT.middle, middle[i]!, pos),
      )
      f.push(mix(FACT.quoted, quoted[i]!, pos))
      // What hangs on it, and what it hangs on.
      for (const child of view.children[i]!) {
        const { upos, deprel } = tokens[child]!
        if (upos !== 'PUNCT' && deprel !== 'det') f.push(mix(FACT.child, seed(deprel)))
      }
      const up = token.head
      if (up < 0) f.push(mix(FACT.root, pos))
      else {
        f.push(mix(FACT.headGroup, middle[up]!, relation))
        for (const match of matched[up]!) f.push(mix(FACT.headFrame, seed(gives(match)), relation))
      }
      // Logical arguments and what they are.
      const subjects = fill(view, i, token.upos === 'VERB' ? 'subj' : 'light').slice(0, 2)
      for (const s of subjects) f.push(mix(FACT.subjKind, seed(kinds(s)), pos), mix(FACT.subjGroup, middle[s]!, pos))
      if (token.upos === 'VERB')
        for (const o of fill(view, i, 'obj').slice(0, 2)) {
          f.push(
            mix(FACT.objKind, seed(kinds(o)), pos),
            mix(FACT.objGroup, middle[o]!),
            mix(FACT.pair, middle[i]!, middle[o]!),
          )
          for (const match of matched[o]!) f.push(mix(FACT.objFrame, seed(gives(match))))
        }
      for (const phrase of dependents(view, i, 'obl', 'nmod'))
        f.push(
          mix(FACT.prepKind, hash(preposition(view, phrase)), seed(kinds(phrase))),
          mix(FACT.prepGroup, middle[phrase]!),
        )
      for (const word of dependents(view, i, 'amod', 'compound')) f.push(mix(FACT.modGroup, middle[word]!, pos))
      f.push(mix(FACT.arguments, Number(subjects.length > 0), Number(isPassive(view, i)), pos))
      // The codebook's votes.
      if (!mine.length) f.push(mix(FACT.noFrame, pos))
      for (const match of mine) {
        const g = seed(gives(match))
        f.push(
          mix(FACT.frame, seed(match.frame.id)),
          mix(FACT.vote, g),
          mix(FACT.votePos, g, pos),
          mix(FACT.voteDeprel, g, relation),
        )
        f.push(mix(FACT.voteAlone, g, Math.min(mine.length, 3)), mix(FACT.voteRole, g, role))
        f.push(mix(FACT.voteSubj, g, subjects.length ? seed(kinds(subjects[0]!)) : 0))
      }
      // Other votes in the same clause.
      const home = view.clause[i]!
      for (let j = Math.max(view.first[home]!, i - REACH); j <= Math.min(view.last[home]!, i + REACH); j++) {
        if (j === i || view.clause[j] !== home) continue
        if (middle[j] && CONTENT.has(tokens[j]!.upos)) f.push(mix(FACT.clauseGroup, middle[j]!))
        for (const match of matched[j]!) {
          const g = seed(gives(match))
          f.push(mix(FACT.clauseVote, g, Number(mine.length > 0)))
          for (const own of mine) f.push(mix(FACT.voteVote, g, seed(gives(own))))
        }
      }
      for (const { sense, scope } of cuesAt(i)) f.push(mix(FACT.cue, seed(sense), seed(scope)))
      candidates.push({ token: i, matches: mine, features: Int32Array.from(f) })
    }
    return { sentence: index, bag: Int32Array.from(bag), candidates }
  })
}

/** Parts of speech that say what a sentence is about. */
const CONTENT: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'ADV'])

/** How far around a candidate other votes of its clause are looked for, in tokens. */
const REACH = 12

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
      for (let i = low; i < view.tokens.length && view.tokens[i]!.start < end; i++)
        inside[i] = type === 'direct' ? 1 : 2
    }
  return inside
}
