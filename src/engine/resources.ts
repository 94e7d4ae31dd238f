/** Loads models/ and data/ from the package into `Resources`. The only place that knows where they lie. */
import type { Resources } from '../knowledge/resources.ts'

/** Folder that holds data/ and models/. */
export const HOME = new URL('../../', import.meta.url)

/** Load what the stages need. */
export function loadResources(): Resources {
  return { version: 1 }
}
