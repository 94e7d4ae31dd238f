/**
 * Who says so, at the end of a sentence: "killed 14 civilians, two aid workers told the agency."
 *
 *     killing  14 civilians ,  two aid workers  told ...
 *     read as     obj ◂── conj ───────┘           no subject
 *     meant       obj            nsubj ──▸        parataxis of what is said
 *
 * The parser takes the speakers for one more of those that were counted. Verbs of saying only, right behind the noun
 * and with a comma before its phrase.
 */
const SAYING = /^(?:say|tell|add|report|announce|confirm|warn|explain)$/
const INSIDE = /^(?:det|nummod|amod|compound|nmod:poss|case|advmod|flat|punct)/

/** Give a verb of saying its subject, and its sentence, back. Changes heads and labels in place; `heads` count in the sentence, -1 is the root. */
export function mendSaid(
  deprels: string[],
  heads: number[] | Int32Array,
  { xpos, lemmas }: { readonly xpos: readonly string[]; readonly lemmas: readonly string[] },
): void {
  const root = heads.indexOf(-1)
  for (let verb = 2; verb < xpos.length; verb++) {
    const noun = verb - 1
    if (verb === root || root > noun || xpos[verb] !== 'VBD' || !SAYING.test(lemmas[verb]!)) continue
    if (!/^NNP?S?$/.test(xpos[noun]!) || /^(?:VB|MD)/.test(xpos[verb + 1] ?? '')) continue
    let start = noun
    while (start > 0 && heads[start - 1]! >= start - 1 && heads[start - 1]! <= noun && INSIDE.test(deprels[start - 1]!))
      start--
    if (lemmas[start] === ',') start++
    if (
      lemmas[start - 1] !== ',' ||
      start - 1 <= root ||
      deprels.some((label, i) => label === 'cc' && (heads[i] === noun || heads[i] === verb))
    )
      continue
    for (let i = 0; i < start; i++)
      if (heads[i] === verb && /^nsubj/.test(deprels[i]!)) [heads[i], deprels[i]] = [root, 'obj']
    ;[heads[noun], deprels[noun]] = [verb, 'nsubj']
    ;[heads[verb], deprels[verb]] = [root, 'parataxis']
  }
}
