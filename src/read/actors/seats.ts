/**
 * Seats of governments: cities that speak, refuse and accuse.
 *
 *     Ankara refused to leave.      Turkey, or the Turkish government where the report is about Turkey
 *     ^^^^^^
 *     Shells hit Ankara.            a place, and no actor
 *
 * Only the subject of a verb of saying or of what governments alone do is read so. What a
 * city is otherwise is the business of places.
 */
import type { ReportingVerb } from '../../knowledge/reporting.ts'
import type { ActorMention } from '../../model/mention.ts'
import { stretch } from '../phrases.ts'
import type { Setting } from './compose.ts'

/** What governments do besides talking, by lemma. */
const GOVERNS = new Set(
  'back arm recall expel impose lift sign ratify summon veto recognise recognize send deploy withdraw ban authorise authorize approve dispatch pursue cut negotiate'.split(
    ' ',
  ),
)

/** The governments that a report calls by their seats, in text order. */
export function governments(
  { tokens, pack, focus }: Setting,
  verbs: ReadonlyMap<string, ReportingVerb>,
): ActorMention[] {
  const found: ActorMention[] = []
  for (const [i, { upos, deprel, head, text, sentence }] of tokens.entries()) {
    if (upos !== 'PROPN' || deprel !== 'nsubj') continue
    const verb = tokens[head]
    const lemma = verb?.lemma.toLowerCase() ?? ''
    if (verb?.upos !== 'VERB' || verb.sentence !== sentence || !(verbs.has(lemma) || GOVERNS.has(lemma))) continue
    const [first, last] = [tokens[i - 1], tokens[i + 1]]
    const country =
      pack.seats.get(text) ?? pack.seats.get(`${first?.text} ${text}`) ?? pack.seats.get(`${text} ${last?.text}`)
    if (!country) continue
    const from = pack.seats.has(text) || pack.seats.has(`${text} ${last?.text}`) ? i : i - 1
    const to = pack.seats.has(`${text} ${last?.text}`) ? i + 1 : i
    const own = focus === country.iso
    found.push({
      ...stretch(tokens, from, to),
      name: own ? `${country.adjectives[0] ?? country.name} government` : country.name,
      kind: own ? 'government' : 'country',
      country: country.iso,
      basis: 'alias',
      head: i,
      confidence: 0.7,
    })
  }
  return found
}
