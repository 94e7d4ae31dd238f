/** Reads reports through the stages that the wanted layers need, one at a time. */
import type { Resources } from '../knowledge/resources.ts'
import type { Layer, Reading } from '../model/reading.ts'
import type { Report } from '../model/report.ts'
import { pipeline, stagesFor } from '../read/stage.ts'
import { STAGES } from '../read/stages.ts'
import { loadResources } from './resources.ts'

/** A function that reads one report, ready to be called many times. */
export function reader(
  layers: readonly Layer[] = ['claims'],
  resources: Resources = loadResources(),
): (report: Report) => Reading {
  const run = pipeline(stagesFor(STAGES, layers))
  return (report) => run(report, resources)
}
