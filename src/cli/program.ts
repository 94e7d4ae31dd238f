/** The command and its subcommands, put together but not run: `main.ts` runs it, the documentation test reads it. */
import { Command } from 'commander'
import { version } from '../engine/home.ts'
import { cacheHelp, cacheOption, EXIT } from './options.ts'

const HELP = `
Example:
  recount read examples/mosul --out picture

Every command has its own --help with examples.`

/** The commands in the order of the help. Each brings only what it needs itself. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./read.ts')).read(),
  show: async () => (await import('./show.ts')).show(),
  why: async () => (await import('./why.ts')).why(),
  serve: async () => (await import('./serve.ts')).serve(),
  sort: async () => (await import('./sort.ts')).sort(),
  annotate: async () => (await import('./annotate.ts')).annotate(),
}

/**
 * Build the program: with the command of that name alone, or with all where none has it.
 * Wrong usage ends the process with status 2, after commander has said what was wrong.
 */
export async function program(name = ''): Promise<Command> {
  const root = new Command('recount')
    .description(
      'Reads news reports of a crisis and recounts it: what happened, who holds what, how many, and according to whom.',
    )
    .addHelpText('after', HELP)
    .showHelpAfterError('See `recount --help`.')
  const wanted = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS)
  for (const load of wanted) root.addCommand(await load())
  // Only whoever names no command asks for the version.
  if (wanted.length > 1) root.version(version(), '-V, --version', 'print the version')
  for (const command of root.commands) {
    command.showHelpAfterError(`See \`recount ${command.name()} --help\`.`)
    if (command.options.some(({ long }) => long === cacheOption().long)) command.addHelpText('after', await cacheHelp())
  }
  for (const command of [root, ...root.commands])
    command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  return root
}
