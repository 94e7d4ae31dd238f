/**
 * The likeliest of those who may be meant, once each is weighed; nobody where nobody is likely enough.
 *
 *     Rebels .25  the army .05  nobody .70      nobody, but the grammar names "Rebels" outright: the rebels
 */
import type { Argument } from '../arguments.ts'
import type { Candidate } from './candidates.ts'

const FAR: ReadonlySet<string> = new Set(['party', 'named', 'before'])

/** Better nobody than somebody falsely: whoever the sentence names must be as likely as `near`, others as `far`; the people are always there. */
export const SURE = {
  actor: { near: 0.4, far: 0.6, usual: 0 },
  holder: { near: 0, far: 0.42, usual: 0 },
  target: { near: 0.25, far: 0.3, usual: 0.25 },
} as const

/**
 * How likely whoever the grammar names outright must be where nobody else is likely enough. The weights leave out too
 * many on reports of wars they never saw: from 0 to 0.1 all values do alike on those and on kept-back open reports.
 */
const OUTRIGHT = 0.1

/**
 * Whom the rest of the report names alone, with the joint name of this sentence that holds him: where "Ostlandish and coalition troops"
 * are named, whoever of the two is meant, both are.
 */
function partsOf(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const { who, form, token: at } of candidates) {
    if (!who?.name.includes('; ') || !(form === 'alone' || form === 'joint')) continue
    const isApart = ({ form, token }: Candidate): boolean =>
      form === 'alone' ? token >= at || token < at - WIDTH : !FAR.has(form) && form !== 'speaker'
    for (const part of who.name.split('; ')) {
      const own = candidates.filter((one) => one.who?.name === part)
      if (own.length > 0 && !own.some(isApart)) parts.set(part, who.name)
    }
  }
  return parts
}
/** How far apart the two owners of one noun may stand, in tokens: "Ostlandish national security and coalition troops". */
const WIDTH = 6

/** The likeliest name, by the candidate that speaks most for it; else whom the grammar names outright; null for nobody. */
export function likeliest(
  candidates: readonly Candidate[],
  scores: readonly number[],
  sure: { readonly near: number; readonly far: number; readonly usual: number },
  outright: string | null = null,
): Argument | null {
  const max = Math.max(...scores)
  const names = new Map<string | null, { sum: number; top: number; at: number }>()
  let total = 0
  for (const [i, score] of scores.entries()) {
    const p = Math.exp(score - max)
    total += p
    const name = candidates[i]!.who?.name ?? null
    const entry = names.get(name)
    if (!entry) names.set(name, { sum: p, top: p, at: i })
    else {
      entry.sum += p
      if (p > entry.top) [entry.top, entry.at] = [p, i]
    }
  }
  for (const [part, whole] of partsOf(candidates)) {
    const own = names.get(part)!
    names.get(whole)!.sum += own.sum
    names.delete(part)
  }
  let winner: { sum: number; at: number } | null = null
  for (const entry of names.values()) if (!winner || entry.sum > winner.sum) winner = entry
  const found = (entry: { sum: number; at: number } | null | undefined, least: number): Argument | null => {
    const candidate = entry ? candidates[entry.at]! : null
    if (!entry || !candidate?.who || entry.sum / total < least) return null
    const how = candidate.roles[0] ?? candidate.form
    return { who: candidate.who, token: candidate.token, role: how, probability: entry.sum / total }
  }
  const name = candidates[winner?.at ?? 0]?.who?.name ?? null
  const forms = candidates.filter(({ who }) => who?.name === name).map(({ form }) => form)
  const least = forms.every((form) => FAR.has(form)) ? sure.far : forms.includes('usual') ? sure.usual : sure.near
  return found(winner, least) ?? (outright === null ? null : found(names.get(outright), OUTRIGHT))
}
