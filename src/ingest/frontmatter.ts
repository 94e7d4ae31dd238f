/**
 * Front matter: what a text says of itself before it starts, in YAML between two lines of dashes.
 *
 *     ---
 *     title: Dam gates opened
 *     published: 2015-05-04
 *     ---
 *
 * A text that merely opens with a line of dashes keeps it. The fields are checked by whoever uses them.
 */
import { parse } from 'yaml'

/** The fields, and where the text proper begins. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>
  readonly start: number
}

const FENCED = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Read it, or null when there is none that is a mapping. */
export function frontMatter(text: string): FrontMatter | null {
  const found = FENCED.exec(text.slice(0, 20_100))
  if (!found) return null
  try {
    const fields: unknown = parse(found[1]!, { maxAliasCount: 0, logLevel: 'silent' })
    if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) return null
    return { fields: fields as Record<string, unknown>, start: found[0].length }
  } catch {
    return null
  }
}
