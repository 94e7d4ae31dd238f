/** The `recount` command: one file a subcommand beside this one. */
import { Command } from 'commander'
import { annotate } from './annotate.ts'
import { sort } from './sort.ts'

const program = new Command('recount').description(
  'Reads news reports of a crisis and recounts it, every statement with its source.',
)
program.addCommand(annotate())
program.addCommand(sort())
await program.parseAsync()
