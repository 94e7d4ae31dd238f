/**
 * Manner: how the word that names a claim stands in its sentence, as numbers for the weighing beside its rivals.
 *
 *     "The battle" killed hundreds.        definite, nothing hangs on it: a battle told of before
 *     They vowed to shell the port.        a complement, planned
 *     Rebels shelled the port on Friday.   root, past, with a place and a time in its clause
 *
 * It knows no word and no type: what stands like this is told oftener or seldomer by the coders, whatever it is.
 */
import type { Sentence, Token } from '../../model/text.ts'
import type { Scene } from './frames.ts'
import { type Cue, modalityOf } from './modality.ts'
import type { Rival } from './rival.ts'

const RELATIONS = [
  'root', 'conj', 'ccomp', 'xcomp', 'advcl', 'acl', 'nmod', 'obl', 'compound', 'nsubj', 'obj', 'amod', 'parataxis', 'appos',
] // biome-ignore format: a list
const FORMS = ['VBD', 'VBG', 'VBN', 'VB', 'VBZ', 'VBP']
const ROLES = ['headline', 'caption', 'quote']
const MODALITIES = ['planned', 'predicted', 'demanded', 'denied']

const DEFINITE = new Set(['the', 'this', 'that'])
const INDEFINITE = new Set(['a', 'an'])

const oneOf = (names: readonly string[], value: string): number[] => names.map((name) => Number(name === value))

/** Numbers of one rival. `label` is its class by name, `cues` those of modality that bear on its word. */
export function manner(
  scene: Scene,
  { token, clause }: Rival,
  label: string,
  sentence: Sentence,
  cues: readonly Cue[],
): number[] {
  const { tokens } = scene.view
  const { deprel, xpos, upos } = tokens[token]!
  const { role } = scene.reading.passages[sentence.passage]!
  const modality = modalityOf({ label, nominal: upos !== 'VERB', first: false }, cues)
  const within = withinClause(scene, clause, sentence)
  return [
    ...noun(scene, token),
    ...oneOf(RELATIONS, deprel.split(':', 1)[0]!),
    Number(deprel === 'acl:relcl'),
    ...oneOf(FORMS, xpos),
    Number(within.some((i) => tokens[i]!.xpos === 'VBD')),
    Number(within.some((i) => scene.place[i]! >= 0)),
    Number(within.some((i) => scene.number[i]! >= 0)),
    Number(within.some((i) => scene.actor[i]! >= 0)),
    Number(isTimed(scene, clause, sentence)),
    ...oneOf(ROLES, role),
    ...oneOf(MODALITIES, modality),
    Math.min(3, cues.length) / 2,
    Number(cues.some(({ sense }) => sense === 'negative')),
    Number(cues.some(({ sense }) => sense === 'condition' || sense === 'supposed')),
  ]
}

/** How a noun is introduced and what it carries; of a verb only what hangs on it counts. */
function noun({ view: { tokens, children } }: Scene, token: number): number[] {
  const { upos, xpos } = tokens[token]!
  const kids = children[token]!.map((kid): Token => tokens[kid]!).filter((kid) => kid.upos !== 'PUNCT')
  const article = kids.find(({ deprel }) => deprel === 'det')?.lemma.toLowerCase() ?? ''
  const owned = kids.some(({ deprel }) => deprel.startsWith('nmod:poss'))
  return [
    Number(DEFINITE.has(article)),
    Number(INDEFINITE.has(article)),
    Number(upos === 'NOUN' && !article && !owned),
    Number(owned),
    Number(upos === 'NOUN' && article === 'the' && kids.length <= 2),
    Number(xpos === 'NNS'),
    Math.min(kids.length, 6) / 3,
  ]
}

/** Tokens of the clause itself, without those of clauses inside of it. */
function withinClause({ view: { clause, first, last } }: Scene, home: number, sentence: Sentence): number[] {
  const found: number[] = []
  for (let i = Math.max(sentence.first, first[home]!); i <= Math.min(sentence.last - 1, last[home]!); i++)
    if (clause[i] === home) found.push(i)
  return found
}

/** Does a time stand anywhere in the clause? */
function isTimed({ reading, view: { tokens, first, last } }: Scene, home: number, sentence: Sentence): boolean {
  const from = tokens[Math.max(sentence.first, first[home]!)]!.start
  const to = tokens[Math.min(sentence.last - 1, last[home]!)]!.end
  return reading.times.some(({ start, end }) => start < to && end > from)
}
