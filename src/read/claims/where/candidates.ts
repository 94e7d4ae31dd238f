/**
 * Candidates for the place of a claim, with what speaks for each.
 *
 *     Fighting in Raqqa went on while planes struck a market in Idlib.
 *                 ^^^^^ sentence, after "in"   span ^^^^^^^^^^^ ^^^^^ span, after "in"
 *
 * One candidate a name, described at its nearest mention; "A and B" is a candidate
 * of its own, and so is no place at all. Features are words, weighed in weights.ts.
 */
import type { PlaceMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import { covers, type Span } from '../../../model/span.ts'
import type { Sentence } from '../../../model/text.ts'

/** Where the nearest mention stands, seen from the claim. */
export type Zone = 'span' | 'sentence' | 'near' | 'far'

/** A possible answer; `mention` is null for "no place". */
export interface Candidate {
  readonly name: string
  readonly mention: PlaceMention | null
  readonly zone: Zone
  readonly features: readonly string[]
}

/** What does not change from claim to claim of a report. */
interface Known {
  readonly mention: PlaceMention
  readonly size: string
  readonly sentence: number
  readonly marks: readonly string[]
  /** "Raqqa and Idlib", when it starts such a row. */
  readonly joint: string | null
}

const PREPOSITION =
  /(?:^|[\s("“])(in|inside|at|on|near|around|outside|from|to|into|toward|towards|through|across|over|of|between|against|with|by|for|off|along|throughout)\s+(?:(?:the|a|an|nearby|central|besieged|rebel-held|government-held|embattled|eastern|western|northern|southern|city|town|village|district|province|area|areas|parts|region|suburbs?|outskirts|countryside|neighbou?rhoods?|capital|of)\s+)*$/i
const SORT: Readonly<Record<string, string>> = {
  in: 'in',
  inside: 'in',
  at: 'in',
  across: 'in',
  throughout: 'in',
  on: 'on',
  over: 'on',
  near: 'near',
  around: 'near',
  outside: 'near',
  along: 'near',
  off: 'near',
  from: 'from',
  to: 'to',
  into: 'to',
  toward: 'to',
  towards: 'to',
  through: 'to',
  of: 'of',
}
const SPEAKS = /^['’]?s?\s+(?:said|says|told|announced|warned|called|denied|accused|wants|has said)\b/
const FASTENED = /^\s?-?(?:based|led|backed|born|educated|made|controlled|held|style|trained|supported)\b/i
const OUTER = /^,\s$/
const ROW = /^(?:,? and |, )$/

/** The places of a report, how often each name stands in it, how often the commonest does, and the country most named. */
interface Scene {
  readonly all: readonly Known[]
  readonly counts: ReadonlyMap<string, number>
  readonly top: number
  readonly main: string | undefined
}

const known = new WeakMap<Reading, Scene>()

/** Computed once a report, however many claims ask. */
function sceneOf(reading: Reading): Scene {
  const before = known.get(reading)
  if (before) return before
  const all = knownOf(reading)
  const counts = new Map<string, number>()
  const countries = new Map<string, number>()
  for (const { mention } of all) {
    if (mention.kind !== 'demonym') counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1)
    if (mention.country) countries.set(mention.country, (countries.get(mention.country) ?? 0) + 1)
  }
  const top = Math.max(1, ...counts.values())
  const scene = { all, counts, top, main: [...countries].toSorted((a, b) => b[1] - a[1])[0]?.[0] }
  known.set(reading, scene)
  return scene
}

function knownOf(reading: Reading): readonly Known[] {
  const { places, tokens, sentences, names, passages, report } = reading
  const { text } = report
  let token = 0
  let sentence = 0
  const all = places.map((mention, index): Known => {
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= mention.start) sentence++
    while (token < tokens.length - 1 && tokens[token]!.end <= mention.start) token++
    const previous = places[index - 1]
    const next = places[index + 1]
    const marks: string[] = [sizeOf(mention)]
    const preposition = PREPOSITION.exec(text.slice(Math.max(0, mention.start - 60), mention.start))?.[1]
    marks.push(`after:${preposition ? (SORT[preposition.toLowerCase()] ?? 'other') : 'none'}`)
    const behind = text.slice(mention.end, mention.end + 14)
    if (SPEAKS.test(behind)) marks.push('speaks')
    if (FASTENED.test(behind)) marks.push('fastened')
    if (previous && OUTER.test(text.slice(previous.end, mention.start))) marks.push('outer')
    if (next && OUTER.test(text.slice(mention.end, next.start))) marks.push('inner')
    if (names.some((name) => name.type === 'ORG' && covers(name, mention))) marks.push('organisation')
    marks.push(`role:${passages[sentences[sentence]?.passage ?? 0]?.role ?? 'body'}`)
    let head = token
    while (tokens[head] && tokens[head]!.head >= 0) {
      const above = tokens[tokens[head]!.head]
      if (!above || above.start < mention.start || above.end > mention.end) break
      head = tokens[head]!.head
    }
    marks.push(`as:${(tokens[head]?.deprel ?? 'none').split(':')[0]}`)
    return { mention, size: sizeOf(mention), sentence, marks, joint: null }
  })
  return all.map((one, index) => {
    const row = [one]
    for (let i = index + 1; i < all.length; i++) {
      const gap = text.slice(all[i - 1]!.mention.end, all[i]!.mention.start)
      if (!ROW.test(gap) || all[i]!.size !== one.size) break
      row.push(all[i]!)
      if (gap !== ', ') break
    }
    const last = row.at(-1)!
    const closed = row.length > 1 && / and $/.test(text.slice(row.at(-2)!.mention.end, last.mention.start))
    return closed ? { ...one, joint: row.map(({ mention }) => mention.name).join(' and ') } : one
  })
}

/** How exact a place is, in a word. */
function sizeOf(mention: PlaceMention): string {
  if (mention.kind === 'demonym') return 'demonym'
  if (mention.source === 'relative') return 'relative'
  if (mention.kind === 'country' || (mention.kind === 'admin' && mention.country === 'GB')) return 'country'
  if (mention.kind === 'admin') return 'area'
  if (mention.kind === 'region' || mention.kind === 'river') return 'region'
  if (mention.kind === 'town') return 'town'
  return mention.id ? 'small' : 'unlisted'
}

const ANAPHOR =
  /\b(?:the|this|that)\s+(?:besieged\s+|eastern\s+|western\s+|northern\s+|southern\s+|rebel-held\s+)?(city|town|village|district|neighbou?rhood|camp|province|governorate|country|region|area|road|airport|base|dam)\b(?!\s+of\b)/gi
const STANDS_FOR: Readonly<Record<string, string>> = {
  city: 'town',
  town: 'town',
  village: 'town small unlisted',
  district: 'small unlisted area',
  neighborhood: 'small unlisted',
  neighbourhood: 'small unlisted',
  camp: 'small unlisted',
  province: 'area',
  governorate: 'area',
  country: 'country demonym',
  region: 'region area',
  area: 'town small unlisted region',
  road: 'small',
  airport: 'small',
  base: 'small',
  dam: 'small',
}
/** How many sentences back is near. */
const NEAR = 3

/** Every name the report has, as seen from the claim at `span`; where it has none, the last candidate is no place. */
export function candidatesFor(reading: Reading, span: Span, sentence: Sentence): Candidate[] {
  const { all, counts, top, main } = sceneOf(reading)
  const here = reading.sentences.indexOf(sentence)
  const passage = sentence.passage
  const anaphors = new Set(
    [...reading.report.text.slice(sentence.start, sentence.end).matchAll(ANAPHOR)].flatMap((match) =>
      (STANDS_FOR[match[1]!.toLowerCase()] ?? '').split(' '),
    ),
  )

  const nearest = new Map<string, { one: Known; zone: Zone; rank: number }>()
  const consider = (name: string, one: Known) => {
    const { mention } = one
    const back = here - one.sentence
    const zone: Zone = covers(span, mention)
      ? 'span'
      : back === 0
        ? 'sentence'
        : back > 0 && back <= NEAR
          ? 'near'
          : 'far'
    const rank =
      zone === 'span'
        ? 1e6 - mention.start / 1e4
        : zone === 'sentence'
          ? 5e5 - Math.abs(mention.start - span.start)
          : back > 0
            ? 1e5 - back
            : back - 100
    const size = one.size === 'demonym' ? rank - 0.5 : rank
    const known = nearest.get(name)
    if (!known || size > known.rank) nearest.set(name, { one, zone, rank: size })
  }
  for (const one of all) {
    consider(one.mention.name, one)
    if (one.joint && one.sentence === here) consider(one.joint, one)
  }
  // The name last read of each size.
  const recent = new Map<string, string>()
  for (const { one } of [...nearest.values()].toSorted((a, b) => b.rank - a.rank))
    if (one.sentence < here && !recent.has(one.size)) recent.set(one.size, one.mention.name)

  const candidates: Candidate[] = []
  const inside = [...nearest.values()]
  const filled = inside.some(({ zone, one }) => (zone === 'span' || zone === 'sentence') && one.size !== 'demonym')
  for (const [name, { one, zone }] of nearest) {
    const { mention, marks, size } = one
    const features = [`zone:${zone}`, `${zone}/${size}`]
    const local = zone === 'span' || zone === 'sentence'
    for (const mark of marks) features.push(local ? `${zone}/${mark}` : `away/${mark}`)
    const share = (counts.get(mention.name) ?? 0) / top
    features.push(
      share >= 0.99 ? 'named:most' : share > 0.5 ? 'named:often' : share > 0.2 ? 'named:some' : 'named:rarely',
    )
    if (size === 'country' || size === 'demonym')
      features.push(mention.country === main ? 'country:main' : 'country:other')
    else if (mention.country && mention.country !== main) features.push('abroad')
    if (name !== mention.name) features.push('joint')
    else if (one.joint) features.push('in-row')
    if (!local) {
      const back = here - one.sentence
      features.push(back < 0 ? 'later' : `back:${Math.min(back, 6)}`)
      const last = recent.get(size) === mention.name
      if (last) features.push(`recent/${size}`)
      if (reading.sentences[one.sentence]?.passage === passage) features.push('same-passage')
      if (one.sentence <= 1) features.push('opening')
      if (anaphors.has(size)) features.push(last ? 'anaphor:recent' : 'anaphor')
      features.push(filled ? 'away:filled' : 'away:empty')
    } else {
      features.push(mention.start < span.start ? 'side:before' : mention.start > span.end ? 'side:after' : 'side:in')
      const finer = inside.some(
        (other) => other.zone === zone && mention.id !== null && other.one.mention.partOf.includes(mention.id),
      )
      if (finer) features.push(`${zone}/holds-another`)
      if (inside.some((other) => other.zone === 'span' && other.one !== one && other.one.size !== 'demonym'))
        features.push(`${zone}/rival`)
    }
    candidates.push({ name, mention, zone, features })
  }
  if (!candidates.some(({ mention }) => mention && mention.kind !== 'demonym'))
    candidates.push({
      name: '',
      mention: null,
      zone: 'far',
      features: [
        'nowhere',
        filled ? 'nowhere:filled' : 'nowhere:empty',
        `nowhere:${nearest.size === 0 ? 'none' : 'some'}`,
      ],
    })
  return candidates
}
