/**
 * News agencies and broadcasters whose words others carry, with the forms their
 * credits take. Used to see that "Source: Reuters" and "Reuters reported" go back
 * to one origin. Common knowledge, checked November 2026; short forms only where
 * they are not also words or other bodies.
 */
const FORMS: readonly (readonly [name: string, ...forms: string[]])[] = [
  ['Reuters', 'Thomson Reuters'],
  ['Associated Press', 'AP', 'The Associated Press', 'The AP'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse'],
  ['Xinhua', 'Xinhua News Agency'],
  ['TASS', 'Itar-Tass', 'TASS News Agency'],
  ['Interfax'],
  ['RIA Novosti', 'RIA'],
  ['Sputnik'],
  ['Anadolu Agency', 'Anadolu'],
  ['SANA', 'Syrian Arab News Agency'],
  ['IRNA', 'Islamic Republic News Agency'],
  ['Fars', 'Fars News Agency'],
  ['Tasnim', 'Tasnim News Agency'],
  ['dpa', 'Deutsche Presse-Agentur', 'DPA'],
  ['EFE'],
  ['ANSA'],
  ['Kyodo', 'Kyodo News'],
  ['PTI', 'Press Trust of India'],
  ['UPI', 'United Press International'],
  ['Yonhap', 'Yonhap News Agency'],
  ['Ukrinform'],
  ['Bloomberg'],
  ['Rudaw', 'Rudaw Media Network'],
  ['CNN'],
  ['BBC', 'BBC News'],
  ['Al Jazeera', 'Al-Jazeera', 'Aljazeera'],
  ['Al Arabiya', 'Al-Arabiya'],
  ['Al-Mayadeen', 'Al Mayadeen'],
  ['Al-Manar', 'Al Manar'],
]

const NAMES = new Map(FORMS.flatMap(([name, ...forms]) => [name, ...forms].map((form) => [form.toLowerCase(), name])))

/** The agency that a name stands for, or null when it is none we know. */
export const agency = (name: string): string | null => NAMES.get(name.toLowerCase().trim()) ?? null

const ANY = FORMS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')

/** "(AP Photo/...)", "(Reuters) -", "Source: Reuters", "CNN —" at the start, "-REUTERS" or the bare name at the end. */
const CREDITS = [
  new RegExp(`\\((?:[^()]{0,40}[/ ])?(${ANY})\\b[^()]{0,60}\\)`),
  new RegExp(`(?:Source|Credit|Text from|Photos? by|Courtesy of)s?:? *(${ANY})\\b`, 'i'),
  new RegExp(`^\\s*(?:[A-Z][\\p{L} ,.]{0,40}, )?(${ANY})\\s*[-–—]`, 'mu'),
  new RegExp(`[-–—(/]\\s*(${ANY})[).\\s]*$`, 'i'),
  new RegExp(`\\n\\s*(${ANY})[.\\s]*$`),
]

/** The agency a piece of text credits itself to, or null. */
export function credited(text: string): string | null {
  for (const pattern of CREDITS) {
    const form = pattern.exec(text)?.[1]
    if (form) return agency(form)
  }
  return null
}
