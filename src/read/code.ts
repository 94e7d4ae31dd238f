/**
 * One code for a whole short report: the ACLED sub-event type and the PLOVER type that
 * describe it best, or none.
 *
 *     Police fired tear gas to disperse demonstrators.
 *     protest 4 · protest + tear gas + police 6 + 3   ─▶  Protest with intervention
 *
 * Adds up the points of data/codebook/codes.tsv. It codes the report, not its claims: those
 * carry types of their own, and a long report has many codes.
 */
import type { Codes } from '../knowledge/codes.ts'
import type { Resources } from '../knowledge/resources.ts'
import type { Code } from '../model/claim.ts'
import type { Token } from '../model/text.ts'
import type { Stage } from './stage.ts'

export const code: Stage<Resources, 'code'> = {
  name: 'code',
  needs: ['sentences', 'tokens'],
  gives: ['code'],
  run: ({ tokens }, { codebook, codes }) => ({ code: codeOf(tokens, codes, codebook.classes) }),
}

/** Fewer points than this are no code. */
const LEAST = 3
/** Words of the first sentence count half as much again: it says what the report is about. */
const LEAD = 1.5
/** Tokens beyond this no longer say what a short report is about. */
const READ = 400

/** The best code of each system for the words of a report. */
function codeOf(tokens: readonly Token[], codes: Codes, classes: ReadonlyMap<string, readonly string[]>): Code {
  const present = new Set<string>()
  const fired = new Map<number, number>()
  const words = tokens.slice(0, READ).filter((token) => token.text !== '-' && token.upos !== 'PUNCT')
  const forms = words.map(({ lemma, text }) => [lemma.toLowerCase(), text.toLowerCase()])
  for (const [i, { sentence }] of words.entries()) {
    for (const form of forms[i]!) for (const name of classes.get(form) ?? []) present.add(name)
    for (const phrase of phrasesAt(forms, i, codes.openers))
      for (const rule of codes.byWord.get(phrase) ?? []) {
        const weight = sentence === words[0]!.sentence ? LEAD : 1
        fired.set(rule, Math.max(fired.get(rule) ?? 0, weight))
      }
  }
  const points = { acled: new Map<string, number>(), plover: new Map<string, number>() }
  for (const [index, weight] of [...fired].sort((a, b) => a[0] - b[0])) {
    const rule = codes.rules[index]!
    if (!rule.needs.every(({ not, name }) => present.has(name) !== not)) continue
    const table = points[rule.system]
    table.set(rule.code, (table.get(rule.code) ?? 0) + weight * rule.points)
  }
  return { acled: best(points.acled), plover: best(points.plover) }
}

/** One word from `i` on, as lemma and as it stands; two and three where one of the openers stands first. */
function phrasesAt(forms: readonly (readonly string[])[], i: number, openers: ReadonlySet<string>): string[] {
  const found = [...forms[i]!]
  for (const side of [0, 1]) {
    let phrase = forms[i]![side]!
    if (!openers.has(phrase)) continue
    for (let next = i + 1; next < forms.length && next <= i + 2; next++) {
      phrase += ` ${forms[next]![side]!}`
      found.push(phrase)
    }
  }
  return found
}

function best(points: ReadonlyMap<string, number>): string | null {
  let top: string | null = null
  for (const [name, value] of points) if (value >= LEAST && value > (top === null ? 0 : points.get(top)!)) top = name
  return top
}
