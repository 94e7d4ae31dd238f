/**
 * What the learned choice of a measure looks at, one string a feature.
 *
 *     unit=soldier · class=fighters · frame=killed · link=killed/verb/passive · prev=killed/and · left=at-least
 *
 * Names of places, people and groups are left out, so that what is learned is English and no crisis.
 */
import type { CountedClass } from '../../../knowledge/measures.ts'
import type { Role, Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import type { Framed, Link } from './frames.ts'

/** One candidate with what is known about it. */
export interface Situation {
  readonly tokens: readonly Token[]
  readonly first: number
  readonly last: number
  readonly candidate: Candidate
  readonly kind: CountedClass | null
  readonly links: readonly Link[]
  readonly framed: Framed | null
  readonly role: Role
  /** The candidate before it in the sentence and the measure it was given ("none" included). */
  readonly previous: { readonly candidate: Candidate; readonly measure: string } | null
  /** Measure that the frames give the candidate after it. */
  readonly nextFrame: string
}

/** The features of a candidate; order and repetition do not matter. */
export function features(situation: Situation): string[] {
  const { tokens, first, last, candidate, kind, links, framed, role, previous, nextFrame } = situation
  const { kind: sort, head, number, from, to, quantity } = candidate
  const out: string[] = []
  const add = (name: string, value: string): void => void out.push(`${name}=${value}`, `${sort[0]}:${name}=${value}`)
  const word = (i: number): string => (i < first ? '<' : i >= last ? '>' : plain(tokens[i]!))
  const unit = head === number && sort === 'number' ? '-' : plain(tokens[head]!)

  out.push(sort)
  add('unit', unit)
  add('class', kind ?? '-')
  add('role', quantity?.role ?? 'single')
  add('passage', role)
  add('size', size(candidate))
  add('bound', candidate.bound)
  add('det', sort === 'single' ? word(from) : '-')
  add('frame', `${framed?.measure ?? '-'}`)
  add('frame|class', `${framed?.measure ?? '-'}|${kind ?? '-'}`)
  add('frame|rel', `${framed?.measure ?? '-'}|${framed?.link?.relation ?? '-'}`)
  add('next', nextFrame)
  for (let i = number + 1; i < head; i++) out.push(`mod=${plain(tokens[i]!)}`)
  for (let k = 1; k <= 3; k++) {
    out.push(`left${k}=${word(from - k)}`, `left=${word(from - k)}`)
    out.push(`right${k}=${word(to + k - 1)}`, `right=${word(to + k - 1)}`)
  }
  out.push(`right2=${word(to)}_${word(to + 1)}`, `left2=${word(from - 2)}_${word(from - 1)}`)
  out.push(`unit|right=${unit}_${word(to)}`, `class|left=${kind}_${word(from - 1)}`, `class|right=${kind}_${word(to)}`)
  const governor = tokens[head]!.head
  if (governor >= 0) {
    const relation = tokens[head]!.deprel
    add('governor', `${plain(tokens[governor]!)}/${relation}`)
    add('relation', relation)
    out.push(`governor|class=${plain(tokens[governor]!)}|${kind}`)
    const above = tokens[governor]!.head
    if (above >= 0) out.push(`above=${plain(tokens[above]!)}/${tokens[governor]!.deprel}`)
  }
  for (const { found, relation } of links) {
    const { measure, form, words } = found.trigger
    add('link', `${measure}/${form}/${relation}`)
    add('link|class', `${measure}/${relation}|${kind}`)
    out.push(`words=${words.join('_')}/${relation}`)
  }
  if (previous) {
    const gap = gapWords(tokens, previous.candidate.to, from)
    add('prev', previous.measure)
    add('prev|gap', `${previous.measure}|${gap}`)
    add('prev|frame', `${previous.measure}|${framed?.measure ?? '-'}`)
    out.push(`prev|class=${previous.measure}|${kind}|${gap}`)
  } else out.push('prev=first')
  return out
}

/** Lower-case lemma; names are one word each. */
const plain = ({ lemma, upos, text }: Token): string =>
  upos === 'PROPN' && !/^[A-Z]+s?$/.test(text)
    ? COMMON.test(text)
      ? lemma.toLowerCase()
      : '<name>'
    : upos === 'NUM'
      ? '<num>'
      : lemma.toLowerCase()

/** Capitalised in headlines, but no names. */
const COMMON =
  /^(?:killed|dead|wounded|injured|civilians?|terrorists?|people|children|soldiers?|militants?|dies?|kills?|died|death|toll|deaths|attacks?|strikes?|air|airstrikes?|injures?|destroy(?:ed|s)?|captured?|several|rebels?|fighters?|troops)$/i

/** What stands between two candidates: nothing, "and", "including", or how far apart they are. */
export function gapWords(tokens: readonly Token[], from: number, to: number): string {
  const words = tokens.slice(from, to).map(({ text }) => text.toLowerCase())
  if (words.some((w) => /^(?:includ(?:ing|ed|es?)|among|of|mostly|them|whom)$/.test(w)) && words.length < 8)
    return 'including'
  const inner = words.filter((w) => !/^[,;:]$/.test(w))
  if (!inner.length) return 'none'
  if (inner.length === 1) return inner[0]!
  if (inner[0] === 'and' || inner.at(-1) === 'and') return `and${Math.min(4, inner.length)}`
  return inner.length < 5 ? 'near' : inner.length < 12 ? 'far' : 'distant'
}

function size({ low, high, kind }: Candidate): string {
  const value = low ?? high ?? 0
  return kind === 'single'
    ? 'one'
    : value === 0
      ? '0'
      : value === 1
        ? '1'
        : value < 10
          ? '2-9'
          : `e${Math.floor(Math.log10(value))}`
}
