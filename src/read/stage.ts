/**
 * Stages: pure functions from a reading so far to one more layer of it.
 *
 *     needs: passages ──▶ run ──▶ gives: sentences
 *
 * A pipeline whose needs are not met fails here, when it is built, and never
 * while it reads. Reading itself never throws: a stage that breaks becomes a
 * diagnostic and an empty layer. What a stage does is none of this file's business.
 */
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Layer, Reading } from '../model/reading.ts'
import type { Report } from '../model/report.ts'

/** What a stage returns: its layers, and what it found doubtful. */
export type Gift<Gives extends Layer> = { readonly [K in Gives]: Reading[K] } & {
  readonly diagnostics?: readonly Diagnostic[]
}

/** One step of reading. `R` is what it needs to know about the world (models, packs), handed in by the engine. */
export interface Stage<R, Gives extends Layer> {
  readonly name: string
  readonly needs: readonly Layer[]
  readonly gives: readonly Gives[]
  run(reading: Reading, resources: R): Gift<Gives>
}

/** A stage whose layers are not known to the type checker: what a list of stages holds. */
export interface AnyStage<R> extends Omit<Stage<R, Layer>, 'run'> {
  run(reading: Reading, resources: R): Partial<Reading>
}

/** A reading before its first stage. */
export const BLANK: Omit<Reading, 'report'> = {
  passages: [],
  sentences: [],
  tokens: [],
  names: [],
  numbers: [],
  times: [],
  places: [],
  actors: [],
  attributions: [],
  claims: [],
  code: { acled: null, plover: null },
  diagnostics: [],
}

/**
 * Chain stages in order. Throws `RangeError` at once when a stage needs a layer
 * that none before it gives, or gives one that is already given.
 */
export function pipeline<R>(stages: readonly AnyStage<R>[]): (report: Report, resources: R) => Reading {
  const have = new Set<Layer>()
  for (const { name, needs, gives } of stages) {
    for (const need of needs)
      if (!have.has(need)) throw new RangeError(`Stage "${name}" needs "${need}", which no stage before it gives`)
    for (const gift of gives) {
      if (have.has(gift)) throw new RangeError(`Stage "${name}" gives "${gift}", which is already given`)
      have.add(gift)
    }
  }
  return (report, resources) => {
    let reading: Reading = { report, ...BLANK }
    for (const stage of stages) {
      try {
        const { diagnostics = [], ...layers } = stage.run(reading, resources)
        reading = { ...reading, ...layers, diagnostics: [...reading.diagnostics, ...diagnostics] }
      } catch (error) {
        const broken: Diagnostic = {
          code: `read/${stage.name}`,
          severity: 'error',
          report: report.id,
          message: `${stage.name} failed and was left empty: ${error instanceof Error ? error.message : String(error)}`,
        }
        reading = { ...reading, diagnostics: [...reading.diagnostics, broken] }
      }
    }
    return reading
  }
}

/** The stages that `layers` need, in pipeline order, so that no more is read than asked for. */
export function stagesFor<R>(stages: readonly AnyStage<R>[], layers: readonly Layer[]): AnyStage<R>[] {
  const wanted = new Set<Layer>(layers)
  const kept: AnyStage<R>[] = []
  for (const stage of stages.toReversed())
    if (stage.gives.some((gift) => wanted.has(gift))) {
      for (const need of stage.needs) wanted.add(need)
      kept.unshift(stage)
    }
  return kept
}
