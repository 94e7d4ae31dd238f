/** `recount sort`: per report its story and the reports it shares passages with, one JSON line each, in input order. */
import { Command } from 'commander'
import { gather } from '../engine/gather.ts'
import { copies } from '../relate/copies.ts'
import { stories } from '../relate/stories.ts'
import { complain, nothingRead, print } from './options.ts'

export function sort(): Command {
  return new Command('sort')
    .description('print per report its story and the reports it shares passages with')
    .argument('<path...>', 'files and folders of .txt, .md, .html or .jsonl, or - for JSONL on standard input')
    .addHelpText('after', '\nExample:\n  recount sort reports.jsonl > stories.jsonl')
    .action(async (paths: string[]) => {
      const { reports, diagnostics } = await gather(paths)
      if (reports.length === 0) return nothingRead(diagnostics)
      complain(diagnostics)
      const story = stories(reports)
      const shared = reports.map((): { of: string; share: number }[] => [])
      for (const { a, b, share } of copies(reports)) {
        shared[a]!.push({ of: reports[b]!.id, share })
        shared[b]!.push({ of: reports[a]!.id, share })
      }
      for (const [i, { id }] of reports.entries())
        await print(`${JSON.stringify({ id, story: reports[story[i]!]!.id, copies: shared[i] })}\n`)
    })
}
