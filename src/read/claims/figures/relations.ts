/**
 * How a candidate stands to a trigger: by the parse where it says so, by order where it does not.
 *
 *     The blast killed 12 people, including three children, and left 30 wounded.
 *               ▲──object──┘                    │                 └adjective▲
 *               └──────────object, climbed──────┘
 *
 * The parse of unpunctuated or quoted text is often wrong; nearness is the second witness.
 */
import type { Trigger } from '../../../knowledge/measures.ts'
import type { Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import type { Found } from './triggers.ts'

/** How the two stand to one another, surest first. */
export type Relation =
  | 'self'
  | 'adjacent'
  | 'modifier'
  | 'beside'
  | 'toll'
  | 'listed'
  | 'object'
  | 'passive'
  | 'subject'
  | 'of'
  | 'object^'
  | 'passive^'
  | 'subject^'
  | 'of^'
  | 'linked'
  | 'before'
  | 'after'

/** Relations of the noun itself that hand a clause's role on to what hangs on it. */
const TRANSPARENT: ReadonlySet<string> = new Set(
  'nmod conj appos amod compound nummod flat dep list acl det obl:npmod nmod:npmod'.split(' '),
)

/** The relation, or null when the trigger stands elsewhere. `others`: the candidates of the sentence. */
export function relation(
  tokens: readonly Token[],
  candidate: Candidate,
  { trigger, from, to, at }: Found,
  others: readonly Candidate[],
  triggers: readonly Found[],
): Relation | null {
  if (sharesBetween(tokens, candidate, at, others)) return null
  const how = stand(tokens, candidate, { trigger, from, to, at }, others)
  if (how === null || !LOOSE.has(how) || candidate.from > at) return how
  const next = others.find((other) => other !== candidate && other.from >= to && isDown(tokens, to, other.from))
  return next && !triggers.some((other) => other.from >= next.to && isDown(tokens, next.to, other.from)) ? null : how
}

/** Where "six of whom" ends, "were" and the like with it; the candidate's own end where it is no such share. */
function shareEnd(tokens: readonly Token[], { number, to }: Candidate): number {
  if (tokens[number + 1]?.text !== 'of' || !SHARED.test(tokens[number + 2]?.text ?? '')) return to
  let end = number + 3
  while (tokens[end]?.upos === 'AUX') end++
  return end
}

const SHARED = /^(?:whom|which|them)$/

/** "26 people fell ill, 20 of whom | died": what is told of some is not told of all. */
const sharesBetween = (
  tokens: readonly Token[],
  { to }: Candidate,
  at: number,
  others: readonly Candidate[],
): boolean =>
  others.some(
    ({ from, number }) =>
      from >= to &&
      number < at &&
      tokens[number + 1]?.text === 'of' &&
      SHARED.test(tokens[number + 2]?.text ?? '') &&
      at - number < 6,
  )

/** Nothing between two tokens but the small words of a number phrase or verb: "wounded at least another 40". */
const isDown = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from < 4 &&
  tokens.slice(from, to).every(({ text }) => /^(?:another|others?|at|least|some|about|the|was|were|more)$/.test(text))

/** Relations that a trigger gives up when it stands right before another number: "12 people and wounded 40". */
const LOOSE: ReadonlySet<string> = new Set(['modifier', 'beside', 'linked', 'after', 'subject'])

function stand(
  tokens: readonly Token[],
  candidate: Candidate,
  { trigger, from, to, at }: Found,
  others: readonly Candidate[],
): Relation | null {
  const { form } = trigger
  if (at >= candidate.from && at < candidate.to) {
    if (form === 'counts') return 'self'
    if (at !== candidate.head || candidate.kind === 'number') return form === 'toll' ? null : 'modifier'
    return null
  }
  if ((form === 'adjective' || form === 'verb') && candidate.kind === 'number') {
    if (from === candidate.to && trigger.side !== 'agent' && tokens[from]!.xpos !== 'VBG' && !isPast(tokens, from))
      return 'beside'
    const still = from === candidate.to + 2 && tokens[from - 1]!.upos === 'ADV'
    if (
      (from === candidate.to + 1 || still) &&
      trigger.side !== 'agent' &&
      /^(?:more|others?|were|was|are|is)$/.test(tokens[candidate.to]!.text)
    )
      return 'beside'
    // "At least eight | drowned", "six of whom | died", however they are parsed.
    const end = shareEnd(tokens, candidate)
    const alone = candidate.head === candidate.number && from === end
    if (alone && form === 'verb' && trigger.side === 'agent' && /^VB[DN]$/.test(tokens[from]!.xpos)) return 'subject'
    if (alone && end > candidate.to && /^VB[DN]$/.test(tokens[from]!.xpos)) return 'passive'
  }
  if (form === 'toll') {
    if (candidate.kind === 'single') return null
    const reached = /^(?:to|at)$/.test(tokens[candidate.from - 1]?.text ?? '')
    const near = to <= candidate.from && candidate.from - to < (reached ? 40 : 12)
    return near && (reached || !(between(others, to, candidate) || isSubject(tokens, candidate))) ? 'toll' : null
  }
  if (form === 'verb' && trigger.side === 'patient' && to === candidate.from && candidate.kind === 'number')
    return 'adjacent'
  if (form === 'list') return to <= candidate.from && candidate.from - to < 16 ? 'listed' : null
  return (
    climbed(tokens, candidate, at, trigger) ??
    (isElsewhere(tokens, candidate, at) || hasItsOwn(tokens, candidate, at, trigger)
      ? null
      : ordered(candidate, from, to, others))
  )
}

/** "The fleeing crowd", "; others were stuck": said of something else, or in another sentence but for its full stop. */
const isElsewhere = (tokens: readonly Token[], { head, number, from, to }: Candidate, at: number): boolean =>
  (at < from && head !== number && tokens.slice(at, from).some(({ text }) => text === ';')) ||
  (tokens[at]!.deprel === 'amod' &&
    tokens[at]!.head > at &&
    tokens[at]!.head !== head &&
    !(at - to < 3 && tokens[to]?.text === 'of')) ||
  // "Thousands joined hands to help those in need"
  (at > to + 2 && /^those$/i.test(tokens[at - 1]!.text)) ||
  (at > to && tokens.slice(to, at).some(({ text }) => text === ';'))

/** "40 firefighters came; they treat the fire as arson", "600 members; Sabri, who died in 2006": the verb behind it has somebody else for what it does. */
const hasItsOwn = (tokens: readonly Token[], { to, head }: Candidate, at: number, { form, side }: Trigger): boolean =>
  form === 'verb' &&
  at > to &&
  tokens
    .slice(to, at + 6)
    .some(
      (token, k) =>
        token.head === at &&
        to + k !== head &&
        (side === 'patient' ? token.deprel === 'obj' : token.deprel === 'nsubj' && to + k < at),
    )

/** "The toll could rise and 500 people may be hurt": what does or suffers something of its own is no value of the toll. */
const isSubject = (tokens: readonly Token[], { head, number }: Candidate): boolean =>
  head !== number && tokens[head]!.deprel.startsWith('nsubj') && tokens[head]!.head > head

/** "12 killed the guard": a participle right after the number is none when an object follows. */
const isPast = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!
  return (
    /^VB[DN]$/.test(token.xpos) &&
    tokens.slice(at + 1, at + 8).some(({ head, deprel }) => head === at && deprel === 'obj')
  )
}

function climbed(
  tokens: readonly Token[],
  { anchor: head, number, kind }: Candidate,
  at: number,
  { form, side }: Trigger,
): Relation | null {
  for (const start of head === number || kind === 'single' ? [head] : [head, number]) {
    let node = start
    for (let step = 0; step < 6 && node >= 0; step++) {
      const { head: up, deprel } = tokens[node]!
      if (up < 0 || up === node) break
      const base = deprel.replace(/:(?!pass$).*/, '')
      if (up === at) return named(tokens, node, base, form, step > 0)
      if (!TRANSPARENT.has(deprel) && !TRANSPARENT.has(base)) break
      node = up
    }
  }
  const top = tokens[head]!.head === number ? number : head
  const shared = form === 'verb' ? sharing(tokens, top, at) : null
  if (shared) return shared
  const word = tokens[at]!
  if (word.head === head && form === 'verb' && side === 'patient' && isPast(tokens, at)) return null
  if (word.head === head && /^(?:acl|amod|conj)/.test(word.deprel))
    return /^acl:relcl/.test(word.deprel) ? relative(tokens, at) : 'modifier'
  const up = tokens[head]!.head
  if (up >= 0 && word.head === up && word.deprel === 'xcomp' && /^nsubj/.test(tokens[head]!.deprel))
    return raised(tokens, at)
  if (up >= 0 && word.head === up && /^(?:xcomp|advcl|obj|ccomp|acl)/.test(word.deprel)) return 'linked'
  return null
}

/** "was found and killed", "fell ill and died", "seized and killed 11": the verb at `at` is joined to that of the phrase and has nothing else in its place. */
function sharing(tokens: readonly Token[], head: number, at: number): Relation | null {
  const { head: verb, deprel } = tokens[head]!
  if (verb < 0 || verb === at) return null
  const own = (one: number, relation: RegExp): boolean =>
    tokens.slice(Math.max(0, one - 12), one + 12).some((token) => token.head === one && relation.test(token.deprel))
  let node = at
  for (let step = 0; step < 3 && node >= 0 && node !== verb; step++)
    node = tokens[node]!.deprel.startsWith('conj') ? tokens[node]!.head : -1
  if (node === verb) {
    if (deprel === 'nsubj:pass' && /^VB[ND]?$/.test(tokens[at]!.xpos) && !own(at, /^(?:nsubj|obj|aux|mark)/))
      return 'passive'
    if (deprel === 'nsubj' && !own(at, /^(?:nsubj|aux:pass)/)) return 'subject'
  }
  const above = tokens[verb]!.deprel.startsWith('conj') && tokens[verb]!.head === at
  return above && deprel === 'obj' && !own(at, /^obj/) && verb - at < 4 ? 'object' : null
}

/** "were confirmed killed", "are known to have died": what the subject above is to the verb below. */
function raised(tokens: readonly Token[], verb: number): Relation {
  const own = tokens
    .slice(Math.max(0, verb - 5), verb)
    .filter(({ head, deprel }) => head === verb && /^aux/.test(deprel))
  const passive = own.some(({ deprel }) => deprel === 'aux:pass') || (!own.length && tokens[verb]!.xpos === 'VBN')
  return passive ? 'passive' : 'subject'
}

/** What the antecedent is to its relative clause: "who died" subject, "who were killed" passive, "whom they killed" object. */
function relative(tokens: readonly Token[], verb: number): Relation {
  for (let i = Math.max(0, verb - 6); i < verb; i++) {
    const { head, deprel, text } = tokens[i]!
    if (head !== verb || !deprel.startsWith('nsubj')) continue
    if (deprel === 'nsubj:pass') return 'passive'
    return /^(?:who|that|which)$/i.test(text) ? 'subject' : 'object'
  }
  return 'passive'
}

function named(tokens: readonly Token[], node: number, base: string, form: string, far: boolean): Relation {
  const caret = far ? '^' : ''
  if (base === 'obj' || base === 'iobj') return `object${caret}` as Relation
  if (base === 'nsubj:pass') return `passive${caret}` as Relation
  if (base === 'nsubj') return `subject${caret}` as Relation
  if (base === 'nmod' || base === 'compound' || base === 'nmod:poss')
    return form === 'verb' ? 'linked' : (`of${caret}` as Relation)
  if (base !== 'obl') return 'linked'
  const by = tokens.slice(Math.max(0, node - 8), node).some(({ head, text }) => head === node && text === 'by')
  return by ? (`subject${caret}` as Relation) : 'linked'
}

/** Nearest trigger on either side with no other candidate between. */
function ordered(candidate: Candidate, from: number, to: number, others: readonly Candidate[]): Relation | null {
  if (to <= candidate.from) return candidate.from - to < 8 && !between(others, to, candidate) ? 'before' : null
  if (from >= candidate.to) return from - candidate.to < 16 && !within(others, candidate.to, from) ? 'after' : null
  return null
}

const between = (others: readonly Candidate[], to: number, candidate: Candidate): boolean =>
  within(others, to, candidate.from)

const within = (others: readonly Candidate[], from: number, to: number): boolean =>
  others.some((other) => other.from >= from && other.to <= to)
