/**
 * Facts as numbers: how features.ts calls what it looks at.
 *
 *     role subj, armed-group  ─▶  mix(FACT.role, seed('subj'), seed('armed-group'))
 *
 * The names of the facts are hashed when the module is read.
 */
import { hash } from '../../../language/features.ts'
import { combined } from '../facts.ts'

/** The names of the facts. */
export const FACT = {
  form: hash('form'), shape: hash('shape'), kind: hash('kind'), kindBasis: hash('kind basis'), word: hash('word'), pointed: hash('pointed'),
  pointedKind: hash('pointed kind'), pointedRole: hash('pointed role'), notPointed: hash('not pointed'), hit: hash('hit'),
  hitKind: hash('hit kind'), hitRole: hash('hit role'), notHit: hash('not hit'), widens: hash('widens'), widensActed: hash('widens acted'),
  salience: hash('salience'), salienceForm: hash('salience form'), early: hash('early'), nobody: hash('nobody'),
  nobodyLemma: hash('nobody lemma'), acted: hash('acted'), suffered: hash('suffered'), actedLast: hash('acted last'), first: hash('first'),
  speaks: hash('speaks'), speaksFirst: hash('speaks first'), open: hash('open'), zone: hash('zone'), side: hash('side'),
  sideKind: hash('side kind'), path: hash('path'), pathKind: hash('path kind'), pathPrep: hash('path prep'), pathLemma: hash('path lemma'),
  pathCluster: hash('path cluster'), nearestBefore: hash('nearest before'), nearestAfter: hash('nearest after'), counted: hash('counted'),
  self: hash('self'), back: hash('back'), deprel: hash('deprel'), prep: hash('prep'), upos: hash('upos'), under: hash('under'),
  head: hash('head'), place: hash('place'), role: hash('role'), rolePos: hash('role pos'), roleLemma: hash('role lemma'),
  roleCluster: hash('role cluster'), actorRole: hash('actor role'), targetRole: hash('target role'), noRole: hash('no role'),
} // biome-ignore format: a table

/** Hash of two or three numbers. */
export const mix = (a: number, b: number, c = 0): number => combined(0, a, b, c)

/** Lists of features, one behind the other: the list of candidate i is `[ends[i], ends[i + 1])`. */
export interface Lists {
  readonly features: Int32Array
  readonly ends: readonly number[]
}

/** Room for the features of one candidate: some forty facts, and up to six for each of its roles, each counted three times. */
const ROOM = 3 * 1024

/** Gathers lists, in room that is kept from claim to claim: `all` holds until the next `clear`. */
export function lister() {
  let features = new Int32Array(8 * ROOM)
  let ends = [0]
  let n = 0
  return {
    clear(): void {
      ends = [0]
      n = 0
    },
    add(feature: number): void {
      features[n++] = feature
    },
    /** The list of one candidate is whole. */
    end(): void {
      ends.push(n)
      if (n + ROOM <= features.length) return
      const larger = new Int32Array(2 * features.length)
      larger.set(features)
      features = larger
    },
    all: (): Lists => ({ features, ends }),
  }
}
