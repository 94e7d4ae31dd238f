/** Runs the command. A user's mistake is explained; anything else is a defect and keeps its stack. */
import { anythingKept } from '../engine/cache.ts'
import { HOME } from '../engine/home.ts'
import { openAhead } from '../engine/packed.ts'
import { EXIT, explain } from './options.ts'

// A reader that has seen enough (`recount read … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  console.error(`error: standard output could not be written: ${error.message}`)
  process.exit(EXIT.nothing)
})

// A reading to come has its largest files unpacked on other threads while the modules load; where there may be readings
// from before, it has them unpacked when something is missing. A server reads in a thread of its own.
const TAKES_KEPT = new Set(['read', 'show', 'why'])
const [, , command = '', ...rest] = process.argv
const reads = (TAKES_KEPT.has(command) || command === 'annotate') && rest.length > 0 && !rest.includes('--help')
const mayFind = reads && TAKES_KEPT.has(command) && !rest.includes('--no-cache') && (await anythingKept())
const ahead = reads && !mayFind ? openAhead(HOME) : null

try {
  const { program } = await import('./program.ts')
  const commands = await program(process.argv[2])
  await ahead
  await commands.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}
