/**
 * Calamities: which earthquake, flood or outbreak an event of type "other" is.
 *
 *     A 7.2-magnitude earthquake struck Haiti.      "earthquake", the subject
 *     Cyclone Idai made landfall near Beira.        "Cyclone Idai": its own name
 *     The flooding in Valencia was the worst ...    "flooding", the word itself
 *
 * Nobody does it, so it stands as the event's target. What counts as one is the class "calamity" of
 * data/codebook/classes.tsv; "hazard" beside it is whatever does harm, water and wind too, and names no event.
 */
import type { Codebook } from '../../knowledge/codebook.ts'
import type { Token } from '../../model/text.ts'
import { fill } from './clauses.ts'
import type { Scene } from './frames.ts'
import type { Told } from './told.ts'

/** What the calamity is called; null where the event is none. */
export function calamityOf({ view }: Scene, { label, frame, token }: Told, { classes }: Codebook): string | null {
  if (label !== 'other' || !frame) return null
  const { tokens } = view
  const isOne = (at: number): boolean =>
    classes.get(tokens[at]?.lemma.toLowerCase() ?? '')?.includes('calamity') === true
  const heads = tokens[token]!.upos === 'VERB' ? fill(view, token, 'subj') : [token]
  for (const head of heads)
    for (const at of [head, head - 1])
      if (isOne(at) && (at === head || tokens[head]!.upos === 'PROPN')) return nameAt(tokens, at)
  return null
}

/** "Cyclone Idai", "Hurricane Maria": with what it is called; else its word alone. */
function nameAt(tokens: readonly Token[], at: number): string {
  const { text, lemma, sentence } = tokens[at]!
  const name = tokens[at + 1]
  const isCalled = /^\p{Lu}/u.test(text) && name?.upos === 'PROPN' && name.sentence === sentence
  const word = lemma.toLowerCase()
  return isCalled ? `${text} ${name.text}` : (SAME[word] ?? word)
}

/** Words for one thing. */
const SAME: Readonly<Record<string, string>> = {
  quake: 'earthquake',
  flooding: 'flood',
  floodwater: 'flood',
  lava: 'eruption',
  volcano: 'eruption',
  bushfire: 'wildfire',
}
