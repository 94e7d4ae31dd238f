/**
 * Headlines: their figures are left out where the body makes them again.
 *
 *     Blast kills 12 in Tarin         left out
 *     A blast killed 12 people ...    the figure
 */
import type { FigureClaim } from '../../../model/claim.ts'

/** The claims without those of headlines that the body makes again with the same number. */
export function withoutTitles(claims: readonly FigureClaim[]): FigureClaim[] {
  const body = claims.filter((claim) => !isTitle(claim))
  return claims.filter(
    (claim) =>
      body.includes(claim) ||
      !body.some(
        ({ measure, low, high }) => measure === claim.measure && (isSame(low, claim.low) || isSame(high, claim.high)),
      ),
  )
}

const isSame = (a: number | null, b: number | null): boolean => a !== null && a === b

/** In a headline, or in capitals like one ("Kills 23 Northern Militants"), as pages without marks run them into the text. */
function isTitle({ role, quote, start, reason }: FigureClaim): boolean {
  if (role === 'headline') return true
  const words = quote.match(/\p{L}{4,}/gu) ?? []
  return /^\p{Lu}/u.test(quote.slice(reason.trigger.start - start)) && words.every((word) => /^\p{Lu}/u.test(word))
}
