/**
 * Once: a deed that one breath names twice is told once, and what a report only points back to is not told again.
 *
 *     A bomb that targeted the mosque        bomb and targeted: one bombing
 *     bombing .55, airstrike .50             one word: one deed, the likelier
 *     Nobody has claimed the attack.         the attack told of before, nothing new
 *
 * Measured on hand-coded reports: of what is left out here the coders noted one in four, of what stays more than half.
 * Claims of control and speech acts are not asked; what two sentences tell of one event is joined when the picture is made.
 */
import type { Codebook } from '../../knowledge/codebook.ts'
import type { Scene } from './frames.ts'
import type { Telling } from './judge.ts'

/** Deeds of force: one deed is easily told as two of them. */
const FORCE: ReadonlySet<string> = new Set(
  'airstrike shelling bombing suicide_bombing clash offensive killing attack'.split(' '),
)

/** How much surer an airstrike must be than its rival where nothing flies, and a deed of no type than one with a type. */
const GROUNDED = 0.2
const UNTYPED = 0.12

/** Leave out what is told by the words of another deed, and what only points back. `classes` names the labels. */
export function once(scene: Scene, all: readonly Telling[], classes: readonly string[], codebook: Codebook): Telling[] {
  const events = all.filter(({ label }) => !classes[label]!.startsWith('control:'))
  const bySentence = Map.groupBy(events, ({ sentence }) => sentence)
  const firstForce = events.find(({ label }) => FORCE.has(classes[label]!))?.sentence ?? Number.POSITIVE_INFINITY
  const left = new Set<Telling>()
  for (const [index, here] of bySentence) {
    const { flies, counts } = wordsOf(scene, index, codebook)
    const worth = ({ label, probability }: Telling): number =>
      probability - (classes[label] === 'airstrike' && !flies ? GROUNDED : classes[label] === 'other' ? UNTYPED : 0)
    for (const one of here) {
      const isForce = FORCE.has(classes[one.label]!)
      const isAgain = (other: Telling): boolean =>
        other !== one &&
        beats(worth(other), worth(one), other, one) &&
        (other.token === one.token ||
          (isForce && FORCE.has(classes[other.label]!) && isDoing(scene, other.token, one.token)))
      const isOld = isForce && firstForce < index
      if (here.some(isAgain)) left.add(one)
      else if (isOld && !counts && pointsBack(scene, one.token)) left.add(one)
      else if (isFaint(scene, one, classes[one.label]!, isOld)) left.add(one)
    }
  }
  return left.size ? all.filter((one) => !left.has(one)) : [...all]
}

/** The one worth more; of equals the first class, then the first word. */
const beats = (its: number, own: number, other: Telling, one: Telling): boolean =>
  its > own || (its === own && (other.label - one.label || other.token - one.token) < 0)

/** Does anything fly in the sentence, in the codebook's words, and does it count anything? */
function wordsOf({ reading }: Scene, index: number, { classes }: Codebook): { flies: boolean; counts: boolean } {
  const { first, last } = reading.sentences[index]!
  const tokens = reading.tokens.slice(first, last)
  return {
    flies: tokens.some(({ lemma }) => classes.get(lemma.toLowerCase())?.includes('aircraft')),
    counts: tokens.some(({ upos }) => upos === 'NUM'),
  }
}

/** Is one word alone the subject of the other, or what the other says of it: "the strikes hit", "a bomb that targeted"? */
function isDoing(scene: Scene, a: number, b: number): boolean {
  const { tokens, children } = scene.view
  const isJoined = (token: number): boolean => children[token]!.some((kid) => tokens[kid]!.deprel === 'conj')
  const hangs = (one: number, on: number): boolean => {
    const { head, deprel } = tokens[one]!
    return head === on && (deprel.startsWith('acl') || (deprel.startsWith('nsubj') && !isJoined(one)))
  }
  const [here, there] = [named(scene, a), named(scene, b)]
  return hangs(here, there) || hangs(there, here)
}

/**
 * "The attack", hardly told at all, after force was told of; "the fight against X", "the resistance" as names. The coders
 * noted one in six of them.
 */
function isFaint({ view: { tokens, children } }: Scene, one: Telling, label: string, isOld: boolean): boolean {
  const { upos, xpos, lemma } = tokens[one.token]!
  if (upos !== 'NOUN') return false
  if (label === 'clash') return one.probability < 0.4 && CONTEST.test(lemma)
  const isPointed = children[one.token]!.some((kid) => POINTING.test(tokens[kid]!.lemma))
  return label === 'attack' && isOld && one.probability < 0.35 && (xpos === 'NN' || isPointed)
}
const CONTEST = /^(?:battle|fight|combat|resistance)$/i

/** The noun that a word is part of: "car" of "car bomb" is of the bomb. */
function named({ view: { tokens } }: Scene, token: number): number {
  let at = token
  while (/^(?:compound|amod)/.test(tokens[at]!.deprel) && tokens[tokens[at]!.head]?.upos === 'NOUN')
    at = tokens[at]!.head
  return at
}

/** "The attack", "this operation", with nothing said of it, nor by it. */
function pointsBack({ view: { tokens, children } }: Scene, token: number): boolean {
  const { upos, deprel, head } = tokens[token]!
  if (deprel === 'nmod' && SHARE.test(tokens[head]!.lemma)) return false
  if (upos !== 'NOUN' || deprel.startsWith('nsubj') || deprel === 'root') return false
  const kids = children[token]!.filter((kid) => tokens[kid]!.upos !== 'PUNCT')
  return (
    kids.some((kid) => tokens[kid]!.deprel === 'det' && POINTING.test(tokens[kid]!.lemma)) &&
    kids.every((kid) => tokens[kid]!.deprel === 'det' || tokens[kid]!.deprel === 'case')
  )
}

/** "Most of the fighting" is fighting. */
const SHARE = /^(?:most|much|part|all|rest|bulk|some)$/i
const POINTING = /^(?:the|this|that|these|those|such)$/i
