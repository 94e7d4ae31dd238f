/**
 * What the counted are called by their own words: the noun with what describes it, plural where the number is.
 *
 *     nine old pickup trucks                  -> pickup trucks
 *     300 litres of fuel                      -> litres of fuel
 *     12 cases of cholera                     -> cholera cases
 *     the militia leader Omar Sabri           -> Omar Sabri
 */
import type { Counted, Measures } from '../../../knowledge/measures.ts'
import type { Token } from '../../../model/text.ts'
import type { Candidate } from './candidates.ts'

/** Words in front of a noun that say nothing about what it is. */
const EMPTY =
  /^(?:other|more|key|new|major|main|large|small|separate|different|previous|important|several|many|additional|further|recent|least|late|early|first|last|whole|entire|innocent|local|various|such|own|same|big|huge|top|simultaneous|consecutive|estimated|international|regime|government|army|rebel|coalition|terrorist|enemy|targeted|unarmed|downed|strong)$/i

/** "Afghan", "Shiite": whose it is, not what it is. */
const DEMONYM = /^\p{Lu}\p{Ll}{3,}/u

/** The proper name that ends at `to`: "autocrat Omar Sabri" is "Omar Sabri". */
function nameIn(tokens: readonly Token[], from: number, to: number): string {
  let start = to
  while (start > from && tokens[start - 1]!.xpos === 'NNP') start--
  return tokens
    .slice(start, to)
    .map(({ text }) => text)
    .join(' ')
}

/** The noun with the words in front of it, without names and without the number; plural where the number is. */
export function phraseName(
  tokens: readonly Token[],
  { number, head, kind, to, high }: Candidate,
  counted: Counted | null,
  measures: Measures,
): string {
  const noun = tokens[head]!
  if (kind === 'single' && noun.xpos === 'NNP') return nameIn(tokens, number, to)
  if (/^(?:killed|wounded|injured|dead|missing|detained|arrested)s?$/i.test(noun.text)) return 'people'
  const words: string[] = []
  for (let i = number + 1; i < head; i++) {
    const { upos, text } = tokens[i]!
    let last = i
    while (last + 2 < head && tokens[last + 1]!.text === '-') last += 2
    if (last > i) {
      const parts = tokens.slice(i, last + 1)
      if (parts.every((part) => part.upos !== 'PROPN' && part.upos !== 'NUM') && !HELD.test(tokens[last]!.text))
        words.push(parts.map((part) => part.text.toLowerCase()).join(''))
      i = last
    } else if ((upos === 'NOUN' || upos === 'ADJ' || upos === 'VERB') && !EMPTY.test(text) && !DEMONYM.test(text))
      words.push(text.toLowerCase())
  }
  if (!words.length && counted && noun.xpos === 'NN' && /m[ae]n$/.test(noun.text)) return counted.subject
  const form = noun.upos === 'PROPN' && !counted ? noun.text : noun.text.toLowerCase()
  const last = noun.xpos === 'NN' && high !== 0 ? plural(form) : form
  return [...words, last]
    .join(' ')
    .replace(/^(?:air )?(?:strikes|raids)$/, 'airstrikes')
    .concat(complement(tokens, head, measures))
    .replace(/^cases of (.+)$/, '$1 cases')
    .replace(/^(.+ cases) of .+$/, '$1')
}

/** "Rebel-held", "coalition-backed": whose it is, not what it is. */
const HELD = /^(?:held|led|controlled|backed|occupied|run|owned|old|strong|plus)$/i

function plural(form: string): string {
  if (!/[a-z]$/.test(form) || /s$|^percent$/.test(form)) return form
  if (/(?:ch|sh|x|z)$/.test(form)) return `${form}es`
  return /[^aeiou]y$/.test(form) ? `${form.slice(0, -1)}ies` : `${form}s`
}

/** " of fuel" behind a noun that only measures, " of cholera" behind cases; empty behind any other. */
function complement(tokens: readonly Token[], head: number, { counted }: Measures): string {
  const noun = tokens[head]!.lemma.toLowerCase()
  if (tokens[head + 1]?.text !== 'of' || !(AMOUNT.test(noun) || noun === 'case')) return ''
  const words: string[] = []
  const first = tokens[head + 2]?.xpos === 'DT' ? head + 3 : head + 2
  for (let i = first; i < first + 4; i++) {
    const token = tokens[i]
    if (!token || token.sentence !== tokens[head]!.sentence || !/^(?:NOUN|ADJ|PROPN)$/.test(token.upos)) break
    if (
      noun === 'case' &&
      counted.get(token.lemma.toLowerCase())?.class !== 'disease' &&
      token.upos !== 'ADJ' &&
      token.upos !== 'NOUN'
    )
      break
    words.push(noun === 'case' && token.upos === 'PROPN' ? token.text : token.text.toLowerCase())
  }
  const at = first + words.length
  const rate =
    words.length &&
    /^(?:per|a)$/.test(tokens[at]?.text ?? '') &&
    /^(?:day|month|year|week)$/.test(tokens[at + 1]?.text ?? '')
  return words.length ? ` of ${words.join(' ')}${rate ? ` per ${tokens[at + 1]!.text}` : ''}` : ''
}

/** Nouns that measure what follows them. */
const AMOUNT =
  /^(?:lit(?:re|er)|gallon|barrel|ton|tonne|pound|kilo|kilogram|percent|%|spool|bag|box|crate|sack|bottle|roll|foot|metre|meter|piece|kit|dose|course|truckload|load|pair|set|round)$/
