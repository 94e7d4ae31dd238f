/** Long lists show the most important first, and more when asked. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { writeNumber } from '../../src/present/words.ts'
import { query } from './state.ts'

/** How many to show, and a function that shows as many again. */
export function usePaging(step: number): readonly [number, () => void] {
  const [most, setMost] = useState(step)
  return [most, () => setMost(most + 2 * step)]
}

/** The button under a list that has more. */
export function More({ left, more }: { left: number; more: () => void }) {
  if (left <= 0) return null
  return (
    <p class="more">
      <button type="button" onClick={more}>
        Show more <small>({writeNumber(left)} left)</small>
      </button>
    </p>
  )
}

interface WordsProps {
  readonly found: string
  readonly onChange?: () => void
  /** What can be done with what was found. */
  readonly children?: ComponentChildren
}

/** Words that the listed items must hold; shared by all tabs and part of the address. */
export function Words({ found, onChange, children }: WordsProps) {
  return (
    <p class="filter">
      <label for="filter">Filter</label>
      <input
        id="filter"
        type="search"
        value={query.value}
        placeholder="words, places, people"
        onInput={(event) => {
          query.value = event.currentTarget.value
          onChange?.()
        }}
      />
      <output for="filter">{found}</output>
      {children}
    </p>
  )
}
