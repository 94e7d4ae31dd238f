/**
 * Seats of governments: cities that speak, refuse and accuse.
 *
 *     Ankara refused to leave.      Turkey, or the Turkish government where the report is about Turkey
 *     ^^^^^^
 *     They urged Ankara to leave.   the same
 *     Shells hit Ankara.            a place, and no actor
 *
 * Only the subject of a verb of saying or of what governments alone do is read so, and whom
 * one urges, accuses, talks with or puts under sanctions. What a city is otherwise is the
 * business of places.
 */
import type { ReportingVerb } from '../../knowledge/reporting.ts'
import type { ActorMention } from '../../model/mention.ts'
import type { Token } from '../../model/text.ts'
import { related, stretch } from '../phrases.ts'
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
  for (const [i, { upos, text }] of tokens.entries()) {
    if (upos !== 'PROPN' || !(isGoverning(tokens, i, verbs) || isAddressed(tokens, i))) continue
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

/** Is it the subject of a verb of saying, or of what governments do? */
function isGoverning(tokens: readonly Token[], i: number, verbs: ReadonlyMap<string, ReportingVerb>): boolean {
  const { deprel, head, sentence } = tokens[i]!
  const verb = deprel === 'nsubj' ? tokens[head] : undefined
  const lemma = verb?.lemma.toLowerCase() ?? ''
  return verb?.upos === 'VERB' && verb.sentence === sentence && (verbs.has(lemma) || GOVERNS.has(lemma))
}

/** Verbs whose object is somebody who can answer. */
const ADDRESSES: ReadonlySet<string> = new Set(
  'urge press pressure accuse blame condemn criticise criticize denounce warn ask persuade assure thank sanction'.split(
    ' ',
  ),
)
/** Words that join to a preposition those whom they are about, as "word preposition". */
const ABOUT: ReadonlySet<string> = new Set(
  (
    'call:on call:upon sanction:on sanction:against pressure:on embargo:on embargo:against impose:on impose:against press:on talk:with relation:with tie:with negotiate:with ' +
    'negotiation:with consult:with agreement:with pact:with sale:to loyal:to ally:of demand:from support:for support:from backing:from pledge:from agreement:from ' +
    'approval:from accusation:against clear:to apply:on'
  ).split(' '),
)

/** Is it urged, accused, talked with or put under sanctions? */
function isAddressed(tokens: readonly Token[], i: number): boolean {
  const { deprel, head, sentence } = tokens[i]!
  const above = tokens[head]
  if (above?.sentence !== sentence) return false
  if (deprel === 'obj') return above.upos === 'VERB' && ADDRESSES.has(above.lemma)
  if (!deprel.startsWith('obl') && !deprel.startsWith('nmod')) return false
  return related(tokens, i, 'case').some((at) => ABOUT.has(`${above.lemma}:${tokens[at]!.text.toLowerCase()}`))
}

/** Is something asked of it: the object of such a verb, where a country is nobody's place? */
export const isAsked = (tokens: readonly Token[], i: number): boolean =>
  tokens[tokens[i]!.head]?.upos === 'VERB' && isAddressed(tokens, i)
