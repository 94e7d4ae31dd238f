/** From which probability on a claim is told, class by class: where telling stops to pay for F1. */
import type { Span } from '../../src/model/span.ts'

/** What a model said, and whether a coder said so, too. */
export interface Verdict {
  readonly label: string
  readonly probability: number
  readonly right: boolean
}

/** Statuses that the scorer holds to be one. */
const same = (label: string): string => (label === 'control:lost' ? 'control:cleared' : label)

/** Match what was said with what was coded, likelier first: same class, overlapping evidence, each coded claim once. */
export function matched<S extends Span & { readonly label: string; readonly probability: number }>(
  said: readonly S[],
  coded: readonly (Span & { readonly label: string })[],
): (S & Verdict)[] {
  const taken = new Set<number>()
  return said
    .toSorted((a, b) => b.probability - a.probability)
    .map((one) => {
      const { start, end, label } = one
      const at = coded.findIndex(
        (c, i) => !taken.has(i) && same(c.label) === same(label) && c.start < end && start < c.end,
      )
      if (at >= 0) taken.add(at)
      return { ...one, right: at >= 0 }
    })
}

const CUTS = [0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.18, 0.22, 0.26, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7]

/**
 * One threshold a class, held near the common one where there is little to learn from: the nearer, the stronger the
 * `pull`. A claim `pays` when it is right at least that often, which is about half of the F1 within reach.
 */
export function thresholds(
  verdicts: readonly Verdict[],
  classes: readonly string[],
  pays: number,
  pull: number,
): number[] {
  const common = best(verdicts, 0.2, pays, 0)
  return classes.map((label) =>
    best(
      verdicts.filter((one) => one.label === label),
      common,
      pays,
      pull,
    ),
  )
}

function best(verdicts: readonly Verdict[], start: number, pays: number, pull: number): number {
  const worth = (cut: number): number =>
    verdicts.reduce((sum, one) => sum + (one.probability >= cut ? Number(one.right) - pays : 0), 0) -
    pull * Math.abs(Math.log(cut / start))
  const top = CUTS.toSorted((a, b) => worth(b) - worth(a))[0]!
  return worth(top) > 0 ? top : Math.max(start, 0.5)
}
