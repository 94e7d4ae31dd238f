/**
 * Words that need saying what they mean, and a word that says it: on hover, on focus, by touch.
 *
 *     7 independent origins     ╭──────────────────────────────╮
 *       ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     │ Where words first come from … │
 *                               ╰──────────────────────────────╯
 */
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import type { Grade } from '../../src/model/picture.ts'

const TERMS = {
  origin:
    'Where words first come from: the outlet that wrote them, or the agency that it quotes. Ten papers that print one agency’s story are one origin, for a copy does not make a statement truer; one report that quotes two agencies has three.',
  disagreement: 'Statements that cannot all be right, or that count different things under one name. Both are shown.',
  claimed: 'Only one of the sides, or somebody who speaks for it, says that it holds the place.',
  contested: 'More than one side is said to be there, or to be fighting for it.',
  doubt: 'The reports say only about where. It lies somewhere inside the dashed line.',
  age: 'The paler a mark, the longer ago the news: over a week, a month, three months.',
  graded:
    'How well a statement is supported in these reports. It is no probability, and does not say how reliable the outlets are.',
  confidence: 'How sure the machine is that it read this sentence as a person would, between 0 and 1.',
  asof: 'What had been published by this day. What came out later fades.',
  on: 'The day looked at: the map shows what was so on that day.',
} as const

/** What each grade means; the rule is the engine's (`docs/grades.md`). */
export const GRADES: Readonly<Record<Grade['word'], string>> = {
  confirmed: 'told by two or more independent origins, one of them against its own side’s interest',
  fair: 'told by two or more independent origins and voices',
  weak: 'told by one origin, or by one voice only',
  contested: 'sources disagree, or somebody denies it or took it back',
  discounted: 'everyone who said so has taken it back',
}

/** What a grade is called where nothing else says that it is one. */
export const GRADE_WORDS: Readonly<Record<Grade['word'], string>> = {
  confirmed: 'confirmed',
  fair: 'fair support',
  weak: 'weak support',
  contested: 'contested',
  discounted: 'taken back',
}

interface TermProps {
  readonly of: keyof typeof TERMS
  readonly children: ComponentChildren
  /** What else its note says. */
  readonly more?: string | undefined
}

/** A term with what it means. */
export function Term({ of, children, more }: TermProps) {
  return (
    <Note label={children}>
      {TERMS[of]}
      {more && <span class="also">{more}</span>}
    </Note>
  )
}

/** Pixels kept between a note and the edge of the window. */
const EDGE = 8

/** Words with a note that shows while they have the pointer or the focus; Escape takes it away. */
export function Note({ label, children }: { label: ComponentChildren; children: ComponentChildren }) {
  const id = useId()
  const note = useRef<HTMLSpanElement>(null)
  const show = (at: HTMLElement) => {
    const box = note.current!
    box.showPopover()
    const { left, bottom, top } = at.getBoundingClientRect()
    const below = bottom + box.offsetHeight + EDGE < innerHeight
    box.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - box.offsetWidth - EDGE))}px`
    box.style.top = `${below ? bottom + 2 : Math.max(EDGE, top - box.offsetHeight - 2)}px`
  }
  const hide = () => note.current?.hidePopover()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside takes focus; the pointer may also rest on the note
    <span class="term" onMouseLeave={hide}>
      <button
        type="button"
        aria-describedby={id}
        onMouseEnter={(event) => show(event.currentTarget)}
        onFocus={(event) => show(event.currentTarget)}
        onClick={(event) => show(event.currentTarget)}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !note.current?.matches(':popover-open')) return
          event.stopPropagation()
          hide()
        }}
      >
        {label}
      </button>
      <span id={id} role="tooltip" popover="manual" ref={note}>
        {children}
      </span>
    </span>
  )
}
