/** One code for a whole short report. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const code: Stage<Resources, 'code'> = {
  name: 'code',
  needs: ['claims', 'sentences', 'tokens', 'actors'],
  gives: ['code'],
  run: () => ({ code: { acled: null, plover: null } }),
}
