/**
 * Is a number one of everybody, of the days and the place it is filed under?
 *
 *     two of them · another 12                                 share: some · other
 *     13, not 16                                               set aside (16)
 *     in the past week 40 died                                 partial
 *     one in Danu and the other in Kubela                      shared out
 *
 * Whose people it counts is asked in `whose.ts`; what may be compared with what is reconciling's to decide.
 */
import { isOfSense, type WordSense } from '../../../knowledge/wording.ts'
import type { FigureClaim } from '../../../model/claim.ts'
import type { Span } from '../../../model/span.ts'
import type { Sign, Wording } from '../../../model/wording.ts'
import { tokenAt } from '../../phrases.ts'
import { BLANK, before, type Hit, has, isA, isBroken, type Locus, lower, those, within } from './locus.ts'
import { followersIn, isHad, isMustered, isOwn, strikersIn } from './whose.ts'

type Figure = Locus<FigureClaim>

/** Where its number is written: tokens `[first, last)` and, of a number that is written out, its span. */
interface Written {
  readonly first: number
  readonly last: number
  readonly span: Span | null
}

/** What the words of a figure say. */
export function figureWording(locus: Figure): Pick<
  Wording,
  'number' | 'counted' | 'followers' | 'share' | 'since' | 'breaks' | 'strikers'
> & {
  readonly signs: readonly Sign[]
} {
  const number = writtenIn(locus)
  const counted = countedIn(locus, number)
  const followers = followersIn(locus)
  const share = shareOf(locus, number)
  const since = sinceOf(locus)
  const breaks = breaksIn(locus)
  const strikers = strikersIn(locus)
  return {
    signs: signsOf(locus, number),
    ...(number.span && { number: number.span }),
    ...(counted && { counted }),
    ...(followers && { followers }),
    ...(share && { share }),
    ...(since !== undefined && { since }),
    ...(breaks.length > 0 && { breaks }),
    ...(strikers.length > 0 && { strikers }),
  }
}

function writtenIn({ reading, tokens, claim, first }: Figure): Written {
  const number = reading.numbers.find(
    ({ start, end, low, high }) => start >= claim.start && end <= claim.end && low === claim.low && high === claim.high,
  )
  if (!number) return { first, last: first, span: null }
  const { start, end } = number
  return { first: tokenAt(tokens, start), last: tokenAt(tokens, end - 1) + 1, span: { start, end } }
}

const signsOf = (locus: Figure, number: Written): Sign[] => {
  const { claim } = locus
  const asked: readonly (readonly [Sign, boolean])[] = [
    ['taken', has(locus, 'taking', locus.first, locus.last)],
    ['partial', isPartial(locus, number)],
    ['contrast', has(locus, 'contrast')],
    ['rose', has(locus, 'rose')],
    ['set aside', isSetAside(locus)],
    ['shared out', isSharedOut(locus) || isOfBoth(locus)],
    ['settled', claim.measure === 'population' && isOfTown(locus)],
    ['elsewhere', isElsewhere(locus)],
    ['nobody', isNobody(locus)],
    ['own', isOwn(locus)],
    ['had', isHad(locus, number.first)],
    ['mustered', isMustered(locus, number.first)],
    ['list', isList(locus, number)],
  ]
  return those(asked)
}

/** What follows the number, to the end of its phrase and never past the claim. */
function countedIn({ tokens, last }: Figure, number: Written): Span | null {
  const from = tokens[number.last]?.text === '-' ? number.last + 1 : number.last
  let to = from
  while (to < last && !/^[.;()]$/.test(tokens[to]!.text)) to++
  return number.span && to > from ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : null
}

/** Is it a number of some, of another time than the report's, or one that the speaker has replaced since? */
function isPartial(locus: Figure, { first, last, span }: Written): boolean {
  const { claim, tokens, here } = locus
  const own = claim.timeBasis === 'clause'
  if (isAmong(locus, first) && claim.subject === null) return true
  const replaced = within(locus, 'earlier', undefined, first).some(({ last: at }) => {
    const reach = tokens[at]?.upos === 'VERB' ? 9 : tokens[at + 1]?.text === 'of' ? 2 : 0
    return isA(locus, 'count', at) && first - at <= reach && !isBroken(locus, at, first, /^[.;]$/)
  })
  if (replaced) return true
  if (!own && has(locus, 'other time', undefined, Math.min(here.sentence.last, locus.last + 12))) return true
  if (!isGeneral(locus, 'everybody')) return false
  if (isAmong(locus, first)) return true
  if (span === null || claim.bound === 'vague') return false
  if (isSome(locus, last)) return true
  // "12 soldiers", told of nobody.
  const noun = /^(?:more|other)$/i.test(tokens[last]?.text ?? '') ? last + 1 : last
  const { xpos } = tokens[noun] ?? { xpos: '' }
  return noun < locus.last && /S$/.test(xpos) && /^N/.test(xpos) && !isA(locus, 'everybody', noun)
}

/** Are those it counts nobody in particular? */
const isGeneral = ({ claim, words }: Figure, sense: WordSense): boolean =>
  claim.subject === null || isOfSense(words, sense, claim.subject.toLowerCase())

/** "Including 12", "among the dead were 12" */
function isAmong(locus: Figure, first: number): boolean {
  const { tokens } = locus
  let at = first - 1
  while (/^(?:[:,]|were|was)$/i.test(tokens[at]?.text ?? '')) at--
  if (before(locus, 'include', at + 1)) return true
  return (
    [at, at - 1].some((one) => lower(tokens[one] ?? BLANK) === 'among') &&
    before(locus, 'the others', at + 1) !== undefined
  )
}

/** "11 people with one name", "nine from the north" */
function isSome(locus: Figure, last: number): boolean {
  const { tokens } = locus
  const word = /^\p{L}+$/u.test(tokens[last]?.text ?? '') ? 1 : 0
  const at = [last, last + word, last + word + (isA(locus, 'whoever', last + word) ? 1 : 0)].find((one) =>
    /^(?:with|whose|from|of|who)$/i.test(tokens[one]?.text ?? ''),
  )
  return at !== undefined && (lower(tokens[at]!) !== 'who' || /^(?:were|had)$/.test(tokens[at + 1]?.text ?? ''))
}

/** What part of those told before it counts; "among them two children" are all the children, "12 others wounded" all the wounded. */
function shareOf(locus: Figure, { first }: Written): 'some' | 'other' | undefined {
  const { claim, tokens } = locus
  const among = (from: number, to: number) =>
    within(locus, 'the others', from, to).filter((hit) => /^(?:of|among)$/i.test(tokens[hit.first - 1]?.text ?? ''))
  // "Among them two children", "of the dead six were children": all the children.
  const isKind = claim.subject !== null && !/^(?:people|persons?|others)$/i.test(claim.subject)
  const isAll = ({ first: at, last: end }: Hit) =>
    at < first || (lower(tokens[at - 1]!) === 'among' && !/^(?:were|was)$/i.test(tokens[end]?.text ?? ''))
  if (isKind && among(first - 5, locus.last).some(isAll)) return undefined
  const next = lower(tokens[first - 1] ?? BLANK) === ',' ? first - 1 : first
  if (among(locus.first, locus.last).length > 0 || among(next - 2, next).length > 0) return 'some'
  if (isGeneral(locus, 'whoever') && /^including$/i.test(tokens[next - 1]?.text ?? '')) return 'some'
  const isMore = (hit: Hit) => tokens[hit.last]?.text !== 'than'
  const more = within(locus, 'more', locus.first, locus.last).filter(isMore)
  if (claim.measure === 'wounded')
    return more.some((hit) => !/^others?$/i.test(tokens[hit.first]!.text)) ? 'other' : undefined
  return [...more, ...within(locus, 'more', first - 1, first)].some(isMore) ? 'other' : undefined
}

/** Where "while" and "hours after" begin; who does one thing "while searching" for another does both in one place. */
const breaksIn = (locus: Figure): number[] =>
  within(locus, 'meanwhile').flatMap(({ first, last }) =>
    lower(locus.tokens[first]!) === 'while' && locus.tokens[last]?.xpos === 'VBG' ? [] : locus.tokens[first]!.start,
  )

/** "Since the offensive began": where that ends. */
function sinceOf(locus: Figure): number | undefined {
  const { tokens } = locus
  const hit = within(locus, 'operation').find(({ first }) =>
    [first - 1, first - 2].some(
      (at) => lower(tokens[at] ?? BLANK) === 'the' && /^(?:since|in)$/i.test(tokens[at - 1]?.text ?? ''),
    ),
  )
  return hit && tokens[hit.last - 1]!.end
}

/** "13, not 16": the second is given only to be set aside. */
function isSetAside({ tokens, first }: Figure): boolean {
  const at = /^(?:about|some|around)$/i.test(tokens[first - 1]?.text ?? '') ? first - 2 : first - 1
  return tokens[at]?.text === 'not'
}

/** "One in Danu and the other in Kubela": shared out over the places that follow. */
function isSharedOut(locus: Figure): boolean {
  const { tokens, here, first } = locus
  for (let at = first; at < here.sentence.last - 3; at++) {
    if (!/^[,–—-]$/.test(tokens[at]!.text) || !/^(?:one|two|three|some)$/i.test(tokens[at + 1]!.text)) continue
    for (let i = at + 3; i < Math.min(here.sentence.last, at + 20); i++) {
      if (/^[.;]$/.test(tokens[i]!.text)) break
      if (!/^(?:and|,)$/i.test(tokens[i]!.text)) continue
      const next = lower(tokens[i + 1] ?? BLANK) === 'the' ? i + 2 : i + 1
      if (/^(?:others?|another|one|two|three|rest)$/i.test(tokens[next]?.text ?? '')) return true
    }
  }
  return false
}

/** "The raids on Danu, Harat, and Kubela, Ostland, killed 40": of both towns together. */
function isOfBoth({ tokens, here, first }: Figure): boolean {
  const towns = here.places.filter(
    ({ kind, end }) => (kind === 'town' || kind === 'village') && end <= (tokens[first]?.start ?? 0),
  )
  const [one, other] = towns.slice(-2)
  if (!one || !other || one.id === other.id) return false
  const between = tokens.slice(tokenAt(tokens, one.end), tokenAt(tokens, other.start))
  return (
    between.some(({ text }) => text === 'and') &&
    between.every(({ text, upos }) => /^(?:and|,|in|at|near)$/.test(text) || upos === 'PROPN')
  )
}

/** "Iraq's second city, home to a million" */
const isOfTown = (locus: Figure): boolean =>
  within(locus, 'settlement').some(({ first }) => !/S$/.test(locus.tokens[first]!.xpos))

/** "The village of Sohl", where no mention has the name: another place than the figure's. */
function isElsewhere(locus: Figure): boolean {
  const { tokens, here, claim } = locus
  return within(locus, 'settlement').some(({ first, last }) => {
    const name = tokens[last + 1]
    if (/S$/.test(tokens[first]!.xpos) || lower(tokens[last] ?? BLANK) !== 'of' || !name || !/^\p{Lu}/u.test(name.text))
      return false
    return (
      !here.places.some(({ start, end }) => start <= name.start && end >= name.end) && !claim.place?.includes(name.text)
    )
  })
}

/** "A medic said", and the "one" of "one in Danu". */
function isNobody({ claim, tokens, last }: Figure): boolean {
  if (claim.low !== 1 || claim.high !== 1) return false
  if (/^(?:said|says|told|added)$/.test(tokens[last]?.text ?? '')) return true
  return lower(tokens[last - 1]!) === 'one' && /^[,–—-]$/.test(tokens[last - 2]?.text ?? '')
}

/** "Soldiers, police and guards" */
function isList({ tokens, last }: Figure, number: Written): boolean {
  let commas = 0
  for (let at = number.last; at < last; at++) {
    const word = tokens[at]!.text
    if (/^[.;()]$/.test(word)) return false
    if (word === ',') commas++
    else if (commas > 0 && word === 'and') return true
  }
  return false
}
