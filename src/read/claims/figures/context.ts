/** Place, time and speaker of a figure: asks the shared readers and settles what only figures need. */
import type { Modality } from '../../../model/claim.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Span } from '../../../model/span.ts'
import type { Sentence } from '../../../model/text.ts'
import type { When, Where } from '../base.ts'
import { when } from '../when.ts'
import { where } from '../where.ts'
import type { Candidate } from './candidates.ts'
import type { Link } from './frames.ts'

export function sourceOf({ attributions }: Reading, span: Span): string[] {
  return [
    ...(attributions.find(({ content }) => content.some((c) => c.start <= span.start && span.end <= c.end))?.speakers ??
      []),
  ]
}

/** Days of a figure; one that looks ahead has none unless a date is given. */
export function timeOf(reading: Reading, span: Span, sentence: Sentence, modality: Modality): When {
  const open = modality !== 'asserted' && modality !== 'denied' && modality !== 'retracted'
  return when(reading, span, sentence, { open, kind: 'figure' })
}

/** Where those counted are. */
export const placeOf = (reading: Reading, span: Span, sentence: Sentence): Where => where(reading, span, sentence)

export function modalityOf(_reading: Reading, _candidate: Candidate, _link: Link | null): Modality {
  return 'asserted'
}
