/**
 * What a place is named for, other than as where something happens.
 *
 *     KARUM (Agency) —  Officials in Harat said that Ostland has denied the battle for Danu.
 *     ^ dateline                      ^ seat         ^ voice                          ^ aim
 *
 * Where it lies is `resolve.ts`'s business; what is told of it, the claims'.
 */
import { isOfSense, type WordingWords, type WordSense } from '../../knowledge/wording.ts'
import type { PlaceMention, PlaceUse } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import { firstAfter } from '../../model/span.ts'
import type { Token } from '../../model/text.ts'
import { above, headOf, relation, tokenAt } from '../phrases.ts'

/** The places, in text order, with what they are named for where that is something. */
export function withUses(
  places: readonly PlaceMention[],
  { passages, tokens, report: { text } }: Pick<Reading, 'passages' | 'tokens' | 'report'>,
  words: WordingWords,
): PlaceMention[] {
  return places.map((place) => {
    const isDateline = passages[firstAfter(passages, place.start)]?.role === 'dateline'
    const use =
      isDateline || CAPITALS.test(text.slice(place.start, place.end)) ? 'dateline' : useOf(tokens, place, words)
    return use === null ? place : { ...place, use }
  })
}

/** "KARUM", also where no passage is marked as a dateline; not "U.S.". */
const CAPITALS = /^\p{Lu}{4}/u

function useOf(tokens: readonly Token[], { start, end }: PlaceMention, words: WordingWords): PlaceUse | null {
  const first = tokenAt(tokens, start)
  const last = tokenAt(tokens, end - 1)
  if (last >= tokens.length) return null
  const is = (sense: WordSense, at: number): boolean => {
    const token = tokens[at]
    return token !== undefined && isOfSense(words, sense, token.lemma.toLowerCase())
  }
  // The preposition before the place, articles and "northern" passed over.
  let led = first - 1
  while (/^(?:the|an?|(?:north|south|east|west|centr)\w*)$/i.test(tokens[led]?.text ?? '')) led--
  const preposition = tokens[led]?.text.toLowerCase()
  if (preposition === 'in' && (is('seat', led - 1) || tokens[led - 2]?.text === 'told')) return 'seat'
  if (isVoice(tokens, first, last, (at) => is('voice', at))) return 'voice'
  if (isAim(tokens, headOf(tokens, first, last), first, (at) => is('operation', at))) return 'aim'
  return preposition === 'from' ? 'origin' : null
}

/** "Harat has denied", "Harat, whose army": the name stands for those who rule there. */
function isVoice(tokens: readonly Token[], first: number, last: number, speaks: (at: number) => boolean): boolean {
  const next = tokens[last + 1]?.text === ',' ? last + 2 : last + 1
  if (tokens[next]?.text === 'whose') return true
  const name = tokens[headOf(tokens, first, last)]!
  const between = tokens.slice(last + 1, name.head)
  return (
    relation(name) === 'nsubj' &&
    name.head > last &&
    between.length < 3 &&
    between.every(({ upos, text }) => text === ',' || /^(?:AUX|ADV|PART)$/.test(upos)) &&
    /^VB[DZPN]$/.test(tokens[name.head]!.xpos) &&
    speaks(name.head)
  )
}

/** How far before a place what is fought for it may stand, in tokens. */
const REACH = 8

/** "The battle for Danu", "an operation to retake Danu" */
function isAim(tokens: readonly Token[], head: number, first: number, fights: (at: number) => boolean): boolean {
  const up = above(tokens, head, (_, at) => at < first && first - at <= REACH && fights(at))
  return up >= 0 && /^(?:for|on|of|against|to)$/.test(tokens[up + 1]?.text ?? '')
}
