/**
 * Judging: which of the claims that words and frames speak for are told.
 *
 *     Rebels shelled the market in the heaviest attack since May.
 *            shelling .88 ─ beside its rivals, by its manner, by the report's topics ─ .91, told
 *                                              attack   .31 ─────────────────────────── .18, not
 *
 * Control, and what coders noted too seldom to learn from, is told where words and frames reach the threshold of the
 * class; other events are weighed once more by a logistic regression over features that know no word. Trees and a
 * network over the same features were tried and told no better (models/claims.md).
 */
import type { ClaimModel } from '../../knowledge/claim-model.ts'
import type { Candidate, Stretch } from './features.ts'
import type { Scene } from './frames.ts'
import { manner } from './manner.ts'
import type { Cue } from './modality.ts'
import { type Rival, standing, tells } from './rival.ts'
import { topics } from './topics.ts'
import { rivals } from './weigh.ts'

/** A word found to tell of a claim of class `label`. */
export interface Telling {
  readonly token: number
  readonly label: number
  readonly probability: number
  /** What its words and its frames said before its rivals were looked at. */
  readonly words: number
  readonly trust: number
  /** It does not reach the threshold of its class: told in passing, if at all. */
  readonly passing: boolean
  readonly candidate: Candidate
  /** Index of its sentence in the report. */
  readonly sentence: number
}

/** What a stretch may tell of, and what is known of each. */
export interface Contest {
  readonly stretch: Stretch
  readonly rivals: readonly (Rival & { readonly at: number })[]
  /** One list a rival: beside the others, its manner, the report's topics. */
  readonly features: readonly (readonly number[])[]
}

/** The rivals of every stretch of a report with their features. `cuesAt` gives the modality cues of a token. */
export function contests(
  stretches: readonly Stretch[],
  model: ClaimModel,
  scene: Scene,
  cuesAt: (token: number) => readonly Cue[],
): Contest[] {
  const found = stretches.map((stretch) => rivals(stretch, model, scene))
  const told = topics(found)
  return stretches.map((stretch, i) => {
    const sentence = scene.reading.sentences[stretch.sentence]!
    const beside = standing(found[i]!, scene.view, { ...sentence, index: stretch.sentence })
    const features = found[i]!.map((rival, j) => [
      ...beside[j]!,
      ...manner(scene, rival, model.classes[rival.label]!, sentence, cuesAt(rival.token)),
      ...told[i]![j]!,
    ])
    return { stretch, rivals: found[i]!, features }
  })
}

/** What a report tells of, in text order. */
export function tellings(all: readonly Contest[], { classes, threshold, rivalry, few }: ClaimModel): Telling[] {
  return all.flatMap(({ stretch, rivals, features }) =>
    rivals
      .flatMap(({ label, at, token, words, trust, score }, i): Telling[] => {
        const name = classes[label]!
        const alone = name.startsWith('control:') || few.includes(label)
        const probability = alone ? score : tells(features[i]!, label, rivalry)
        const passing = probability < threshold[label]!
        if (passing && probability < (IN_PASSING[name] ?? 1)) return []
        const candidate = stretch.candidates[at]!
        return [{ token, label, probability, words, trust, passing, candidate, sentence: stretch.sentence }]
      })
      .sort((a, b) => a.token - b.token),
  )
}

/** From which probability on what is told in passing ("as the rebels gain ground") is worth a look at who and where. */
const IN_PASSING: Readonly<Record<string, number>> = {
  'control:advancing': 0.25,
  'control:entered': 0.12,
  'control:lost': 0.2,
  'control:captured': 0.28,
}
