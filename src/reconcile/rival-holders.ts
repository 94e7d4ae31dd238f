/**
 * Who has a place, and since when, where voices differ.
 *
 *     holder   two sides said to have one place on one day
 *     date     one capture on days that do not meet
 *
 * A place that changed hands between the days spoken of is no disagreement.
 */

import { writeInterval } from '../language/write.ts'
import { daysBetween } from '../model/interval.ts'
import { anyAkin } from '../relate/sides.ts'
import { compare } from './account.ts'
import type { ControlDraft } from './control.ts'
import { apart } from './days.ts'
import type { DisagreementDraft } from './disagreements.ts'
import type { Evidence } from './evidence.ts'
import type { Names } from './names.ts'
import { says } from './sentence.ts'
import { type Setting, voicesOf } from './voices.ts'

type Side = DisagreementDraft['sides'][number]

/** What the picture calls a place; null without one. */
export const placeName = (key: string | null, names: Names): string | null =>
  key === null ? null : names.places.get(key)!.name

/** Two sides that both have a place on one day, as told by different voices. */
export function ofHolder(periods: readonly ControlDraft[], names: Names, setting: Setting): DisagreementDraft[] {
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
          summary: `Who has ${place} on ${writeInterval(b.one.earliest, b.one.latest)}: ${sides.map((side) => `${side.says} (${voicesOf(side.accounts, setting)})`).join(' / ')}`,
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
  !says(account, 'partly')

const short = ({ earliest, latest }: Evidence): boolean =>
  earliest !== null && latest !== null && daysBetween(earliest, latest) <= 3

/** One capture, told by different voices of days that do not meet. */
export function ofDate(periods: readonly ControlDraft[], names: Names, setting: Setting): DisagreementDraft[] {
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
        summary: `When ${place} was captured: ${sides.map((side) => `${side.says} (${voicesOf(side.accounts, setting)})`).join(' / ')}`,
        sides,
        about: [draft.key],
        settle: 'a report from the place of one of those days',
      },
    ]
  })
}
