/**
 * One name for each actor across reports, with the reason for every merge.
 *
 *     Shaghati  ──▶ Lt. Gen. Talib Shaghati                    surname of the only such person
 *     NDMA      ──▶ National Disaster Management Authority     initials of the only such body
 *
 * Who is on whose side is not decided here.
 */
import type { Claim } from '../model/claim.ts'
import type { Judgement, LedgerReport } from '../model/ledger.ts'
import type { ActorKind } from '../model/mention.ts'
import { actorsOf, fold, surname } from '../relate/names.ts'
import { grouped } from './account.ts'
import { ruled, tally } from './rulings.ts'

/** What each actor is, by what most reports take it for. */
export function kinds(reports: readonly LedgerReport[], of: ReadonlyMap<string, string>): Map<string, ActorKind> {
  const seen = grouped(
    reports.flatMap(({ actors }) => actors.map(({ name, kind }) => ({ name: of.get(name) ?? name, kind }))),
    ({ name }) => name,
  )
  return new Map(Array.from(seen, ([name, list]) => [name, tally(list.map(({ kind }) => kind))[0]![0] as ActorKind]))
}

const words = (name: string): number => name.split(' ').length

const named = (claim: Claim): string[] => [
  ...claim.source.flatMap(actorsOf),
  ...(claim.kind === 'figure' ? [] : actorsOf(claim.actor)),
  ...(claim.kind === 'control' ? actorsOf(claim.fromActor) : []),
  ...(claim.kind === 'event' ? actorsOf(claim.target) : []),
]

/** The name that stands for each name used, and the other names of each with the reason. */
export function settleActors(reports: readonly LedgerReport[], judgements: readonly Judgement[]) {
  const rules = ruled(judgements, 'actor')
  // Longer names first, so that a surname finds its person however often each is used.
  const counted = tally(reports.flatMap(({ claims }) => claims.flatMap(named))).sort(
    (a, b) =>
      Math.min(2, words(b[0])) - Math.min(2, words(a[0])) ||
      Number(/^\p{Lu}/u.test(b[0])) - Number(/^\p{Lu}/u.test(a[0])),
  )
  const what = kinds(reports, new Map())
  const isPerson = (name: string): boolean =>
    (what.get(name) ?? 'person') === 'person' && /(?:^| )(?:\p{Ll}+-)?\p{Lu}\S*$/u.test(name)
  const { people, offices, initials } = shortForms(counted.map(([name]) => name))
  const of = new Map<string, string>()
  const aliases = new Map<string, Map<string, string>>()
  const byFold = new Map<string, string>()
  for (const [name] of counted) {
    const key = fold(name)
    const may = (other: string) => rules.get([key, other].sort().join('|'))?.kind !== 'split'
    const find = (): [string, string] | null => {
      for (const { kind, names, by, reason } of rules.values()) {
        const other = names.map(fold).find((one) => one !== key)
        const target =
          other !== undefined && kind === 'merge' && names.some((one) => fold(one) === key) && byFold.get(other)
        if (target) return [target, `merged by ${by}: ${reason}`]
      }
      const same = byFold.get(key)
      if (same !== undefined) return [same, 'the same name, written differently']
      const person = /^\p{Lu}/u.test(name)
      const full =
        (person ? people.get(key) : undefined) ?? offices.get(key) ?? initials.get(ACRONYM.test(name) ? key : '')
      if (full?.size !== 1 || !may([...full][0]!)) return null
      const target = byFold.get([...full][0]!)
      // Only persons have surnames: "Forces" is not short for the Popular Mobilization Forces, nor "Sources" for one side's sources.
      if (target !== undefined && full === people.get(key) && !isPerson(target)) return null
      return target === undefined ? null : [target, 'short for the only one so called in these reports']
    }
    const match = find()
    const target = match?.[0] ?? name
    of.set(name, target)
    if (!byFold.has(key)) byFold.set(key, target)
    if (match && target !== name) {
      const known = aliases.get(target) ?? new Map<string, string>()
      aliases.set(target, known.set(name, match[1]))
    }
  }
  return { of, aliases }
}

const ACRONYM = /^\p{Lu}{3,7}$/u

/** What each name may be called for short: folded full names by their surname, their office, their initials. */
function shortForms(names: readonly string[]) {
  const people = new Map<string, Set<string>>()
  const offices = new Map<string, Set<string>>()
  const initials = new Map<string, Set<string>>()
  const put = (index: Map<string, Set<string>>, short: string, name: string) =>
    index.set(short, (index.get(short) ?? new Set()).add(fold(name)))
  for (const name of names) {
    const key = fold(name)
    if (/^\p{Lu}.* \p{Lu}/u.test(name)) put(people, surname(key) ?? key, name)
    // "the defense ministry" is short for "Iraqi defense ministry" where no other country's is named.
    const office = /^\p{Lu}/u.test(name) && key.endsWith(' ministry') ? key.slice(key.indexOf(' ') + 1) : ''
    if (office.includes(' ')) put(offices, office, name)
    put(initials, (name.match(/\b\p{Lu}/gu) ?? []).join('').toLowerCase(), name)
  }
  return { people, offices, initials }
}
