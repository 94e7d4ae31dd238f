/** What the frames of the codebook are worth, counted in coded reports. */
import { TRUST } from '../../src/knowledge/claim-model.ts'
import { gives } from '../../src/read/claims/features.ts'
import { evidence } from '../../src/read/claims/told.ts'
import type { Prepared } from './claims-reports.ts'
import { matched } from './thresholds.ts'

/**
 * How often each frame's matches are claims of its class, drawn towards its class where they are few. Of types that
 * are coded too seldom to count, no frame is trusted less than `least`.
 */
export function trustIn(
  reports: readonly Prepared[],
  seldom: { readonly types: ReadonlySet<string>; readonly least: number },
): Record<string, number> {
  const counts = new Map<string, { n: number; right: number; label: string }>()
  const count = (key: string, label: string, right: boolean) => {
    const entry = counts.get(key) ?? { n: 0, right: 0, label }
    counts.set(key, { ...entry, n: entry.n + 1, right: entry.right + Number(right) })
  }
  for (const { coded, reading, scene, examples } of reports) {
    const seen = new Set<string>()
    const said = examples.flatMap(({ stretch }) =>
      stretch.candidates.flatMap(({ token, matches }) =>
        matches.flatMap((match) => {
          const label = gives(match)
          const key = `${scene.view.clause[token]} ${label}`
          if (seen.has(key)) return []
          seen.add(key)
          const span = evidence(scene, token, reading.sentences[stretch.sentence]!, [])
          return [{ ...span, label, probability: 1, frame: match.frame.id }]
        }),
      ),
    )
    for (const { frame, label, right } of matched(said, coded.claims)) {
      count(frame, label, right)
      count(`class ${label}`, label, right)
    }
  }
  const trust: Record<string, number> = {}
  const ofClass = (label: string): number => {
    const { n, right } = counts.get(`class ${label}`)!
    return (right + 4 * TRUST) / (n + 4)
  }
  for (const [key, { n, right, label }] of counts) {
    const counted = (right + 4 * ofClass(label)) / (n + 4)
    trust[key] = Number((seldom.types.has(label) ? Math.max(counted, seldom.least) : counted).toFixed(3))
  }
  return trust
}
