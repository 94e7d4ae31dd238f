/**
 * The reader: the opened statement, its evidence one piece at a time, and the report it stands
 * in with the words lit. Report text is only ever set as text, never as markup.
 */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Claim } from '../../src/model/claim.ts'
import { writeCounted, writeDay } from '../../src/present/words.ts'
import { About } from './about.tsx'
import { headline } from './figures.tsx'
import { pieces } from './lit.ts'
import type { Item } from './lookups.ts'
import { data, index, open, piece, ref } from './state.ts'
import { asOfWords } from './step.ts'
import { figureAt, wordsAt } from './view.ts'

export function Reader() {
  const item = index.value.items.get(ref.value ?? '')
  const claims = (item?.claims ?? []).flatMap((id) => index.value.claims.get(id) ?? [])
  const at = Math.min(piece.value, claims.length - 1)
  const claim = claims[at]
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), [ref.value])
  return (
    <aside class="reader" aria-label="Evidence">
      <h2 tabIndex={-1} ref={title}>
        {item ? titleOf(item) : 'Nothing is known under this reference.'}
      </h2>
      <button type="button" class="close" onClick={() => open(null)}>
        Close
      </button>
      {claims.length > 1 && (
        <p class="steps">
          <button type="button" disabled={at === 0} onClick={() => (piece.value = at - 1)}>
            Previous
          </button>
          <span aria-live="polite">
            evidence {at + 1} of {claims.length}
          </span>
          <button type="button" disabled={at >= claims.length - 1} onClick={() => (piece.value = at + 1)}>
            Next
          </button>
        </p>
      )}
      {claim && item && (
        <>
          <About claim={claim} item={item} />
          <Text id={claim.report} claim={claim} all={claims} />
        </>
      )}
      {!claim && item && <Bare item={item} />}
    </aside>
  )
}

/** Characters of a title; a figure told by many is called by its range, and its card tells who gives which number. */
const LONG = 140

function titleOf(item: Item): string {
  const words = wordsAt(item, asOfWords.value, index.value)
  const figure = words.length > LONG && data.value?.picture.figures.find(({ id }) => id === item.id)
  const range = figure && figureAt(figure, index.value, asOfWords.value)
  if (!figure || !range) return words
  return `${writeCounted(figure.measure, figure.subject, figure.place, figure.person)}: ${headline(figure, range)}`
}

/** A report without claims, or a statement about what is missing. */
function Bare({ item }: { item: Item }) {
  if (!index.value.texts.has(item.id)) return <p class="none">It rests on no passage: that is what it says.</p>
  return (
    <>
      <p class="byline">{writeDay(item.known)}. Nothing was found in this report that can be put into a picture.</p>
      <Text id={item.id} claim={null} all={[]} />
    </>
  )
}

const NAMED: ReadonlySet<string> = new Set(['caption', 'teaser', 'boilerplate', 'credit', 'quote', 'dateline'])

interface TextProps {
  readonly id: string
  readonly claim: Claim | null
  readonly all: readonly Claim[]
}

function Text({ id, claim, all }: TextProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const lit = box.current?.querySelector('mark.current, mark.trigger')
    lit?.scrollIntoView({ block: 'center' })
  }, [claim?.id])
  const report = index.value.texts.get(id)
  const cut = useMemo(() => {
    if (!report) return []
    const { text } = report
    const passages = report.passages.length > 0 ? report.passages : [{ start: 0, end: text.length, role: 'body' }]
    const others = all.filter((one) => one.report === id && one !== claim)
    return passages.map(({ start, end, role }) => ({
      start,
      role,
      parts: pieces(text, start, end, claim, others, claim?.reason.trigger ?? null),
    }))
  }, [report, claim, all.length])
  if (!report) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <article class="text" tabIndex={0} aria-label="The report" ref={box}>
      {cut.map(({ start, role, parts }) => (
        <p key={start} class={role} data-role={NAMED.has(role) ? role : undefined} dir="auto">
          {parts.map(({ start: at, text, lit }) =>
            lit === null ? (
              text
            ) : (
              <mark key={at} class={lit}>
                {text}
              </mark>
            ),
          )}
        </p>
      ))}
    </article>
  )
}
