/**
 * Same thing, many names: when two spellings may name one actor or place.
 *
 *     Khazer = Khazir     Lt. Gen. Talib Shaghati = Shaghati     al-Shourah = Shourah
 *
 * These functions only say what the letters allow. Whether place and time allow
 * it too is decided where the names are used, and every merge carries a reason.
 */
import { distance } from 'fastest-levenshtein'

const TITLES =
  /^(?:(?:the|president|prime minister|minister|king|sheikh|imam|dr|mr|mrs|ms|first|second|lieutenant|lt|maj|major|brig|brigadier|gen|general|col|colonel|capt|captain|sgt|sergeant|spokesman|spokeswoman|commander|gov|governor|sen|senator|rep|ambassador|secretary)\.? +)+/

/** A name for comparing: lower case, no marks on letters, no hyphens, no article "al", no title, one word order for ministries. */
export function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/(^|[\s-])(?:al|el|as|ash|ar|an|ad)-/g, '$1')
    .replace(/[-–—/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\bdefence\b/g, 'defense')
    .replace(/^(.*)\bministry of (?:the )?(.+)$/, '$1$2 ministry')
    .replace(TITLES, '')
    .trim()
}

/** Are two folded names spellings of one name? One letter in eight may differ, the first may not, nor any digit. */
export function spelledAlike(a: string, b: string): boolean {
  if (a === b) return true
  const longer = Math.max(a.length, b.length)
  if (longer < 5 || Math.abs(a.length - b.length) > 2 || a[0] !== b[0]) return false
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false
  return distance(a, b) <= Math.max(1, Math.floor(longer / 8)) && skeleton(a) === skeleton(b)
}

/** A name without its vowels and doubled letters: what transliterations of one name share. */
export const skeleton = (folded: string): string => folded.replace(/(?<=.)[aeiouy]/g, '').replace(/(.)\1+/g, '$1')

/** Actors of a joint claim: "Iraqi army; peshmerga" is two. */
export const actorsOf = (name: string | null): string[] =>
  name === null ? [] : name.split(';').flatMap((part) => part.trim() || [])

/** The last word of a folded name of two words or more, by which people are called for short; null when there is none. */
export function surname(folded: string): string | null {
  const last = folded.lastIndexOf(' ') + 1
  return last > 0 && folded.length - last >= 4 ? folded.slice(last) : null
}

const SIDE = '(?:north|south|east|west|northeast|northwest|southeast|southwest)'
const PART = new RegExp(`^(?:the )?(?:${SIDE}(?:ern)? (?!of )|central |downtown |districts? of |parts? of )`, 'i')
const INSIDE = / (?:airport|old city|government compound|city center|city centre)$/i
const AROUND = new RegExp(
  `^(?:the )?(?:(?:villages?|towns?|areas?|suburbs?|outskirts|countryside|front) )?(?:${SIDE}(?:ern)? )?(?:(?:in|of|near|around|outside) |${SIDE}(?:ern)? of |(?:countryside|outskirts|suburbs) of )+`,
  'i',
)
const OUTSIDE = / (?:outskirts|countryside|suburbs|area|front)$/i

/**
 * The place that a description is built on: "western Mosul" is part of "Mosul", "villages near Mosul" are near it.
 * Null when a name stands alone.
 */
export function builtOn(place: string): { readonly base: string; readonly relation: 'part' | 'near' } | null {
  for (const [pattern, relation] of [
    [AROUND, 'near'],
    [OUTSIDE, 'near'],
    [PART, 'part'],
    [INSIDE, 'part'],
  ] as const) {
    const base = place.replace(pattern, '')
    if (base && base !== place) return { base, relation }
  }
  return null
}
