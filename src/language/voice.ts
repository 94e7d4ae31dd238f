/**
 * Voice: a subject of "have died" acts, whatever the parser's label.
 *
 *     At least 790 have died.     nsubj:pass ─▶ nsubj: a passive needs "be" or "get" beside its "have"
 *
 * The labeller sees a participle and a bare number and guesses. What is passive without any auxiliary ("3 killed in
 * blast") is left as it is.
 */

/** Mend the labels of subjects in place. `heads` are indices in the sentence, -1 the root. */
export function mendVoice(deprels: string[], heads: ArrayLike<number>, lemmas: readonly string[]): void {
  for (const [i, deprel] of deprels.entries()) {
    if (deprel !== 'nsubj:pass') continue
    let [perfect, passive] = [false, false]
    for (let j = 0; j < deprels.length; j++) {
      if (heads[j] !== heads[i]) continue
      perfect ||= deprels[j] === 'aux' && lemmas[j] === 'have'
      passive ||= deprels[j] === 'aux:pass' || (deprels[j] === 'aux' && lemmas[j] === 'be')
    }
    if (perfect && !passive) deprels[i] = 'nsubj'
  }
}
