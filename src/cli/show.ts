/** `recount show`: opens a reference of the brief as the sentences it rests on. */
import { Command } from 'commander'
import { openProject } from '../engine/project.ts'
import { UserError } from '../model/diagnostic.ts'
import { evidence, find } from '../present/evidence.ts'
import {
  cacheOption,
  nothingRead,
  ownPlaces,
  placesOption,
  print,
  printable,
  terminalStyle,
  terminalWidth,
} from './options.ts'
import { projectProgress } from './progress.ts'

export function show(): Command {
  return new Command('show')
    .description('open a reference of the brief as the quoted sentences it rests on')
    .argument('<ref>', 'a reference as the brief prints it, such as F3f2a, or a claim’s id')
    .argument('<path...>', 'the reports, as for `recount read`')
    .addOption(placesOption())
    .addOption(cacheOption())
    .addHelpText('after', '\nExample:\n  recount show F3f2a leads/')
    .action(async (ref: string, paths: string[], { places, cache }: { places: readonly string[]; cache: boolean }) => {
      const own = await ownPlaces(places)
      const steps = projectProgress()
      const project = await openProject(paths, { ...own, cache, ...steps })
      steps.stop()
      if (project.empty) return nothingRead(project.diagnostics)
      const picture = project.picture()
      const item = find(picture, ref)
      if (!item)
        throw new UserError('show/unknown', `Nothing in these reports has the reference "${ref}".`, {
          hint: 'Take a reference from `recount read` on the same reports; it changes when they do.',
        })
      const texts = new Map(project.readings.map(({ report }) => [report.id, report.text]))
      await print(printable(evidence(picture, item, texts, terminalStyle(), terminalWidth())))
    })
}
