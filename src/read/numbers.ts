/** Numbers with their bounds and what they count. */
import type { Resources } from '../knowledge/resources.ts'
import type { Stage } from './stage.ts'

export const numbers: Stage<Resources, 'numbers'> = {
  name: 'numbers',
  needs: ['sentences', 'tokens'],
  gives: ['numbers'],
  run: () => ({ numbers: [] }),
}
