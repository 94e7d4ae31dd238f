/** `recount annotate`: one JSON line a report, with the layers asked for, in input order. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { reader } from '../engine/read.ts'
import { loadResources } from '../engine/resources.ts'
import { load } from '../ingest/load.ts'
import type { Layer, Reading } from '../model/reading.ts'
import type { Report } from '../model/report.ts'
import { quote } from '../model/span.ts'
import { attributionLines } from '../present/attributions.ts'
import { claimLine } from '../present/claims.ts'
import { placeLine } from '../present/places.ts'
import { STAGES } from '../read/stages.ts'
import { complain, nothingRead, ownPlaces, placesOption, print } from './options.ts'

/** `text` is no stage's work: it is the report's text, for a web page its main text. */
type Name = Layer | 'text'

const NAMES: readonly string[] = ['text', ...STAGES.flatMap((stage) => stage.gives)]

export function annotate(): Command {
  return new Command('annotate')
    .description('print one JSON line a report with the layers asked for')
    .argument('<path...>', 'files and folders of .txt, .md, .html or .jsonl, or - for JSONL on standard input')
    .addOption(
      new Option('--layer <name>', `layer to print; may be given more than once (${NAMES.join(', ')})`)
        .argParser(collect)
        .default([], 'claims'),
    )
    .addOption(placesOption())
    .addHelpText(
      'after',
      '\nExamples:\n  recount annotate --layer times reports.jsonl\n  recount annotate --layer text page.html',
    )
    .action(async (paths: string[], { layer: asked, places }: { layer: Name[]; places: string[] }) => {
      const layer: readonly Name[] = asked.length > 0 ? asked : ['claims']
      const stages = layer.filter((name) => name !== 'text')
      const read = stages.length ? await datingReader(stages, places) : null
      let reports = 0
      for await (const item of load(paths)) {
        if ('diagnostic' in item) {
          complain([item.diagnostic])
          continue
        }
        reports++
        const { report, main } = item
        const reading = await read?.(report)
        const out: Record<string, unknown> = { id: report.id }
        for (const name of layer)
          out[name] =
            name === 'text'
              ? quote(report.text, main ?? { start: 0, end: report.text.length })
              : reading && shape(reading, name)
        await print(`${JSON.stringify(out)}\n`)
      }
      if (reports === 0) nothingRead([])
    })
}

/** A reader that dates a report without a date from its own words first: one report at a time has no neighbours. */
async function datingReader(
  layers: readonly Layer[],
  files: readonly string[],
): Promise<(report: Report) => Promise<Reading>> {
  const { resources = loadResources() } = await ownPlaces(files)
  const read = reader(layers, resources)
  return async (report) => {
    if (report.published.date !== null) return read(report)
    const { dateReports } = await import('../engine/dates.ts')
    return read(dateReports([report], resources)[0]!)
  }
}

/** Layers that are printed in a shape of their own; the others print as they are. */
const SHAPES: Partial<Record<Layer, (reading: Reading) => unknown>> = {
  attributions: ({ attributions }) => attributionLines(attributions),
  claims: ({ claims }) => claims.map(claimLine),
  places: ({ places }) => places.map(placeLine),
}

const shape = (reading: Reading, layer: Layer): unknown => SHAPES[layer]?.(reading) ?? reading[layer]

function collect(name: string, names: Name[]): Name[] {
  if (!NAMES.includes(name)) throw new InvalidArgumentError(`There is no such layer; there are ${NAMES.join(', ')}.`)
  return [...names, name as Name]
}
