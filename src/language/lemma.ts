/**
 * Lemmas: "forces" -> "force", "fled" -> "flee", "capturing" -> "capture", "n't" -> "not".
 *
 *     key       tag and ending         "VBG uring"   "VBD ^fled"  (^ marks the whole word)
 *     rule      cut and add            "3e"          "1ee"
 *
 * The longest ending that has a rule decides; endings were learned from treebanks, and an
 * irregular word is simply an ending as long as itself. Names keep their form.
 */

/** Key to rule, where a rule is the number of characters to cut and the ending to add. */
export type LemmaRules = ReadonlyMap<string, string>

/** Longest ending looked at, besides whole words. */
export const LONGEST_ENDING = 6

/** Tags whose words change. */
export const INFLECTED = /^(?:VB[DGNPZ]?|MD|NNS|JJ[RS]|RB[RS]|RB|DT|PRP\$?|POS|TO|WP\$?)$/

const REMEMBERED = 60_000

/** A lemmatiser over learned rules, for Penn tags. */
export function lemmatiser(rules: LemmaRules): (form: string, xpos: string) => string {
  let known = new Map<string, string>()
  return (form, xpos) => {
    if (!INFLECTED.test(xpos)) return keepsCase(form, xpos) ? form : form.toLowerCase()
    const key = `${xpos} ${form}`
    const found = known.get(key)
    if (found !== undefined) return found
    if (xpos === 'NNS' && /\p{Lu}{2}s$/u.test(form)) return form.slice(0, -1)
    const lower = form.toLowerCase().replaceAll('’', "'")
    const answer = apply(lower, find(rules, xpos, lower))
    if (known.size >= REMEMBERED) known = new Map()
    known.set(key, answer)
    return answer
  }
}

/** Names, symbols, letters and acronyms (km, GDP, anti-ISIS) stay as they are. */
const keepsCase = (form: string, xpos: string): boolean =>
  xpos.startsWith('NNP') ||
  xpos === 'SYM' ||
  xpos === 'FW' ||
  ((xpos === 'NN' || xpos === 'JJ') && (/\p{L}.*\p{Lu}/u.test(form) || form.length === 1))

/** The rule of the longest ending. */
export function find(rules: LemmaRules, xpos: string, lower: string): string {
  const whole = rules.get(`${xpos} ^${lower}`)
  if (whole !== undefined) return whole
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const rule = rules.get(`${xpos} ${lower.slice(lower.length - length)}`)
    if (rule !== undefined) return rule
  }
  return '0'
}

/** Cut and add. */
function apply(lower: string, rule: string): string {
  const cut = Number.parseInt(rule, 10)
  return cut >= lower.length && rule.length === String(cut).length
    ? lower
    : lower.slice(0, lower.length - cut) + rule.slice(String(cut).length)
}
