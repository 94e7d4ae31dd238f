/**
 * Weighs proposals: days that several independent reasons name gain, rivals take away.
 *
 *     confidence = 1 - Π (1 - c)  over one reason of each kind  x  (1 - best rival's share)
 *
 * Below `LEAST` nothing is said: null rather than a guess.
 */
import { daysBetween } from '../../model/interval.ts'
import type { Day, Published } from '../../model/report.ts'
import type { Proposal } from './proposals.ts'

const LEAST = 0.3

/** The best day, or null. A proposal before `floor`, the latest day the report tells as past, is out. */
export function weigh(proposals: readonly Proposal[], floor: Day | null): Published | null {
  const possible = proposals.filter(({ day, kind }) => floor === null || day >= floor || kind === 'stated')
  let best: { day: Day; support: number; reasons: Proposal[] } | null = null
  const supports = new Map<Day, number>()
  for (const { day } of possible) {
    if (supports.has(day)) continue
    const strongest = new Map<Proposal['kind'], Proposal>()
    let support = 0
    for (const it of possible) {
      const apart = Math.abs(daysBetween(day, it.day))
      const worth = apart === 0 ? it.confidence : apart === 1 ? it.confidence * 0.6 : 0
      const known = strongest.get(it.kind)
      if (worth > 0 && (!known || worth > known.confidence)) strongest.set(it.kind, { ...it, confidence: worth })
    }
    support = 1 - [...strongest.values()].reduce((rest, it) => rest * (1 - it.confidence), 1)
    supports.set(day, support)
    const better = !best || support > best.support || (support === best.support && day > best.day)
    if (better) best = { day, support, reasons: [...strongest.values()].sort((a, b) => b.confidence - a.confidence) }
  }
  if (!best) return null
  let rival = 0
  for (const [day, support] of supports) if (Math.abs(daysBetween(day, best.day)) > 1) rival = Math.max(rival, support)
  const confidence = Math.round(best.support * (1 - rival * 0.5) * 100) / 100
  if (confidence < LEAST) return null
  return { date: best.day, inferred: true, confidence, reason: best.reasons.map(({ reason }) => reason).join('; ') }
}
