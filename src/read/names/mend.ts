/**
 * Mends what the name tagger cuts short or takes for something else, by the words of the name alone.
 *
 *     Ta'ang National Liberation Army      tagged from "National" on: the whole run is one body
 *     the Sudan Doctors' Union             tagged "Union", as a person
 *     Shan State, Typhoon Koryn            no persons: an area, and a storm that is nobody
 *
 * Knows the last words of bodies and areas (closed classes of English) and no name. Spans never overlap.
 */
import type { Name } from '../../model/mention.ts'
import type { Token } from '../../model/text.ts'

/** A name over the report's tokens `[first, last)`. */
export interface Found {
  readonly first: number
  readonly last: number
  readonly type: Name['type']
}

const BODY =
  /^(?:Union|Unions|Rights|Army|Council|Committee|Commission|Front|Movement|Ministry|Association|Society|Network|Organi[sz]ation|Watch|Observatory|Brigades?|Authority|Foundation|Institute|Federation|Alliance|Congress|Agency|Command|Syndicate|Corps|Office)$/
const AREA =
  /^(?:State|Province|County|District|Region|Governorate|Oblast|Prefecture|Valley|River|Island|Islands|Lake)$/
const STORM = /^(?:Typhoon|Hurricane|Cyclone|Storm)$/
/** "Amnesty International and the Red Cross": words that join no name to the next, and openers of sentences. */
const NO_PART =
  /^(?:The|A|An|In|On|At|From|By|And|But|For|Of|To|As|After|While|When|Its|His|Her|Their|Our|Some|Most|All|President|Minister|Governor|Spokesman|Spokeswoman|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/

/** The names of a report, in order, with whole bodies, areas that are no persons, and without storms. */
export function mended(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const out: Found[] = []
  for (let i = 0; i < found.length; i++) {
    const name = wordEnd(tokens, unbulleted(tokens, found[i]!))
    const end = tokens[name.last - 1]!.text
    const next = found[i + 1]?.first ?? tokens.length
    const kind = tokens[name.first]!.text
    if (name.type !== 'LOC' && STORM.test(kind === 'Super' ? tokens[name.first + 1]!.text : kind)) continue
    if (name.type === 'PER' && AREA.test(end) && name.last - name.first > 1) out.push({ ...name, type: 'LOC' })
    else if (BODY.test(end)) {
      const first = runStart(tokens, name.first, 0)
      const last = Math.min(next, tail(tokens, name.last))
      while (out.length && out.at(-1)!.last > first) out.pop()
      out.push({ first, last, type: name.last - first > 1 ? 'ORG' : name.type })
    } else if (!out.length || name.first >= out.at(-1)!.last) out.push(name)
  }
  const more = missed(tokens, out)
  const whole = out.filter(({ first, last }) => !more.some((body) => first < body.last && body.first < last))
  return [...whole, ...more].sort((a, b) => a.first - b.first)
}

/** Bodies of three words and more that the tagger passed over: "Mirland National Commission", of which it saw Mirland. */
function missed(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const body = new Uint8Array(tokens.length)
  for (const { first, last, type } of found) if (type !== 'LOC') body.fill(1, first, last)
  const out: Found[] = []
  for (let i = 2; i < tokens.length; i++) {
    if (body[i] || !BODY.test(tokens[i]!.text)) continue
    const first = runStart(tokens, i, out.at(-1)?.last ?? 0)
    const last = tail(tokens, i + 1)
    if (last - first >= 3 && !body.subarray(first, last).includes(1)) out.push({ first, last, type: 'ORG' })
  }
  return out
}

/** A list's bullet is no part of a name. */
const unbulleted = (tokens: readonly Token[], name: Found): Found =>
  name.last - name.first > 1 && /^[•*·©–—-]$/.test(tokens[name.first]!.text) ? { ...name, first: name.first + 1 } : name

/** "Fred Matiang | 'i": the rest of a word that the tagger cut at its apostrophe; never a possessive. */
function wordEnd(tokens: readonly Token[], name: Found): Found {
  const next = tokens[name.last]
  const glued = next && next.start === tokens[name.last - 1]!.end && next.sentence === tokens[name.last - 1]!.sentence
  return glued && /^['’]\p{Ll}+$/u.test(next.text) && !/^['’](?:s|ll|re|ve|d|m|t)$/.test(next.text)
    ? { ...name, last: name.last + 1 }
    : name
}

/** Where the run of capitalised words that a body's name ends begins: "Sudan Doctors' | Union". */
function runStart(tokens: readonly Token[], first: number, floor: number): number {
  let at = first
  while (at > floor) {
    const before = tokens[at - 1]!
    if (before.sentence !== tokens[at]!.sentence || first - at > 5) break
    const capital = /^\p{Lu}[\p{L}'’-]*$/u.test(before.text) && !NO_PART.test(before.text)
    const apostrophe = /^(?:['’]|['’]\p{Ll}{1,4})$/u.test(before.text) && before.text !== "'s" && before.text !== '’s'
    if (!capital && !(apostrophe && /^\p{Lu}/u.test(tokens[at - 2]?.text ?? ''))) break
    if (capital && before.upos !== 'PROPN' && before.upos !== 'NOUN' && before.upos !== 'ADJ') break
    at--
  }
  return /^['’]/.test(tokens[at]!.text) ? first : at
}

/** "Commission | on Human Rights": what a body is for. */
function tail(tokens: readonly Token[], last: number): number {
  if (!/^(?:on|for)$/.test(tokens[last]?.text ?? '') || !/^\p{Lu}/u.test(tokens[last + 1]?.text ?? '')) return last
  let at = last + 1
  while (/^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '') && !NO_PART.test(tokens[at]!.text)) at++
  return at
}
