/** What both kinds of names go by: how often each is used, and what people have ruled. No rule of its own. */
import type { Judgement } from '../model/ledger.ts'
import { fold } from '../relate/names.ts'
import { compare } from './account.ts'

/** How often each name is used: the commonest form stands for all, the shorter of two as common. */
export function tally(names: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts).sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || compare(a[0], b[0]))
}

/** A person's word that two names are one, or are not. */
type Ruling = Extract<Judgement, { readonly names: unknown }>

/** Rulings on the names of actors or places, by the folded names in order. */
export const ruled = (judgements: readonly Judgement[], of: 'actor' | 'place'): ReadonlyMap<string, Ruling> =>
  new Map(
    judgements.flatMap((judgement) =>
      'names' in judgement && judgement.of === of
        ? [[judgement.names.map(fold).sort().join('|'), judgement] as const]
        : [],
    ),
  )
