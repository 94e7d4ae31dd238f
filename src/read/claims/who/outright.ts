/**
 * Whom the grammar itself names: believed where the weights would leave nobody, if they think him likely at all.
 *
 *     Fishermen rescued the crew.      They urged Chad to act.      The clans must disarm.
 *     ^^^^^^^^^ actor                             ^^^^ target        ^^^^^^^^^ target
 */
import type { Argument } from '../arguments.ts'
import { isPassive } from '../clauses.ts'
import type { Scene } from '../frames.ts'
import type { Told } from '../told.ts'

/** Whom the grammar names as the actor of an event's verb, not merely describes; null for nobody. */
export function outrightly({ view }: Scene, { label, token }: Told, pointed: Argument | null): string | null {
  if (!pointed || label.startsWith('control:') || view.tokens[token]!.upos !== 'VERB' || isPassive(view, token))
    return null
  const { basis, name } = pointed.who
  return basis === 'words' || basis === 'pronoun' ? null : name
}

/** Whom the grammar names as the one a demand is made of: "urged the clans to", "called on Chad", "the clans must"; null for nobody. */
export function addressed({ view }: Scene, { label, token }: Told, target: Argument | null): string | null {
  if (!target || label !== 'demand') return null
  const { lemma, deprel, upos } = view.tokens[token]!
  const asks = upos === 'VERB' && ASKS.test(lemma) && /^(?:obj|iobj|on|upon)$/.test(target.role)
  const must =
    deprel.startsWith('aux') &&
    target.role === 'subj' &&
    target.who.kind !== 'other' &&
    !isPassive(view, view.tokens[token]!.head)
  return asks || must ? target.who.name : null
}
const ASKS =
  /^(?:urge|call|press|pressure|push|ask|tell|order|instruct|appeal|implore|exhort|beg|warn|advise|encourage)$/
