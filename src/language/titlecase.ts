/**
 * Headlines in title case or capitals, read as running text: words that are no names are read in
 * lower case, so that they are not taken for names.
 *
 *     Rebels Retake Port of Selm As Talks Falter        body: "... in Selm ... talks ..."
 *     rebels retake port of Selm as talks falter
 *
 * The report's own running text says first what is a name; then the vocabulary of English (models/vocabulary.md). Words that
 * neither knows, and acronyms that the body has (UN, IDPs), stay as they are.
 */

/** Is a word in lower case one of English, in any of its forms? */
export type IsCommon = (word: string) => boolean

/** How the running text of a report writes its words. */
interface Running {
  readonly lower: ReadonlySet<string>
  /** Written with a capital, or in capitals, within a sentence. */
  readonly names: ReadonlySet<string>
}

/** The forms to read each sentence of a report with: its own, but for headlines. */
export function asRead(sentences: readonly (readonly string[])[], isCommon: IsCommon): readonly (readonly string[])[] {
  const titles = sentences.map((forms) => isTitleCase(forms) || isShouted(forms))
  if (!titles.includes(true)) return sentences
  const running = runningText(sentences.filter((_, i) => !titles[i]))
  return sentences.map((forms, i) => (titles[i] ? readable(forms, running, isCommon) : forms))
}

function runningText(sentences: readonly (readonly string[])[]): Running {
  const lower = new Set<string>()
  const names = new Set<string>()
  for (const forms of sentences)
    for (const [i, form] of forms.entries()) {
      if (/^\p{Ll}+$/u.test(form)) lower.add(form)
      else if (i > 0 && /^\p{Lu}/u.test(form)) names.add(form)
    }
  return { lower, names }
}

/** Are nearly all its longer words capitalised, and are there enough of them? A full stop ends no title. */
function isTitleCase(forms: readonly string[]): boolean {
  if (forms.at(-1) === '.') return false
  const long = forms.filter((form) => /^\p{L}{4,}$/u.test(form))
  return long.length > 2 && long.filter((form) => /^\p{Lu}\p{Ll}/u.test(form)).length * 10 > long.length * 7
}

/** Is most of it in capitals? Then "IS" may be a verb after all. */
function isShouted(forms: readonly string[]): boolean {
  const words = forms.filter((form) => /^\p{L}{2,}$/u.test(form))
  return words.length > 2 && words.filter((form) => /^\p{Lu}+$/u.test(form)).length * 2 > words.length
}

function readable(forms: readonly string[], { lower, names }: Running, isCommon: IsCommon): string[] {
  const shouted = isShouted(forms)
  return forms.map((form, i) => {
    if (!(shouted ? /^\p{Lu}+$/u : /^\p{Lu}\p{Ll}*$/u).test(form)) return form
    const low = form.toLowerCase()
    if (lower.has(low)) return i ? low : first(low)
    if (names.has(form)) return form
    const name = first(low)
    if (names.has(name)) return name
    return isCommon(low) && i ? low : shouted ? name : form
  })
}

const first = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
