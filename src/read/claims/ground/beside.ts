/**
 * Beside: the place next to a word of control, where the parse has no phrase in any role.
 *
 *     Rebels overran the fortified town of Sohl.      behind it: "town", which is Sohl
 *     Tarin, which they say is besieged by troops     in front of a participle: Tarin
 *
 * Plain words only: what may stand between is counted, whatever hangs on what.
 */
import { isPassive } from '../clauses.ts'
import type { Told } from '../told.ts'
import { groundsOf } from './compose.ts'
import type { Ground, Land } from './ground.ts'
import { headFrom } from './nouns.ts'

/** The grounds right beside the trigger; empty where something else stands there. */
export function beside(land: Land, { token, sentence }: Told): Ground[] {
  const { view, actor } = land.scene
  const { tokens } = view
  const { xpos, upos } = tokens[token]!
  const past = xpos === 'VBN' && (isPassive(view, token) || tokens[token - 1]?.text === ',')
  if (past) return before()
  return upos === 'VERB' || xpos.startsWith('NNS') ? behind() : []

  function behind(): Ground[] {
    for (let i = token + 1, links = 0; i < Math.min(sentence.last, token + REACH); i++) {
      const { upos: part, xpos: tag, text } = tokens[i]!
      if (part === 'NOUN' || part === 'PROPN') {
        const head = headFrom(tokens, i)
        // "Ringed | the army's Tarin", "ringed | rebel-held Tarin": whose it is stands in front.
        if (tokens[head + 1]?.xpos === 'POS' || (tokens[head + 1]?.text === '-' && tokens[head + 2]?.xpos === 'VBN')) {
          i = head + 1
          continue
        }
        return actor[head]! >= 0 ? [] : groundsOf(land, head)
      }
      if (part === 'ADP' && ++links > 2) return []
      if (!/^(?:ADP|DET|ADJ|NUM|ADV|PART)$/.test(part) && tag !== 'VBN' && !/^[-’'"“]$/.test(text)) return []
    }
    return []
  }

  function before(): Ground[] {
    for (let i = token - 1; i >= Math.max(sentence.first, token - REACH); i--) {
      const { upos: part, text, xpos: tag } = tokens[i]!
      if (part === 'NOUN' || part === 'PROPN') return actor[i]! >= 0 ? [] : groundsOf(land, i)
      if (
        !/^(?:AUX|ADV|PART)$/.test(part) &&
        !/^(?:,|which|that|it|they|he|she|said|say|says)$/.test(text) &&
        tag !== 'WDT'
      )
        return []
    }
    return []
  }
}

/** How far off the place may begin, in tokens. */
const REACH = 9
