/** Actors, through aliases, composition, pronouns and definite descriptions. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const actors: Stage<Resources, 'actors'> = {
  name: 'actors',
  needs: ['passages', 'sentences', 'tokens', 'names', 'places'],
  gives: ['actors'],
  run: () => ({ actors: [] }),
}
