/**
 * Mentions: every way in which a report names a place, with what its own surroundings say about it.
 *
 *     Beirut-based monitors said villages near Tarin fell before the city did.
 *     fastened · organisation    ^^^^^^^^^^^^^^^^^^^ phrase           ^^^^ anaphor: Tarin
 *
 * Found once a report; how a mention stands to a claim is candidates.ts's business.
 */
import type { PlaceMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import { covers } from '../../../model/span.ts'
import { type Clauses, clausesOf, preposition } from '../clauses.ts'
import { type Phrase, phrasesOver, siteOf } from './phrases.ts'

/** One way of naming a place. */
export interface Naming {
  readonly name: string
  /** The name that locates it; for an anaphor, the one it refers to. */
  readonly mention: PlaceMention
  /** Where the naming itself stands. */
  readonly start: number
  readonly end: number
  readonly head: number
  /** Head of the noun phrase that the naming only describes: "valley" of "Barada valley"; else `head`. */
  readonly anchor: number
  readonly sentence: number
  /** How exact the place is (`sizeOf`). */
  readonly size: string
  /** "name", "joint", "anaphor" or the sort of a phrase. */
  readonly sort: string
  readonly marks: readonly string[]
}

/** All namings of a report in text order, and how often each place is named. */
export interface Namings {
  readonly all: readonly Naming[]
  readonly view: Clauses
  readonly counts: ReadonlyMap<string, number>
  /** The count of the place named most. */
  readonly top: number
  /** The country that most names lie in. */
  readonly country: string | undefined
  /** Names that the headline or first sentence has. */
  readonly early: ReadonlySet<string>
  /** Names that only captions, datelines and credits have. */
  readonly aside: ReadonlySet<string>
}

const SORT: Readonly<Record<string, string>> = {
  in: 'in', inside: 'in', at: 'in', across: 'in', throughout: 'in', within: 'in',
  on: 'on', over: 'on', near: 'near', around: 'near', outside: 'near', along: 'near', off: 'near',
  from: 'from', to: 'to', into: 'to', toward: 'to', towards: 'to', through: 'to', of: 'of', against: 'against', by: 'by',
} // biome-ignore format: a table
const SPEAKS = /^['’]?s?\s+(?:said|says|told|announced|warned|called|denied|accused|wants|has said)\b/
const FASTENED = /^\s?-?(?:based|led|backed|born|educated|made|controlled|held|style|trained|supported)\b/i
const RULES = /^(?:government|country)$/
const OUTER = /^,\s$/
const ROW = /^(?:,? and |, )$/

/** How exact a place is, in a word. */
export function sizeOf(mention: PlaceMention): string {
  if (mention.kind === 'demonym') return 'demonym'
  if (mention.source === 'relative') return 'relative'
  if (mention.kind === 'country' || (mention.kind === 'admin' && mention.country === 'GB')) return 'country'
  if (mention.kind === 'admin') return 'area'
  if (mention.kind === 'region' || mention.kind === 'river') return 'region'
  if (mention.kind === 'town') return 'town'
  return mention.id ? 'small' : 'unlisted'
}

/** The sort of a preposition: "inside" is "in". */
export const tie = (view: Clauses, token: number): string => {
  const word = preposition(view, token)
  return word ? (SORT[word] ?? 'other') : 'none'
}

const found = new WeakMap<Reading['places'], Namings>()

/** Every naming of a report. Computed once a reading. */
export function namingsOf(reading: Reading): Namings {
  const before = found.get(reading.places)
  if (before) return before
  const view = clausesOf(reading.tokens)
  const names = properNames(reading, view)
  const all = [...names, ...anaphors(reading, view, names)].toSorted((a, b) => a.start - b.start)
  const counts = new Map<string, number>()
  const countries = new Map<string, number>()
  const early = new Set<string>()
  const inText = new Set<string>()
  for (const { mention, sort, sentence, marks } of names) {
    if (sort !== 'name') continue
    if (mention.kind !== 'demonym') counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1)
    if (mention.country) countries.set(mention.country, (countries.get(mention.country) ?? 0) + 1)
    if (sentence <= 1) early.add(mention.name)
    if (marks.includes('role:body') || marks.includes('role:quote') || marks.includes('role:headline'))
      inText.add(mention.name)
  }
  const result: Namings = {
    all,
    view,
    counts,
    top: Math.max(1, ...counts.values()),
    country: [...countries].toSorted((a, b) => b[1] - a[1])[0]?.[0],
    early,
    aside: new Set([...counts.keys()].filter((name) => !inText.has(name))),
  }
  found.set(reading.places, result)
  return result
}

/** Names, rows of names ("Raqqa and Idlib") and phrases around names. */
function properNames(reading: Reading, view: Clauses): Naming[] {
  const { places, tokens, sentences, names, actors, attributions, passages, report } = reading
  const { text } = report
  const sources = attributions.flatMap(({ source }) => source ?? [])
  let token = 0
  let sentence = 0
  const one = places.map((mention, index): Naming => {
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= mention.start) sentence++
    while (token < tokens.length - 1 && tokens[token]!.end <= mention.start) token++
    let head = token
    for (let steps = 0; steps < 8; steps++) {
      const above = tokens[tokens[head]?.head ?? -1]
      if (!above || above.start < mention.start || above.end > mention.end) break
      head = tokens[head]!.head
    }
    const anchor = anchorOf(reading, head)
    const above = tokens[tokens[anchor]?.head ?? -1]
    const behind = text.slice(mention.end, mention.end + 14)
    const actor = actors.find((other) => covers(other, mention))
    const size = sizeOf(mention)
    const marks = [
      size,
      `after:${tie(view, anchor)}`,
      `role:${passages[sentences[sentence]?.passage ?? 0]?.role ?? 'body'}`,
      `as:${(tokens[head]?.deprel ?? 'none').split(':')[0]}`,
      `under:${above?.upos ?? 'none'}`,
    ]
    if (anchor !== head) marks.push(`describes:${siteOf(tokens[anchor]!) ?? 'other'}`)
    const [previous, next] = [places[index - 1], places[index + 1]]
    if (SPEAKS.test(behind)) marks.push('speaks')
    if (FASTENED.test(behind)) marks.push('fastened')
    if (previous && OUTER.test(text.slice(previous.end, mention.start))) marks.push('outer')
    if (next && OUTER.test(text.slice(mention.end, next.start))) marks.push('inner')
    if (names.some((name) => name.type === 'ORG' && covers(name, mention))) marks.push('organisation')
    if (actor) marks.push(`actor:${actor.kind}`)
    if (actor && RULES.test(actor.kind) && !actor.name.includes(mention.name)) marks.push('rules')
    const country = mention.kind === 'country' || mention.kind === 'demonym'
    if (country && acts(reading, anchor)) marks.push('acts')
    if (sources.some((source) => covers(source, mention))) marks.push('source')
    const { name, start, end } = mention
    return { name, mention, start, end, head, anchor, sentence, size, sort: 'name', marks }
  })
  const rows = one.flatMap((first, index): Naming[] => {
    const row = [first]
    for (let i = index + 1; i < one.length; i++) {
      const gap = text.slice(one[i - 1]!.end, one[i]!.start)
      if (!ROW.test(gap) || one[i]!.size !== first.size) break
      row.push(one[i]!)
      if (gap !== ', ') break
    }
    const last = row.at(-1)!
    if (row.length < 2 || !/ and $/.test(text.slice(row.at(-2)!.end, last.start))) return []
    return [{ ...first, end: last.end, sort: 'joint', name: row.map(({ name }) => name).join(' and ') }]
  })
  const heads = new Map(
    one.filter(({ mention }) => mention.kind !== 'demonym').map(({ head }) => [head, tokens[head]?.head ?? -1]),
  )
  const apart = new Set(heads.values())
  // "The Syrian town of Tarin" is Tarin; a seat that stands for its government is no place.
  const own = one.filter(
    ({ mention, anchor, head, marks }) =>
      (mention.kind !== 'demonym' || anchor === head || !apart.has(anchor)) &&
      !(mention.kind === 'town' && marks.includes('rules')),
  )
  return [...own, ...rows, ...one.filter(({ mention }) => mention.kind !== 'demonym').flatMap(around(reading))]
}

/** The noun that the name at `head` describes, climbing through compounds: not an actor, which is no place. */
function anchorOf({ tokens }: Reading, head: number): number {
  let at = head
  for (let steps = 0; steps < 3; steps++) {
    const token = tokens[at]
    const up = tokens[token?.head ?? -1]
    if (!token || !up || !LEANS.test(token.deprel) || !/^(?:NOUN|PROPN)$/.test(up.upos)) break
    at = token.head
  }
  return at
}
/** Is the phrase the subject of a verb in the active? */
const acts = ({ tokens }: Reading, anchor: number): boolean =>
  tokens[anchor]!.deprel === 'nsubj' && tokens[tokens[anchor]!.head]?.upos === 'VERB'

const LEANS = /^(?:compound|flat|amod|nmod:poss)/

const around =
  ({ tokens }: Reading) =>
  (naming: Naming): Naming[] =>
    phrasesOver(tokens, naming.head, naming.name).map(
      ({ name, head, sort }: Phrase): Naming => ({
        ...naming,
        name,
        head,
        anchor: head,
        sort,
        start: Math.min(naming.start, tokens[head]!.start),
        end: Math.max(naming.end, tokens[head]!.end),
      }),
    )

/** Sizes of the places that a noun with "the" may refer to. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  city: 'town',
  town: 'town small unlisted',
  village: 'small town unlisted',
  district: 'small unlisted area',
  neighborhood: 'small unlisted',
  neighbourhood: 'small unlisted',
  camp: 'small unlisted',
  province: 'area',
  governorate: 'area',
  state: 'area',
  country: 'country demonym',
  region: 'region area',
  area: 'town small unlisted region',
  territory: 'region area country',
  enclave: 'region town small unlisted',
  capital: 'town',
  island: 'region town country',
  road: 'small',
  airport: 'small',
  base: 'small',
  dam: 'small',
}
const DEFINITE = /^(?:the|this|that|its|their)$/i

/** "the city", "the eastern part of the province": each refers to the place of that size named last, and to the one named most. */
function anaphors(reading: Reading, view: Clauses, names: readonly Naming[]): Naming[] {
  const { tokens } = reading
  const plain = names.filter(({ sort }) => sort === 'name')
  const counts = new Map<string, number>()
  for (const { name } of plain) counts.set(name, (counts.get(name) ?? 0) + 1)
  const result: Naming[] = []
  for (const [head, token] of tokens.entries()) {
    if (token.upos !== 'NOUN') continue
    const sizes = STANDS_FOR[token.text.toLowerCase()]?.split(' ')
    const kids = view.children[head]!
    if (!sizes || !kids.some((child) => DEFINITE.test(tokens[child]!.text))) continue
    const { start, end, sentence } = token
    if (plain.some((name) => name.sentence === sentence && tokens[name.head]!.head === head)) continue
    const earlier = plain.filter(
      (one) =>
        one.end <= start &&
        sizes.includes(one.size) &&
        !one.marks.includes('fastened') &&
        // "The city" is the one told of, not the one the report was filed from.
        !one.marks.includes('role:dateline'),
    )
    const last = earlier.at(-1)
    if (!last) continue
    const most = earlier.reduce((best, one) => (counts.get(one.name)! > counts.get(best.name)! ? one : best), last)
    for (const [to, how] of [
      [last, 'last'],
      [most, 'most'],
    ] as const) {
      if (how === 'most' && most.name === last.name) continue
      const marks = [to.size, `after:${tie(view, head)}`, `anaphor:${how}`, `noun:${token.text.toLowerCase()}`]
      if (most.name === last.name) marks.push('anaphor:sole')
      const naming = {
        name: to.name,
        mention: to.mention,
        start,
        end,
        head,
        anchor: head,
        sentence,
        size: to.size,
        sort: 'anaphor',
        marks,
      }
      result.push(naming, ...around(reading)(naming))
    }
  }
  return result
}
