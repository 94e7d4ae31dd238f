/**
 * Reduced clauses: "fighters backed by jets took the town" has one verb that is told, the second.
 *
 *     fighters  backed  by  jets  took ...
 *     read as   root        agent  └ clause of the jets
 *     meant     acl ◂─────┘        root
 *
 * The parser takes the first participle for a verb with a subject; a verb without one behind the agent gives it away.
 */

/** Give the finite verb its subject, and its sentence, back. Changes heads and labels in place. */
export function mendReduced(deprels: string[], heads: number[] | Int32Array, xpos: readonly string[]): void {
  for (const [agent, deprel] of deprels.entries()) {
    const participle = deprel === 'obl:agent' ? heads[agent]! : -1
    if (participle < 1 || participle > agent || xpos[participle] !== 'VBN') continue
    const has = (of: number, label: string): number =>
      deprels.findIndex((own, i) => heads[i] === of && own.startsWith(label))
    if (has(participle, 'aux') >= 0) continue
    const own = has(participle, 'nsubj')
    const subject = own >= 0 ? own : deprels[participle] === 'acl' ? heads[participle]! : -1
    const verb = deprels.findIndex((label, i) => i > agent && heads[i] === agent && label === 'acl')
    const above = heads[participle]!
    const lent = verb > 0 && (xpos[verb] === 'VBD' || (xpos[verb] === 'VBN' && has(verb, 'obj') > 0))
    const below = deprels[participle] === 'ccomp' && above > agent && xpos[above] === 'VBD' && own >= 0
    const told = lent ? verb : below ? above : -1
    if (told < 0 || subject < 0 || subject > participle || has(told, 'nsubj') >= 0 || has(told, 'aux') >= 0) continue
    const outer = own >= 0 ? participle : subject
    if (lent) [heads[told], deprels[told]] = [heads[outer]!, deprels[outer]!]
    for (let i = 0; i < heads.length; i++)
      if (heads[i] === outer && i !== agent && i !== told && (i < subject || i > told)) heads[i] = told
    ;[heads[subject], deprels[subject]] = [told, 'nsubj']
    ;[heads[participle], deprels[participle]] = [subject, 'acl']
  }
}
