/**
 * The language of headlines and captions: a sentence that tells of something, with words left out.
 *
 *     Blast hits police station     "hits" is read as a noun: no word tells of anything, so the word that the tagger most
 *                                   nearly took for a verb is read as one, if the tree then makes it the verb of a subject
 *     20 killed in market blast     a past form without an object is a passive whose "were" was left out
 *     Photo: A man sits ...         a label, what is seen, and a credit are three things, read one by one
 *
 * Sentences with a verb stay as they are. Capitals are for titlecase.ts.
 */
import type { Analysis } from './english.ts'
import type { Word } from './words.ts'

/** Does its main word tell of something: a verb with its subject, a copula, or a thing right before what it does ("Children playing")? */
export function tells({ upos, xpos, heads, deprels }: Analysis): boolean {
  const root = heads.indexOf(-1)
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] !== root) continue
    if (deprels[i] === 'cop') return true
    if (/^nsubj|^csubj|^expl/.test(deprels[i]!) && upos[root] === 'VERB') return true
    const isNext = i > root && i - root < 3
    if (upos[root] !== 'VERB' && isNext && deprels[i] === 'acl' && /^VB[DGN]$/.test(xpos[i]!)) return true
  }
  return false
}

const PLURAL = /(?:[^s]s|men|people|police|children|migrants|thousands|dozens)$/i

/** May token `i` be a verb in the present, by its ending and the word before it: "blast hits", "workers search"? */
export function mayTell(words: readonly Word[], i: number): boolean {
  const form = words[i]!.form
  const before = words[i - 1]?.form
  if (!before || !/^\p{Ll}{3,}$/u.test(form)) return false
  if (/^\p{L}/u.test(before)) return /^\p{Lu}/u.test(before) || /[^s]s$/i.test(form) !== PLURAL.test(before)
  return words[i + 1]?.form !== before
}

/** Is token `i` the verb of a subject before it, and what everything hangs on? */
export const isTold = ({ heads, deprels }: Analysis, i: number): boolean =>
  (heads[i] === -1 || deprels[i] === 'parataxis') &&
  deprels.some((deprel, j) => j < i && heads[j] === i && deprel.startsWith('nsubj'))

/** Past forms of these are no passives: nobody was "died". */
export const INTRANSITIVE = new Set(
  `die fall arrive go come rise drop collapse erupt break begin start end continue remain return flee land explode resign say withdraw
   retreat advance stall agree meet sink crash surge clash fight gather protest march vote win lose fail happen occur emerge escape
   defect surrender disappear vanish survive live stay work leave pass move travel walk drown suffer talk speak warn vow pledge`.split(
    /\s+/,
  ),
)
/** Past forms that look like the present. */
const SAME = /^(?:hurt|hit|cut|shut|set|put)$/i
/** What may stand after a participle: where, when, by whom, and nothing that was done something to. */
const AFTER = /^(?:ADP|ADV|SCONJ|CCONJ|PUNCT|VERB)$/

/** Past forms that a headline uses as passives get the tree and labels of passives: for each of them its subject is what it is done to. */
export function passives(analysis: Analysis): Analysis {
  const { upos, xpos, lemmas, heads, deprels } = risen(analysis)
  const found: number[] = []
  for (let i = 1; i < heads.length; i++) {
    const isPast = /^VB[DN]$/.test(xpos[i]!) || (xpos[i] === 'VBP' && SAME.test(analysis.words[i]!.form))
    if (upos[i] !== 'VERB' || !isPast || INTRANSITIVE.has(lemmas[i]!)) continue
    if (i + 1 < heads.length && !AFTER.test(upos[i + 1]!) && !/^(?:dead|alive|hostage|captive)$/i.test(lemmas[i + 1]!))
      continue
    const own = deprels.filter((_, j) => heads[j] === i)
    if (own.includes('nsubj') && !own.some((deprel) => /^(?:aux|obj|ccomp|cop)/.test(deprel))) found.push(i)
  }
  return {
    ...analysis,
    heads,
    xpos: xpos.map((tag, i) => (found.includes(i) ? 'VBN' : tag)),
    deprels: deprels.map((deprel, j) => (deprel === 'nsubj' && found.includes(heads[j]!) ? 'nsubj:pass' : deprel)),
  }
}

/** "Curfew imposed in Tarsen" tells of imposing: the participle after a bare noun that all hangs on takes the noun's place. */
function risen(analysis: Analysis): Analysis {
  const { xpos, heads, deprels } = analysis
  const noun = heads.indexOf(-1)
  const verb = deprels.findIndex((deprel, i) => deprel === 'acl' && heads[i] === noun && xpos[i] === 'VBN')
  if (verb < noun || verb - noun > 2) return analysis
  return {
    ...analysis,
    heads: heads.map((head, i) => (i === verb ? -1 : i === noun || (i > verb && head === noun) ? verb : head)),
    deprels: deprels.map((deprel, i) => (i === verb ? 'root' : i === noun ? 'nsubj' : deprel)),
  }
}

const LABEL = /^(?:(?:file|image|photo|picture)(?: (?:photo|image|picture|caption))?|photograph|pictured|caption)$/i
const CREDIT = /^(?:photo|photograph|picture|image|credit|photos)$/i

/** Where a caption's label ends and where its credit begins, as indexes of its tokens. */
export function captionParts(forms: readonly string[]): { readonly first: number; readonly last: number } {
  const n = forms.length
  const colon = forms.slice(0, 4).findIndex((form) => /^[:|]$/.test(form))
  const first = colon > 0 && LABEL.test(forms.slice(0, colon).join(' ')) && colon + 1 < n ? colon + 1 : 0
  for (let i = first + 3; i < n; i++) {
    const isCredit = forms[i] === '©' || (CREDIT.test(forms[i]!) && forms[i + 1] === ':') || forms[i] === 'REUTERS'
    const isBracket = /^[([]$/.test(forms[i]!) && /^[)\]]$/.test(forms.findLast((form) => form !== '.') ?? '')
    if ((isCredit || isBracket) && n - i <= 16) return { first, last: i }
  }
  return { first, last: n }
}
