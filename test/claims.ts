/** Invented reports and claims for tests of the picture: each claim quotes its report's words. */
import type { Claim, ControlClaim, EventClaim, FigureClaim } from '../src/model/claim.ts'
import type { Reading } from '../src/model/reading.ts'
import { given, UNDATED } from '../src/model/report.ts'

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

/** A report whose text is its claims' quotes, one sentence each, with those claims. */
export function told(
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
