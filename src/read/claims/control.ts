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
import { modalityOf } from './modality.ts'
import { speaker } from './speaker.ts'
import { evidence, type Told, telltale } from './told.ts'
import { sureness } from './weigh.ts'
import { when } from './when.ts'
import { where } from './where.ts'
import { argumentsOf } from './who/choose.ts'

/** The control claims of a report, in text order. */
export function controlClaims(reading: Reading, resources: Resources): ControlClaim[] {
  const { scene, told } = telltale(reading, resources)
  const claims = told
    .filter(({ label }) => label.startsWith('control:'))
    .flatMap((one) => {
      const claim = controlClaim(scene, one, resources)
      return claim ? [claim] : []
    })
  return once(claims)
}

/** Roles a place may fill beside those its frame names, nearest first. */
const PLACE_ROLES = [
  'obj', 'of', 'in', 'into', 'on', 'to', 'toward', 'towards', 'over', 'mod-of', 'xobj', 'for', 'near', 'around', 'appos', 'from',
] // biome-ignore format: a list

function controlClaim(scene: Scene, one: Told, resources: Resources): ControlClaim | null {
  const { reading } = scene
  const status = one.label.slice('control:'.length) as ControlStatus
  const heads = phrasesOf(scene, one, [...(one.frame?.target ?? []), ...PLACE_ROLES]).map(({ token }) => token)
  const asked = { trigger: one.trigger, sentence: one.sentence, kind: 'control', label: status } as const
  const place = where(reading, asked, resources.where, heads)
  if (place.place === null) return null
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
          note('actor', actor),
          note('loser', target),
          `place: ${place.place}, by ${place.basis}`,
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
  return claims.filter(
    (claim) =>
      claim.status !== 'held' ||
      claim.modality !== 'asserted' ||
      clearest.get(`${claim.place}|${claim.actor}`) === claim,
  )
}
