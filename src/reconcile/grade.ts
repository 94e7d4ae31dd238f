/**
 * Grades: how well something is supported, by a stated rule, in the words of casualty recorders.
 *
 *     discounted   everyone who said so has withdrawn it, or it is denied and nobody else says so
 *     contested    sources that stand cannot all be right, or somebody denies it
 *     confirmed    two or more independent origins and voices, among them both sides, or a side against its own interest
 *     fair         two or more independent origins and voices
 *     weak         one origin, or one voice
 *
 * Copies never count twice; two outlets that quote one speaker are two origins but
 * one voice. See docs/grades.md.
 */
import type { Grade, Testimony } from '../model/picture.ts'
import { akin } from '../relate/sides.ts'
import { type Setting, sayer } from './voices.ts'

/** What a grade is made from. */
export interface Support {
  readonly testimonies: readonly Testimony[]
  /** Sides the statement speaks for and against: a speaker of the second bears out the first against its interest. */
  readonly gains?: readonly string[]
  readonly loses?: readonly string[]
  /** Is there a disagreement about it? */
  readonly disputed?: boolean
}

/** Grade by the rule above, with every reason. */
export function grade({ testimonies, gains = [], loses = [], disputed = false }: Support, setting: Setting): Grade {
  const standing = testimonies.filter(
    ({ status, modality }) => modality !== 'denied' && status !== 'denied' && status !== 'retracted',
  )
  const fallen = testimonies.filter(({ status }) => status === 'retracted' || status === 'denied')
  const deniers = testimonies.filter(({ modality }) => modality === 'denied')
  const origins = new Set(standing.map(({ origin }) => origin))
  const voices = new Set(standing.map(({ origin, speaker }) => speaker ?? origin))
  const reasons = [`${origins.size} independent ${origins.size === 1 ? 'origin' : 'origins'}`]
  if (voices.size < origins.size)
    reasons.push(`only ${voices.size === 1 ? 'one voice' : `${voices.size} voices`} behind them`)
  for (const one of fallen) reasons.push(`${one.status} (${sayer(one, setting)})`)
  for (const one of deniers) reasons.push(`denied by ${sayer(one, setting)}`)
  if (standing.length === 0) return { word: 'discounted', reasons }
  if (disputed) reasons.push('sources disagree')
  if (disputed || fallen.length > 0 || deniers.length > 0) return { word: 'contested', reasons }
  const speaks = (sides: readonly string[]) =>
    standing.find(({ speaker }) => speaker !== null && sides.some((side) => akin(speaker, side)))
  const [forIt, against] = [speaks(gains), speaks(loses)]
  if (against) reasons.push(`${against.speaker} says so against its own interest`)
  else if (forIt) reasons.push(`${forIt.speaker} speaks for its own side`)
  if (origins.size < 2 || voices.size < 2) return { word: 'weak', reasons }
  return { word: against ? 'confirmed' : 'fair', reasons }
}
