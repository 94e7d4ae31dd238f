/** Runs the command. A user's mistake is explained; anything else is a defect and keeps its stack. */
import { HOME } from '../engine/home.ts'
import { openAhead } from '../engine/packed.ts'
import { EXIT, explain } from './options.ts'

// A reader that has seen enough (`recount read … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  console.error(`error: standard output could not be written: ${error.message}`)
  process.exit(EXIT.nothing)
})

// A reading to come has its largest files unpacked on other threads while the modules load. A server reads in a thread of its own.
const READS = new Set(['read', 'annotate', 'show', 'why'])
const reads = READS.has(process.argv[2] ?? '') && process.argv.length > 3 && !process.argv.includes('--help')
const ahead = reads ? openAhead(HOME) : null

try {
  const { program } = await import('./program.ts')
  const commands = await program(process.argv[2])
  await ahead
  await commands.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}
