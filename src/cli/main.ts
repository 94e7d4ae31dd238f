/** Runs the command. A user's mistake is explained; anything else is a defect and keeps its stack. */
import { openAhead } from '../engine/packed.ts'
import { EXIT, explain } from './options.ts'

// A reader that has seen enough (`recount read … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  console.error(`error: standard output could not be written: ${error.message}`)
  process.exit(EXIT.nothing)
})

// A reading to come has its largest files unpacked on other threads while the modules load.
if (process.argv.length > 3 && !process.argv.includes('--help')) void openAhead(new URL('../../', import.meta.url))

try {
  const { program } = await import('./program.ts')
  await program().parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}
