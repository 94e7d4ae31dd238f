/**
 * Candidates for the place of a claim, with what speaks for each.
 *
 *     Fighting in Raqqa went on while planes struck a market in Idlib.
 *                 ^^^^^ sentence, after "in"   span ^^^^^^^^^^^ ^^^^^ span, under2:obj:in
 *
 * Every naming in the claim's own sentence is one, any other place at its nearest naming,
 * and so is no place at all. Features are words, weighed by models/where.json.
 */
import type { Key } from '../../../knowledge/where-model.ts'
import { SPEECH_ACTS } from '../../../model/claim.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Reading } from '../../../model/reading.ts'
import { covers, type Span } from '../../../model/span.ts'
import type { Sentence } from '../../../model/text.ts'
import type { Clauses } from '../clauses.ts'
import { type Naming, type Namings, namingsOf } from './mentions.ts'
import { relationTo } from './relation.ts'
import { sightOf } from './sight.ts'

/** What a place is sought for: the word that tells of it, and what it tells. */
export interface Asked {
  /** The claim's own words, where they are more exact than the clause of its trigger. */
  readonly span?: Span
  readonly trigger: Span
  readonly sentence: Sentence
  readonly kind: 'figure' | 'control' | 'event'
  /** Measure, status or event type. */
  readonly label: string
}

/** Where the naming stands, seen from the claim. */
export type Zone = 'span' | 'sentence' | 'near' | 'far'

/** A possible answer; `naming` is null for "no place". */
export interface Candidate<F> {
  readonly name: string
  readonly mention: PlaceMention | null
  /** Tokens that head it, from its name outwards, where it stands in the claim's own sentence. */
  readonly heads: readonly number[]
  readonly zone: Zone
  /** Only datelines, captions and credits name it. */
  readonly aside: boolean
  /** A country that does what is told, in its own name or its people's: "Israel struck", "Israeli strikes". */
  acts(): boolean
  /** Only says whose forces are meant: "US troops". */
  sends(): boolean
  /** Named as a place and nothing else: no people's name, nobody's address, no part of a body's name. */
  ground(): boolean
  /** Lists of what speaks for it; some are shared with other claims. Made when asked for: where the object of the verb goes before the weights, few are. */
  features(): readonly (readonly F[])[]
}

const STANDING = new Set(['strength', 'population', 'trapped', 'in_need', 'equipment', 'sites', 'other'])
/** Claims whose places behave alike. */
const groupOf = ({ kind, label }: Asked): string =>
  kind === 'event' && (SPEECH_ACTS.has(label) || label === 'talks')
    ? 'speech'
    : kind === 'figure' && STANDING.has(label)
      ? 'standing'
      : kind

/** How many sentences back is near. */
const NEAR = 3

/** Every possible place of the claim, with features made by `key`; the last candidate is no place. */
export function candidatesFor<F>(reading: Reading, asked: Asked, key: Key<F>): Candidate<F>[] {
  const namings = namingsOf(reading)
  const { sentence } = asked
  const here = reading.sentences.indexOf(sentence)
  const group = groupOf(asked)
  const trigger = headOf(reading, asked)
  const span = asked.span ?? clauseOf(namings.view, trigger, asked)
  const { local, named, away, recent, nextFiner, within } = sightOf(namings, here)
  const filled = named.some((one) => covers(span, one)) ? 'span' : named.length ? 'sentence' : 'none'
  const lead = here <= 2 ? 'lead' : 'later'
  const standings: Record<Zone, Lists<F>> = {
    span: listsOf(namings, key, `span/${group}`),
    sentence: listsOf(namings, key, `sentence/${group}`),
    near: listsOf(namings, key, `near/${group}`),
    far: listsOf(namings, key, `far/${group}`),
  }
  const unnamed = [key`away:${filled}`, key`away:${filled}/${group}`]
  const candidates = [
    ...local.map((one) => candidate(one, covers(span, one) ? 'span' : 'sentence', close)),
    ...away.map((one) =>
      candidate(one, here - one.sentence > 0 && here - one.sentence <= NEAR ? 'near' : 'far', apart),
    ),
  ]
  const nowhere = [key`nowhere:${filled}`, key`nowhere/${asked.kind}:${asked.label}`, key`nowhere/${group}:${filled}`]
  nowhere.push(key`nowhere:${candidates.length === 0 ? 'nothing' : namings.counts.size <= 1 ? 'one' : 'some'}`)
  nowhere.push(key`nowhere/role:${reading.passages[sentence.passage]?.role ?? 'body'}`)
  return [
    ...candidates,
    {
      name: '',
      mention: null,
      heads: [],
      zone: 'far',
      aside: false,
      acts: () => false,
      sends: () => false,
      ground: () => false,
      features: () => [[key`nowhere`], nowhere],
    },
  ]

  function candidate(one: Naming, zone: Zone, special: (one: Naming, zone: Zone) => (readonly F[])[]): Candidate<F> {
    const { name, mention, head, anchor, sentence, size } = one
    const heads = sentence === here ? [head, anchor, reading.tokens[anchor]?.head ?? -1] : []
    const standing = (): F[] => stand(namings, one, zone, group, key)
    const features = (): (readonly F[])[] => [
      ...special(one, zone),
      remembered(standings[zone], one, standing),
      [key`${asked.label}/${size}`, key`${asked.label}/${zone}`],
    ]
    const acts = (): boolean => sentence === here && isDoer(namings, trigger, one)
    const sends = (): boolean => acts() && one.marks.includes('actor:state-force')
    const ground = (): boolean => mention.kind !== 'demonym' && !one.marks.some((mark) => NO_GROUND.has(mark))
    return { name, mention, heads, zone, aside: namings.aside.has(mention.name), acts, sends, ground, features }
  }

  /** What speaks for a naming in the claim's own sentence. */
  function close(one: Naming, zone: Zone): (readonly F[])[] {
    const relation = trigger === null ? 'unknown' : relationTo(namings.view, trigger, one.anchor)
    const way = relation.split(':', 1)[0]!
    const features = [key`rel:${relation}`, key`rel:${relation}/${group}`, key`rel:${way}/${one.size}`]
    features.push(key`${zone}/${one.sort}`, key`sort:${one.sort}/${group}`, key`rel:${way}/${one.sort}`)
    const at = one.start < asked.trigger.start ? 'before' : 'after'
    features.push(key`side:${at}`, key`side:${at}/${group}`)
    const between = named.filter((other) => liesBetween(other, one, asked.trigger)).length
    features.push(key`between:${at}:${Math.min(between, 3)}`)
    if (named.some((other) => other !== one && other.mention.partOf.includes(one.mention.id ?? ' ')))
      features.push(key`${zone}/holds-another`)
    if (
      named.some(
        (other) => other.sort !== 'name' && other.sort !== 'anaphor' && other !== one && other.mention === one.mention,
      )
    )
      features.push(key`in-phrase/${one.sort}`)
    for (const mark of one.marks) features.push(key`${zone}/${mark}`, key`${mark}/${group}`, key`${mark}/${one.size}`)
    if (zone === 'sentence') features.push(key`outside:${filled}`)
    if (nextFiner && holds(one.mention, nextFiner.mention))
      features.push(key`finer-later/${lead}`, key`finer-later/${one.size}`)
    return [features]
  }

  /** What speaks for a place that the claim's sentence does not name. */
  function apart(one: Naming): (readonly F[])[] {
    const back = here - one.sentence
    const { size } = one
    const features = [back < 0 ? key`later` : key`back:${Math.min(back, 6)}`, key`away/${one.sort}`, ...unnamed]
    for (const mark of one.marks) features.push(key`away/${mark}`)
    const inside = within(one.mention)
    features.push(
      key`within:${inside}/${lead}`,
      key`within:${inside}/${back < 0 ? 'later' : 'before'}`,
      key`within:${inside}/${size}`,
    )
    if (nextFiner && one.name === nextFiner.name)
      features.push(key`next-finer`, key`next-finer/${lead}`, key`next-finer/${filled}`)
    if (recent.get(size) === one) features.push(key`recent/${size}`, key`recent/${group}`)
    if (reading.sentences[one.sentence]?.passage === sentence.passage) features.push(key`same-passage`)
    return [features]
  }
}

const NO_GROUND: ReadonlySet<string> = new Set(['fastened', 'organisation', 'source', 'speaks'])

/** Does the country act, or own the deed that the trigger names? */
function isDoer({ view: { tokens } }: Namings, trigger: number | null, { size, marks, anchor }: Naming): boolean {
  if (size !== 'country' && size !== 'demonym') return false
  const { deprel, head } = tokens[anchor]!
  return (
    marks.some((mark) => mark === 'acts' || mark.startsWith('actor:')) ||
    (head === trigger && /^(?:nmod:poss|amod|compound)/.test(deprel))
  )
}

/** Lists of features by naming. */
type Lists<F> = Map<Naming, readonly F[]>

const known = new WeakMap<Namings, Map<unknown, Map<string, unknown>>>()

/** The lists that claims of a report share, by the maker of features and by what they have in common. */
function listsOf<F>(namings: Namings, key: Key<F>, common: string): Lists<F> {
  let makers = known.get(namings)
  if (!makers) known.set(namings, (makers = new Map()))
  let shared = makers.get(key)
  if (!shared) makers.set(key, (shared = new Map()))
  let lists = shared.get(common) as Lists<F> | undefined
  if (!lists) shared.set(common, (lists = new Map()))
  return lists
}

function remembered<F>(lists: Lists<F>, one: Naming, make: () => readonly F[]): readonly F[] {
  let list = lists.get(one)
  if (!list) lists.set(one, (list = make()))
  return list
}

/** What the report at large says for a place seen from a zone: the same for all claims of a group. */
function stand<F>(
  { counts, top, country, early, aside }: Namings,
  { mention, name, size }: Naming,
  zone: Zone,
  group: string,
  key: Key<F>,
): F[] {
  const share = (counts.get(mention.name) ?? 0) / top
  const often = share >= 0.99 ? 'most' : share > 0.5 ? 'often' : share > 0.2 ? 'some' : 'rarely'
  const features = [
    key`zone:${zone}`,
    key`zone:${zone}/${group}`,
    key`${zone}/${size}/${group}`,
    key`named:${often}`,
    key`${zone}/named:${often}`,
    key`named:${often}/${size}`,
  ]
  if (early.has(mention.name)) features.push(key`early`, key`early/${zone}`, key`early/${size}`)
  if (aside.has(mention.name)) features.push(key`aside`)
  if (size === 'country' || size === 'demonym')
    features.push(mention.country === country ? key`country:main/${zone}` : key`country:other/${zone}`)
  else if (mention.country && mention.country !== country) features.push(key`abroad`)
  if (name !== mention.name) features.push(key`${zone}/composed`)
  return features
}

/** Does the one hold the other? */
const holds = (whole: PlaceMention, part: PlaceMention): boolean =>
  (whole.id !== null && part.partOf.includes(whole.id)) || (whole.kind === 'country' && whole.country === part.country)

/** Does the other stand between this naming and the trigger? */
const liesBetween = (other: Naming, one: Naming, trigger: Span): boolean =>
  other.sort === 'name' &&
  other.mention !== one.mention &&
  ((other.start >= trigger.end && other.end <= one.start) || (other.start >= one.end && other.end <= trigger.start))

/** The clause of the trigger within its sentence. */
function clauseOf(
  { tokens, clause, first, last }: Clauses,
  trigger: number | null,
  { sentence, trigger: words }: Asked,
): Span {
  const home = trigger === null ? -1 : clause[trigger]!
  if (home < 0) return words
  const from = tokens[Math.max(sentence.first, first[home]!)]!
  const to = tokens[Math.min(sentence.last - 1, last[home]!)]
  return { start: Math.min(words.start, from.start), end: Math.max(words.end, to?.end ?? 0) }
}

/** The token that heads the trigger. */
function headOf({ tokens }: Reading, { trigger, sentence }: Asked): number | null {
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i]!
    if (token.start < trigger.start || token.end > trigger.end) continue
    const above = tokens[token.head]
    if (!above || above.start < trigger.start || above.end > trigger.end) return i
  }
  return null
}
