/**
 * Joint forces: the second owner of one head noun.
 *
 *     Sudanese and Chadian troops      Afghan and coalition forces      government and rebel forces
 *     ^^^^^^^^ second                               ^^^^^^^^^ second     ^^^^^^^^^^ second
 *
 * The first is found by compose.ts; whether the two act together is for those to say who ask.
 */
import type { Token } from '../../model/text.ts'
import { bare, type Composed, headNoun, nameFor, type Setting, sideBefore } from './compose.ts'
import { isPeople, SIDES } from './owner.ts'
import { nounWords } from './plain.ts'

/** The other owner of one head noun: "Sudanese" of "Sudanese and Chadian troops", with the token it is. */
export function partner(
  setting: Setting,
  index: number,
  { owner }: Composed,
): { at: number; composed: Composed } | null {
  const { tokens, pack, formAt } = setting
  const noun = headNoun(pack, tokens, index)
  if (noun && owner && isSides(tokens, noun[1] - 3) && owner[0] === noun[1] - 1) {
    const composed = sideBefore(setting, noun[1] - 2)
    if (composed) return { at: noun[1] - 3, composed }
  }
  // "government and | rebel forces"
  if (noun && SIDES.test(tokens[noun[1]]!.text) && tokens[noun[1] - 1]?.lemma === 'and') {
    const composed = sideBefore(setting, noun[1] - 1)
    if (composed) return { at: noun[1] - 2, composed }
  }
  if (!noun || !owner || (noun[0].kind !== 'state-force' && noun[0].kind !== 'action')) return null
  const next = tokens[owner[1] + 2]
  if (tokens[owner[1] + 1]?.lemma === 'and' && owner[1] + 2 < noun[1] && next && SIDES.test(next.text)) {
    const side = headNoun(pack, tokens, owner[1] + 2)
    const composed = side && bare(setting, side[0], next.text, owner[1] + 2, setting.focus, (name) => name)
    if (composed && composed.basis !== 'words') return { at: owner[1] + 2, composed }
  }
  if (tokens[owner[1] + 1]?.lemma === 'and' && owner[1] + 2 < noun[1] && next && isPeople(setting, next.text)) {
    const name = noun[0].ofCountry.replace('{}', next.text).replace('{head}', nounWords(tokens, noun[1], index))
    return {
      at: owner[1] + 2,
      composed: { name, kind: 'state-force', country: null, basis: 'composed', confidence: 0.6 },
    }
  }
  const at = owner[0] - 2
  const found = /^(and|,|&)$/.test(tokens[owner[0] - 1]?.text ?? '') ? formAt.get(at) : undefined
  if (!found?.form.adjective || tokens[at]!.sentence !== tokens[index]!.sentence) return null
  const known = found.form.actor.country ? pack.countries.get(found.form.actor.country) : undefined
  if (!known || !/^\{\} (forces|army|soldiers|police)$/.test(noun[0].ofCountry)) return null
  const fill = (template: string, adjective: string): string => template.replace('{}', adjective)
  const name = nameFor(known.forces, noun[0], fill, known.adjectives[0] ?? known.name)
  return { at, composed: { name, kind: 'state-force', country: known.iso, basis: 'composed', confidence: 0.7 } }
}

/** "government and rebel" from the token at `index` on. */
const isSides = (tokens: readonly Token[], index: number): boolean =>
  SIDES.test(tokens[index]?.text ?? '') &&
  tokens[index + 1]?.lemma === 'and' &&
  SIDES.test(tokens[index + 2]?.text ?? '') &&
  tokens[index]!.sentence === tokens[index + 2]!.sentence
