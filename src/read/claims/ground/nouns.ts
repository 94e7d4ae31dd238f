/**
 * Nouns of place: what sort of ground a common noun stands for, and how the places it belongs with are called.
 *
 *     village, town      settlement   "the village of Sohl" is Sohl; "villages near Tarin" are villages near Tarin
 *     half, sector       part         "the western half of Tarin" is western Tarin
 *     most, two-thirds   share        "most of Tarin" is Tarin
 *
 * Words only; phrases are `compose.ts`'s business.
 */
import { directionOf } from '../../../knowledge/directions.ts'
import type { Token } from '../../../model/text.ts'
import type { Clauses } from '../clauses.ts'

/** What a noun of place stands for. */
export type Sort =
  | 'settlement'
  | 'quarter'
  | 'land'
  | 'area'
  | 'part'
  | 'share'
  | 'many'
  | 'site'
  | 'way'
  | 'seat'
  | 'side'

const WORDS: Readonly<Record<Sort, string>> = {
  settlement: 'village town city hamlet settlement municipality township community locality camp outpost',
  quarter: 'district neighborhood neighbourhood quarter suburb borough ward',
  land: 'country province governorate state nation county oblast republic peninsula island emirate',
  area: 'area region territory land zone pocket enclave soil terrain',
  part: 'part half side sector section portion flank bank chunk swath swathe stretch tract edge outskirt periphery countryside heartland slope plain situation',
  share:
    'most all majority bulk rest remainder half much percent cent % whole entirety third quarter three-quarter two-third proportion control',
  many: 'dozen score hundred number series string lot couple handful several many some few cluster kilometer kilometre mile group row patch succession array swath',
  site: 'airport airbase base airfield airstrip runway jail penitentiary hospital field oilfield gasfield dam plant station building compound headquarters position checkpoint hill hilltop mountain peak height factory mill farm school academy prison port harbour harbor refinery barracks square stadium fort fortress garrison depot camp university college mosque church market embassy complex post facility ridge plateau junction crossroads intersection roundabout house palace tower silo mine quarry bakery forest hillside pass river valley tunnel',
  way: 'road highway motorway route line corridor street bridge artery crossing avenue lane passage border gate frontier supply access lifeline railway track causeway',
  seat: 'stronghold bastion capital heartland hub haven hotbed redoubt birthplace seat hometown',
  side: 'north south east west northeast northwest southeast southwest center centre middle downtown heart core',
}
const SORTS = new Map<string, Sort>()
for (const [sort, words] of Object.entries(WORDS) as [Sort, string][])
  for (const word of words.split(' ')) if (!SORTS.has(word)) SORTS.set(word, sort)
// biome-ignore format: one line each
const PLURALS: ReadonlyMap<string, string> = new Map([['outskirts', 'outskirt'], ['headquarters', 'headquarters'], ['barracks', 'barracks'], ['swathes', 'swathe'], ['swaths', 'swath'], ['cities', 'city'], ['countries', 'country'], ['factories', 'factory'], ['academies', 'academy'], ['territories', 'territory']])

/** The noun in the singular, in small letters. */
export function singular({ text, lemma, xpos }: Token): string {
  const form = text.toLowerCase()
  const known = PLURALS.get(form)
  if (known) return known
  if (SORTS.has(form)) return form
  const base = lemma.toLowerCase()
  if (SORTS.has(base)) return base
  return xpos.endsWith('S') && form.endsWith('s') ? form.slice(0, -1) : base
}

/** What the word stands for; undefined for any other word. */
export const sortOf = (token: Token): Sort | undefined =>
  NOMINAL.has(token.upos) ? SORTS.get(singular(token)) : undefined

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'ADV', 'DET', 'PRON', 'NUM', 'SYM', 'X'])

/** More than one of them? By its form, for tags are often wrong in headlines. */
export const isPlural = (token: Token): boolean => {
  const form = token.text.toLowerCase()
  return form !== singular(token) && /s$/.test(form)
}

/** The side or middle that a word names, as an adjective: "east", "eastern" and "East" are "eastern". */
export function sideOf(text: string): string | null {
  const word = text.toLowerCase()
  if (/^(?:central|cent(?:er|re)|middle|downtown|heart|core)$/.test(word)) return 'central'
  if (word === 'rural') return word
  return directionOf(word)?.adjective ?? null
}

/** Sizes of the places (mentions.ts) that "the", "this" or "its" before the noun may refer to, the likeliest first. */
const REFERS: Readonly<Record<string, string>> = {
  city: 'town',
  town: 'town small unlisted',
  village: 'small unlisted town',
  district: 'small unlisted area',
  neighborhood: 'small unlisted',
  neighbourhood: 'small unlisted',
  quarter: 'small unlisted',
  suburb: 'small unlisted town',
  camp: 'small unlisted',
  province: 'area',
  governorate: 'area',
  state: 'area country',
  country: 'country demonym',
  nation: 'country demonym',
  region: 'region area',
  area: 'town small unlisted region area',
  enclave: 'region small unlisted town',
  pocket: 'region small unlisted town',
  capital: 'town',
  island: 'region town country',
  peninsula: 'region area',
  zone: 'region small unlisted',
  stronghold: 'town small unlisted',
  bastion: 'town small unlisted',
}

/** What "the town" may refer to; undefined for a noun that refers to nothing named. */
export const refersTo = (token: Token): ReadonlySet<string> | undefined => {
  const sizes = REFERS[singular(token)]
  return sizes === undefined ? undefined : new Set(sizes.split(' '))
}

/** A noun with the words in front that say what it is: "supply lines", "provincial capitals". */
export function words({ tokens, children }: Clauses, noun: number): string {
  const kept = children[noun]!.filter((child) => {
    const { deprel, upos, text } = tokens[child]!
    return (
      child < noun && (KEPT.test(text) || (deprel === 'compound' && upos === 'NOUN' && tokens[child + 1]?.text !== '-'))
    )
  })
  return [...kept, noun].map((i) => tokens[i]!.text.toLowerCase()).join(' ')
}

const KEPT = /^(?:provincial|major|key|supply|strategic|last)$/i

/** The head of the noun phrase that starts at a token: its last noun, behind whoever possesses it. */
export function headFrom(tokens: readonly Token[], first: number): number {
  for (let i = first; i < Math.min(first + 8, tokens.length); i++) {
    const next = tokens[i + 1]
    if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos) || next?.xpos === 'POS') continue
    if (/^(?:NOUN|PROPN)$/.test(next?.upos ?? '')) continue
    if (
      /^[-’']$/.test(next?.text ?? '') &&
      next!.start === tokens[i]!.end &&
      /^(?:NOUN|PROPN)$/.test(tokens[i + 2]?.upos ?? '')
    )
      continue
    return i
  }
  return first
}
