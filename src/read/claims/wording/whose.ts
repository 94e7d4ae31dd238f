/**
 * Whose people does a number count, when its own words leave that to the sentence?
 *
 *     Harat has between 500 and 700 men            had
 *     Harat says that 25 of its fighters died      own
 *     the offensive involves 9,000 men             mustered
 *     the army's shells killed seven               strikers: the army
 *
 * Who that is by name is reconciling's to say: it knows what a name means across reports.
 */
import type { FigureClaim } from '../../../model/claim.ts'
import type { ActorKind } from '../../../model/mention.ts'
import { tokenAt } from '../../phrases.ts'
import { BLANK, isA, isBroken, type Locus, lower, within } from './locus.ts'

type Figure = Locus<FigureClaim>

/** "Thousands of followers" */
export function followersIn({ tokens, first, last, reading, claim }: Figure): string | undefined {
  const { text, xpos } = tokens[last - 1]!
  if (claim.subject === null || claim.subject.endsWith(text)) return undefined
  if (xpos !== 'NNS' || last - first < 3 || tokens[last - 2]!.text !== 'of') return undefined
  return /\d/.test(reading.report.text.slice(claim.start, claim.end)) ? undefined : text
}

/** "Of its fighters" */
export function isOwn(locus: Figure): boolean {
  const { tokens, first, last } = locus
  return within(locus, 'fighters', first, last + 7).some((hit) => {
    for (let at = hit.first - 1; at >= hit.first - 3; at--)
      if (/^(?:its|their|our)$/i.test(tokens[at]?.text ?? '')) return lower(tokens[at - 1] ?? BLANK) === 'of'
    return false
  })
}

const ARMED: ReadonlySet<ActorKind> = new Set<ActorKind>(['armed-group', 'state-force'])

/** "Has", "had about", "with a force of": nothing is done between who has them and how many. */
export function isHad(locus: Figure, first: number): boolean {
  const { here, tokens } = locus
  const start = tokens[first]!.start
  const last = here.actors.findLast(({ kind, end }) => ARMED.has(kind) && end <= start)
  if (!last) return false
  let at = tokenAt(tokens, last.end)
  for (let steps = 0; steps < 3 && at < first && !isA(locus, 'has', at); steps++) at++
  if (at >= first || !isA(locus, 'has', at) || isBroken(locus, tokenAt(tokens, last.end), at)) return false
  for (let i = at + 1; i < first; i++) if (!isA(locus, 'about', i)) return false
  return true
}

/** "The operation mustered 9,000 men", "9,000 men are taking part in the operation" */
export function isMustered(locus: Figure, first: number): boolean {
  const { here, last } = locus
  const musters = within(locus, 'muster', undefined, first).some(
    (hit) =>
      first - hit.last <= 4 &&
      !isBroken(locus, hit.last, first) &&
      within(locus, 'operation', hit.first - 25, hit.first).some(
        ({ last: end }) => !isBroken(locus, end, hit.first, /^[.;]$/),
      ),
  )
  if (musters) return true
  return within(locus, 'takes part', last - 4).some(
    (hit) =>
      hit.first - last <= 16 &&
      !isBroken(locus, last, hit.first, /^(?:[.;]|where|who|which)$/i) &&
      within(locus, 'operation', hit.last, Math.min(here.sentence.last, hit.last + 8)).length > 0,
  )
}

/** "Harat's shells", "army raids": whose strikes the sentence tells of. */
export const strikersIn = (locus: Figure): string[] => [
  ...new Set(
    locus.here.actors.flatMap(({ kind, name, end }) => {
      if (!POWERS.has(kind)) return []
      const at = tokenAt(locus.tokens, end)
      const from = /^['’]s?$/.test(locus.tokens[at]?.text ?? '') ? at + 1 : at
      const next = [from, from + 1, from + 2].find(
        (one) => !/^\p{L}+$/u.test(locus.tokens[one]?.text ?? '') || isA(locus, 'strikes', one),
      )
      return next !== undefined && isA(locus, 'strikes', next) ? name : []
    }),
  ),
]
const POWERS: ReadonlySet<ActorKind> = new Set<ActorKind>(['armed-group', 'state-force', 'government', 'country'])
