/**
 * Repelled: an attempt on a place that its defenders beat off.
 *
 *     Police beat back an attempt by the gangs to take Tarin.
 *            ^^^^^^^^^ repels         ^^^^^ tried  ^^^^ and did not
 *
 * It is told as a taking that did not happen, by those who attacked: whoever repels it has taken nothing.
 */
import { type Clauses, fill } from './clauses.ts'

/** The verb by which the attack that a word tells of was beaten off; null where none was. */
export function repelledBy(view: Clauses, at: number): number | null {
  const { tokens } = view
  let noun = at
  // "Attempts | to take": the taking hangs on what was tried.
  for (let step = 0; step < 2 && !TRIED.test(tokens[noun]!.lemma); step++) {
    const { head, deprel } = tokens[noun]!
    if (head >= 0 && deprel.startsWith('obl') && isRepelling(view, head)) return head
    if (head < 0 || !/^(?:acl|advcl|xcomp|nmod|obl|conj)/.test(deprel)) return null
    noun = head
  }
  const { head, deprel } = tokens[noun]!
  if (!TRIED.test(tokens[noun]!.lemma) || head < 0 || !/^(?:obj|nsubj:pass|conj)/.test(deprel)) return null
  const verb = deprel === 'conj' ? tokens[head]!.head : head
  return verb >= 0 && isRepelling(view, verb) ? verb : null
}

const TRIED =
  /^(?:attempt|bid|attack|assault|offensive|advance|push|counterattack|counteroffensive|counter-offensive|onslaught|incursion|raid|effort|try)$/

function isRepelling({ tokens }: Clauses, verb: number): boolean {
  const { lemma } = tokens[verb]!
  if (/^(?:repel|repulse|foil|thwart|rebuff|fend)$/.test(lemma)) return true
  return (
    /^(?:beat|fight|push|drive|hold|throw|turn)$/.test(lemma) && /^(?:back|off)$/.test(tokens[verb + 1]?.text ?? '')
  )
}

/** Is the word one of those who repelled it? */
export const isDefender = (view: Clauses, verb: number, at: number): boolean => fill(view, verb, 'subj').includes(at)
