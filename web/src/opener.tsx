/** A button that opens what it names in the reader, and shows that it is open. Keys find it by `data-item` (keys.ts). */
import type { ComponentChildren } from 'preact'
import { open, ref } from './state.ts'

/** `id`: reference of an item, a claim or a report. */
export function Opener({ id, class: look, children }: { id: string; class?: string; children: ComponentChildren }) {
  return (
    <button type="button" class={look} data-item={id} aria-pressed={ref.value === id} onClick={() => open(id)}>
      {children}
    </button>
  )
}
