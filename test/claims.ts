/** Invented reports and claims for tests of the picture: each claim quotes its report's words, which are read for what they say of it. */
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import type { Claim, ControlClaim, EventClaim, FigureClaim } from '../src/model/claim.ts'
import type { Reading } from '../src/model/reading.ts'
import { given, UNDATED } from '../src/model/report.ts'
import { worded } from '../src/read/claims/wording.ts'
import { withUses } from '../src/read/places/use.ts'

type Draft =
  | ({ kind: 'figure'; quote: string } & Partial<FigureClaim>)
  | ({ kind: 'control'; quote: string } & Partial<ControlClaim>)
  | ({ kind: 'event'; quote: string } & Partial<EventClaim>)

const DEFAULTS = {
  figure: { measure: 'killed', subject: null, low: null, high: null, bound: 'exact' },
  control: { status: 'held', actor: null, fromActor: null },
  event: { type: 'attack', actor: null, target: null },
} as const

/** What reconciling needs of a reading. */
export type Told = Pick<Reading, 'report' | 'claims' | 'places' | 'actors'>

const resources = loadResources()
const parsed = reader(['passages', 'sentences', 'tokens', 'numbers', 'times'], resources)

/** The same report with what reading finds in its words about its claims and places. */
export function asRead({ report, claims, places, actors }: Told): Told {
  const reading = parsed(report)
  const named = withUses(places, reading, resources.wording)
  return { report, claims: worded({ ...reading, claims, places: named, actors }, resources), places: named, actors }
}

/** A report whose text is its claims' quotes, one sentence each, with those claims; its words are read. */
export const told = (...args: Parameters<typeof bare>): Told => asRead(bare(...args))

/** The same with its words left unread. */
export function bare(
  id: string,
  published: string | null,
  drafts: readonly Draft[],
  rest: { publisher?: string; before?: string } = {},
): Told {
  const { before = '', publisher } = rest
  const text = before + drafts.map(({ quote }) => `${quote}.`).join(' ')
  const claims = drafts.map((draft, i): Claim => {
    const start = text.indexOf(draft.quote)
    const day = draft.from ?? published
    return {
      id: `${id}.${i}`,
      report: id,
      start,
      end: start + draft.quote.length,
      source: [],
      modality: 'asserted',
      from: day,
      to: day,
      timeBasis: 'sentence',
      place: null,
      placeId: null,
      location: null,
      placeBasis: 'sentence',
      role: 'body',
      confidence: 0.9,
      reason: { frame: 'test', trigger: { start, end: start + 1 }, notes: [] },
      wording: { sentence: { start, end: start + draft.quote.length }, signs: [] },
      ...DEFAULTS[draft.kind],
      ...draft,
    } as Claim
  })
  return {
    report: { id, text, published: published === null ? UNDATED : given(published), publisher },
    claims,
    places: [],
    actors: [],
  }
}
