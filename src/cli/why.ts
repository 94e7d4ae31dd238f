/** `recount why`: prints how the machine came to a claim. */
import { Command } from 'commander'
import { openProject } from '../engine/project.ts'
import { UserError } from '../model/diagnostic.ts'
import { why as explainClaim } from '../present/why.ts'
import { cacheOption, nothingRead, ownPlaces, placesOption, print, printable, terminalStyle } from './options.ts'
import { projectProgress } from './progress.ts'

export function why(): Command {
  return new Command('why')
    .description('print why the machine made a claim: trigger, frame, parse, and how each argument was chosen')
    .argument('<claim>', 'a claim’s id, as `recount show` prints it')
    .argument('<path...>', 'the reports, as for `recount read`')
    .addOption(placesOption())
    .addOption(cacheOption())
    .addHelpText('after', '\nExample:\n  recount why 06muuh6bg6w leads/')
    .action(async (id: string, paths: string[], { places, cache }: { places: readonly string[]; cache: boolean }) => {
      const own = await ownPlaces(places)
      const steps = projectProgress()
      const project = await openProject(paths, { ...own, cache, ...steps })
      steps.stop()
      if (project.empty) return nothingRead(project.diagnostics)
      const kept = project.readings.find(({ claims }) => claims.some((claim) => claim.id.startsWith(id)))
      // Tokens are not kept: the one report is read again, which gives the same claims.
      const reading = kept && (await project.reread(kept.report))
      const claim = reading?.claims.find((one) => one.id.startsWith(id))
      if (!reading || !claim)
        throw new UserError('why/unknown', `No claim in these reports has the id "${id}".`, {
          hint: '`recount show REF PATH` prints the ids of the claims behind a line of the brief.',
        })
      await print(printable(explainClaim(reading, claim, terminalStyle())))
    })
}
