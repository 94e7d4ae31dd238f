/** `recount sort`: per report its story and the reports it shares passages with, one JSON line each, in input order. */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { given, type Report, UNDATED } from '../model/report.ts'
import { copies } from '../relate/copies.ts'
import { stories } from '../relate/stories.ts'

export function sort(): Command {
  return new Command('sort')
    .description('print per report its story and the reports it shares passages with')
    .argument('<path>', 'a JSONL file with id and text a line, or - for standard input')
    .addHelpText('after', '\nExample:\n  recount sort reports.jsonl > stories.jsonl')
    .action(async (path: string) => {
      const reports: Report[] = []
      for await (const line of createInterface({ input: path === '-' ? process.stdin : createReadStream(path) })) {
        if (!line.trim()) continue
        const { id, text, title, published } = JSON.parse(line)
        reports.push({
          id: String(id),
          text: typeof text === 'string' ? text : '',
          title: typeof title === 'string' ? title : undefined,
          published: published ? given(published) : UNDATED,
        })
      }
      const story = stories(reports)
      const shared = reports.map((): { of: string; share: number }[] => [])
      for (const { a, b, share } of copies(reports)) {
        shared[a]!.push({ of: reports[b]!.id, share })
        shared[b]!.push({ of: reports[a]!.id, share })
      }
      for (const [i, { id }] of reports.entries()) {
        const line = { id, story: reports[story[i]!]!.id, copies: shared[i] }
        if (!process.stdout.write(`${JSON.stringify(line)}\n`))
          await new Promise((done) => process.stdout.once('drain', done))
      }
    })
}
