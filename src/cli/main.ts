/** Runs the command. A user's mistake is explained; anything else is a defect and keeps its stack. */
import { EXIT, explain } from './options.ts'
import { program } from './program.ts'

// A reader that has seen enough (`recount read … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  console.error(`error: standard output could not be written: ${error.message}`)
  process.exit(EXIT.nothing)
})

try {
  await program().parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}
