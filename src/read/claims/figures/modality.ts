/**
 * Is the figure so, or only planned, forecast or demanded? Climbs from the word that gave it its measure.
 *
 *     launched a raid to capture a commander         planned     (purpose of a deed)
 *     up to 400 people could be displaced            predicted
 *     said 300 monitors should be sent               demanded
 *     managed to evacuate 40 people                  asserted    (the infinitive is done)
 *
 * Its cues are its own: those of events (claims/modality.ts) were tried on hand-coded figures and are half a point worse,
 * for a figure hangs on a number and its noun, and what is planned for the noun's verb need not be planned for the number.
 */
import type { Modality } from '../../../model/claim.ts'
import type { Token } from '../../../model/text.ts'

const WILL = /^(?:will|'ll|’ll|wo|shall)$/i
const MAY = /^(?:could|may|might|would|can|'d)$/i
const MUST = /^(?:should|must|ought)$/i
/** Governors of an infinitive or clause, by what they make of it. */
const PLANNED =
  /^(?:plan|intend|aim|hope|seek|prepare|try|attempt|vow|pledge|promise|decide|agree|set|order|want|operation|effort|bid|approve|schedule|move|pursuit|mission|raid|search|force|team)$/i
/** What is the object of these is not there yet. */
const PROMISED = /^(?:pledge|promise|permit|authori[sz]e)$/i
const PREDICTED =
  /^(?:expect|fear|predict|anticipate|forecast|threaten|likely|risk|warn|possible|probability|possibility|threat|feared|expected)$/i
const DEMANDED = /^(?:call|urge|demand|ask|appeal|request|need|require)$/i
/** An infinitive under these has been done. */
const DONE =
  /^(?:manage|begin|start|continue|force|cause|help|able|succeed|fail|report|believe|say|claim|think|know|have|appear|seem|lead|rise|go|come|reportedly|allege|suppose|number|confirm)$/i

/** Modality of what the token at `at` (a trigger, or the number's noun) tells. */
export function modalityAt(tokens: readonly Token[], at: number): Modality {
  let node = at
  for (let step = 0; step < 4; step++) {
    const { head, deprel, upos } = tokens[node]!
    const own = auxiliaries(tokens, node)
    if (own) return own
    if (head < 0 || head === node) return 'asserted'
    const above = tokens[head]!
    const base = deprel.replace(/:.*/, '')
    const infinitive = (upos === 'VERB' || upos === 'AUX') && marked(tokens, node)
    if (infinitive || base === 'ccomp' || base === 'obj' || base === 'nmod' || base === 'obl') {
      if (PREDICTED.test(above.lemma)) return 'predicted'
      if (infinitive && DEMANDED.test(above.lemma)) return 'demanded'
      if (infinitive && PLANNED.test(above.lemma)) return 'planned'
    }
    if (base === 'obj' && PROMISED.test(above.lemma)) return 'planned'
    if (infinitive && (base === 'advcl' || base === 'acl')) return 'planned'
    if (infinitive && !DONE.test(above.lemma) && base === 'xcomp' && above.upos === 'NOUN') return 'planned'
    if (base === 'parataxis' || deprel === 'acl:relcl' || base === 'appos') return 'asserted'
    if (base === 'advcl' && !infinitive) return conditional(tokens, node) ? 'predicted' : 'asserted'
    if ((base === 'ccomp' || base === 'acl') && !infinitive) return 'asserted'
    node = head
  }
  return 'asserted'
}

function auxiliaries(tokens: readonly Token[], verb: number): Modality | null {
  let perfect = false
  let found: Modality | null = null
  for (let i = Math.max(0, verb - 8); i < verb; i++) {
    const { head, deprel, text, lemma } = tokens[i]!
    if (head !== verb || !deprel.startsWith('aux')) continue
    if (lemma === 'have' && found) perfect = true
    if (WILL.test(text) || MAY.test(text)) found = 'predicted'
    if (MUST.test(text)) found = 'demanded'
  }
  return perfect && found === 'demanded' ? 'asserted' : found
}

const marked = (tokens: readonly Token[], verb: number): boolean =>
  tokens
    .slice(Math.max(0, verb - 5), verb)
    .some(({ head, deprel, text }) => head === verb && deprel === 'mark' && text === 'to')

const conditional = (tokens: readonly Token[], verb: number): boolean =>
  tokens
    .slice(Math.max(0, verb - 12), verb)
    .some(({ head, deprel, text }) => head === verb && deprel === 'mark' && /^(?:if|unless)$/i.test(text))
