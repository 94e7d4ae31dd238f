/**
 * Control: who holds, takes, enters, nears, encircles, cuts, loses, clears or contests a place.
 *
 *     The army retook Tarin from the rebels on Friday.
 *     ^actor   ^captured    ^from actor        place: Tarin, the object, before anything else
 *
 * A place and its holder are told of once as held, at their clearest mention. A claim
 * without a place is none. Which words tell of control is weighed in `told.ts`.
 */
import type { Resources } from '../../knowledge/resources.ts'
import type { ControlClaim, ControlStatus } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import { phrasesOf } from './arguments.ts'
import { claimBase } from './base.ts'
import { note } from './events.ts'
import type { Scene } from './frames.ts'
import { chosenFor } from './ground/choose.ts'
import type { Ground, Land } from './ground/compose.ts'
import { modalityOf } from './modality.ts'
import { speaker } from './speaker.ts'
import { evidence, type Told, telltale } from './told.ts'
import { sureness } from './weigh.ts'
import { when } from './when.ts'
import { namingsOf } from './where/mentions.ts'
import { where } from './where.ts'
import { argumentsOf } from './who/choose.ts'

/** The control claims of a report, in text order. */
export function controlClaims(reading: Reading, resources: Resources): ControlClaim[] {
  const { scene, told } = telltale(reading, resources)
  const said: (readonly Ground[])[] = []
  const land: Land = { scene, namings: namingsOf(reading), said, capital: capitals(reading, resources) }
  const claims = told
    .filter(({ label }) => label.startsWith('control:'))
    .flatMap((one) => {
      const chosen = chosenFor(land, one)
      if (chosen) said.push(chosen.grounds)
      if (!chosen) {
        if (one.label === 'control:held') return []
        const claim = controlClaim(scene, one, resources, null, '')
        return claim ? [claim] : []
      }
      return chosen.grounds.flatMap((ground) => controlClaim(scene, one, resources, ground, chosen.role) ?? [])
    })
  return once(claims)
}

/** Capitals as mentions: as the report names them, else as the gazetteer has them. */
function capitals({ places }: Reading, { gazetteer, placeWords }: Resources): Land['capital'] {
  return (country) => {
    const name = placeWords.capitals.get(country)
    if (!name) return null
    const named = places.find((one) => one.name === name && one.kind === 'town')
    if (named) return named
    const place = gazetteer.find(name).find((one) => one.country === country && one.kind === 'town')
    if (!place) return null
    const { id, lat, lon, radiusKm, precision, partOf, source, kind } = place
    return { start: 0, end: 0, name, id, location: { lat, lon, radiusKm, precision }, country, partOf, source, confidence: 0.8, kind }
  }
}

/** Roles a place may fill beside those its frame names, nearest first. */
const PLACE_ROLES = [
  'obj', 'of', 'in', 'into', 'on', 'to', 'toward', 'towards', 'over', 'mod-of', 'xobj', 'for', 'near', 'around', 'appos', 'from',
] // biome-ignore format: a list

function controlClaim(
  scene: Scene,
  one: Told,
  resources: Resources,
  ground: Ground | null,
  role: string,
): ControlClaim | null {
  const { reading } = scene
  const told = one.label.slice('control:'.length) as ControlStatus
  // Who advances into a place is in it.
  const status = told === 'advancing' && role === 'into' ? 'entered' : told
  const heads = phrasesOf(scene, one, [...(one.frame?.target ?? []), ...PLACE_ROLES]).map(({ token }) => token)
  const asked = { trigger: one.trigger, sentence: one.sentence, kind: 'control', label: status } as const
  const place = ground
    ? {
        place: ground.name,
        placeId: ground.mention?.id ?? null,
        location: ground.mention?.location ?? null,
        basis: 'clause' as const,
        mention: ground.mention,
        head: ground.head,
      }
    : where(reading, asked, resources.where, heads)
  if (place.place === null) return null
  if (!ground && place.basis !== 'clause' && place.basis !== 'sentence') return null
  const { actor, target, phrases } = argumentsOf(reading, resources).get(one)!
  const span = evidence(scene, one.token, one.sentence, place.head === null ? phrases : [...phrases, place.head])
  const modality = modalityOf(
    { label: one.label, nominal: reading.tokens[one.token]!.upos !== 'VERB', first: false },
    one.cues,
  )
  const open = modality === 'planned' || modality === 'predicted' || modality === 'demanded'
  const doer = actor?.who.name ?? null
  const loser = status === 'held' || target?.who.name === doer ? null : (target?.who.name ?? null)
  return {
    ...claimBase(reading, {
      span,
      passage: reading.passages[one.sentence.passage]!,
      source: speaker(reading, one.trigger),
      modality,
      when: when(reading, span, one.sentence, { open, kind: 'control' }),
      where: place,
      confidence: sureness(one.probability),
      reason: {
        frame: one.frame?.id ?? `weights:${one.label}`,
        trigger: one.trigger,
        notes: [
          `gov=${reading.tokens[one.token]!.deprel}:${reading.tokens[reading.tokens[one.token]!.head]?.lemma}`,
          `p=${one.probability.toFixed(3)}`,
          note('actor', actor),
          note('loser', target),
          `place: ${place.place}, ${ground ? `${role}/${ground.how}` : `by ${place.basis}`}`,
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

/** "Held" is said once of a place and its holder, where it is clearest; anything else once a place and clause. */
function once(claims: readonly ControlClaim[]): ControlClaim[] {
  const clearest = new Map<string, ControlClaim>()
  for (const claim of claims) {
    if (claim.status !== 'held' || claim.modality !== 'asserted') continue
    const key = `${claim.place}|${claim.actor}`
    const best = clearest.get(key)
    if (!best || claim.confidence > best.confidence) clearest.set(key, claim)
  }
  const told = new Map<string, ControlClaim>()
  for (const claim of claims) {
    const key = `${claim.place}|${claim.reason.trigger.start}`
    const best = told.get(key)
    if (!best || claim.confidence > best.confidence) told.set(key, claim)
  }
  return [...told.values()].filter(
    (claim) =>
      claim.status !== 'held' ||
      claim.modality !== 'asserted' ||
      clearest.get(`${claim.place}|${claim.actor}`) === claim,
  )
}
