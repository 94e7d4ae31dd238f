/**
 * Loading the package's own modules quickly, in the main thread and in those it begins.
 *
 *     './weigh.ts' from src/read/claims/told.ts  ─▶  src/read/claims/weigh.ts, a module: nothing to look up
 *
 * Node would look every one of them up on disk, and what its nearest package.json says: a quarter of the
 * time that loading takes. Modules of other packages are found as ever.
 */
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The sources, or what was compiled from them. */
const OWN = new URL('../', import.meta.url).href

/** Load the package's modules quickly in this thread from here on. */
export const quickModules = () =>
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith('.') && context.parentURL?.startsWith(OWN)
        ? {
            url: new URL(specifier, context.parentURL).href,
            format: specifier.endsWith('.ts') ? 'module-typescript' : 'module',
            shortCircuit: true,
          }
        : next(specifier, context),
  })

/** The environment of a thread: compiled code is kept between runs from its first module on. */
export const threadEnv = (): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
  ...process.env,
})
