/** Keyboard: one table, shown by `?`. Single letters are ignored while typing and can be switched off. */
import { showPlace } from './here.tsx'
import { placesOpen } from './places.tsx'
import { asOf, goTo, index, on, open, piece, ref, TABS } from './state.ts'

interface Key {
  readonly keys: readonly string[]
  readonly does: string
  run(): void
}

const ITEM = 'main [data-item]'

export const KEYS: readonly Key[] = [
  { keys: ['j', 'ArrowDown'], does: 'next statement', run: () => move(1) },
  { keys: ['k', 'ArrowUp'], does: 'previous statement', run: () => move(-1) },
  { keys: [']'], does: 'next piece of evidence', run: () => step(1) },
  { keys: ['['], does: 'previous piece of evidence', run: () => step(-1) },
  {
    keys: ['c'],
    does: 'copy the lit words with their source',
    run: () => document.querySelector<HTMLElement>('.reader .copy')?.click(),
  },
  { keys: ['t'], does: 'set the as-of day', run: () => document.getElementById('clock-asof')?.focus() },
  { keys: ['o'], does: 'set the day looked at', run: () => document.getElementById('clock-on')?.focus() },
  { keys: ['0'], does: 'all days again', run: () => void (asOf.value = on.value = null) },
  { keys: ['p'], does: 'places on the map, as a list', run: places },
  { keys: ['/'], does: 'filter', run: search },
  { keys: ['Escape'], does: 'close', run: close },
  ...TABS.map((name, i) => ({
    keys: [String(i + 1)],
    does: `go to ${name === 'gaps' ? 'what is not known' : name}`,
    run: () => goTo(name),
  })),
  {
    keys: ['?'],
    does: 'show these keys',
    run: () => (document.getElementById('keys') as HTMLDialogElement | null)?.showModal(),
  },
]

/** Are single-letter keys on? A browser may refuse to keep the answer; then they are. */
export const lettersOn = (): boolean => {
  try {
    return localStorage.getItem('recount-keys') !== 'off'
  } catch {
    return true
  }
}

/** Listen for keys from now on. */
export function listen(): void {
  addEventListener('keydown', (event) => {
    const at = event.target as HTMLElement
    if (at.id === 'filter' && (event.key === 'Enter' || event.key === 'ArrowDown')) {
      event.preventDefault()
      document.querySelector<HTMLElement>(ITEM)?.focus()
      return
    }
    const typing = at.matches('input:not([type=range]), textarea, select') || at.isContentEditable
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape')) return
    if (at.matches('input[type=range]') && event.key.startsWith('Arrow')) return
    if (document.querySelector('dialog[open]')) return
    if (event.key.length === 1 && !lettersOn()) return
    const key = KEYS.find(({ keys }) => keys.includes(event.key))
    if (!key || (event.key.startsWith('Arrow') && !at.matches(ITEM))) return
    event.preventDefault()
    key.run()
  })
}

/** Move the focus among the statements of the open tab; Enter opens, because they are buttons. */
function move(by: number): void {
  const items = [...document.querySelectorAll<HTMLElement>(ITEM)]
  if (items.length === 0) return
  const focused = items.indexOf(document.activeElement as HTMLElement)
  const from = focused >= 0 ? focused : items.findIndex((item) => item.dataset.item === ref.value)
  items[Math.max(0, Math.min(items.length - 1, from + by))]!.focus()
}

/** To the next or previous piece of evidence of the opened statement, and no further. */
function step(by: number): void {
  const last = (index.value.items.get(ref.value ?? '')?.claims.length ?? 1) - 1
  piece.value = Math.max(0, Math.min(last, piece.value + by))
}

function close(): void {
  if (ref.value === null) showPlace(null)
  else open(null)
}

/** To the list of the places on the map. */
function places(): void {
  goTo('picture')
  placesOpen.value = true
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.places [data-item]')?.focus())
}

/** To the filter of the open tab; to the ledger's where the tab has none. */
function search(): void {
  const field = () => document.getElementById('filter')
  if (!field()) goTo('claims')
  requestAnimationFrame(() => field()?.focus())
}
