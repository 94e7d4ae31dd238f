/**
 * Folding: the spellings of one name brought to one key.
 *
 *     "Al-Ḥamdānīyah"  foldKey ─▶ "al hamdaniyah"  foldName ─▶ "hamdaniya"
 *     "St. Paul's"     foldKey ─▶ "st pauls"
 *
 * `foldKey` only forgets case, accents, apostrophes and punctuation: the key of
 * the gazetteer. `foldName` also forgets what romanisation of Arabic leaves open
 * (article, doubled letters, final h, vowels that stand for one another), and is
 * for comparing two names that are already thought to be one. It knows no place.
 */

const APOSTROPHES = /[’‘'`´ʻʼʽʾʿ′.]/g
const MARKS = /[\u0300-\u036f]/g
const SPECIAL: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
}
const PLAIN = /^[a-z ]*$/

/** Lower case, no accents, no apostrophes or full stops; every other mark is a space. Letters of other scripts stay. */
export function foldKey(name: string): string {
  const low = name.toLowerCase()
  if (PLAIN.test(low)) return low.replace(/ {2,}/g, ' ').trim()
  return low
    .replace(APOSTROPHES, '')
    .replace(/[łøđðþßæœıə]/g, (letter) => SPECIAL[letter]!)
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const ARTICLE = /^(?:al|el|ul|ad|adh|an|ar|as|ash|at|ath|az) (?=\p{L}{3})/u
const INNER_ARTICLE = / (?:al|el|il|ul|ad|adh|an|ar|as|ash|at|ath|az|ez|es) (?=\p{L}{3})/gu

/** The key without a leading Arabic article: "al shirqat" and "ash shirqat" are "shirqat"; "el paso" is "paso" too. */
export const dropArticle = (key: string): string => key.replace(ARTICLE, '')

/** One key for the romanised spellings of a name: "Falluja", "Fallujah", "al-Fallujah"; "Khan Shaykhun", "Khan Sheikhoun". */
export const foldName = (name: string): string =>
  dropArticle(foldKey(name))
    .replace(INNER_ARTICLE, ' ')
    .replace(/ou|oo|aw|au/g, 'u')
    .replace(/ee|ei|ey|ai|ay/g, 'i')
    .replace(/(?<=[aeiu])h\b/g, '')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/iy(?=[aeu])/g, 'i')
    .replace(/y/g, 'i')
    .replace(/q/g, 'k')
    .replace(/e/g, 'i')
    .replace(/o/g, 'u')
    .replace(/(\p{L})\1+/gu, '$1')
