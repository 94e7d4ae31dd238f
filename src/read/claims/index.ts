/** Claims: figures, control and events. */
import type { Resources } from '../../knowledge/resources.ts'
import type { Stage } from '../stage.ts'

export const claims: Stage<Resources, 'claims'> = {
  name: 'claims',
  needs: ['passages', 'sentences', 'tokens', 'names', 'numbers', 'times', 'places', 'actors', 'attributions'],
  gives: ['claims'],
  run: () => ({ claims: [] }),
}
