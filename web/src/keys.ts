/** Keyboard: one table, shown by `?`. Single letters are ignored while typing and can be switched off. */
import { open, piece, ref, TABS, tab } from './state.ts'

interface Key {
  readonly keys: readonly string[]
  readonly does: string
  run(): void
}

const ITEM = 'main [data-item]'

export const KEYS: readonly Key[] = [
  { keys: ['j', 'ArrowDown'], does: 'next statement', run: () => move(1) },
  { keys: ['k', 'ArrowUp'], does: 'previous statement', run: () => move(-1) },
  { keys: [']'], does: 'next piece of evidence', run: () => (piece.value += 1) },
  { keys: ['['], does: 'previous piece of evidence', run: () => (piece.value = Math.max(0, piece.value - 1)) },
  { keys: ['t'], does: 'set the as-of day', run: () => document.getElementById('clock-asof')?.focus() },
  { keys: ['o'], does: 'set the day looked at', run: () => document.getElementById('clock-on')?.focus() },
  { keys: ['/'], does: 'filter claims', run: search },
  { keys: ['Escape'], does: 'close', run: () => open(null) },
  ...TABS.map((name, i) => ({ keys: [String(i + 1)], does: `go to ${name}`, run: () => void (tab.value = name) })),
  {
    keys: ['?'],
    does: 'show these keys',
    run: () => (document.getElementById('keys') as HTMLDialogElement | null)?.showModal(),
  },
]

/** Listen for keys from now on. */
export function listen(): void {
  addEventListener('keydown', (event) => {
    const at = event.target as HTMLElement
    const typing = at.matches('input:not([type=range]), textarea, select') || at.isContentEditable
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape')) return
    if (at.matches('input[type=range]') && event.key.startsWith('Arrow')) return
    if (document.querySelector('dialog[open]')) return
    if (localStorage.getItem('recount-keys') === 'off' && event.key.length === 1) return
    const key = KEYS.find(({ keys }) => keys.includes(event.key))
    if (!key || (event.key.startsWith('Arrow') && !at.matches(ITEM))) return
    event.preventDefault()
    key.run()
  })
}

/** Move the focus among the statements of the open tab; Enter opens, because they are buttons. */
function move(step: number): void {
  const items = [...document.querySelectorAll<HTMLElement>(ITEM)]
  if (items.length === 0) return
  const here = items.indexOf(document.activeElement as HTMLElement)
  const opened = items.findIndex((item) => item.dataset.item === ref.value)
  const from = here >= 0 ? here : opened
  items[Math.max(0, Math.min(items.length - 1, from + step))]!.focus()
}

function search(): void {
  tab.value = 'claims'
  setTimeout(() => document.getElementById('filter')?.focus())
}
