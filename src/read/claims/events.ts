/**
 * Events: something done, on a day, by someone.
 *
 *     Warplanes bombed a market in Tarin on Friday, medics said.
 *     ^actor    ^airstrike ^target  ^place   ^time   ^source
 *
 * Speech acts are events whose actor speaks. Which words tell of an event is weighed in
 * `told.ts`; what a control claim already says is not repeated here.
 */
import type { Resources } from '../../knowledge/resources.ts'
import { type EventClaim, type EventType, SPEECH_ACTS } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import type { Argument } from './arguments.ts'
import { claimBase } from './base.ts'
import { calamityOf } from './calamity.ts'
import { modalityOf } from './modality.ts'
import { speaker, utterer } from './speaker.ts'
import { surenessOfEvent } from './sureness.ts'
import { evidence, type Told, telltale } from './told.ts'
import { when } from './when.ts'
import { where } from './where.ts'
import { argumentsOf } from './who/choose.ts'

/** The event claims of a report, in text order. */
export function eventClaims(reading: Reading, resources: Resources): EventClaim[] {
  const { scene, told } = telltale(reading, resources)
  return told
    .filter(({ label }) => !label.startsWith('control:'))
    .map((one): EventClaim => {
      const type = one.label as EventType
      const speech = SPEECH_ACTS.has(type)
      const asked = { trigger: one.trigger, sentence: one.sentence, kind: 'event', label: type } as const
      const place = where(reading, asked, resources.where)
      const { actor, target, phrases } = argumentsOf(reading, resources).get(one)!
      const span = evidence(scene, one.token, one.sentence, phrases)
      const said = speaker(reading, one.trigger)
      const uttered = speech && !actor && !said.length ? utterer(reading, one.token, resources.speakers) : null
      const by = actor?.who.name ?? (uttered === target?.who.name ? null : uttered)
      const source = speech && by && !isPerformed(reading, one.token) ? withActor(type, by, said) : said
      const doer = by ?? (speech ? (source[0] ?? null) : null)
      const modality = modalityOf(
        {
          label: type,
          nominal: isNominal(reading, one.token),
          first: doer !== null && doer === source[0],
        },
        one.cues,
      )
      const calamity = calamityOf(scene, one, resources.codebook)
      const open = !speech && (modality === 'planned' || modality === 'predicted' || modality === 'demanded')
      return {
        ...claimBase(reading, {
          span,
          passage: reading.passages[one.sentence.passage]!,
          source,
          modality,
          when: when(reading, span, one.sentence, { open, kind: 'event', speech }),
          where: place,
          confidence: surenessOfEvent({
            type,
            calamity: calamity !== null,
            probability: one.probability,
            actor,
            where: place,
          }),
          reason: {
            frame: one.frame?.id ?? `weights:${type}`,
            trigger: one.trigger,
            notes: [
              weighed(one),
              note('actor', actor),
              calamity === null ? note('target', target) : `target: ${calamity}, a calamity`,
              `place: ${place.place ?? 'none'}, by ${place.basis}`,
              ...one.cues.map((cue) => `modality: ${cue.sense}, ${reading.tokens[cue.token]!.text}`),
            ],
          },
          content: `event|${type}|${one.trigger.start}`,
        }),
        kind: 'event',
        type,
        actor: calamity === null ? doer : null,
        target: calamity ?? target?.who.name ?? null,
        ...(calamity !== null && { calamity: true }),
      }
    })
}

/** Words by which something is done, not told: who adopts a resolution is not quoted by it. */
const PERFORMED = new Set(
  'declare proclaim adopt approve appoint authorize authorise elect establish unveil'.split(' '),
)
const isPerformed = ({ tokens }: Reading, token: number): boolean => PERFORMED.has(tokens[token]!.lemma)

/** Who says a speech act: whoever does it, before whoever tells of it; a refusal is told by the outlet, an announcement by whoever is said to make it. */
function withActor(type: EventType, actor: string, said: readonly string[]): readonly string[] {
  if (!said.length) return type === 'refusal' ? [] : [actor]
  return type === 'refusal' || type === 'announcement' || said.includes(actor) ? said : [actor, ...said]
}

/** Verbs that only carry the noun they stand before: "plan to launch an attack" plans an attack. */
const CARRIERS = new Set('launch conduct carry stage mount hold sign begin start deliver make'.split(' '))

/** Is the deed named by a noun of its own, and not by a noun and its carrier? */
function isNominal({ tokens }: Reading, token: number): boolean {
  const { upos, deprel, head } = tokens[token]!
  return upos !== 'VERB' && !(deprel === 'obj' && CARRIERS.has(tokens[head]?.lemma ?? ''))
}

/** One line of a claim's reason: how likely it is told, and from what. */
export const weighed = ({ words, trust, probability }: Told): string =>
  `weighed: words ${words.toFixed(2)}, frame ${trust ? trust.toFixed(2) : 'none'}; beside what else the sentence tells ${probability.toFixed(2)}`

/** One line of a claim's reason: how an argument was chosen. */
export function note(name: string, argument: Argument | null): string {
  if (!argument) return `${name}: no phrase in its roles`
  const { who, role, probability } = argument
  const likely = probability === undefined ? '' : ` (${probability.toFixed(2)})`
  return `${name}: ${who.name}, ${role}${likely}, by ${who.basis}`
}

export type { Told }
