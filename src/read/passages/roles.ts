/**
 * Roles: what part each block plays, from its own words first and its neighbours second.
 *
 *     Forces close in on the dam        title-like, a paragraph follows      heading
 *     Minister visits flooded school    title-like, a title follows          teaser
 *     Where the aid goes                title-like, a paragraph follows      heading
 *
 * Between two title-like lines in mid-story only the last can head the text that
 * follows; the others are links that the page put in. Dates and repeats are not decided here.
 */
import type { Span } from '../../model/span.ts'
import type { Role } from '../../model/text.ts'
import {
  AGENCY_ALONE,
  BOILERPLATE,
  BYLINE,
  CAPTION_DATE,
  CAPTION_OPENING,
  CONTRIBUTED,
  CREDIT,
  LINK_LINE,
  PHOTO_CREDIT,
  RELATED,
} from './cues.ts'
import { dateline } from './dateline.ts'

/** A block with what can be seen of it without its neighbours. `title`: short, no full stop, begins like a title. */
interface Look {
  readonly block: Span
  readonly words: string
  readonly count: number
  readonly title: boolean
  readonly own: Role | 'related' | null
}

/** The role of each block, in order. `title` is the report's own title, when known. */
export function roles(text: string, blocks: readonly Span[], title?: string): Role[] {
  const looks = blocks.map((block) => look(text, block))
  const out: Role[] = looks.map((it) => (it.own === 'related' ? 'boilerplate' : (it.own ?? 'body')))
  const first = looks.findIndex((it) => it.own === null && !it.title)
  const bodyAt = first < 0 ? looks.length : first
  const last = looks.findLastIndex((it) => it.own === null && !it.title)
  const vocabulary = wordsOf(looks.filter((it) => it.own === null && !it.title).map((it) => it.words))
  let headline = false
  let related = false
  looks.forEach((it, i) => {
    if (it.own === 'related') related = true
    else if (it.own === 'heading') related = false
    if (it.own !== null) return
    if (title && it.words === title.trim()) {
      out[i] = 'headline'
      headline = true
    } else if (it.title && i < bodyAt && bodyAt < looks.length) {
      out[i] = !headline || supported(it.words, vocabulary) ? 'headline' : 'teaser'
      headline = true
    } else if (it.title && looks.length > 1) {
      out[i] = related || i > last ? 'teaser' : midStory(looks, i)
      if (out[i] === 'heading') related = false
    } else if (related && it.count <= 30 && looks[i + 1]?.own === 'credit') out[i] = 'teaser'
    else if (pulled(looks, i)) out[i] = 'quote'
  })
  looks.forEach((it, i) => {
    if (i > 0 && out[i - 1] === 'quote' && out[i] !== 'quote' && isSpeaker(it)) out[i] = 'quote'
  })
  return out
}

/** What the next blocks say about a title-like one in mid-story: a heading needs a paragraph to head. */
function midStory(looks: readonly Look[], i: number): Role {
  if (isSpeaker(looks[i]!) && pulled(looks, i - 1)) return 'quote'
  let next = i + 1
  while (next < looks.length && (looks[next]!.own === 'caption' || looks[next]!.own === 'boilerplate')) next++
  const follower = looks[next]
  if (!follower || follower.title || (follower.own !== null && follower.own !== 'quote')) return 'teaser'
  return 'heading'
}

/** What a block's own words say, or null when its neighbours must decide. */
function look(text: string, block: Span): Look {
  const words = text.slice(block.start, block.end)
  const head = words.slice(0, 300)
  const tail = words.slice(-200)
  const count = words.length > 2000 ? 400 : words.split(/\s+/).length
  const short = count <= 40
  const filed = dateline(head)
  const seen = (own: Look['own']): Look => ({ block, words, count, title: false, own })
  if (filed && filed.length === words.length) return seen('dateline')
  if (filed) return seen(null)
  if (short && AGENCY_ALONE.test(words)) return seen('credit')
  if (CAPTION_OPENING.test(head) && count <= 150) return seen('caption')
  if (short && (CREDIT.test(head) || BYLINE.test(words) || CONTRIBUTED.test(words))) return seen('credit')
  if (count <= 120 && (PHOTO_CREDIT.test(tail) || CAPTION_DATE.test(head))) return seen('caption')
  if (count <= 8 && RELATED.test(words)) return seen('related')
  if (short && LINK_LINE.test(head)) return seen('teaser')
  if (count <= 60 && BOILERPLATE.test(head)) return seen('boilerplate')
  return { block, words, count, title: isTitle(words, count), own: null }
}

/** Short, begins as titles do, and does not end as a sentence does. */
function isTitle(words: string, count: number): boolean {
  if (count > 22 || words.length > 180) return false
  if (!/^["“‘'(]?[\p{Lu}\d]/u.test(words)) return false
  if (/\.{3}$|…$/.test(words)) return false
  return /[?!]["”’')]?$/.test(words)
    ? count <= 14
    : !/[.;:,]["”’')]*$/.test(words) || /\b(?:\p{Lu}\.){2,}$/u.test(words)
}

/** A pull quote: words in the first person, or all in quotation marks, with their speaker's line after them. */
function pulled(looks: readonly Look[], i: number): boolean {
  const it = looks[i]
  const next = looks[i + 1]
  if (!it || !next || it.own !== null || it.title || it.count > 120 || !isSpeaker(next)) return false
  const bare = it.words.replace(/["“][^"”]*["”]/g, '')
  return /\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b/.test(bare) || /^["“‘'][\s\S]*["”’']$/.test(it.words)
}

/** "— Jane Doe, a nurse in Aden", "Doe in a televised speech": a name, then who or where, and no full stop. */
function isSpeaker({ words, count, title, own }: Look): boolean {
  if (own !== null || count > 25) return false
  if (/^[-–—~]\s*\p{Lu}/u.test(words)) return true
  return (
    title &&
    /^\p{Lu}[\p{L}'’-]+(?: (?:al-|bin |de )?\p{Lu}[\p{L}'’-]+){0,3}(?:, (?:an? |the |\p{L})| (?:in|at|on|told|to|during|speaking) )/u.test(
      words,
    )
  )
}

const WORD = /\p{L}[\p{L}'’-]{2,}/gu
const STOP = new Set(
  'the and for with from that this its his her their has have had are was were will would could should may might not but who which when where what how why into over under after before about against amid than then them they you your our out off new says said say more most some any all one two'.split(
    ' ',
  ),
)
const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .slice(0, 6)

/** Stems of the body's words: what the report is about. Reads the first 100,000 characters. */
function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  const out = new Set<string>()
  let budget = 100_000
  for (const text of texts) {
    if (budget <= 0) break
    for (const [word] of text.slice(0, budget).matchAll(WORD)) out.add(stem(word))
    budget -= text.length
  }
  return out
}

/** Does the body speak of what the title says? Names are shared by neighbouring stories, so common words decide. */
function supported(title: string, vocabulary: ReadonlySet<string>): boolean {
  const words = [...title.matchAll(WORD)].map(([word]) => word).filter((word) => !STOP.has(word.toLowerCase()))
  const common = words.filter((word) => /^\p{Ll}/u.test(word))
  const asked = common.length >= 2 ? common : words
  return asked.filter((word) => vocabulary.has(stem(word))).length >= asked.length * 0.4
}
