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
import { type Argument, actorOf, inArms } from './arguments.ts'
import { claimBase, type Where } from './base.ts'
import { fill } from './clauses.ts'
import { note } from './events.ts'
import type { Scene } from './frames.ts'
import { modalityOf } from './modality.ts'
import { speaker } from './speaker.ts'
import { at, named, pointed, spotOf } from './spot.ts'
import { evidence, type Told, telltale } from './told.ts'
import { sureness } from './weigh.ts'
import { when } from './when.ts'
import { where } from './where.ts'
import { who } from './who.ts'

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

function controlClaim(scene: Scene, one: Told, { actors, codebook }: Resources): ControlClaim | null {
  const { reading } = scene
  const status = one.label.slice('control:'.length) as ControlStatus
  const roles = [...(one.frame?.target ?? []), ...PLACE_ROLES]
  const spot = spotOf(scene, one, codebook, roles)
  const actor = actorOf(scene, one, spot ? [spot.token] : [])
  const loser = fromActor(scene, one, status, actor)
  const span = evidence(
    scene,
    one.token,
    one.sentence,
    [actor?.token, spot?.token].filter((token) => token !== undefined),
  )
  const place: Where = spot ? at(spot) : pointed(scene, one, codebook, where(reading, span, one.sentence), roles)
  if (place.place === null) return null
  const modality = modalityOf(
    { label: one.label, nominal: reading.tokens[one.token]!.upos !== 'VERB', first: false },
    one.cues,
  )
  const open = modality === 'planned' || modality === 'predicted' || modality === 'demanded'
  const lost = status === 'lost'
  const doer = actor ? inArms(one.label, actor.who.name, actor.who.kind, actors) : null
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
          spot ? `place: ${spot.name}, ${spot.role}` : `place: ${place.place}, nearest in its ${place.basis}`,
          ...one.cues.map((cue) => `modality: ${cue.sense}, ${reading.tokens[cue.token]!.text}`),
        ],
      },
      content: `control|${status}|${place.place}|${one.trigger.start}`,
    }),
    kind: 'control',
    status,
    actor: lost && loser === actor?.who.name ? null : doer,
    fromActor: loser,
  }
}

/** Who loses the place: "from X" after taking, the one driven out or leaving otherwise. */
function fromActor(scene: Scene, one: Told, status: ControlStatus, actor: Argument | null): string | null {
  if (status === 'held' || status === 'contested') return null
  if (status === 'lost') return actor?.who.name ?? null
  for (const role of ['from', 'of', 'against']) {
    const [token] = fill(scene.view, one.token, role)
    if (token === undefined || named(scene, token)) continue
    const found = who(scene.reading, token)
    if (found && found.kind !== 'other' && found.name !== actor?.who.name) return found.name
  }
  return null
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
