/**
 * Control: who holds, takes, enters, nears, encircles, cuts, loses, clears or contests a place.
 *
 *     The army retook most of Tarin and the village of Sohl on Friday.
 *     ^actor   ^captured      ^^^^^                    ^^^^ two claims, one a place
 *
 * What the phrase calls the place is put together in `ground/`; the weights of `where.ts` are asked
 * only where no phrase of the claim's own names one, and never for who holds what. A place and its
 * holder are told of once as held, at their clearest mention. A claim without a place is none. Which
 * words tell of control is weighed in `told.ts`.
 */
import type { Resources } from '../../knowledge/resources.ts'
import type { ControlClaim, ControlStatus } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import { claimBase } from './base.ts'
import { campaignDay } from './campaign.ts'
import { fill } from './clauses.ts'
import { note } from './events.ts'
import type { Scene } from './frames.ts'
import { type Chosen, chosenFor } from './ground/choose.ts'
import type { Ground, Land } from './ground/ground.ts'
import { capitals, countries, homeOf, seats } from './ground/home.ts'
import { sortOf } from './ground/nouns.ts'
import { mayHold, rightWay } from './holders.ts'
import { modalityOf } from './modality.ts'
import { isDefender, repelledBy } from './repelled.ts'
import { speaker } from './speaker.ts'
import { isLifted, statusOf, TAKEN } from './status.ts'
import { sureness } from './sureness.ts'
import { evidence, type Told, telltale } from './told.ts'
import { type When, when } from './when.ts'
import { namingsOf } from './where/mentions.ts'
import { type Where, where } from './where.ts'
import { argumentsOf } from './who/choose.ts'

/** The control claims of a report, in text order. */
export function controlClaims(reading: Reading, resources: Resources): ControlClaim[] {
  const { scene, told } = telltale(reading, resources)
  const said: (readonly Ground[])[] = []
  const land: Land = {
    scene,
    namings: namingsOf(reading),
    said,
    capital: capitals(reading, resources),
    seat: seats(resources),
    country: countries(resources),
  }
  const claims = told
    .filter(({ label, token }) => label.startsWith('control:') && !isLifted(scene.view, token))
    .flatMap((one) => {
      const chosen = chosenFor(land, one)
      if (!chosen || (one.passing && !isSure(one, chosen, reading, resources))) return fallback(land, one, resources)
      said.push(chosen.grounds)
      const status = statusOf(scene, one, chosen)
      return chosen.grounds.map((ground) =>
        controlClaim(scene, one, resources, status, {
          place: whereOf(one, ground),
          how: `${chosen.role}, ${ground.how}`,
        }),
      )
    })
  return once(rightWay(claims, reading), reading)
}

/** Told in passing, and yet surely: by a frame whose own phrase names the place, of somebody who is known. */
function isSure(told: Told, { role, grounds }: Chosen, reading: Reading, resources: Resources): boolean {
  return (
    told.label !== 'control:captured' &&
    told.frame?.target.includes(role) === true &&
    grounds.every(({ how }) => how === 'name' || how === 'side') &&
    argumentsOf(reading, resources).get(told)?.actor != null
  )
}

/**
 * Where no phrase of its own names the place: what the weights choose in its sentence, for an advance anywhere; the
 * country of whoever gains ground or takes power where that is elsewhere. What is held, cut, ringed by a verb or lies at a
 * front is told of with its place or not at all.
 */
function fallback(land: Land, one: Told, resources: Resources): ControlClaim[] {
  const { scene } = land
  const status = one.label.slice('control:'.length) as ControlStatus
  const home = homeOf(land, one, resources)
  const verb = scene.view.tokens[one.token]!.upos === 'VERB'
  if (!home) {
    if (one.passing || /^(?:held|cut)$/.test(status) || (status === 'encircled' && verb)) return []
    if (status === 'contested' && one.frame && !verb) return []
  }
  // A place that is spoken of, and not known, is not the nearest one that is.
  const spoken = fill(scene.view, one.token, 'obj').some((at) => NAMEABLE.test(sortOf(scene.view.tokens[at]!) ?? ''))
  if (spoken && status === 'captured' && !home) return []
  const asked = { trigger: one.trigger, sentence: one.sentence, kind: 'control', label: status } as const
  const place = where(scene.reading, asked, resources.where, status !== 'advancing')
  if (home && (one.passing || place.mention?.country !== home.mention?.country))
    return [controlClaim(scene, one, resources, status, { place: home, how: 'home' })]
  if (place.place === null) return []
  return [controlClaim(scene, one, resources, status, { place, how: 'weighed' })]
}

/** What has a name of its own, told or not. */
const NAMEABLE = /^(?:settlement|land|site)$/

/** A ground as the place of a claim: said in its clause, or meant from its sentence or what went before. */
function whereOf({ sentence }: Told, { name, mention, head, how, whole }: Ground): Where {
  const said = how !== 'anaphor' && whole?.how !== 'anaphor'
  const here = mention !== null && mention.start >= sentence.start && mention.end <= sentence.end
  return {
    place: name,
    placeId: mention?.id ?? null,
    location: mention?.location ?? null,
    basis: said ? 'clause' : here ? 'sentence' : 'context',
    mention,
    head,
  }
}

/** A day of what else its sentence tells is not the day of who holds what; what was taken, and no day said, was so by now, since its operation began. */
function daysOf(reading: Reading, status: ControlStatus, found: When): When {
  const today = reading.report.published.date
  if (status === 'held' && found.basis === 'sentence' && today) return { ...found, from: today, to: today }
  return /^(?:captured|advancing)$/.test(status) && found.basis === 'report'
    ? { ...found, from: campaignDay(reading) }
    : found
}

function controlClaim(
  scene: Scene,
  one: Told,
  resources: Resources,
  status: ControlStatus,
  { place, how }: { readonly place: Where; readonly how: string },
): ControlClaim {
  const { reading } = scene
  const { actor: found, target, phrases } = argumentsOf(reading, resources).get(one)!
  const repelled = TAKEN.test(status) ? repelledBy(scene.view, one.token) : null
  const holds = found && mayHold(scene, one, found)
  const actor = holds && !(repelled !== null && isDefender(scene.view, repelled, found.token)) ? found : null
  const span = evidence(scene, one.token, one.sentence, place.head === null ? phrases : [...phrases, place.head])
  const saying = { label: one.label, nominal: reading.tokens[one.token]!.upos !== 'VERB', first: false }
  // An attempt to take a place is an advance that was made.
  const attempted = status === 'advancing' && one.label === 'control:captured'
  const modality = repelled !== null ? 'denied' : attempted ? 'asserted' : modalityOf(saying, one.cues)
  const open = modality === 'planned' || modality === 'predicted' || modality === 'demanded'
  const lost = status === 'lost'
  const doer = lost ? null : (actor?.who.name ?? null)
  const pointed = [actor, target].find((part) => part && one.frame?.actor.some((role) => part.role.startsWith(role)))
  const from = lost ? (pointed ?? target ?? actor) : target
  const loser = status === 'held' || from?.who.name === doer ? null : (from?.who.name ?? null)
  return {
    ...claimBase(reading, {
      span,
      passage: reading.passages[one.sentence.passage]!,
      source: speaker(reading, one.trigger),
      modality,
      when: daysOf(reading, status, when(reading, span, one.sentence, { open, kind: 'control' })),
      where: place,
      confidence: sureness(one.probability),
      reason: {
        frame: one.frame?.id ?? `weights:${one.label}`,
        trigger: one.trigger,
        notes: [
          note('actor', actor),
          note('loser', target),
          `place: ${place.place}, ${how}, by ${place.basis}`,
          ...one.cues.map((cue) => `modality: ${cue.sense}, ${reading.tokens[cue.token]!.text}`),
        ],
      },
      content: `control|${status}|${place.place}|${one.trigger.start}`,
    }),
    kind: 'control',
    status,
    actor: doer,
    fromActor: loser,
  }
}

/**
 * One word tells one thing of a place. "Held" is said once of a place and its holder, where it is clearest; so is
 * that a place is ringed or fought over, and that it is to be taken.
 */
function once(claims: readonly ControlClaim[], { sentences }: Reading): ControlClaim[] {
  const surest = (keyOf: (claim: ControlClaim) => string, list: readonly ControlClaim[]) => {
    const best = new Map<string, ControlClaim>()
    for (const claim of list) {
      const key = keyOf(claim)
      const known = best.get(key)
      if (!known || clearer(claim, known)) best.set(key, claim)
    }
    return new Set(best.values())
  }
  const apart = [...surest((claim) => `${claim.place}|${claim.reason.trigger.start}`, claims)]
  const sentenceOf = ({ start }: ControlClaim): number => sentences.findLastIndex((one) => one.start <= start)
  const told = [...surest((one) => `${one.status}|${one.modality}|${one.place}|${sentenceOf(one)}`, apart)]
  const standing = told.filter(isStanding)
  const clearest = surest(
    ({ status, place, actor, modality }) => `${status}|${modality}|${place}|${status === 'held' ? actor : ''}`,
    standing,
  )
  return told.filter((claim) => !standing.includes(claim) || clearest.has(claim))
}

/** Is the first told more clearly: in the text rather than above it, then more surely? */
function clearer(one: ControlClaim, other: ControlClaim): boolean {
  const above = ({ role }: ControlClaim): boolean => role === 'headline' || role === 'caption'
  return above(one) === above(other) ? one.confidence > other.confidence : above(other)
}

/** Does the claim tell of how things stand, or of what is meant to come, rather than of one event? */
const isStanding = ({ status, modality }: ControlClaim): boolean =>
  modality === 'planned'
    ? status === 'captured'
    : modality === 'asserted' && /^(?:held|encircled|contested)$/.test(status)
