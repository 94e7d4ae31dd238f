/**
 * Accounts: claims with everything known about them from the whole pile:
 * who published and first said them, and which actors and place they mean.
 */
import type { Claim } from '../model/claim.ts'
import type { LedgerReport } from '../model/ledger.ts'
import type { Day } from '../model/report.ts'
import type { Origins, Source } from '../relate/origins.ts'
import type { Names } from './names.ts'
import { joint } from './place-drafts.ts'

/** One claim in the light of all reports. */
export interface Account<C extends Claim = Claim> {
  readonly claim: C
  readonly report: LedgerReport
  readonly published: Day | null
  /** Story its report belongs to. */
  readonly story: number
  readonly origin: Source
  /** Innermost speaker by the name the picture uses; null in the outlet's own voice. */
  readonly speaker: string | null
  /** Whose word it is: the speaker's, or the origin's. Two outlets that quote one general are one voice. */
  readonly voice: string
  /** Key of the place; null when none is given. */
  readonly place: string | null
}

/** A claim less sure than this is kept but nothing is built on it, until a person accepts it. */
const SURE = 0.5
/** The same for a figure: its number stands in the report whatever else of it is misread. */
const SURE_FIGURE = 0.35

/** A withdrawal must not be lost. */
const SURE_RETRACTION = 0.4

/** How sure a claim must be for anything to be built on it. */
export const sureOf = (claim: Claim): number =>
  claim.kind === 'figure' ? SURE_FIGURE : claim.kind === 'event' && claim.type === 'retraction' ? SURE_RETRACTION : SURE

/** What is read for a speaker now and then and cannot speak. */
const NO_VOICE =
  /^(?:city|town|village|district|area|province|region|capital|date|report|tags|attack|clashes|fighting|operation)$/i

/** Accounts of all claims, in a fixed order: by publication, report, position. */
export function accounts(
  reports: readonly LedgerReport[],
  { ofClaim }: Origins,
  story: readonly number[],
  names: Names,
): Account[] {
  const all = reports.flatMap((report, i) =>
    report.claims.map((claim): Account => {
      const origin = ofClaim.get(claim)!
      const said = claim.source.find((one) => !NO_VOICE.test(one))
      const speaker = said === undefined ? null : names.actor(said)
      return {
        claim,
        report,
        published: report.report.published.date,
        story: story[i]!,
        origin,
        speaker,
        voice: speaker ?? origin.name,
        place: names.place(held(claim)),
      }
    }),
  )
  return denials(all).sort(inOrder)
}

/** Who has two places together has each of them; the first is told. What is counted in two is of neither alone. */
const held = (claim: Claim): Claim =>
  claim.kind === 'control' && claim.placeId !== null && joint(claim.place) !== null
    ? { ...claim, place: claim.place!.slice(0, claim.place!.indexOf(' and ')) }
    : claim

/** Who denies: events of denial, in whose sentence the denied things stand. */
const isDenial = ({ claim }: Account): boolean => claim.kind === 'event' && claim.type === 'denial'

/**
 * "denied that Turkish troops took part in the fighting": one reading of these words is denied, so all are, and by
 * whoever the sentence says denies.
 */
function denials(all: readonly Account[]): Account[] {
  const spans = grouped(all, ({ claim }) =>
    claim.modality === 'denied' && !isDenial({ claim } as Account)
      ? `${claim.report}\n${claim.start}\n${claim.end}`
      : null,
  )
  const deniers = grouped(all.filter(isDenial), ({ claim }) => claim.report)
  return all.map((account): Account => {
    const { claim } = account
    const span = `${claim.report}\n${claim.start}\n${claim.end}`
    if (claim.kind === 'figure' || isDenial(account)) return account
    const by = deniers
      .get(claim.report)
      ?.find((one) => one.claim.end <= claim.start && claim.start - one.claim.end <= 20 && one.speaker !== null)
    const led = by !== undefined && claim.wording.signs.includes('disowned')
    if (!spans.has(span) && !(led && claim.modality === 'asserted')) return account
    const { speaker, voice } = by ?? account
    return { ...account, claim: { ...claim, modality: 'denied' }, speaker, voice }
  })
}

/** By publication (undated last), report, position, id. */
export const inOrder = (a: Account, b: Account): number =>
  compare(a.published ?? '9999', b.published ?? '9999') ||
  compare(a.claim.report, b.claim.report) ||
  a.claim.start - b.claim.start ||
  compare(a.claim.id, b.claim.id)

/** Code unit order: the same everywhere. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Accounts by a key; those without one are left out. */
export function grouped<A>(list: readonly A[], key: (item: A) => string | null): Map<string, A[]> {
  const groups = new Map<string, A[]>()
  for (const item of list) {
    const name = key(item)
    if (name === null) continue
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

/** Is it told as fact? Plans, forecasts, demands and denials are not. */
export const told = ({ claim }: Account): boolean => claim.modality === 'asserted' || claim.modality === 'retracted'
