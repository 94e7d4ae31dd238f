/**
 * Sides: do two names belong to one party, as far as the words tell?
 *
 *     Iraqi special forces  ~  Iraqi Ministry of Defense        "Iraqi" is all that is particular about both
 *     Syrian government forces  /  Syrian rebels                 "rebels" is particular
 *
 * Offices and kinds of troops are set aside; what is left must be the same.
 * This is a rule of thumb for marking statements as one-sided. It knows no
 * alliances: "US forces" and "Iraqi forces" are two sides to it.
 */
import { fold } from './names.ts'

const OFFICES = new Set(
  (
    'the of and a for forces force army armed military troops soldiers fighters police security special operations national ' +
    'government governments authorities regime ministry minister ministers defense defence interior foreign health prime ' +
    'president presidency parliament officials official officer officers general commander commanders command spokesman ' +
    'spokeswoman spokesperson spokesmen state federal air ground naval navy division brigade battalion regiment unit units ' +
    'elite counter terrorism counterterrorism service services senior top joint staff chief led backed media local'
  ).split(' '),
)

/** What is particular about a name, as one string; empty when nothing is. */
export const particular = (name: string): string =>
  fold(name)
    .replace(/\bu\.s\.?(?=\s|$)/g, 'us')
    .replace(/\b(?:opposition|insurgents?|rebels?)\b/g, 'rebels')
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !OFFICES.has(word))
    .sort()
    .join(' ')

/** Are the two of one side? Unsure counts as no. */
export function akin(a: string, b: string): boolean {
  if (a === b) return true
  const own = particular(a)
  return own !== '' && own === particular(b)
}

/** Is any of these akin to any of those? */
export const anyAkin = (those: readonly string[], these: readonly string[]): boolean =>
  those.some((a) => these.some((b) => akin(a, b)))
