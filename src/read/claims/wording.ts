/**
 * Wording: what each claim's own words say of it beyond its arguments.
 *
 *     claims ─▶ the sentence of each ─▶ words of data/language/wording.tsv, mentions, parse ─▶ signs
 *
 * Asked here so that whatever puts claims together need not read again. `model/wording.ts` says what the signs mean; each file
 * beside this one asks those of one kind of claim.
 */
import type { Resources } from '../../knowledge/resources.ts'
import type { Claim, FigureClaim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import { firstAfter } from '../../model/span.ts'
import type { Sign, Wording } from '../../model/wording.ts'
import { controlWording, eventSigns } from './wording/control.ts'
import { figureWording } from './wording/figures.ts'
import { type Locus, locusOf, sentencesOf } from './wording/locus.ts'
import { isNamed, openingOf, unnamedIn } from './wording/places.ts'
import { speechWording } from './wording/speech.ts'

/** The claims of a reading with their wording; in the order given. */
export function worded(reading: Reading, { wording: words }: Pick<Resources, 'wording'>): Claim[] {
  const sentences = sentencesOf(reading, words)
  return reading.claims.map((claim) => {
    const index = Math.min(firstAfter(reading.sentences, claim.start), reading.sentences.length - 1)
    const earlier = () => [index - 2, index - 1].flatMap((one) => (one < 0 ? [] : sentences(one)))
    return { ...claim, wording: wordingOf(locusOf(reading, claim, sentences(index), words), earlier) }
  })
}

function wordingOf(locus: Locus, earlier: Parameters<typeof speechWording>[1]): Wording {
  const { claim, here } = locus
  // Fighting, and what is announced as cleared, are weighed as evidence of control too.
  const isControl =
    claim.kind === 'control' || (claim.kind === 'event' && (claim.type === 'clash' || claim.type === 'announcement'))
  const control = isControl ? controlWording(locus) : null
  const figure = isFigure(locus) ? figureWording(locus) : null
  const speech = speechWording(locus, earlier)
  const opening = claim.kind === 'control' ? undefined : openingOf(locus)
  const { start, end } = here.sentence
  return {
    sentence: { start, end },
    ...unnamedIn(locus),
    ...control,
    ...speech,
    ...figure,
    ...(opening && { opening }),
    signs: [
      ...(isNamed(locus) ? NAMED : []),
      ...(control?.signs ?? []),
      ...eventSigns(locus),
      ...speech.signs,
      ...(figure?.signs ?? []),
    ],
  }
}

const NAMED: readonly Sign[] = ['named']
const isFigure = (locus: Locus): locus is Locus<FigureClaim> => locus.claim.kind === 'figure'
