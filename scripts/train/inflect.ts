/**
 * Inflected forms beyond the treebanks, for the lemmatiser to learn endings from.
 *
 *     vocabulary   shelled: shell? shelle? shel?   ─▶  shell, the commonest candidate that is a word
 *     irregular    flee fled fled                  ─▶  VBD fled, VBN fled: flee
 *
 * The vocabulary is a list of words, commonest first. Spelling rules bring down what frequency
 * would get wrong: "stared" is not of "star", which would have doubled its r.
 */
import type { Inflected } from '../../src/language/irregular.ts'

const VOWEL = '[aeiou]'
/** One syllable of consonants, vowel, consonant: its last letter would have been doubled. */
const SHORT = new RegExp(`^(?:[^aeiou]|qu)*${VOWEL}[^aeiouwxy]$`)
const DOUBLED = /([bcdfgklmnprtvz])\1$/

/** Bases a stem may stand for, dearest spelling rules first applied. */
function bases(stem: string): string[] {
  if (SHORT.test(stem) && stem.length > 2) return [`${stem}e`]
  const found = [stem, `${stem}e`]
  if (DOUBLED.test(stem)) found.push(stem.slice(0, -1))
  if (stem.endsWith('ck')) found.push(stem.slice(0, -1))
  return found
}

/** The commonest candidate that is a word; null without one. */
const commonest = (candidates: readonly string[], rank: ReadonlyMap<string, number>): string | null =>
  candidates.filter((word) => word.length > 2 && rank.has(word)).sort((a, b) => rank.get(a)! - rank.get(b)!)[0] ?? null

/** Regular forms of a vocabulary: participles, pasts, plurals and third persons whose base is in it, too. */
export function regular(vocabulary: readonly string[]): Inflected[] {
  const rank = new Map(vocabulary.map((word, index) => [word, index]))
  const found: Inflected[] = []
  for (const form of vocabulary) {
    if (!/^[a-z]{4,}$/.test(form)) continue
    const add = (candidates: readonly string[], ...tags: string[]): void => {
      const lemma = commonest(candidates, rank)
      if (lemma) found.push(...tags.map((xpos) => ({ form, xpos, lemma })))
    }
    if (form.endsWith('ied')) add([`${form.slice(0, -3)}y`], 'VBD', 'VBN')
    else if (form.endsWith('eed')) add([form.slice(0, -1)], 'VBD', 'VBN')
    else if (form.endsWith('ed')) add(bases(form.slice(0, -2)), 'VBD', 'VBN')
    else if (form.endsWith('ing')) add(bases(form.slice(0, -3)), 'VBG')
    else if (form.endsWith('ies')) add([`${form.slice(0, -3)}y`, form.slice(0, -1)], 'NNS', 'VBZ')
    else if (/(?:ss|sh|ch|x|zz|us|is)es$/.test(form)) add([form.slice(0, -2), form.slice(0, -1)], 'NNS', 'VBZ')
    else if (/[^su]s$/.test(form)) add([form.slice(0, -1)], 'NNS', 'VBZ')
  }
  return found
}
