/**
 * Trims what an extractor takes along: link lists, share bars, bylines, "read more" lines, the tail after the story.
 *
 *     Home · World · 3 min read        lead    dropped
 *     The dam holds, engineers said.   main
 *     The dam on Monday. (AP Photo)    caption kept apart
 *     Read more: Ten bridges           link    dropped
 *     Reporting by A. Brink            credit  kept apart
 *     More World News ...              tail    dropped
 *
 * The deck, captions and credits are kept apart: they date a report and tell whose words
 * it carries, but are not its main text. Decides by the words and class names of each
 * block and where it stands; a paragraph of sentences is never dropped but in a tail.
 */
import {
  AGENCY_ALONE,
  BYLINE,
  CAPTION_DATE,
  CAPTION_OPENING,
  CONTRIBUTED,
  CREDIT,
  LINK_LINE,
  PHOTO_CREDIT,
  RELATED,
} from '../../read/passages/cues.ts'
import type { Block } from './blocks.ts'

/** The parts of a page's article. */
export interface Trimmed {
  readonly deck: readonly string[]
  readonly main: readonly string[]
  readonly captions: readonly string[]
  readonly credits: readonly string[]
}

const CAPTION_PATH =
  /\b(?:figure|figcaption)\b|caption|(?:photo|image|media|picture)[-_]*(?:credit|info|copyright|desc|meta|text|source)|wp-block-image|cutline/i
const FURNITURE_PATH =
  /(?:^|[\s_-])(?:related|relatedlinks?|share|sharing|social|newsletter|subscribe|subscription|promo|recirc|recommended|read-?more|more-on|also-on|byline|authors?-?bio|author-box|breadcrumbs?|comments?|advert(?:isement)?|ads?|sponsored?|signup|sign-up|outbrain|taboola|widget|toolbar|pagination|timestamp|dateline-?time|trending|most-?popular|menu|nav|navigation|tags?|donate|paywall|cookie|skip-link|rollover|popover|tooltip)(?=$|[\s_-])/i
const LEAD =
  /^(?:by |updated|published|posted|last (?:updated|modified)|skip to|home\b|share|sign in|image \d|\d+ of \d+|close$|caption$|\d+ min(?:ute)?s? read|\d+[.,]?\d*$|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\|?\s?(?:updated|published)|tempo de leitura|https?:)/i
const FURNITURE =
  /^(?:advert(?:isement)?s?$|continue reading|story continues|like this story|share (?:this|it)\b|tell us what|skip to|this slideshow requires|this website uses cookies|get .{0,60}(?:newsletter|delivered|by clicking here|on the go)|read more (?:on|at) .{0,40}clicking|subscribe (?:to|now)|follow (?:us|@|\S+ (?:on|live))|want more stories|comments?$|make \w+ my homepage|image \d+ of|no stats|click here|download (?:our|the) app|filed under|tags?:|source:|-{3,}$|\*{3,}$|#{3,}$|published .{0,20} ago$|\|?\s?(?:published|updated|posted):|\d+ of \d+$|(?:this|the) (?:document|material|contents? of this (?:site|page)|article) (?:is subject|may not|is copyright|are ©)|citation: |copyright\b|© \d|all rights|.{0,60}\bmay earn .{0,30}commission|ftc: |sign up .{0,80}(?:newsletter|inbox|e-?mail|alerts)|updated at\b|\[button\b)/i
const IMAGE_LINE =
  /^(?:image (?:copyright|caption|source)|©\s?\S|\(?image: |file photo\b|photo: )|\((?:image|photo|picture|pic|credit): ?[^)]{1,40}\)$/i
/** A deck under the headline: the story in one line, before it is told. */
const DECK_PATH = /(?:^|[\s_-])(?:standfirst|subtitle|sub-?head(?:line)?|dek|deck)(?=$|[\s_-])/i
const TAIL_HEADING =
  /^(?:more (?:great|top|from|on|in|stories|news|\w+ news)|trending|related\b|don['’]t miss|you (?:may|might) (?:also )?(?:like|be interested)|want more stories|recommended|most (?:read|popular|viewed)|read next|up next|about the author|comments?\b|leave a (?:reply|comment)|popular|latest (?:news|stories)|share this|follow us|also read|see also|further reading|contact us)\b.{0,60}$/i

const SENTENCE_END = /[.!?。！？…]["”’)\]]*$/

/** A paragraph of sentences, mostly not links. */
const isProse = ({ text, links }: Block): boolean =>
  text.length >= 80 && links < text.length * 0.6 && SENTENCE_END.test(text)

/** Sort the blocks of an article. `title`: the page's, to drop where the article repeats it. */
export function trim(blocks: readonly Block[], title = ''): Trimmed {
  const deck: string[] = []
  const main: string[] = []
  const captions = new Set<string>()
  const credits = new Set<string>()
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const first = blocks.findIndex(isProse)
  const last = blocks.findLastIndex(isProse)
  const after = blocks.slice(last + 1).reduce((sum, { text }) => sum + text.length, 0)
  const end = tailOf(blocks, first, total)
  blocks.forEach((block, i) => {
    const { text } = block
    const kind = i >= end ? 'tail' : kindOf(block, total)
    if (kind === 'deck') deck.push(text)
    else if (kind === 'caption') captions.add(text)
    else if (kind === 'credit') credits.add(text)
    else if (kind !== 'main') return
    else if (first >= 0 && i < first && isLead(block, title)) return
    else if (first >= 0 && i > last && after < total * 0.25 && isLoose(block)) return
    else main.push(text)
  })
  return { deck, main, captions: [...captions], credits: [...credits] }
}

/** What a block is by its own words and names. */
function kindOf(block: Block, total: number): 'main' | 'deck' | 'caption' | 'credit' | 'furniture' {
  const { text, tag, path, links } = block
  const short = text.length <= 400
  const prose = isProse(block)
  const within = (pattern: RegExp): boolean => path.some(({ names, size }) => size < total * 0.2 && pattern.test(names))
  if (text.length <= 700 && (within(CAPTION_PATH) || IMAGE_LINE.test(text.slice(0, 300)))) return 'caption'
  if (
    text.length <= 600 &&
    (CAPTION_OPENING.test(text) ||
      (PHOTO_CREDIT.test(text.slice(-200)) && !/said|says/.test(text)) ||
      CAPTION_DATE.test(text))
  )
    return 'caption'
  if (
    short &&
    (BYLINE.test(text) ||
      CONTRIBUTED.test(text) ||
      (/^\(?(?:additional )?(?:reporting|editing|writing)\b.{0,40}\bby\b/i.test(text) && CREDIT.test(text)) ||
      AGENCY_ALONE.test(text) ||
      /^sources?: /i.test(text))
  )
    return 'credit'
  if (within(FURNITURE_PATH) && !prose) return 'furniture'
  if (text.length <= 400 && within(DECK_PATH)) return 'deck'
  if (short && FURNITURE.test(text)) return 'furniture'
  const linked = links >= text.length * 0.5
  if (short && linked && (LINK_LINE.test(text) || RELATED.test(text.split('\n')[0]!) || /^also on\b/i.test(text)))
    return 'furniture'
  if (tag === 'LI' && links >= text.length * 0.95 && /\S+ \S+ \S+ \S+/.test(text)) return 'furniture'
  if (short && /^\[?(?:related|read more|see more|see also|also on|more|watch)\b[^.]{0,30}[:|]/i.test(text))
    return 'furniture'
  return 'main'
}

/** Before the first paragraph: dates, bylines, crumbs, the title again. */
function isLead({ text, tag, links }: Block, title: string): boolean {
  if (title && text.length <= title.length + 5 && title.startsWith(text.slice(0, 60))) return true
  if (links >= text.length * 0.6 || (text.length <= 120 && LEAD.test(text))) return true
  return (
    tag === 'H1' || (text.length < 60 && /^(?:LI|SPAN|A|DIV|SECTION|HEADER)$/.test(tag) && !SENTENCE_END.test(text))
  )
}

/** After the last paragraph: what is no sentence, or all link. */
const isLoose = ({ text, tag, links }: Block): boolean =>
  links >= text.length * 0.6 || (tag !== 'LI' && tag !== 'TD' && !SENTENCE_END.test(text) && text.length < 120)

/** Where the tail begins: a heading for other stories late in the text, with titles rather than paragraphs after it. */
function tailOf(blocks: readonly Block[], first: number, total: number): number {
  let before = 0
  for (const [i, { text }] of blocks.entries()) {
    if (i > first && first >= 0 && before > total * 0.5 && text.length <= 90 && TAIL_HEADING.test(text)) {
      const rest = blocks.slice(i + 1)
      if (before > total * 0.9 || rest.filter(isProse).length <= rest.length / 2) return i
    }
    before += text.length
  }
  return blocks.length
}
