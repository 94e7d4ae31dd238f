/**
 * Numbers that cannot all be right, and numbers that count different people under one name.
 *
 *     Danu, 2 April: 12 killed (Harat's health office)  /  at least 20 (Ostland army)
 *
 * Asked of each figure, and of figures that reports file under neighbouring places or days and that still count one
 * thing: "in Danu" and "in the market of Danu". What may be compared at all is `comparable.ts`'s to say.
 */

import type { FigureClaim } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import { areApart } from '../relate/retold.ts'
import { type Account, compare } from './account.ts'
import { agree, alike } from './bounds.ts'
import { comparable } from './comparable.ts'
import { isStock, period, saysWhose, subjectKey } from './counted.ts'
import type { DisagreementDraft } from './disagreements.ts'
import type { FigureDraft } from './figures.ts'
import { isGround, type Names, townOf } from './names.ts'
import { OPERATION_FORCES } from './operation-forces.ts'
import { quotedCount } from './quoted.ts'
import { says } from './sentence.ts'
import { writeCounted, writeFigure } from './summaries.ts'
import { type Setting, voicesOf } from './voices.ts'

/** All disagreements of numbers and of definitions. */
export const ofNumbers = (figures: readonly FigureDraft[], names: Names, setting: Setting): DisagreementDraft[] =>
  oneThing(figures, names).flatMap((group) => {
    const [first] = group
    const whole: FigureDraft = {
      ...first!,
      accounts: group.flatMap(({ accounts }) => accounts),
      testimonies: group.flatMap(({ testimonies }) => testimonies),
    }
    return (
      ofNumber(
        group.length === 1 ? first! : whole,
        group.map(({ key }) => key),
        names,
        setting,
      ) ?? []
    )
  })

/** Days between the ends of two incidents that may be one. */
const CLOSE = 1
/** How many earlier figures one is held against: keeps the time linear. */
const LOOK_BACK = 24

/** Figures, each alone but for counts of one incident that were filed apart. */
function oneThing(figures: readonly FigureDraft[], names: Names): FigureDraft[][] {
  const alone: FigureDraft[][] = []
  const buckets = new Map<string, { draft: FigureDraft; to: string }[]>()
  for (const draft of figures) {
    const { claim } = draft.accounts[0]!
    const place = draft.place === null ? undefined : names.places.get(draft.place)
    const to = draft.accounts.reduce((last, one) => ((period(one).to ?? '') > last ? period(one).to! : last), '')
    if (
      draft.modality !== 'asserted' ||
      isStock(claim.measure) ||
      !place ||
      !isGround(place) ||
      place.kind === 'admin' ||
      to === ''
    )
      alone.push([draft])
    else {
      const key = `${claim.measure}\n${subjectKey(claim)}\n${townOf(place)}`
      buckets.set(key, [...(buckets.get(key) ?? []), { draft, to }])
    }
  }
  for (const list of buckets.values()) {
    const groups: { drafts: FigureDraft[]; to: string }[] = []
    for (const { draft, to } of list.toSorted((a, b) => compare(a.to, b.to) || compare(a.draft.key, b.draft.key))) {
      const group = groups
        .slice(-LOOK_BACK)
        .find((one) => daysBetween(one.to, to) <= CLOSE && one.drafts.some((other) => clash(other, draft, names)))
      if (group) group.drafts.push(draft)
      else groups.push({ drafts: [draft], to })
    }
    alone.push(...groups.map(({ drafts }) => drafts))
  }
  return alone
}

const clash = (a: FigureDraft, b: FigureDraft, names: Names): boolean =>
  a.accounts
    .slice(0, LOOK_BACK)
    .some((x) =>
      b.accounts.slice(0, LOOK_BACK).some((y) => x.voice !== y.voice && comparable(x, y, names) && differ(x, y)),
    )

/** Numbers of one figure that cannot all be right: sides of numbers that agree among themselves. */
function ofNumber(
  draft: FigureDraft,
  keys: readonly string[],
  names: Names,
  setting: Setting,
): DisagreementDraft | null {
  const heads = new Set(
    draft.testimonies.flatMap(({ status, claims, modality }) =>
      status === 'stands' && modality !== 'denied' ? claims[0]! : [],
    ),
  )
  const standing = draft.accounts.filter(({ claim }) => heads.has(claim.id) && !setting.fates.of.has(claim.id))
  const clashing = new Set<Account<FigureClaim>>()
  for (const [i, a] of standing.entries())
    for (const b of standing.slice(i + 1))
      if (a.voice !== b.voice && comparable(a, b, names) && differ(a, b)) clashing.add(a).add(b)
  // Shares and sums stand under one word for many things: "60 percent" of whom, of what?
  if (draft.accounts[0]!.claim.measure === 'other') return null
  if (clashing.size === 0 || draft.modality !== 'asserted' || !standing.every(({ claim }) => saysWhose(claim)))
    return null
  const sides: Account<FigureClaim>[][] = []
  // Of a stock every standing count is shown beside those that clash; of what happened, others may be other happenings.
  const heard = new Set([...clashing].map(({ voice }) => voice))
  const shown = isStock(draft.accounts[0]!.claim.measure)
    ? standing.filter((one) => clashing.has(one) || !heard.has(one.voice))
    : [...clashing]
  for (const account of shown.toSorted((a, b) => number(a) - number(b) || compare(a.claim.id, b.claim.id))) {
    const side = sides.find((list) => list.every((one) => alike(one.claim, account.claim) && !differ(one, account)))
    if (side) side.push(account)
    else sides.push([account])
  }
  const { measure } = draft.accounts[0]!.claim
  const definition =
    DEFINED.has(measure) && (differentPeople(sides) || draft.accounts[0]!.claim.subject === OPERATION_FORCES)
  const counted = writeCounted(measure, draft.subject, draft.where)
  const spoken = sides.map((accounts) => ({
    says: [...new Set(accounts.map(({ claim }) => writeFigure(claim)))].join(' or '),
    accounts,
  }))
  const each = spoken.map((side) => `${side.says} (${voicesOf(side.accounts, setting)})`).join(' / ')
  return {
    key: `number\n${draft.key}`,
    kind: definition ? 'definition' : 'number',
    summary: `${counted}: ${each}${definition ? '; the counts take in different people' : ''}`,
    sides: spoken,
    about: keys,
    settle: definition
      ? `knowing whom each count takes in: ${sides.map(([first]) => `${writeFigure(first!.claim)} is of ${quotedCount(first!)}`).join('; ')}`
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

/** Can the two not both be right? */
const differ = (a: Account<FigureClaim>, b: Account<FigureClaim>): boolean =>
  !agree(a.claim, b.claim) || outdone(a.claim, b.claim) || falls(a, b)

/**
 * "At least 40" and "at least 60" dead of one day could both be right; but who still says 40 the day after 60 were counted
 * says otherwise.
 */
function falls(a: Account<FigureClaim>, b: Account<FigureClaim>): boolean {
  if (isStock(a.claim.measure) || a.claim.bound === 'vague' || b.claim.bound === 'vague') return false
  const [less, more] = number(a) < number(b) ? [a, b] : [b, a]
  return (
    less.published !== null &&
    more.published !== null &&
    less.published > more.published &&
    1.1 * number(less) < number(more)
  )
}

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

/** Do the sides name different groups: lists whose words hardly meet? */
function differentPeople(sides: readonly (readonly Account<FigureClaim>[])[]): boolean {
  const first = sides.map(([account]) => account!)
  return (
    first.some((one) => says(one, 'list')) &&
    first.some((a, i) => first.slice(i + 1).some((b) => areApart(quotedCount(a), quotedCount(b))))
  )
}
