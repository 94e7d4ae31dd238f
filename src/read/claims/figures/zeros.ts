/**
 * Nobody, said without a number, and nothing, said of a report.
 *
 *     The shell landed without causing casualties.         0 casualties
 *     There were no immediate reports of injuries.          0 injuries, not 0 reports
 */
import type { Sentence, Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'
import type { Found } from './triggers.ts'

/** "Did not cause further casualties", "without injuries": harm that a negated verb or "without" takes away counts nobody. */
export function negated(
  tokens: readonly Token[],
  { first }: Sentence,
  found: readonly Found[],
  numbered: readonly Candidate[],
): Candidate[] {
  const heads = new Set(found.filter(({ trigger }) => trigger.form === 'counts').map(({ at }) => at))
  return [...heads].flatMap((head): Candidate[] => {
    if (!HARM.test(tokens[head]!.lemma) || numbered.some(({ from, to }) => from <= head && head < to)) return []
    let from = head
    while (from > first && /^(?:JJR?|NN|RBR)$/.test(tokens[from - 1]!.xpos)) from--
    const any = from > first && /^any$/i.test(tokens[from - 1]!.text) ? from - 1 : from
    if (/^(?:DT|CD|PRP\$|POS)$/.test(tokens[from - 1]?.xpos ?? '') && any === from) return []
    const no = denial(tokens, head, any)
    if (no < 0) return []
    const [start, end] = [tokens[no]!.start, tokens[head]!.end]
    const none = { kind: 'number', low: 0, high: 0, bound: 'exact', quantity: null } as const
    return [{ ...none, span: { start, end }, number: any, head, anchor: head, from: any, to: head + 1 }]
  })
}

const HARM = /^(?:casualty|injury|fatality|death)$/

/** The word that takes the phrase away: "without" in front of it, or what negates the verb that would cause it, itself or two steps up; -1 where there is none. */
function denial(tokens: readonly Token[], head: number, from: number): number {
  if (/^without$/i.test(tokens[from - 1]?.text ?? '')) return from - 1
  if (tokens[head]!.deprel !== 'obj') return -1
  let verb = tokens[head]!.head
  if (!CAUSE.test(tokens[verb]?.lemma ?? '')) return -1
  for (let step = 0; step < 3 && verb >= 0; step++) {
    for (let i = Math.max(0, verb - 6); i < verb; i++) {
      const { head: above, lemma, text } = tokens[i]!
      if (above === verb && (lemma === 'not' || /^(?:n['’]t|never|without)$/i.test(text))) return i
    }
    if (!/^xcomp/.test(tokens[verb]!.deprel)) return -1
    verb = tokens[verb]!.head
  }
  return -1
}

const CAUSE = /^(?:cause|suffer|inflict|sustain|have|see)$/

/** "No immediate reports of injuries": what is told of, after the word for the telling; -1 where there is none. */
export function reportedOf(tokens: readonly Token[], head: number, last: number): number {
  if (!/^(?:report|sign|indication|account|record|word)$/.test(tokens[head]!.lemma)) return -1
  if (!/^(?:of|on)$/.test(tokens[head + 1]?.text ?? '')) return -1
  for (let i = head + 2; i < Math.min(head + 7, last); i++)
    if (/^NNS?$/.test(tokens[i]!.xpos) && !/^NN/.test(tokens[i + 1]?.xpos ?? '')) return i
  return -1
}
