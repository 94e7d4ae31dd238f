/**
 * Facts as numbers: the features of one candidate or one sentence while features.ts gathers them.
 *
 *     add(NAME.subjKind, seed('armed-group'), seed('VERB'))  ─▶  all(): one 32-bit hash a fact
 *
 * They are hashed together when all are there. Hashed where each is stated, which is some fifty places, they
 * made the gathering so large that compiling it was a twentieth of all compiling.
 */
import { hash } from '../../language/features.ts'

const seeds = new Map<string, number>()
/** Number of a feature's name, hashed once. */
export function seed(name: string): number {
  let value = seeds.get(name)
  if (value === undefined) seeds.set(name, (value = hash(name)))
  return value
}

/** The names of the features. */
export const NAME = {
  bagFrame: hash('bag frame'), bagGroup: hash('bag group'), pos: hash('pos'), tag: hash('tag'),
  deprel: hash('deprel'), rolePos: hash('role pos'), lemma: hash('lemma'), lemmaPos: hash('lemma pos'),
  group: hash('group'), middle: hash('middle'), quoted: hash('quoted'), child: hash('child'), root: hash('root'),
  headGroup: hash('head group'), headFrame: hash('head frame'), subjKind: hash('subj kind'),
  subjGroup: hash('subj group'), objKind: hash('obj kind'), objGroup: hash('obj group'), pair: hash('pair'),
  objFrame: hash('obj frame'), prepKind: hash('prep kind'), prepGroup: hash('prep group'),
  modGroup: hash('mod group'), arguments: hash('arguments'), noFrame: hash('no frame'), frame: hash('frame'),
  vote: hash('vote'), votePos: hash('vote pos'), voteDeprel: hash('vote deprel'), voteAlone: hash('vote alone'),
  voteRole: hash('vote role'), voteSubj: hash('vote subj'), clauseGroup: hash('clause group'),
  clauseVote: hash('clause vote'), voteVote: hash('vote vote'), cue: hash('cue'), role: hash('role'),
  size: hash('size'), early: hash('early'),
} // biome-ignore format: a table

/** A name and three values each. */
let room = new Int32Array(4 * 1024)
let filled = 0

/** Begin a new list. */
export const clear = (): void => {
  filled = 0
}

/** One more feature: its name and what it is about. */
export function add(name: number, a: number, b = 0, c = 0): void {
  if (filled === room.length) {
    const larger = new Int32Array(2 * room.length)
    larger.set(room)
    room = larger
  }
  room[filled] = name
  room[filled + 1] = a
  room[filled + 2] = b
  room[filled + 3] = c
  filled += 4
}

/** The hashes of all features since `clear`. */
export function all(): Int32Array {
  const features = new Int32Array(filled / 4)
  for (let i = 0, at = 0; at < filled; i++, at += 4) {
    let h =
      room[at]! +
      Math.imul(room[at + 1]!, 0x9e3779b1) +
      Math.imul(room[at + 2]!, 0x85ebca6b) +
      Math.imul(room[at + 3]!, 0xc2b2ae35)
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    features[i] = h ^ (h >>> 13)
  }
  return features
}
