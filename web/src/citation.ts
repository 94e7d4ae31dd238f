/** A claim's words with all that is needed to quote them: who says so, in which report, and where in it. Pure. */
import type { Claim } from '../../src/model/claim.ts'
import { writeDay } from '../../src/present/words.ts'
import { type Index, sourceOf } from './lookups.ts'

/** “Three were killed” (police, to Northern Wire; “Shelling in Tarin”; Crisis Digest; 4 May 2019; tarin.txt, characters 120–137). */
export function citationOf(claim: Claim, index: Index): string {
  const { title, publisher, published, url, file } = sourceOf(claim, index)
  const told = claim.modality === 'asserted' ? '' : `told as ${claim.modality}`
  const day = `${writeDay(published.date)}${published.inferred ? ' (date inferred)' : ''}`
  const where = [title === file ? null : file, `characters ${claim.start}–${claim.end}`].filter(Boolean).join(', ')
  const source = [claim.source.join(', to '), told, `“${title}”`, publisher, day, url, where]
  return `“${claim.quote.replace(/\s+/g, ' ')}” (${source.filter(Boolean).join('; ')})`
}
