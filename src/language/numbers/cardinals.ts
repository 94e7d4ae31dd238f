/**
 * Cardinals: one number in digits, in words, or vague.
 *
 *     seventy-six · 1.5 million · two dozen · hundreds of thousands · several hundred · half a million
 *
 * Bounds, ranges and what the number counts are read elsewhere.
 */
import type { NumberLexicon } from './lexicon.ts'
import type { Word } from './words.ts'

/** A number from word `from` up to, not including, word `next`. */
export interface Cardinal {
  readonly low: number
  readonly high: number
  readonly vague: boolean
  readonly from: number
  readonly next: number
}

/** The cardinal that begins at word `at`, or null. */
export function cardinal(ws: readonly Word[], at: number, lex: NumberLexicon): Cardinal | null {
  return vague(ws, at, lex) ?? grouped(ws, at, lex) ?? plain(ws, at, lex)
}

/** "hundreds of thousands", "several hundred", "a few dozen", "dozens". */
function vague(ws: readonly Word[], at: number, lex: NumberLexicon): Cardinal | null {
  let i = at
  if (ws[i]?.lower === 'a' && ws[i + 1]?.lower === 'number' && ws[i + 2]?.lower === 'of') return spread(at, i + 2, 2, 9)
  if (ws[i]?.lower === 'a' && ['few', 'handful', 'couple'].includes(ws[i + 1]?.lower ?? '')) i++
  const word = ws[i]?.lower ?? ''
  const range = Object.hasOwn(lex.vague, word) ? lex.vague[word]! : null
  if (!range) return null
  if (word === 'few' && i === at) {
    const before = ws[at - 1]?.lower
    if (before !== 'the' && before !== 'a' && before !== 'last' && before !== 'past') return null
  }
  const scaled = scaleOf(ws[i + 1]?.lower, lex)
  if (scaled && range[0] < 10) return spread(at, i + 2, range[0] * scaled, scaled === 12 ? 99 : scaled * 10 - 1)
  const [many, manyMore] = [ws[i + 1]?.lower === 'of' ? 2 : 1, ws[i + 1]?.lower === 'of' ? ws[i + 2]?.lower : '']
  const outer = manyMore && Object.hasOwn(lex.vague, manyMore) ? lex.vague[manyMore]! : null
  if (outer && range[0] >= 10 && outer[0] >= 1000) {
    const tens = range[0] < 100 ? 10 : range[0]
    return spread(at, i + many + 1, tens * outer[0], tens * outer[0] * 10 - 1)
  }
  return spread(at, i + 1, range[0], range[1])
}

const spread = (from: number, next: number, low: number, high: number): Cardinal => ({
  low,
  high,
  vague: true,
  from,
  next,
})

/** "a dozen", "two dozen", "half a dozen", "half a million", "a couple". */
function grouped(ws: readonly Word[], at: number, lex: NumberLexicon): Cardinal | null {
  const exact = (value: number, next: number): Cardinal => ({ low: value, high: value, vague: false, from: at, next })
  const [first, second, third] = [ws[at]?.lower ?? '', ws[at + 1]?.lower ?? '', ws[at + 2]?.lower ?? '']
  if (first === 'half' && (second === 'a' || second === '-')) {
    const size = scaleOf(third, lex)
    if (size) return exact(size / 2, at + 3)
  }
  if (first === 'a' || first === 'an') {
    const size = scaleOf(second, lex)
    if (size) return exact(size, at + 2)
    if (second === 'couple' || second === 'pair') return exact(2, at + 2)
    if (second === 'half') return scaleOf(third, lex) ? exact(scaleOf(third, lex)! / 2, at + 3) : null
    return null
  }
  if (first === 'dozen') return exact(12, at + 1)
  const count = ws[at]?.value ?? lex.digits[first]
  if (count !== undefined && count > 0 && count < 100 && Object.hasOwn(lex.groups, second))
    return exact(count * lex.groups[second]!, at + 2)
  return null
}

/** "1,500", "14m", "2.5 million", "three hundred and twelve", "fifty-five thousand", "both". */
function plain(ws: readonly Word[], at: number, lex: NumberLexicon): Cardinal | null {
  const exact = (value: number, next: number): Cardinal => ({ low: value, high: value, vague: false, from: at, next })
  const first = ws[at]
  if (!first) return null
  if (first.value !== undefined) {
    const suffix = ws[at + 1]
    if (
      suffix &&
      Object.hasOwn(lex.suffixes, suffix.lower) &&
      (suffix.glued || suffix.lower === 'bn' || isMillion(ws, at + 1))
    )
      return exact(first.value * lex.suffixes[suffix.lower]!, at + 2)
    const thin = ws[at + 1]
    if (thin?.value !== undefined && !thin.glued && /^\d{3}$/.test(thin.text) && /^[1-9]\d{0,2}$/.test(first.text))
      return exact(first.value * 1000 + thin.value, at + 2)
    let [value, next] = [first.value, at + 1]
    while (Object.hasOwn(lex.scales, ws[next]?.lower ?? '')) value *= lex.scales[ws[next++]!.lower]!
    return exact(Math.round(value * 1e6) / 1e6, next)
  }
  if (/^(?:couple|pair)$/.test(first.lower) && ws[at + 1]?.lower !== 'of') return null
  if (Object.hasOwn(lex.pairs, first.lower)) return exact(2, at + 1)
  if (Object.hasOwn(lex.ordinals, first.lower)) return exact(lex.ordinals[first.lower]!, at + 1)
  return spelled(ws, at, lex)
}

function spelled(ws: readonly Word[], at: number, lex: NumberLexicon): Cardinal | null {
  let [total, group, i, open] = [0, 0, at, true]
  for (; i < ws.length; i++) {
    const word = ws[i]!.lower
    if (Object.hasOwn(lex.tens, word) && open) {
      group += lex.tens[word]!
      const hyphen = ws[i + 1]?.text === '-' ? 1 : 0
      const unit = lex.digits[ws[i + 1 + hyphen]?.lower ?? '']
      if (unit && unit < 10) {
        group += unit
        i += 1 + hyphen
      }
      open = false
    } else if (Object.hasOwn(lex.digits, word) && open) {
      group += lex.digits[word]!
      open = false
    } else if (Object.hasOwn(lex.scales, word) && i > at) {
      const scale = lex.scales[word]!
      if (scale === 100) group *= 100
      else {
        total += group * scale
        group = 0
      }
      open = true
    } else if (word === 'and' && i > at && Object.hasOwn(lex.scales, ws[i - 1]!.lower) && isDigitWord(ws[i + 1], lex)) {
    } else break
  }
  return i === at ? null : { low: total + group, high: total + group, vague: false, from: at, next: i }
}

const isDigitWord = (word: Word | undefined, lex: NumberLexicon): boolean =>
  word !== undefined && (Object.hasOwn(lex.digits, word.lower) || Object.hasOwn(lex.tens, word.lower))

const scaleOf = (word: string | undefined, lex: NumberLexicon): number | undefined =>
  word === undefined ? undefined : (lex.scales[word] ?? lex.groups[word])

/** "2.8 M people": not the metres of "300 m from the gate". */
const isMillion = (ws: readonly Word[], at: number): boolean =>
  ws[at]!.text === 'M' && /^\p{Ll}{3}/u.test(ws[at + 1]?.text ?? '')
