/** Sentences, tokens, tags and dependency parse of each passage. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const parse: Stage<Resources, 'sentences' | 'tokens'> = {
  name: 'parse',
  needs: ['passages'],
  gives: ['sentences', 'tokens'],
  run: () => ({ sentences: [], tokens: [] }),
}
