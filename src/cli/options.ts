/** What several commands share: checked dates, colours, and how text and errors reach the user. */
import { InvalidArgumentError, Option } from 'commander'
import colours from 'picocolors'
import { Temporal } from 'temporal-polyfill'
import { cacheFolder } from '../engine/cache.ts'
import type { ReadOptions } from '../engine/read-all.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { UserError } from '../model/diagnostic.ts'
import type { Day } from '../model/report.ts'
import type { Style } from '../present/brief.ts'

/** Exit statuses: the work was done; nothing could be read; the command was used wrongly. */
export const EXIT = { done: 0, nothing: 1, usage: 2 } as const

/** A calendar day as the user typed it. Throws commander's error, which names the option, when it is none. */
export function parseDay(value: string): Day {
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString()
  } catch {
    throw new InvalidArgumentError('A date is written year-month-day, such as 2016-10-24.')
  }
}

/** `--places`, of every command that reads. */
export const placesOption = (): Option =>
  new Option('--places <file>', 'your own places: a GeoNames dump or a CSV with points; may be given more than once')
    .argParser((file: string, files: string[]) => [...files, file])
    .default([], 'none')

/** `--no-cache`, of every command that reads again what it may have read before. */
export const cacheOption = (): Option => new Option('--no-cache', 'read everything anew and keep no readings')

/** What the help of those commands says of it. */
export async function cacheHelp(): Promise<string> {
  const folder = await cacheFolder()
  const where = folder === null ? 'nowhere now' : `in ${folder} (yours alone; delete it whenever you like)`
  return `
What was read of files is kept ${where} and taken from there while nothing has changed.
It holds quotations, not whole texts. --no-cache goes without; RECOUNT_CACHE names another folder, or is "off".`
}

/** What the engine needs to know of the user's own places. Rows that could not be used are said. Throws `UserError` for files that cannot be. */
export async function ownPlaces(files: readonly string[]): Promise<Pick<ReadOptions, 'places' | 'resources'>> {
  if (files.length === 0) return {}
  const { resourcesWith } = await import('../engine/own-places.ts')
  return { places: files, resources: resourcesWith(files, (trouble) => complain([trouble])) }
}

/** Colours of standard output: none in a pipe or under NO_COLOR. */
export function terminalStyle(): Style {
  const { bold, dim } = colours.createColors(Boolean(colours.isColorSupported && process.stdout.isTTY))
  return { bold, dim }
}

/** Width to lay text out in; 100 in a pipe, so that output does not depend on where it runs. */
export const terminalWidth = (): number =>
  process.stdout.isTTY ? Math.max(40, Math.min(process.stdout.columns || 100, 120)) : 100

/** Codes that `terminalStyle` writes itself. */
const OWN_CODES = ['\x1b[1m', '\x1b[2m', '\x1b[22m']

/** Text for a terminal: a report's control characters, which could move the cursor or paint the screen, are shown as "\ufffd". */
export const printable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (control, at: number) =>
    control === '\n' || OWN_CODES.some((code) => text.startsWith(code, at)) ? control : '\ufffd',
  )

/** Write to standard output and wait until it is taken, so that memory stays flat in a slow pipe. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done))
}

/** One line on standard error for each problem that is more than a remark. */
export function complain(diagnostics: readonly Diagnostic[]): void {
  for (const { severity, file, report, message } of diagnostics)
    if (severity !== 'info')
      console.error(printable(`${severity}: ${file ?? report ?? 'input'}: ${message}`.replace(/\s+/g, ' ')))
}

/** What is said when not a single report came out of the paths. */
export const NOTHING_READ = 'no report could be read. See `recount read --help` for what PATH may hold.'

/** Not a single report came out of the paths: say why, and end with the status for it. */
export function nothingRead(diagnostics: readonly Diagnostic[]): void {
  complain(diagnostics)
  console.error(`error: ${NOTHING_READ}`)
  process.exitCode = EXIT.nothing
}

/** Say what went wrong, where, and what to do next. Anything but a user's mistake is a defect and keeps its stack. */
export function explain(error: unknown): number {
  if (!(error instanceof UserError)) throw error
  console.error(printable(`error: ${error.message}${error.path ? ` (${error.path})` : ''}`))
  if (error.hint) console.error(`       ${error.hint}`)
  return EXIT.nothing
}
