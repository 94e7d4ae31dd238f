/** `recount annotate`: one JSON line a report, with the layers asked for, in input order. */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { reader } from '../engine/read.ts'
import type { Layer, Reading } from '../model/reading.ts'
import { given, type Report, UNDATED } from '../model/report.ts'
import { attributionLine } from '../present/attributions.ts'
import { claimLine } from '../present/claims.ts'
import { placeLine } from '../present/places.ts'

export function annotate(): Command {
  return new Command('annotate')
    .description('print one JSON line a report with the layers asked for')
    .argument('<path>', 'a JSONL file, or - for standard input')
    .option('--layer <name>', 'layer to print; may be given more than once', collect, [] as Layer[])
    .action(async (path: string, { layer }: { layer: Layer[] }) => {
      const read = reader(layer)
      for await (const line of createInterface({ input: path === '-' ? process.stdin : createReadStream(path) })) {
        if (!line.trim()) continue
        const { id, text, published, publisher, title, url } = JSON.parse(line)
        const report: Report = { id, text, published: published ? given(published) : UNDATED, publisher, title, url }
        const reading = read(report)
        const out: Record<string, unknown> = { id }
        for (const name of layer) out[name] = shape(reading, name)
        if (!process.stdout.write(`${JSON.stringify(out)}\n`))
          await new Promise((done) => process.stdout.once('drain', done))
      }
    })
}

/** Layers that are printed in a shape of their own; the others print as they are. */
const SHAPES: Partial<Record<Layer, (reading: Reading) => unknown>> = {
  attributions: ({ attributions }) => attributions.map(attributionLine),
  claims: ({ claims }) => claims.map(claimLine),
  places: ({ places }) => places.map(placeLine),
}

const shape = (reading: Reading, layer: Layer): unknown => SHAPES[layer]?.(reading) ?? reading[layer]

const collect = (name: string, names: Layer[]): Layer[] => [...names, name as Layer]
