/** The `recount` command: one file a subcommand beside this one. */
import { Command } from 'commander'
import { annotate } from './annotate.ts'

const program = new Command('recount').description(
  'Reads news reports of a crisis and recounts it, every statement with its source.',
)
program.addCommand(annotate())
await program.parseAsync()
