/**
 * Whose "its troops" are, and whose "troops" that somebody sends: the country their sentence names as the one who acts.
 *
 *     Russia said it had pulled all of its 30,000 troops back.       Russian forces
 *     Ruritania's president sent troops to the border.               Ruritanian forces
 *
 * Only forces that would else be those of the country the report is about; in other sentences they stay that.
 */
import type { Token } from '../../model/text.ts'
import { related, relation } from '../phrases.ts'
import type { Found } from './aliases.ts'

interface Sentence {
  readonly tokens: readonly Token[]
  readonly formAt: ReadonlyMap<number, Found>
}

/** What a government does with troops of its own. */
const SENDS: ReadonlySet<string> = new Set(
  'order send dispatch deploy redeploy command withdraw pull move keep mass station mobilise mobilize commit lead'.split(
    ' ',
  ),
)

/** The country that owns the forces headed at `index`, whose phrase begins at `start`; null where the sentence names none. */
export function sender({ tokens, formAt }: Sentence, index: number, start: number): Found | null {
  const before = tokens.slice(start, index)
  if (before.some(({ xpos, text }) => xpos === 'PRP$' && /^(?:its|their|his|her)$/i.test(text))) {
    for (let i = start - 1; i >= 0 && tokens[i]!.sentence === tokens[index]!.sentence; i--)
      if (relation(tokens[i]!) === 'nsubj') {
        const found = countryAt(tokens, formAt, i)
        if (found) return found
      }
    return null
  }
  const verb = tokens[index]!.head
  if (verb < 0 || before.some(({ upos }) => upos === 'DET')) return null
  if (relation(tokens[index]!) !== 'obj' || !SENDS.has(tokens[verb]!.lemma)) return null
  const subject = related(tokens, verb, 'nsubj')[0]
  return subject === undefined ? null : countryAt(tokens, formAt, subject)
}

/** The country that a subject is or belongs to: "Russia", "Russian Defence Minister Ivan Orlov", "Turkey's president". */
function countryAt(tokens: readonly Token[], formAt: ReadonlyMap<number, Found>, subject: number): Found | null {
  for (let i = subject; i >= 0 && i > subject - 7 && tokens[i]!.sentence === tokens[subject]!.sentence; i--) {
    const form = formAt.get(i)
    const hangs = i === subject || tokens[i]!.head === subject || tokens[tokens[i]!.head]?.head === subject
    if (hangs && form?.form.actor.country) return form
  }
  return null
}
