/**
 * Codes of event types in the two codebooks the field exports to: ACLED sub-event
 * types (2023 codebook) and PLOVER types. Null where the type says too little:
 * a capture is coded in ACLED by who captures, and that takes more than a type.
 */
import type { EventType } from '../model/claim.ts'

interface Codes {
  readonly acled: string | null
  readonly plover: string | null
}

const code = (acled: string | null, plover: string | null): Codes => ({ acled, plover })

const CODES: Readonly<Record<EventType | 'capture' | 'loss', Codes>> = {
  airstrike: code('Air/drone strike', 'FIGHT'),
  shelling: code('Shelling/artillery/missile attack', 'FIGHT'),
  suicide_bombing: code('Suicide bomb', 'ASSAULT'),
  bombing: code('Remote explosive/landmine/IED', 'ASSAULT'),
  clash: code('Armed clash', 'FIGHT'),
  attack: code('Armed clash', 'FIGHT'),
  killing: code('Attack', 'ASSAULT'),
  abduction: code('Abduction/forced disappearance', 'COERCE'),
  human_shields: code('Abduction/forced disappearance', 'COERCE'),
  arson: code('Looting/property destruction', 'ASSAULT'),
  uprising: code('Violent demonstration', 'PROTEST'),
  protest: code('Peaceful protest', 'PROTEST'),
  deployment: code(null, 'MOBILIZE'),
  offensive: code('Armed clash', 'FIGHT'),
  withdrawal: code('Non-violent transfer of territory', 'YIELD'),
  surrender: code(null, 'YIELD'),
  displacement: code(null, null),
  evacuation: code(null, 'AID'),
  aid: code(null, 'AID'),
  shortage: code(null, null),
  talks: code(null, 'CONSULT'),
  arrest: code('Arrests', 'COERCE'),
  demand: code(null, 'DEMAND'),
  refusal: code(null, 'REJECT'),
  accusation: code(null, 'ACCUSE'),
  denial: code(null, 'REJECT'),
  retraction: code(null, null),
  announcement: code(null, null),
  warning: code(null, 'THREATEN'),
  discovery: code('Disrupted weapons use', 'INVESTIGATE'),
  damage: code('Looting/property destruction', null),
  support: code(null, 'COOPERATE'),
  other: code(null, null),
  capture: code(null, 'FIGHT'),
  loss: code(null, 'YIELD'),
}

/** Codes of an event type; `against` tells an attack on civilians from a fight between armed sides. */
export function codesOf(type: EventType | 'capture' | 'loss', against: string | null): Codes {
  if (
    type === 'attack' &&
    against !== null &&
    /civilian|resident|people|worker|journalist|children|women/i.test(against)
  )
    return code('Attack', 'ASSAULT')
  return CODES[type]
}
