/**
 * In a report of a match a country or town that plays is a team: an organisation, as the usual conventions of names have it.
 *
 *     Ghana beat Kenya 2-0 in Kumasi       ORG ORG LOC
 *     └ plays    └ is played   └ where
 *
 * A report is of a match when it has several words that only sport has. Elsewhere nothing changes: that a country "attacks"
 * or "loses" makes it no team, and states that act stay places (read/actors.ts knows them).
 */
import type { Token } from '../../model/text.ts'
import type { Found } from './mend.ts'

/** Words that a report of anything but sport hardly has. */
const SPORT =
  /^(?:goalkeepers?|goalie|strikers?|midfielders?|midfield|half-?time|kick-?off|semi-?finals?|quarter-?finals?|referees?|offside|penalties|scoreline|equali[sz]ers?|equali[sz]ed|innings|wickets?|batsm[ae]n|touchdowns?|quarterback|playoffs?|overtime|dribbled?|goalless|hat-trick|corner-kick|free-kick|substitutes?|footballers?|soccer|football|rugby|cricket|basketball|baseball|hockey|volleyball|tennis|championships?|tournament|stadium|coach|coaches|goals?|matches|scored|teammates?)$/i
const LEAST = 6

/** Prepositions after which a name says where; "against", "over", "for", "to" name who is played, beaten or lost to. */
const WHERE = /^(?:in|at|near|across|around|throughout|outside|inside|within|into|through|from)$/i

/** Is this a report of a match: six and more different words of sport? */
export function isMatch(tokens: readonly Token[]): boolean {
  const found = new Set<string>()
  for (const { text, lemma } of tokens) if (SPORT.test(text)) found.add(lemma.toLowerCase())
  return found.size >= LEAST
}

/** The names of a report of a match, with its teams as organisations. */
export function teams(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const places = new Uint8Array(tokens.length)
  for (const { first, last, type } of found) if (type === 'LOC') places.fill(1, first, last)
  return found.map((name) => {
    if (name.type !== 'LOC') return name
    const { first, last } = name
    const isWithin = tokens[first - 1]?.text === ',' && places[first - 2]
    const isWhole = tokens[last]?.text === ',' && places[last + 1]
    const before = tokens[first - 1]?.text === 'the' ? tokens[first - 2] : tokens[first - 1]
    return isWithin || isWhole || WHERE.test(before?.text ?? '') ? name : { ...name, type: 'ORG' }
  })
}
