/** Proper names, consistent over the whole report. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const names: Stage<Resources, 'names'> = {
  name: 'names',
  needs: ['passages', 'sentences', 'tokens'],
  gives: ['names'],
  run: () => ({ names: [] }),
}
