/** Is a text English? Counts letters and the commonest words; enough to warn, not to name the language. */

const COMMON = new Set(
  'the of and to in a is that for it on was as with be by at from have has are this not were but they which had said his their will an or its been who more after would he she her we our you i'.split(
    ' ',
  ),
)
const WORD = /\p{L}+/gu

/** True when a text of some length has hardly any English words in it. Looks at 20,000 characters. */
export function notEnglish(text: string): boolean {
  let words = 0
  let common = 0
  for (const [word] of text.slice(0, 20_000).matchAll(WORD)) {
    words++
    if (COMMON.has(word.toLowerCase())) common++
  }
  return words >= 30 && common / words < 0.12
}
