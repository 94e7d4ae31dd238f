/** Places, resolved against the gazetteer. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const places: Stage<Resources, 'places'> = {
  name: 'places',
  needs: ['passages', 'sentences', 'tokens', 'names'],
  gives: ['places'],
  run: () => ({ places: [] }),
}
