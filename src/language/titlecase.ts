/**
 * Headlines in title case, read as running text: a word that the report's body writes in lower
 * case is read in lower case, so that it is not taken for a name.
 *
 *     Rebels Retake Port As Talks Falter        body: "... the port ... talks ... retake ..."
 *     Rebels retake port as talks falter
 *
 * Words the body does not have stay as they are, and so does what is written in capitals (UN, IDPs).
 */

/** Forms in lower case, as the running text of a report has them. */
export const lowerForms = (sentences: Iterable<readonly string[]>): Set<string> => {
  const found = new Set<string>()
  for (const forms of sentences)
    for (const form of isTitleCase(forms) ? [] : forms) if (/^\p{Ll}+$/u.test(form)) found.add(form)
  return found
}

/** Are nearly all its longer words capitalised, and are there enough of them? */
export function isTitleCase(forms: readonly string[]): boolean {
  const long = forms.filter((form) => /^\p{L}{4,}$/u.test(form))
  return long.length > 2 && long.filter((form) => /^\p{Lu}\p{Ll}/u.test(form)).length * 10 > long.length * 7
}

/** The forms to read a title-case headline with. */
export const readable = (forms: readonly string[], lower: ReadonlySet<string>): string[] =>
  forms.map((form) => (/^\p{Lu}\p{Ll}*$/u.test(form) && lower.has(form.toLowerCase()) ? form.toLowerCase() : form))
