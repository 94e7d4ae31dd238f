/** Time expressions, placed in days. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const times: Stage<Resources, 'times'> = {
  name: 'times',
  needs: ['passages', 'sentences', 'tokens'],
  gives: ['times'],
  run: () => ({ times: [] }),
}
