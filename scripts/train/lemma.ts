/** Learns the endings of `language/lemma.ts`: the fewest that give every common word its lemma. */
import type { Inflected } from '../../src/language/irregular.ts'
import { find, INFLECTED, LONGEST_ENDING } from '../../src/language/lemma.ts'
import type { GoldSentence } from './conllu.ts'

/** Rules from treebanks; of forms they lack, from `beyond`; `sure` outweighs both. */
export function trainLemmas(
  sentences: readonly GoldSentence[],
  beyond: readonly Inflected[] = [],
  sure: readonly Inflected[] = [],
): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { forms, lemmas, xpos } of sentences)
    for (const [i, form] of forms.entries()) {
      if (!INFLECTED.test(xpos[i]!)) continue
      const lower = form.toLowerCase().replaceAll('’', "'")
      const rule = ruleOf(lower, lemmas[i]!.toLowerCase())
      add(counts, `${xpos[i]} ^${lower}`, rule, 1)
    }
  for (const { form, xpos, lemma } of beyond)
    if (!counts.has(`${xpos} ^${form}`)) add(counts, `${xpos} ^${form}`, ruleOf(form, lemma), 1)
  for (const key of new Set(sure.map(({ form, xpos }) => `${xpos} ^${form}`))) counts.delete(key)
  for (const { form, xpos, lemma } of sure) add(counts, `${xpos} ^${form}`, ruleOf(form, lemma), 1)
  const words = [...counts].map(([key, rules]) => [key, top(rules)] as const)
  const endings = new Map<string, Map<string, number>>()
  for (const [key, rule] of words) {
    const [tag = '', word = ''] = key.split(' ^')
    for (let length = 0; length <= Math.min(LONGEST_ENDING, word.length); length++)
      add(endings, `${tag} ${word.slice(word.length - length)}`, rule, 1)
  }
  const rules = new Map<string, string>()
  for (const [key, options] of [...endings].sort((a, b) => a[0].length - b[0].length)) {
    const [tag = '', ending = ''] = key.split(' ')
    const rule = top(options)
    const total = [...options.values()].reduce((a, b) => a + b, 0)
    if (ending && (total < 2 || find(rules, tag, ending) === rule)) continue
    rules.set(key, rule)
  }
  for (const [key, rule] of words) {
    const [tag = '', word = ''] = key.split(' ^')
    if (find(rules, tag, word) !== rule) rules.set(key, rule)
  }
  return rules
}

function add(table: Map<string, Map<string, number>>, key: string, rule: string, by: number): void {
  const rules = table.get(key) ?? new Map<string, number>()
  table.set(key, rules.set(rule, (rules.get(rule) ?? 0) + by))
}

const top = (rules: Map<string, number>): string => [...rules].sort((a, b) => b[1] - a[1])[0]![0]

/** How to get from a form to its lemma. */
function ruleOf(form: string, lemma: string): string {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  return `${form.length - same}${lemma.slice(same)}`
}
