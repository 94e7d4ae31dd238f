/** `recount read`: the main job. Reads reports, prints the brief, and writes the picture where asked. */
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { loadPageTemplate } from '../engine/assets.ts'
import { openProject, type Project } from '../engine/project.ts'
import { OUTPUT } from '../ingest/files.ts'
import type { Clocks } from '../model/ledger.ts'
import type { Picture } from '../model/picture.ts'
import { brief, ROOM } from '../present/brief.ts'
import { claimLine } from '../present/claims.ts'
import { inPieces, jsonPieces } from '../present/json.ts'
import { page } from '../present/page.ts'
import {
  cacheOption,
  complain,
  nothingRead,
  ownPlaces,
  parseDay,
  placesOption,
  print,
  printable,
  terminalStyle,
  terminalWidth,
} from './options.ts'
import { makeFolder, type OutputFile, writeFiles } from './output.ts'
import { projectProgress } from './progress.ts'

interface ReadOptions extends Clocks {
  readonly out?: string
  readonly json?: boolean
  readonly jobs?: number
  readonly places: readonly string[]
  readonly cache: boolean
}

const HELP = `
PATH is a .txt, .md, .html or .jsonl file, a folder of them, or - for JSONL on standard input (one report a line:
id, text, title, publisher, published, url). A reports.json beside the files, an array of {file or id, published,
publisher, url, title}, gives what the texts do not.

Examples:
  recount read examples/mosul                        print the brief
  recount read leads/ --out picture                  write picture/claims.jsonl, picture.json and index.html
  recount read leads/ --as-of 2016-10-24             what was known by 24 October
  recount read leads/ --on 2016-10-20 --json         the picture of 20 October, as JSON
  cat reports.jsonl | recount read -                 read from a pipe

Exit status: 0 when the work was done (problems in single reports are listed), 1 when nothing could be read,
2 when the command was used wrongly.`

export function read(): Command {
  return new Command('read')
    .description('read reports and print the brief')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('--out <dir>', 'also write claims.jsonl, picture.json and index.html there')
    .option('--on <date>', 'the day looked at, such as 2016-10-20', parseDay)
    .option('--as-of <date>', 'the day known up to: what was published later changes nothing', parseDay)
    .option('--json', 'print the picture as JSON instead of the brief')
    .addOption(placesOption())
    .option('--jobs <number>', 'threads to read with (default: one a core, once there are many reports)', parseJobs)
    .addOption(cacheOption())
    .addHelpText('after', HELP)
    .action(async (paths: string[], { out, json, jobs, places, cache, on = null, asOf = null }: ReadOptions) => {
      const template = out === undefined ? '' : loadPageTemplate()
      if (out !== undefined) await makeFolder(out)
      const own = await ownPlaces(places)
      const steps = projectProgress()
      const project = await openProject(paths, { ...own, jobs, cache, ...steps })
      if (project.empty) {
        steps.stop()
        nothingRead(project.diagnostics)
        return
      }
      const clocks = { on, asOf }
      // A full disk costs the files, not the reading: the brief comes first, then the error.
      const failure =
        out === undefined
          ? null
          : await writeFiles(out, await outputs(project, clocks, template)).then(
              () => null,
              (error: unknown) => ({ error }),
            )
      const picture = project.picture(clocks)
      steps.stop()
      if (json) {
        complain(project.diagnostics)
        for (const piece of inPieces(pictureText(picture))) await print(piece)
      } else {
        // The brief has room for a few problems; every file that was left out is named all the same.
        if (project.diagnostics.filter(({ severity }) => severity !== 'info').length > ROOM.problems)
          complain(project.diagnostics)
        await print(printable(brief(picture, project.diagnostics, terminalStyle(), terminalWidth())))
      }
      if (failure) throw failure.error
      if (out !== undefined) console.error(`The page is at ${join(out, 'index.html')}`)
    })
}

/** The three files of `--out`. */
async function outputs(project: Project, clocks: Required<Clocks>, template: string): Promise<OutputFile[]> {
  const { on, asOf } = clocks
  const data = { ...(await project.page(clocks)), earlier: asOf === null ? project.earlier(on) : {} }
  const contents = [inPieces(claimLines(data.picture)), inPieces(pictureText(data.picture)), await page(template, data)]
  return contents.map((text, i) => [OUTPUT[i]!, text])
}

function* claimLines({ claims }: Picture): Generator<string> {
  for (const claim of claims) yield `${JSON.stringify(claimLine(claim))}\n`
}

function* pictureText(picture: Picture): Generator<string> {
  yield* jsonPieces(picture, 1)
  yield '\n'
}

function parseJobs(value: string): number {
  const jobs = Number(value)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new InvalidArgumentError('Threads are a whole number from 1 to 64.')
  return jobs
}
