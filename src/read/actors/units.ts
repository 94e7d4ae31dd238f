/**
 * Units: the numbered part of an army under the army's name.
 *
 *     the Ruritanian army's 9th Division      the 3rd Brigade of the Ruritanian army
 *         ^^^^^^^^^^^^^^^    ^^^^^^^^^^^^          ^^^^^^^^^^^        ^^^^^^^^^^^^^^^
 *         Ruritanian army 9th Division            Ruritanian army 3rd Brigade
 *
 * Only where the report names the army beside the number: whose a "9th Division" alone is, nobody says.
 */
import type { ActorMention } from '../../model/mention.ts'
import { stretch } from '../phrases.ts'
import { compose, type Setting } from './compose.ts'

const UNIT = /^(?:Army|Corps|Division|Brigade|Regiment|Battalion|Company|Squadron)$/
const NUMBER = /^(?:\d+(?:st|nd|rd|th)|[A-Z][a-z]+(?:st|nd|rd|th)|[IVX]+)$/
/** Words between number and unit: "9th Armoured Division". */
const BETWEEN = 2

/** Every numbered unit whose army is named, in text order. */
export function units(setting: Setting): ActorMention[] {
  const { tokens } = setting
  return tokens.flatMap(({ text, sentence }, head) => {
    if (!UNIT.test(text)) return []
    let first = head - 1
    while (first > 0 && head - first <= BETWEEN && /^\p{Lu}/u.test(tokens[first]!.text) && !isNumber(setting, first))
      first--
    if (first < 0 || tokens[first]!.sentence !== sentence || !isNumber(setting, first)) return []
    const army = armyOf(setting, first, head)
    if (!army) return []
    const words = tokens.slice(first, head + 1).map(({ text }) => text)
    return {
      ...stretch(tokens, first, head),
      name: `${army.name} ${words.join(' ')}`,
      kind: army.kind,
      country: army.country,
      basis: 'composed',
      confidence: 0.8,
      head,
    }
  })
}

const isNumber = ({ tokens }: Setting, at: number): boolean => NUMBER.test(tokens[at]!.text)

/** The army whose unit it is: the possessor right before the number, or behind "of". */
function armyOf(setting: Setting, first: number, head: number): Pick<ActorMention, 'name' | 'kind' | 'country'> | null {
  const { tokens } = setting
  const owners = [
    ...(/^['’]s?$/.test(tokens[first - 1]?.text ?? '') ? [first - 2] : []),
    ...(tokens[head + 1]?.text === 'of' ? [5, 4, 3, 2].map((step) => head + step) : []),
  ]
  for (const at of owners) {
    if (tokens[at]?.sentence !== tokens[head]!.sentence || tokens[at]!.upos === 'VERB') continue
    const army = setting.formAt.get(at)?.form.actor ?? compose(setting, at)
    if (army?.kind === 'state-force' || army?.kind === 'armed-group') return { ...army, kind: army.kind }
  }
  return null
}
