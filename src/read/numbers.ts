/**
 * Numbers with their bounds and what they count.
 *
 *     At least 24 IS militants were killed 170 kilometers away.
 *     ^^^^^^^^^^^ 24..null            ^^^^^^^^^^^^^^ a distance: it can never be a figure
 *                 ^^^^^^^^^^^^ unit
 *
 * The number grammar reads the words; the tags say how far the counted noun phrase goes.
 * Whether a count matters, and as what, is for the claims to decide.
 */
import type { Resources } from '../knowledge/resources.ts'
import { type NumberExpression, numberExpressions } from '../language/numbers/expressions.ts'
import type { Quantity } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { Token } from '../model/text.ts'
import type { Stage } from './stage.ts'

export const numbers: Stage<Resources, 'numbers'> = {
  name: 'numbers',
  needs: ['sentences', 'tokens'],
  gives: ['numbers'],
  run({ report: { text }, sentences, tokens }, { numbers: lexicon }) {
    return {
      numbers: sentences.flatMap(({ start, end, first, last }) =>
        numberExpressions(text, lexicon, start, end).map((found) =>
          quantity(text, found, unitOf(tokens, first, last, found)),
        ),
      ),
    }
  },
}

function quantity(text: string, found: NumberExpression, unitSpan: Span | null): Quantity {
  return {
    start: found.start,
    end: found.end,
    low: found.low,
    high: found.high,
    bound: found.bound,
    unit: unitSpan ? text.slice(unitSpan.start, unitSpan.end) : '',
    ...(unitSpan ? { unitSpan } : {}),
    role: found.sort,
    ...(found.additional ? { additional: true } : {}),
  }
}

/** The noun phrase that follows a number in its sentence, "of the" and the like left out; null when there is none. */
function unitOf(tokens: readonly Token[], first: number, last: number, number: NumberExpression): Span | null {
  let at = first
  while (at < last && tokens[at]!.start < number.end) at++
  if (at > first && at < last && tokens[at - 1]!.end > number.end && tokens[at - 1]!.upos !== 'NUM') at--
  while (at < last && LEADING.has(tokens[at]!.text.toLowerCase())) at++
  // "A 900-strong | force"
  if (tokens[at]?.text === 'strong' && tokens[at - 1]?.text === '-') at++
  let noun = -1
  let spare = -1
  for (let i = at; i < last; i++) {
    const token = tokens[i]!
    if (i > at && noun < 0 && token.text === 'others') break
    if (token.text === '-' && noun === i - 1 && i + 2 < last && isParticiple(tokens[i + 1]!)) {
      ;[spare, noun] = [noun, -1]
      continue
    }
    if (joinsNames(tokens, i, noun, last)) continue
    if (token.upos === 'NOUN' || token.upos === 'PROPN') {
      noun = i
      if (PLURAL.test(token.xpos) && !nounFollows(tokens, i + 1, last)) break
    } else if (
      !INSIDE.has(token.upos) &&
      !JOINT.test(token.text) &&
      !isParticiple(token) &&
      !describes(tokens, i, last)
    )
      break
    else if (
      noun >= 0 &&
      !JOINT.test(token.text) &&
      !JOINT.test(tokens[i - 1]!.text) &&
      !leads(tokens, i, last) &&
      !describes(tokens, i, last)
    )
      break
    else if (token.upos === 'CCONJ') break
  }
  if (noun < 0) noun = spare
  return noun < 0 ? null : { start: tokens[at]!.start, end: tokens[noun]!.end }
}

const LEADING: ReadonlySet<string> = new Set(
  'of the its their his her our these those such more other additional further new - ’s'.split(' '),
)
const INSIDE: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'ADV'])
const JOINT = /^[-–'’"“”/]$|^['’]s$/
const PLURAL = /^NNP?S$/

/** "Port | and customs officials": two nouns before one plural. */
const joinsNames = (tokens: readonly Token[], at: number, noun: number, last: number): boolean =>
  tokens[at]!.upos === 'CCONJ' &&
  noun === at - 1 &&
  tokens[noun]!.xpos === 'NN' &&
  at + 2 < last &&
  /^NNS?$/.test(tokens[at + 1]!.xpos) &&
  tokens[at + 2]!.xpos === 'NNS'

/** "suspected insurgents", "displaced people": a participle in front of the noun. */
const isParticiple = ({ xpos }: Token): boolean => xpos === 'VBN' || xpos === 'VBG'

/** "7 confirmed cases", where the tagger saw a verb in the past; "nine off-road vehicles", "air-to-surface missiles". */
function describes(tokens: readonly Token[], at: number, last: number): boolean {
  const [token, before, after] = [tokens[at]!, tokens[at - 1], tokens[at + 1]]
  if (at + 1 >= last || !after) return false
  if (token.xpos === 'VBD') return PLURAL.test(after.xpos)
  return (after.text === '-' && after.start === token.end) || (before?.text === '-' && before.end === token.start)
}

/** "Daesh fighting positions": a participle or adjective between the nouns of one name. */
const leads = (tokens: readonly Token[], at: number, last: number): boolean =>
  (tokens[at]!.xpos === 'VBG' || tokens[at]!.upos === 'ADJ') && at + 1 < last && tokens[at + 1]!.xpos === 'NNS'

/** "sports cars", "Taliban's fighters": the plural is not the last noun of its phrase. */
const nounFollows = (tokens: readonly Token[], at: number, last: number): boolean =>
  at < last && (PLURAL.test(tokens[at]!.xpos) || tokens[at]!.text === "'" || tokens[at]!.text === '’')
