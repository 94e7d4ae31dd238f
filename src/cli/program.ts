/** The command and its subcommands, put together but not run: `main.ts` runs it, the documentation test reads it. */
import { Command } from 'commander'
import { annotate } from './annotate.ts'
import { EXIT } from './options.ts'
import { read } from './read.ts'
import { serve } from './serve.ts'
import { show } from './show.ts'
import { sort } from './sort.ts'
import { why } from './why.ts'

const HELP = `
Example:
  recount read examples/mosul --out picture

Every command has its own --help with examples.`

/** Build the program. Wrong usage ends the process with status 2, after commander has said what was wrong. */
export function program(): Command {
  const root = new Command('recount')
    .description(
      'Reads news reports of a crisis and recounts it: what happened, who holds what, how many, and according to whom.',
    )
    .addHelpText('after', HELP)
    .showHelpAfterError('See `recount --help`.')
  for (const command of [read(), show(), why(), serve(), sort(), annotate()]) root.addCommand(command)
  for (const command of [root, ...root.commands])
    command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  return root
}
