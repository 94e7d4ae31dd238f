/**
 * Status: what a word of control tells once its place and its clause are known.
 *
 *     advanced into Tarin             entered, not advancing
 *     an attempt to take Tarin        advancing
 *     beat back an attempt to take it  captured, and denied (repelled.ts)
 *
 * Which words tell of control is weighed in told.ts.
 */
import type { ControlStatus } from '../../model/claim.ts'
import { type Clauses, isPassive, preposition } from './clauses.ts'
import type { Scene } from './frames.ts'
import type { Chosen } from './ground/choose.ts'
import { repelledBy } from './repelled.ts'
import type { Told } from './told.ts'

/**
 * What is told in the light of where and how: whoever advances into a place has entered it, who drives others out has it,
 * who attempts to take it moves against it, and "Ostland-occupied" is held.
 */
export function statusOf({ view, reading }: Scene, told: Told, { role, grounds }: Chosen): ControlStatus {
  const { label, token, frame } = told
  const status = label.slice('control:'.length) as ControlStatus
  const { lemma, deprel, end } = view.tokens[token]!
  if (TAKEN.test(status) && repelledBy(view, token) !== null) return 'captured'
  if (status === 'advancing') {
    const far = reading.report.text.slice(end, grounds[0]?.mention?.start ?? end)
    return role === 'into' || /^\s+as far as\b/.test(far) ? 'entered' : status
  }
  if (status === 'held' && fightsFor(view, token)) return 'contested'
  if (status === 'captured') {
    if (lemma === 'occupy' && (deprel === 'amod' || view.tokens[token - 1]?.text === '-')) return 'held'
    if (lemma === 'control' && !TAKES.test(view.tokens[view.tokens[token]!.head]?.lemma ?? '')) return 'held'
    if (isFoughtFor(view, token)) return 'advancing'
    const tried = told.cues.some(
      (cue) => view.tokens[cue.token]!.lemma === 'attempt' && Math.abs(token - cue.token) < 5,
    )
    if (tried || isTried(view, token)) return 'advancing'
  }
  const drives = frame?.claim.kind === 'control' && frame.claim.status === 'lost' && frame.target[0] === 'from'
  if (status === 'lost' && drives && frame.actor[0] === 'obj' && !isPassive(view, token)) return 'captured'
  return status
}

/** Statuses of whoever takes a place, or is about to. */
export const TAKEN = /^(?:captured|entered|advancing)$/

const TAKES = /^(?:take|gain|win|seize|regain|establish|restore|assume|wrest|impose|give|get|bring|secure)$/

/** "Fought to drive them out of Tarin", "battling to retake it": they are at it. */
function isFoughtFor({ tokens, children }: Clauses, token: number): boolean {
  const { head, deprel } = tokens[token]!
  if (head < 0 || !/^(?:xcomp|advcl|ccomp)$/.test(deprel)) return false
  return (
    /^(?:fight|battle|struggle)$/.test(tokens[head]!.lemma) &&
    children[token]!.some((kid) => tokens[kid]!.lemma === 'to')
  )
}

/** "Which the army tried to retake": it moved against it. */
const isTried = ({ tokens }: Clauses, token: number): boolean =>
  tokens[token]!.deprel === 'xcomp' && /^(?:try|attempt|seek)$/.test(tokens[tokens[token]!.head]?.lemma ?? '')

/** "A battle for control of Tarin": nobody has it yet. */
function fightsFor(view: Clauses, token: number): boolean {
  const { tokens } = view
  const { lemma, head } = tokens[token]!
  if (lemma !== 'control' || head < 0 || preposition(view, token) !== 'for') return false
  return [tokens[head]!, tokens[tokens[head]!.head]].some((one) => one !== undefined && FIGHT.test(one.lemma))
}

const FIGHT = /^(?:rage|battle|fight|fighting|clash|struggle|combat|war|vie|compete|contest|break)$/

/** "The siege of Tarin has been lifted": it is over. */
export function isLifted({ tokens, children }: Clauses, token: number): boolean {
  const { lemma, deprel, head } = tokens[token]!
  if (!/^(?:siege|blockade|encirclement)$/.test(lemma) || !/^(?:obj|nsubj:pass)$/.test(deprel)) return false
  const done = !children[head]!.some((kid) => tokens[kid]!.lemma === 'to' || tokens[kid]!.xpos === 'MD')
  return done && /^(?:lift|break|end|raise)$/.test(tokens[head]!.lemma)
}
