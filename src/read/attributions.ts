/** Who says what: source, cue and content. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const attributions: Stage<Resources, 'attributions'> = {
  name: 'attributions',
  needs: ['passages', 'sentences', 'tokens', 'names', 'actors'],
  gives: ['attributions'],
  run: () => ({ attributions: [] }),
}
