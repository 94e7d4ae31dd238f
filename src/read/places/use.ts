/**
 * What a place is named for, other than as where something happens.
 *
 *     KARUM (Agency) —  Officials in Harat said that Ostland has denied the battle for Danu.
 *     ^ dateline                      ^ seat         ^ voice                          ^ aim
 *
 * Where it lies is `resolve.ts`'s business; what is told of it, the claims'.
 */
import type { PlaceMention, PlaceUse } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import { firstAfter } from '../../model/span.ts'
import type { Token } from '../../model/text.ts'
import { above, headOf, relation, tokenAt } from '../phrases.ts'

/** The places with what they are named for, where that is something. */
export function withUses(
  places: readonly PlaceMention[],
  { passages, tokens, report }: Pick<Reading, 'passages' | 'tokens' | 'report'>,
): PlaceMention[] {
  return places.map((place) => {
    const words = report.text.slice(place.start, place.end)
    const isStamp = passages[firstAfter(passages, place.start)]?.role === 'dateline' || /^\p{Lu}{4}/u.test(words)
    const use = isStamp ? 'dateline' : useOf(tokens, place)
    return use === null ? place : { ...place, use }
  })
}

function useOf(tokens: readonly Token[], { start, end }: PlaceMention): PlaceUse | null {
  const first = tokenAt(tokens, start)
  const last = tokenAt(tokens, end - 1)
  if (last >= tokens.length) return null
  const at = headOf(tokens, first, last)
  const article = /^the$/i.test(tokens[first - 1]?.text ?? '') ? 1 : 0
  const led = tokens[first - 1 - article]
  const host = tokens[first - 2 - article]
  if (
    led &&
    host &&
    /^in$/i.test(led.text) &&
    (SPEAKERS.test(host.text) || host.text === 'said' || tokens[first - 3 - article]?.text === 'told')
  )
    return 'seat'
  const verb = tokens[at]!.head
  const between = tokens.slice(last + 1, verb)
  const isNext =
    verb > last &&
    between.length < 3 &&
    between.every(({ upos, text }) => text === ',' || BESIDE_VERB.test(upos)) &&
    FINITE.test(tokens[verb]!.xpos)
  if (relation(tokens[at]!) === 'nsubj' && isNext && SPEAKS.has(tokens[verb]!.lemma)) return 'voice'
  if (/^whose$/.test(tokens[last + 1]?.text === ',' ? (tokens[last + 2]?.text ?? '') : (tokens[last + 1]?.text ?? '')))
    return 'voice'
  if (isAim(tokens, at, first)) return 'aim'
  if (
    tokens[led && /^(?:north|south|east|west|central)/i.test(led.text) ? first - 2 : first - 1 - article]?.text ===
    'from'
  )
    return 'origin'
  return null
}

const BESIDE_VERB = /^(?:AUX|ADV|PART)$/
const FINITE = /^VB[DZPN]$/

/** Who speaks from where he is. */
const SPEAKERS = /^(?:officials?|officers?|spokes\w+|sources?|doctors?|medics?|diplomats?|residents?|ministry)$/i
/** What a place does when its name stands for those who rule it. */
const SPEAKS: ReadonlySet<string> = new Set(
  'deny say blame accuse reject dismiss insist claim warn urge publish refuse order confirm'.split(' '),
)

const OPERATION = /^(?:operation|offensive|campaign|assault|battle|push|fight)$/

/** "The battle for Danu", "an operation to retake Danu" */
function isAim(tokens: readonly Token[], at: number, first: number): boolean {
  const up = above(tokens, at, ({ lemma }, i) => OPERATION.test(lemma) && i < first && first - i <= 8)
  if (up < 0) return false
  const next = tokens[up + 1]?.text ?? ''
  return /^(?:for|on|of|against)$/.test(next) || next === 'to'
}
