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
import { list, upper } from '../language/write.ts'
import type { ControlClaim } from '../model/claim.ts'
import type { ClaimLink, Disagreement } from '../model/picture.ts'
import { type Account, compare, grouped } from './account.ts'
import { draftBlame } from './blame.ts'
import type { ControlDraft } from './control.ts'
import type { EventDraft } from './events.ts'
import type { FigureDraft } from './figures.ts'
import type { Names } from './names.ts'
import { ofNumbers } from './numbers.ts'
import { quoted } from './quoted.ts'
import { ofDate, ofHolder, placeName } from './rival-holders.ts'
import { says } from './sentence.ts'
import { writeCounted, writeFigure } from './summaries.ts'
import { basis, type Setting, voiceOf } from './voices.ts'

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
  const blame = draftBlame(drafts.events, names, setting)
  // Who did it takes in whether it was done.
  const answered = new Set(blame.flatMap(({ sides }) => sides.at(-1)!.accounts.map(sentenceKey)))
  const found = [
    ...blame,
    ...ofNumbers(drafts.figures, names, setting),
    ...Array.from(grouped(drafts.control, ({ place }) => place)).flatMap(([, periods]) => [
      ...ofHolder(periods, names, setting),
      ...ofDate(periods, names, setting),
    ]),
    ...ofHappened([...drafts.control.map(fromControl), ...drafts.events, ...drafts.figures], answered, names, setting),
  ]
  return found.sort((a, b) => compare(a.key, b.key))
}

const sentenceKey = (account: Account): string => `${account.claim.report} ${account.claim.wording.sentence.start}`

interface Told {
  readonly key: string
  readonly accounts: readonly Account[]
}

const fromControl = ({ key, evidence }: ControlDraft): Told => ({
  key,
  accounts: evidence.map(({ account }) => account),
})

/** Said by one, denied by another, or withdrawn by the one who said it. One disagreement a withdrawal or denial. */
function ofHappened(
  drafts: readonly Told[],
  answered: ReadonlySet<string>,
  names: Names,
  setting: Setting,
): DisagreementDraft[] {
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
    if (status === 'superseded' || (status === 'denied' && answered.has(sentenceKey(against.account)))) return []
    const place = placeName(said[0]!.account.place, names)
    const isIt = against.account.claim.kind === 'event' && against.account.claim.type === 'denial'
    // "The army denies it": what it denies is the sentence before, whatever was read in it.
    const what = isIt ? quoted(said[0]!.account) : describe(said[0]!.account, place)
    // Who takes a statement back had made it, whoever tells of it.
    const { claim: answer, speaker } = against.account
    const taker = speaker ?? (answer.kind === 'figure' ? null : (names.actors(answer.actor)[0] ?? null))
    const own = said[0]!.account.speaker ?? (status === 'retracted' ? taker : null)
    const voice = own !== null && own === taker ? own : voiceOf(said[0]!.account, setting)
    const back = status === 'retracted' && says(against.account, 'pronoun')
    const answering = back ? asSaidBy(against.account, said[0]!.account) : against.account
    const self = against.account === said[0]!.account
    const instead =
      status === 'retracted'
        ? `later retracted: ${quoted(against.account)}`
        : `denied by ${voiceOf(against.account, setting)}`
    const sides: Side[] = [{ says: what, accounts: said.map(({ account }) => account) }]
    if (!self) sides.push({ says: status === 'retracted' ? 'withdrawn' : 'denied', accounts: [answering] })
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

/** "It later retracted that statement": whoever had made it, not whom the sentence before happens to name. */
const asSaidBy = (account: Account, { speaker, voice }: Account): Account => ({ ...account, speaker, voice })

function describe(account: Account, place: string | null): string {
  const { claim } = account
  if (claim.kind === 'figure') return `${writeCounted(claim.measure, claim.subject, place)}: ${writeFigure(claim)}`
  if (claim.kind === 'event' && (claim.type === 'other' || claim.type === 'announcement')) return quoted(account)
  const where = place === null ? '' : ` ${claim.kind === 'control' ? '' : 'in '}${place}`
  const by = claim.actor === null ? '' : ` by ${list(claim.actor.split('; '))}`
  if (claim.kind === 'event') return `${claim.type.replace('_', ' ')}${by}${where}`
  const { hedge } = claim.wording
  return `${place ?? 'A place'} ${hedge === undefined ? '' : `${hedge} `}${STATE[(claim as ControlClaim).status]}${claim.fromActor !== null && claim.status === 'cleared' ? ` of ${claim.fromActor}` : ''}${by}`
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
