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
import { plainLetters } from '../../language/letters.ts'
import type { Span } from '../../model/span.ts'
import type { Role } from '../../model/text.ts'
import {
  AGENCY_ALONE,
  BOILERPLATE,
  BYLINE,
  CAPTION_DATE,
  CAPTION_END,
  CAPTION_OPENING,
  CONTRIBUTED,
  CREDIT,
  LINK_LINE,
  PHOTO_CREDIT,
  RELATED,
  SCENE,
} from './cues.ts'
import { dateline, isSigned, isStamp } from './dateline.ts'

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
  const looks = listed(blocks.map((block) => look(text, block)))
  const out: Role[] = looks.map((it) => (it.own === 'related' ? 'boilerplate' : (it.own ?? 'body')))
  const first = looks.findIndex((it) => it.own === null && !it.title)
  const bodyAt = first < 0 ? looks.length : first
  const last = looks.findLastIndex((it) => it.own === null && !it.title)
  const crumbs = crumbsOf(looks, bodyAt)
  const vocabulary = wordsOf(looks.filter((it) => it.own === null && !it.title).map((it) => it.words))
  let headline = false
  let related = false
  const digest = digestOf(looks, bodyAt)
  looks.forEach((it, i) => {
    if (digest.has(i)) {
      out[i] = 'body'
      return
    }
    if (it.own === 'related') related = true
    else if (it.own === 'heading') related = false
    if (it.own !== null) return
    if (!it.title && it.count > 30) related = false
    if (i < crumbs && it.count <= 4) out[i] = 'boilerplate'
    else if (title && it.words === title.trim()) {
      out[i] = 'headline'
      headline = true
    } else if (it.title && i < bodyAt && bodyAt < looks.length) {
      const byline = headline || (it.words === it.words.toUpperCase() && looks[i + 1]?.own === 'dateline')
      if (byline && PERSON.test(it.words)) {
        out[i] = 'credit'
        return
      }
      out[i] = !headline || supported(it.words, vocabulary) ? 'headline' : 'teaser'
      headline = true
    } else if (pulled(looks, i) && HANDLE.test(looks[i + 1]!.words)) out[i] = 'quote'
    else if (it.title && i > bodyAt && SCENE.test(it.words)) out[i] = 'caption'
    else if (it.title && looks.length > 1) {
      out[i] = related || i > last ? 'teaser' : midStory(looks, i)
      if (out[i] === 'heading') related = false
    } else if (related && it.count <= 30 && looks[i + 1]?.own === 'credit') out[i] = 'teaser'
    else if (pulled(looks, i)) out[i] = 'quote'
    else if (
      it.count <= 40 &&
      looks[i + 1]?.own === 'caption' &&
      looks[i + 1]!.count <= 8 &&
      looks[i + 1]!.words.includes('/')
    )
      out[i] = 'caption'
  })
  looks.forEach((it, i) => {
    if (i > 0 && out[i - 1] === 'quote' && out[i] !== 'quote' && isSpeaker(it)) out[i] = 'quote'
  })
  return out
}

/** Titles that say that lines of news follow, each a story of its own. */
const DIGEST =
  /\b(?:briefing|digest|round-?up|at a glance|news in brief|(?:top|main|other|latest|morning|evening) (?:headlines|stories)|headlines|highlights|key (?:points|messages|developments|figures|facts))\b/i

/** The lines of a list of figures, which look like titles and are told: two or more of them in a row. */
function listed(looks: readonly Look[]): Look[] {
  const counts = looks.map(({ words, count, own }) => own === null && count <= 16 && FIGURE_LINE.test(words))
  return looks.map((it, i) => (counts[i] && (counts[i - 1] || counts[i + 1]) ? { ...it, title: false } : it))
}

/** "3,900 deaths reported (agency)", "884K people in need", "Houses destroyed: 1,200": a count and what it counts. */
const FIGURE_LINE =
  /^(?:[-–•*·]\s*)?(?:(?:(?:over|more than|at least|some|about|around|nearly|up to|an? (?:total of|estimated)) )?[$€£]?\d[\d,.]*(?: ?(?:[kKmM]|bn|million|thousand|per cent|percent|%))?\+?(?<![.]) \p{Ll}|\p{Lu}[^:.!?]{2,70}: ?(?:about |over |more than |at least |some )?[$€£]?\d[\d,.]*(?! ?[ap]m\b|\d*[:h]\d))/iu

/** The title-like lines of a digest: at least three in a row under a line that calls itself one. */
function digestOf(looks: readonly Look[], bodyAt: number): ReadonlySet<number> {
  const lines = new Set<number>()
  const at = looks.findIndex(
    ({ words, title }, i) => title && (i <= bodyAt || looks[i - 1]?.title) && DIGEST.test(words),
  )
  if (at < 0) return lines
  let i = at + 1
  while (looks[i]?.own === 'dateline') i++
  const from = i
  for (; looks[i]?.title && looks[i]!.own === null && looks[i]!.count >= 4; i++) lines.add(i)
  return i - from >= 3 ? lines : new Set()
}

/** What the next blocks say about a title-like one in mid-story: a heading needs a paragraph to head. */
function midStory(looks: readonly Look[], i: number): Role {
  if (isSpeaker(looks[i]!) && pulled(looks, i - 1)) return 'quote'
  let next = i + 1
  while (next < looks.length && (looks[next]!.own === 'caption' || looks[next]!.own === 'boilerplate')) next++
  const follower = looks[next]
  const { words, count } = looks[i]!
  const numbered = /^\d{1,2}[.)] \p{L}/u
  if (numbered.test(words) && looks.slice(next, next + 2).some((it) => it.own === null && !it.title)) return 'heading'
  if (!follower || follower.title || (follower.own !== null && follower.own !== 'quote')) return 'teaser'
  if (count >= 7 && words === words.toUpperCase()) return 'teaser'
  if (i > 0 && looks[i - 1]!.title && numbered.test(looks[i - 1]!.words)) return 'teaser'
  if (count < 12) return 'heading'
  const section: string[] = []
  for (let j = next; j < looks.length && section.length < 4 && !looks[j]!.title; j++) section.push(looks[j]!.words)
  return supported(words, wordsOf(section), 0.25) ? 'heading' : 'teaser'
}

/** "Jane Q. Doe" alone on a line. */
const PERSON = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u

/** Where a run of crumbs ("Home", "World", "Sign in") at the top ends: four and more short lines before the story. */
function crumbsOf(looks: readonly Look[], bodyAt: number): number {
  let last = 0
  let short = 0
  for (let i = 0; i < bodyAt; i++)
    if ((looks[i]!.title && looks[i]!.count <= 4) || looks[i]!.own === 'boilerplate') {
      short++
      last = i + 1
    }
  return short >= 4 ? last : 0
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
  if ((filed && filed.length === words.length) || isStamp(words) || isSigned(words)) return seen('dateline')
  if (filed) return seen(null)
  if (short && AGENCY_ALONE.test(words)) return seen('credit')
  if (CAPTION_OPENING.test(head) && count <= 150) return seen('caption')
  if (short && (CREDIT.test(head) || BYLINE.test(plainLetters(words)) || CONTRIBUTED.test(words))) return seen('credit')
  if (count <= 120 && (PHOTO_CREDIT.test(tail) || CAPTION_DATE.test(head))) return seen('caption')
  if (count <= 45 && CAPTION_END.test(words)) return seen('caption')
  if (count <= 8 && RELATED.test(words)) return seen('related')
  if (short && LINK_LINE.test(head)) return seen('teaser')
  if (count <= 60 && BOILERPLATE.test(head)) return seen('boilerplate')
  return { block, words, count, title: isTitle(words, count), own: null }
}

/** Short, begins as titles do, and does not end as a sentence does. */
function isTitle(words: string, count: number): boolean {
  if (/\.(?:\[\d+\])+$/.test(words)) return false
  if (count > 22 || words.length > 180) return false
  if (!/^["“‘'(]?[\p{Lu}\d]/u.test(words)) return false
  if (/\.{3}$|…$/.test(words)) return false
  return /[?!]["”’')]?$/.test(words)
    ? count <= 14
    : !/[.;:,]["”’')]*$/.test(words) || /\b(?:\p{Lu}\.){2,}$/u.test(words)
}

/** "— Jane Doe (@jane) May 4, 2015": the last line of an embedded post. */
const HANDLE = /^[-–—]\s?\p{L}.{0,60}\(@\w+\)/u

/** A pull quote: words in the first person, or all in quotation marks, with their speaker's line after them. */
function pulled(looks: readonly Look[], i: number): boolean {
  const it = looks[i]
  const next = looks[i + 1]
  if (!it || !next || it.own !== null || it.count > 120) return false
  if (HANDLE.test(next.words)) return true
  if (it.title || !isSpeaker(next)) return false
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
function supported(title: string, vocabulary: ReadonlySet<string>, least = 0.4): boolean {
  const words = [...title.matchAll(WORD)].map(([word]) => word).filter((word) => !STOP.has(word.toLowerCase()))
  const common = words.filter((word) => /^\p{Ll}/u.test(word))
  const asked = common.length >= 2 ? common : words
  return asked.filter((word) => vocabulary.has(stem(word))).length >= asked.length * least
}
