/** Coded reports as the training of claims needs them: read, with their sentences as examples, and what a model may tell of them. */
import { reader } from '../../src/engine/read.ts'
import { loadResources } from '../../src/engine/resources.ts'
import type { ClaimModel } from '../../src/knowledge/claim-model.ts'
import { EVENT_TYPES, STATUSES } from '../../src/knowledge/codebook.ts'
import { contests } from '../../src/read/claims/judge.ts'
import { evidence, stretchesOf } from '../../src/read/claims/told.ts'
import type { Example } from './claims-model.ts'
import type { CodedReport } from './gold.ts'
import type { Judged } from './rivals.ts'
import { matched, type Verdict } from './thresholds.ts'

/** Classes of the model; class 0 tells of nothing. */
export const CLASSES = ['none', ...EVENT_TYPES, ...STATUSES.map((status) => `control:${status}`)]

export const isEvent = (label: string): boolean => EVENT_TYPES.some((type) => type === label)

export const resources = loadResources()
const read = reader(
  ['passages', 'sentences', 'tokens', 'names', 'numbers', 'times', 'places', 'actors', 'attributions'],
  resources,
)

/** A coded report, read, with its sentences as examples. */
export const prepare = (coded: CodedReport) => {
  const reading = read(coded.report)
  const { scene, cuesAt, stretches } = stretchesOf(reading, resources)
  const examples = stretches.map((stretch): Example => {
    const sentence = reading.sentences[stretch.sentence]!
    const tokens = stretch.candidates.map(({ token }) => reading.tokens[token]!)
    return {
      stretch,
      spans: tokens,
      lemmas: tokens.map(({ lemma, upos }) => `${lemma.toLowerCase()}/${upos}`),
      claims: coded.claims
        .filter(({ start, end, label }) => CLASSES.includes(label) && start < sentence.end && end > sentence.start)
        .map(({ start, end, label }) => ({ start, end, label: CLASSES.indexOf(label) })),
    }
  })
  return { coded, reading, scene, cuesAt, examples }
}
export type Prepared = ReturnType<typeof prepare>

/** What a model may tell of the reports, each with whether the coders told it, too. */
export function verdicts(reports: readonly Prepared[], model: ClaimModel): (Verdict & Judged)[] {
  return reports.flatMap(({ coded, reading, scene, cuesAt, examples }) => {
    const stretches = examples.map(({ stretch }) => stretch)
    const said = contests(stretches, model, scene, cuesAt).flatMap(({ stretch, rivals, features }) =>
      rivals.map(({ token, label, score }, i) => ({
        ...evidence(scene, token, reading.sentences[stretch.sentence]!, []),
        label: CLASSES[label]!,
        probability: score,
        features: features[i]!,
      })),
    )
    return matched(said, coded.claims)
  })
}
