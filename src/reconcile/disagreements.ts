/**
 * Disagreements: claims that cannot all be true, or that count different things under one name.
 *
 *     number       two counts of one thing that cannot both be right
 *     definition   counts that take in different people
 *     holder       two sides said to have one place on one day
 *     date         one capture on days that do not meet
 *     happened     said, and denied or withdrawn
 *
 * Only claims of fact that stand are set against one another, and only when they
 * come from different voices. A count that grew, or a place that changed hands
 * between the days spoken of, is no disagreement.
 */
import { writeInterval, writeNumber } from '../language/write.ts'
import type { ControlClaim, FigureClaim } from '../model/claim.ts'
import type { ClaimLink, Disagreement } from '../model/picture.ts'
import { anyAkin } from '../relate/sides.ts'
import { type Account, compare, grouped } from './account.ts'
import { agree, alike } from './bounds.ts'
import { comparable } from './comparable.ts'
import type { ControlDraft } from './control.ts'
import { isStock, saysWhose } from './counted.ts'
import { apart, daysBetween } from './days.ts'
import type { EventDraft } from './events.ts'
import { type Evidence, hedged } from './evidence.ts'
import type { FigureDraft } from './figures.ts'
import type { Names } from './names.ts'
import { OPERATION_FORCES } from './operation-forces.ts'
import { sentenceOf } from './sentence.ts'
import { upper, writeCounted, writeFigure } from './summaries.ts'
import { basis, type Setting, sayer } from './voices.ts'

/** A disagreement with its accounts, before it has a reference. */
export interface DisagreementDraft {
  readonly key: string
  readonly kind: Disagreement['kind']
  readonly summary: string
  readonly sides: readonly { readonly says: string; readonly accounts: readonly Account[] }[]
  /** Keys of the drafts it is about. */
  readonly about: readonly string[]
  readonly settle: string
}

type Side = DisagreementDraft['sides'][number]

/** All disagreements of the drafts. */
export function draftDisagreements(
  drafts: {
    readonly figures: readonly FigureDraft[]
    readonly control: readonly ControlDraft[]
    readonly events: readonly EventDraft[]
  },
  names: Names,
  setting: Setting,
): DisagreementDraft[] {
  const found = [
    ...drafts.figures.flatMap((draft) => ofNumber(draft, names, setting) ?? []),
    ...Array.from(grouped(drafts.control, ({ place }) => place)).flatMap(([, periods]) => [
      ...ofHolder(periods, names, setting),
      ...ofDate(periods, names, setting),
    ]),
    ...ofHappened([...drafts.control.map(fromControl), ...drafts.events, ...drafts.figures], names, setting),
  ]
  return found.sort((a, b) => compare(a.key, b.key))
}

const placeName = (key: string | null, names: Names): string | null =>
  key === null ? null : names.places.get(key)!.name

const voices = ({ accounts }: Side, setting: Setting): string =>
  [...new Set(accounts.map((account) => voiceOf(account, setting)))].join(', ')

const voiceOf = ({ speaker, origin }: Account, setting: Setting): string =>
  sayer({ speaker, origin: setting.originRef.get(origin.name)! }, setting)

/** Numbers of one figure that cannot all be right: sides of numbers that agree among themselves. */
function ofNumber(draft: FigureDraft, names: Names, setting: Setting): DisagreementDraft | null {
  const heads = new Set(
    draft.testimonies.flatMap(({ status, claims, modality }) =>
      status === 'stands' && modality !== 'denied' ? claims[0]! : [],
    ),
  )
  const standing = draft.accounts.filter(({ claim }) => heads.has(claim.id) && !setting.fates.of.has(claim.id))
  const clashing = new Set<Account<FigureClaim>>()
  for (const [i, a] of standing.entries())
    for (const b of standing.slice(i + 1))
      if (a.voice !== b.voice && comparable(a, b, names) && (!agree(a.claim, b.claim) || outdone(a.claim, b.claim)))
        clashing.add(a).add(b)
  if (clashing.size === 0 || draft.modality !== 'asserted' || !standing.every(({ claim }) => saysWhose(claim)))
    return null
  const sides: Account<FigureClaim>[][] = []
  // Of a stock every standing count is shown beside those that clash; of what happened, others may be other happenings.
  const heard = new Set([...clashing].map(({ voice }) => voice))
  const shown = isStock(draft.accounts[0]!.claim.measure)
    ? standing.filter((one) => clashing.has(one) || !heard.has(one.voice))
    : [...clashing]
  for (const account of shown.toSorted((a, b) => number(a) - number(b) || compare(a.claim.id, b.claim.id))) {
    const side = sides.find((list) =>
      list.every(
        ({ claim }) => agree(claim, account.claim) && alike(claim, account.claim) && !outdone(claim, account.claim),
      ),
    )
    if (side) side.push(account)
    else sides.push([account])
  }
  const { measure } = draft.accounts[0]!.claim
  const definition =
    DEFINED.has(measure) && (differentPeople(sides) || draft.accounts[0]!.claim.subject === OPERATION_FORCES)
  const counted = writeCounted(measure, draft.subject, draft.where)
  const spoken = sides.map(
    (accounts): Side => ({
      says: [...new Set(accounts.map(({ claim }) => writeFigure(claim)))].join(' or '),
      accounts,
    }),
  )
  const each = spoken.map((side) => `${side.says} (${voices(side, setting)})`).join(' / ')
  return {
    key: `number\n${draft.key}`,
    kind: definition ? 'definition' : 'number',
    summary: `${counted}: ${each}${definition ? '; the counts take in different people' : ''}`,
    sides: spoken,
    about: [draft.key],
    settle: definition
      ? `knowing whom each count takes in: ${sides.map(([first]) => `${writeFigure(first!.claim)} is of ${counts(first!)}`).join('; ')}`
      : 'a later count by one of them, or one by somebody who was there and is on no side',
  }
}

/** Estimates of a stock that overlap, while one goes half again as far as the other allows. */
const outdone = (a: FigureClaim, b: FigureClaim): boolean =>
  isStock(a.measure) &&
  a.high !== null &&
  b.high !== null &&
  (a.bound === 'at_most' || b.bound === 'at_most') &&
  Math.max(a.high, b.high) >= 1.5 * Math.min(a.high, b.high)

const number = ({ claim }: Account<FigureClaim>): number => claim.low ?? claim.high ?? 0

/** Measures where sources mean different sets of people by one name. */
const DEFINED: ReadonlySet<string> = new Set([
  'strength',
  'displaced',
  'population',
  'trapped',
  'in_need',
  'equipment',
  'sites',
  'other',
])

/** The words a count is given for: what follows its number in the quote, to the end of the phrase. */
function counts({ claim }: Account<FigureClaim>): string {
  const forms = [claim.high, claim.low].flatMap((n) =>
    n === null ? [] : [writeNumber(n), `${n}`, `${n / 1e6} million`, `${n / 1e3} thousand`],
  )
  const form = forms.find((one) => claim.quote.includes(one))
  const after = form === undefined ? '' : claim.quote.slice(claim.quote.indexOf(form) + form.length)
  return /^[\s-]*([^.;()]{3,140})/u.exec(after)?.[1]?.trim() || (claim.subject ?? 'people not named')
}

/** Do the sides name different groups: lists whose words hardly meet? */
function differentPeople(sides: readonly (readonly Account<FigureClaim>[])[]): boolean {
  const words = sides.map(
    ([first]) =>
      new Set(
        counts(first!)
          .toLowerCase()
          .match(/\p{L}{4,}/gu) ?? [],
      ),
  )
  const lists = sides.filter(([first]) => /[^,]{3,}, [^,]{3,},? and /.test(counts(first!)))
  return (
    lists.length > 0 &&
    words.some((a, i) =>
      words.slice(i + 1).some((b) => 3 * [...a].filter((word) => b.has(word)).length < a.size + b.size),
    )
  )
}

/** Two sides that both have a place on one day, as told by different voices. */
function ofHolder(periods: readonly ControlDraft[], names: Names, setting: Setting): DisagreementDraft[] {
  const holding = periods
    .flatMap((draft) => draft.evidence.map((one) => ({ one, draft })))
    .filter(
      ({ one }) =>
        one.state === 'held' && wholly(one, names) && short(one) && !setting.fates.of.has(one.account.claim.id),
    )
    .sort(
      (a, b) =>
        compare(a.one.latest ?? '', b.one.latest ?? '') || compare(a.one.account.claim.id, b.one.account.claim.id),
    )
  for (const [i, a] of holding.entries())
    for (const b of holding.slice(i + 1, i + 12)) {
      if (a.one.account.voice === b.one.account.voice || anyAkin(a.one.holders, b.one.holders)) continue
      if (apart({ from: a.one.earliest, to: a.one.latest }, { from: b.one.earliest, to: b.one.latest }) > 0) continue
      // A capture on the day the other side is said to have held the place is the change itself.
      if (a.one.turn !== b.one.turn || anyAkin(a.one.holders, b.one.others) || anyAkin(b.one.holders, a.one.others))
        continue
      const place = placeName(a.one.account.place, names)!
      const sides = [a, b].map(
        ({ one }): Side => ({
          says: `${one.holders.join('; ')} ${one.turn ? 'took it' : 'has it'}`,
          accounts: [one.account],
        }),
      )
      return [
        {
          key: `holder\n${a.draft.key}\n${b.draft.key}`,
          kind: 'holder',
          summary: `Who has ${place} on ${writeInterval(b.one.earliest, b.one.latest)}: ${sides.map((side) => `${side.says} (${voices(side, setting)})`).join(' / ')}`,
          sides,
          about: [...new Set([a.draft.key, b.draft.key])],
          settle: `pictures or visitors from ${place} of that day, or the loser's own word`,
        },
      ]
    }
  return []
}

/** Has somebody particular all of it? Of a province, or "the rest" of a town, several can have parts. */
const wholly = ({ holders, account }: Evidence, names: Names): boolean =>
  holders.some((holder) => /\p{Lu}/u.test(holder)) &&
  names.places.get(account.place!)!.kind !== 'admin' &&
  !/\b(?:most|parts?|rest|much|half|largely|mostly|partly|districts?|areas?|per ?cent)\b/i.test(account.claim.quote)

const short = ({ earliest, latest }: Evidence): boolean =>
  earliest !== null && latest !== null && daysBetween(earliest, latest) <= 3

/** One capture, told by different voices of days that do not meet. */
function ofDate(periods: readonly ControlDraft[], names: Names, setting: Setting): DisagreementDraft[] {
  return periods.flatMap((draft) => {
    const turns = draft.evidence.filter((one) => one.turn && one.account.claim.status === 'captured' && short(one))
    const first = turns[0]
    const other = turns.find(
      (one) =>
        first &&
        one.account.voice !== first.account.voice &&
        one.account.origin.name !== first.account.origin.name &&
        apart({ from: one.earliest, to: one.latest }, { from: first.earliest, to: first.latest }) >= 2,
    )
    if (!first || !other || daysBetween(first.earliest!, other.latest!) > 21) return []
    const sides = [first, other].map(
      (one): Side => ({ says: writeInterval(one.earliest, one.latest)!, accounts: [one.account] }),
    )
    const place = placeName(draft.place, names)!
    return [
      {
        key: `date\n${draft.key}`,
        kind: 'date' as const,
        summary: `When ${place} was captured: ${sides.map((side) => `${side.says} (${voices(side, setting)})`).join(' / ')}`,
        sides,
        about: [draft.key],
        settle: 'a report from the place of one of those days',
      },
    ]
  })
}

interface Told {
  readonly key: string
  readonly accounts: readonly Account[]
}

const fromControl = ({ key, evidence }: ControlDraft): Told => ({
  key,
  accounts: evidence.map(({ account }) => account),
})

/** Said by one, denied by another, or withdrawn by the one who said it. One disagreement a withdrawal or denial. */
function ofHappened(drafts: readonly Told[], names: Names, setting: Setting): DisagreementDraft[] {
  const where = new Map<string, { account: Account; keys: string[] }>()
  for (const { key, accounts } of drafts)
    for (const account of accounts) {
      const known = where.get(account.claim.id)
      if (known) known.keys.push(key)
      else where.set(account.claim.id, { account, keys: [key] })
    }
  return Array.from(grouped(Array.from(setting.fates.of), ([, { by }]) => by)).flatMap(([by, list]) => {
    const said = list.flatMap(([id]) => where.get(id) ?? [])
    const against = where.get(by)
    if (said.length === 0 || !against) return []
    const { status } = list[0]![1]
    if (status === 'superseded') return []
    const place = placeName(said[0]!.account.place, names)
    const what = describe(said[0]!.account, place)
    // Who takes a statement back had made it, whoever tells of it.
    const { claim: answer, speaker } = against.account
    const taker = speaker ?? (answer.kind === 'figure' ? null : (names.actors(answer.actor)[0] ?? null))
    const own = said[0]!.account.speaker ?? (status === 'retracted' ? taker : null)
    const voice = own !== null && own === taker ? own : voiceOf(said[0]!.account, setting)
    const self = against.account === said[0]!.account
    const instead =
      status === 'retracted'
        ? `later retracted: “${clip(sentenceOf(against.account))}”`
        : `denied by ${voiceOf(against.account, setting)}`
    const sides: Side[] = [{ says: what, accounts: said.map(({ account }) => account) }]
    if (!self) sides.push({ says: status === 'retracted' ? 'withdrawn' : 'denied', accounts: [against.account] })
    return [
      {
        key: `happened\n${by}`,
        kind: 'happened' as const,
        summary: `${upper(what)}: said by ${voice}, ${self ? 'later retracted' : instead}`,
        sides,
        about: [...new Set(said.flatMap(({ keys }) => keys))].sort(),
        settle:
          status === 'retracted'
            ? 'nothing further: the statement was withdrawn'
            : 'a witness or record of the day that is on neither side',
      },
    ]
  })
}

const clip = (words: string): string => (words.length > 150 ? `${words.slice(0, 150)}…` : words)

function describe(account: Account, place: string | null): string {
  const { claim } = account
  if (claim.kind === 'figure') return `${writeCounted(claim.measure, claim.subject, place)}: ${writeFigure(claim)}`
  if (claim.kind === 'event' && (claim.type === 'other' || claim.type === 'announcement'))
    return `“${clip(sentenceOf(account))}”`
  const where = place === null ? '' : ` ${claim.kind === 'control' ? '' : 'in '}${place}`
  if (claim.kind === 'event')
    return `${claim.type.replace('_', ' ')}${claim.actor === null ? '' : ` by ${claim.actor}`}${where}`
  const hedge = hedged(account)
  return `${place ?? 'A place'} ${hedge === null ? '' : `${hedge} `}${STATE[(claim as ControlClaim).status]}${claim.fromActor !== null && claim.status === 'cleared' ? ` of ${claim.fromActor}` : ''}${claim.actor === null ? '' : ` by ${claim.actor}`}`
}

const STATE: Readonly<Record<ControlClaim['status'], string>> = {
  held: 'held',
  captured: 'captured',
  entered: 'entered',
  advancing: 'attacked',
  encircled: 'encircled',
  cut: 'cut off',
  lost: 'given up',
  cleared: 'cleared',
  contested: 'contested',
}

/** Finish a disagreement once it and what it is about have references. */
export function finishDisagreement(
  draft: DisagreementDraft,
  id: string,
  refs: ReadonlyMap<string, string>,
  { originRef }: Setting,
): Disagreement {
  const accounts = [...new Set(draft.sides.flatMap((side) => side.accounts))]
  return {
    id,
    ...basis(accounts),
    // A disagreement is known once the last of its sides is.
    known: draft.sides
      .map((side) => basis(side.accounts).known)
      .reduce((late, day) => (late === null || (day !== null && day > late) ? day : late), null),
    kind: draft.kind,
    summary: draft.summary,
    sides: draft.sides.map(({ says, accounts: list }) => ({
      says,
      origins: [...new Set(list.map(({ origin }) => originRef.get(origin.name)!))],
      speakers: [...new Set(list.flatMap(({ speaker }) => speaker ?? []))],
      claims: list.map(({ claim }) => claim.id),
    })),
    about: draft.about.flatMap((key) => refs.get(key) ?? []),
    settle: draft.settle,
  }
}

/** The first claims of opposed sides contradict one another. */
export const contradictions = (drafts: readonly DisagreementDraft[]): ClaimLink[] =>
  drafts.flatMap(({ kind, sides, summary }) =>
    kind === 'definition' || kind === 'happened'
      ? []
      : sides.slice(1).map((side) => ({
          from: side.accounts[0]!.claim.id,
          to: sides[0]!.accounts[0]!.claim.id,
          kind: 'contradicts' as const,
          reason: summary,
        })),
  )
