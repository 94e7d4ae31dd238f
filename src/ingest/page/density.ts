/**
 * A stand-in for the extractor: the element that directly holds the most text in sentences.
 *
 *     score of an element = characters of prose in its children and theirs, links not counted
 *
 * The idea of text density; one pass over the tree's blocks, no tuning.
 */
import { type Block, blocksOf } from './blocks.ts'
import type { PageDocument, PageElement } from './dom.ts'

/** Less prose than this is no article. */
const LEAST = 200

/** The blocks of the densest element; none when the page has hardly any sentences. */
export function densest(document: PageDocument): Block[] {
  const scores = new Map<PageElement, number>()
  for (const paragraph of document.querySelectorAll('p, blockquote, pre')) {
    const words = (paragraph.textContent ?? '').trim()
    if (words.length < 60 || !/[.!?。]["”’)]?$/.test(words)) continue
    const parent = paragraph.parentElement
    const grand = parent?.parentElement
    if (parent) scores.set(parent, (scores.get(parent) ?? 0) + words.length)
    if (grand) scores.set(grand, (scores.get(grand) ?? 0) + words.length * 0.5)
  }
  let best: PageElement | null = null
  let most = LEAST
  for (const [element, score] of scores)
    if (score > most) {
      most = score
      best = element
    }
  return best ? blocksOf(best) : []
}
