/**
 * Sentences whose verb was taken for a participle, so that nothing in them tells of anything.
 *
 *     A suicide blast  killed  six members of the force  known  as the Guard .
 *     read as          VBN, a clause of "blast"          VBN
 *     meant            VBD ─ has a subject and an object
 *
 * Only running text that ends in a full stop and whose main word is no finite verb is looked at. A participle that nothing was done to
 * stays one ("Thousands more civilians killed."): it may as well be a passive. Headlines are for headline.ts.
 */
import type { Analysis } from './english.ts'
import { INTRANSITIVE } from './headline.ts'

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/

/** The participles, in text order, that may be the verb of a clause whose main word is none; none where this is no whole sentence. */
export function unfinished({ words, xpos, heads, deprels }: Analysis): number[] {
  if (words.length < 4 || words.at(-1)!.form !== '.') return []
  const root = heads.indexOf(-1)
  const has = (of: number, label: RegExp, tag = /./): boolean =>
    heads.some((head, i) => head === of && label.test(deprels[i]!) && tag.test(xpos[i]!))
  const finished = FINITE.test(xpos[root]!) || has(root, /^(?:aux|cop)/, FINITE)
  // "Rebels shot down a jet, officials said": a noun that hangs on the verb of saying like a phrase, and nothing ties it there.
  const isLoose = (i: number): boolean =>
    heads[i] === root && i < root && /^(?:obl|dep|dislocated)$/.test(deprels[i]!) && !has(i, /^case/)
  const isMain = (i: number): boolean => {
    const isClause = /^(?:acl|advcl|dep|parataxis)/.test(deprels[i]!)
    return finished ? isClause && isLoose(heads[i]!) : i === root || (isClause && heads[i] === root)
  }
  return xpos.flatMap((tag, i) =>
    tag === 'VBN' && i > 0 && words[i - 1]!.form !== '-' && words[i + 1]!.form !== 'by' && isMain(i) ? [i] : [],
  )
}

/** Read as a verb of the past, has token `i` a subject, and an object where such a verb has one? */
export function isFinished({ lemmas, heads, deprels }: Analysis, i: number): boolean {
  const has = (label: string): boolean => deprels.some((deprel, j) => heads[j] === i && deprel === label)
  const isMain = heads[i] === -1 || /^(?:ccomp|parataxis)$/.test(deprels[i]!)
  return isMain && has('nsubj') && (has('obj') || INTRANSITIVE.has(lemmas[i]!))
}
