/**
 * Actors: who acts, is acted on, or speaks.
 *
 *     Turkish jets hit the SDF. The group said two fighters died.
 *     ^^^^^^^^^^^^ Turkish forces   ^^^^^^^^^ SDF, definite
 *                 ^^^^^^^ alias
 *
 * Known names first, then owner + head noun, persons, other organisations, and
 * at last the words that point back. A word that fits nobody keeps its own
 * words and a low confidence. What the actor does is read from the parse by others.
 */

import type { Resources } from '../knowledge/resources.ts'
import { plainLetters } from '../language/letters.ts'
import type { ActorMention, Name } from '../model/mention.ts'
import type { Reading } from '../model/reading.ts'
import { byPosition, overlaps, type Span } from '../model/span.ts'
import type { Token } from '../model/text.ts'
import { acronyms, type Found, findForms, kindOfName } from './actors/aliases.ts'
import { mention, pointBack } from './actors/back.ts'
import { type Composed, compose, headNoun, type Setting } from './actors/compose.ts'
import { focusCountry } from './actors/focus.ts'
import { partner } from './actors/joint.ts'
import { persons } from './actors/persons.ts'
import { governments, isAsked } from './actors/seats.ts'
import { units } from './actors/units.ts'
import { headOf, related, relation, stretch, tokenAt } from './phrases.ts'
import type { Stage } from './stage.ts'

export const actors: Stage<Resources, 'actors'> = {
  name: 'actors',
  needs: ['passages', 'sentences', 'tokens', 'names', 'places'],
  gives: ['actors'],
  run: (reading, resources) => ({ actors: findActors(reading, resources) }),
}

/** The report's own setting for composing actors: known forms, the tokens they cover, the country it is about. */
function settingOf(reading: Reading, { actors: pack }: Resources): Setting {
  const { text, published } = reading.report
  const { tokens } = reading
  const forms = findForms(text, pack, published.date, acronyms(text, pack)).filter((found) => !isPart(reading, found))
  const formAt = new Map<number, Found>()
  for (const found of forms)
    for (let i = tokenAt(tokens, found.start); i < tokens.length && tokens[i]!.start < found.end; i++)
      formAt.set(i, found)
  const focus = focusCountry(reading, forms)
  const leaders = new Set(
    notPlaces(reading).flatMap(({ type, canonical }) => (type === 'PER' ? [canonical.split(' ').at(-1)!] : [])),
  )
  return { tokens, pack, forms, formAt, focus, abroad: abroad(reading, focus), leaders, day: published.date }
}

/** "National Liberation Army" in "Ta'ang National Liberation Army": the longer name is another body's. */
function isPart({ names, report: { text } }: Reading, { start, end, form }: Found): boolean {
  if (form.adjective || form.actor.kind === 'country') return false
  const name = names.find((one) => one.type === 'ORG' && one.start < start && one.end === end)
  return name !== undefined && /^[A-ZÉ][A-Za-zÉé]*['’][A-Za-zÉé]+ $/.test(plainLetters(text.slice(name.start, start)))
}

/** "Omar Darig" in "forces loyal to Omar Darig", a name of its own: the longer one is meant. */
const isWithin = (person: Span, { start, end, form }: Found): boolean =>
  start < person.start && person.end <= end && !form.adjective && form.actor.kind !== 'country'

function findActors(reading: Reading, resources: Resources): ActorMention[] {
  const { tokens } = reading
  if (tokens.length === 0) return []
  const names = notPlaces(reading)
  const setting = settingOf(reading, resources)
  const sure = [...governments(setting, resources.reporting), ...units(setting)]
  const taken: ActorMention[] = [
    ...sure,
    ...persons(reading, names, setting.pack, setting.day).filter(
      (person) => !sure.some((one) => overlaps(one, person)) && !setting.forms.some((form) => isWithin(person, form)),
    ),
  ]
  const free = (span: { start: number; end: number }): boolean => !taken.some((other) => overlaps(other, span))
  const late: { index: number; composed: Composed }[] = []
  for (let i = 0; i < tokens.length; i++) {
    const { upos } = tokens[i]!
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ') continue
    if (
      setting.formAt.has(i) ||
      !headNoun(setting.pack, tokens, i) ||
      !free(tokens[i]!) ||
      partOfName(names, tokens[i]!)
    )
      continue
    if (upos === 'ADJ' && relation(tokens[i]!) === 'amod') continue
    if (
      relation(tokens[i]!) === 'compound' &&
      setting.pack.heads.has(tokens[tokens[i]!.head]?.text.toLowerCase() ?? '')
    )
      continue
    if (relation(tokens[i]!) === 'compound' && tokens[i + 1]?.upos === 'PROPN') continue
    // "Paramilitary Desert Shield Forces", "rebel group M23": the noun only says what the name after it is. "A state of emergency" is no state.
    const behind = GROUP.test(tokens[i + 1]?.text ?? '') ? i + 2 : i + 1
    const next = setting.formAt.get(behind)
    if (
      next &&
      !next.form.adjective &&
      next.form.actor.kind !== 'country' &&
      next.start > tokens[behind - 1]!.end - 1
    ) {
      if (STANCE.test(tokens[i]!.text) || GROUP.test(tokens[i]!.text)) continue
    }
    if (tokens[i]!.text === 'state' && /^of$/i.test(tokens[i + 1]?.text ?? '')) continue
    const composed = compose(setting, i)
    if (!composed) continue
    if (composed.kind === 'action') {
      if (composed.owner) taken.push(ownerOnly(tokens, composed, composed.owner))
      besides(setting, partner(setting, i, composed), taken)
      continue
    }
    const other = partner(setting, i, composed)
    if (composed.basis === 'words') late.push({ index: i, composed })
    else taken.push(mention(tokens, i, composed, composed.kind, other?.at))
    besides(setting, other, taken)
  }
  for (const found of setting.forms) {
    const made = free(found) ? named(tokens, found) : null
    if (made) taken.push(made)
  }
  for (const name of names)
    if (name.type === 'ORG' && free(name) && isProper(tokens, name)) taken.push(organisation(tokens, name))
  // The last word of a body's name is no body of its own: "Defence" of "the Ministry of Defence".
  const alone = late.filter(({ index }) => free(tokens[index]!))
  return pointBack(reading, setting, taken.sort(byPosition), alone)
}

const STANCE = /^(?:paramilitary|militia|rebel|insurgent|militant|separatist|jihadist|opposition|terrorist)$/i
const GROUP = /^(?:group|faction|movement|alliance|organi[sz]ation)$/i

/** Sentences that name places, and none of them in the country the report is about. */
function abroad({ tokens, places }: Reading, focus: string | null): ReadonlySet<number> {
  const home = new Set<number>()
  const away = new Set<number>()
  let at = 0
  for (const { start, country, kind } of places) {
    while (at < tokens.length && tokens[at]!.end <= start) at++
    const sentence = tokens[at]?.sentence
    if (sentence === undefined || country === null || kind === 'demonym') continue
    if (country === focus || (isHolyLand(country) && isHolyLand(focus))) home.add(sentence)
    else away.add(sentence)
  }
  return new Set([...away].filter((sentence) => !home.has(sentence)))
}

/** Israel and Palestine: what is told in the one is told of both. */
const isHolyLand = (country: string | null): boolean => country === 'IL' || country === 'PS'

/** Names without those that the tagger took for persons and the report tells to be places ("the town of Halina"). */
function notPlaces({ names, places }: Reading): readonly Name[] {
  const sites = new Set(places.filter(({ kind }) => kind !== 'demonym').map(({ end }) => end))
  return names.filter(({ type, end }) => type !== 'PER' || !sites.has(end))
}

/** Add the other owner of a joint force: "Sudanese" of "Sudanese and Chadian troops". */
function besides(setting: Setting, other: ReturnType<typeof partner>, taken: ActorMention[]): void {
  const token = other ? setting.tokens[other.at]! : null
  if (!other || !token || taken.some((mention) => overlaps(mention, token))) return
  const { name, country, basis, confidence } = other.composed
  const { start, end } = token
  taken.push({ start, end, name, kind: 'state-force', country, basis, confidence, head: other.at })
}

/** Inside a longer name of an organisation: "Police" of "Aleppo Police Command". */
const partOfName = (names: readonly Name[], token: Token): boolean =>
  names.some(({ type, start, end }) => type === 'ORG' && start <= token.start && token.end < end)

/** "Russian" of "Russian airstrikes": the act is no actor, its owner is. */
function ownerOnly(
  tokens: readonly Token[],
  composed: Composed,
  [first, last]: readonly [number, number],
): ActorMention {
  const { name, country, confidence } = composed
  const kind = country && composed.kind === 'action' ? 'state-force' : 'armed-group'
  return {
    ...stretch(tokens, first, last),
    name,
    kind,
    country,
    basis: 'composed',
    confidence,
    head: headOf(tokens, first, last),
  }
}

/** A known name by itself. A country counts as an actor only as a subject; an adjective never does. */
function named(tokens: readonly Token[], { start, end, form }: Found): ActorMention | null {
  if (form.adjective) return null
  const first = tokenAt(tokens, start)
  const last = Math.min(tokens.length - 1, tokenAt(tokens, end - 1))
  if (first >= tokens.length || last < first) return null
  const head = headOf(tokens, first, last)
  const { name, kind, country } = form.actor
  if (kind === 'country' && !acts(tokens, head) && !isAsked(tokens, head)) return null
  return { start, end, name, kind, country, basis: 'alias', head, confidence: kind === 'country' ? 0.8 : 0.95 }
}

/** Subject, one of joint subjects, or named by "by" or "between": as a mere place a country does nothing. */
function acts(tokens: readonly Token[], head: number): boolean {
  const token = tokens[head]!
  if (relation(token) === 'nsubj') return true
  if (relation(token) === 'conj' && tokens[token.head]?.upos === 'PROPN' && relation(tokens[token.head]!) === 'nsubj')
    return true
  return related(tokens, head, 'case').some((i) => /^by$/i.test(tokens[i]!.text))
}

/** The name tagger is not the only judge: a name holds a proper noun, and no pronoun. */
function isProper(tokens: readonly Token[], { start, end }: Span): boolean {
  let proper = false
  for (let i = tokenAt(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) {
    if (tokens[i]!.upos === 'PRON') return false
    proper ||= tokens[i]!.upos === 'PROPN'
  }
  return proper
}

function organisation(tokens: readonly Token[], name: { start: number; end: number; canonical: string }): ActorMention {
  const first = tokenAt(tokens, name.start)
  const last = Math.min(tokens.length - 1, tokenAt(tokens, name.end - 1))
  return {
    start: name.start,
    end: name.end,
    name: name.canonical.replace(/^the /i, ''),
    kind: kindOfName(name.canonical) ?? 'other',
    country: null,
    basis: 'name',
    head: headOf(tokens, Math.min(first, last), last),
    confidence: 0.6,
  }
}
