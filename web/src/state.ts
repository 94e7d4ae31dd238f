/**
 * What the user is looking at: the two clocks, the opened statement, the tab and the
 * filters. All of it stands in the address, so that a view can be shared.
 *
 *     #on=2016-10-20&asof=2016-10-24&ref=F3f2a&tab=claims&q=Bartella&kind=control
 */
import { batch, effect, type Signal, signal } from '@preact/signals'
import type { EarlierWords } from '../../src/present/earlier.ts'
import type { PageData, PageFile } from '../../src/present/page.ts'
import { type Index, indexOf } from './lookups.ts'

export const TABS = ['picture', 'figures', 'events', 'disagreements', 'gaps', 'claims', 'reports'] as const
export type Tab = (typeof TABS)[number]

export const data = signal<PageData | null>(null)
export const index = signal<Index>(indexOf(null))
/** Day looked at; null is every day. */
export const on = signal<string | null>(null)
/** Day known up to; null is everything that was published. */
export const asOf = signal<string | null>(null)
/** Id of the opened figure, event, control period, disagreement, gap, report or claim. */
export const ref = signal<string | null>(null)
/** Which of its pieces of evidence is lit, from 0. */
export const piece = signal(0)
export const tab = signal<Tab>('picture')
/** Words that every listed item must hold. */
export const query = signal('')
/** Id of the operation to which map and lists are kept, if any. */
export const operation = signal<string | null>(null)
/** Name of the place whose card is open on the map. */
export const here = signal<string | null>(null)
/** The ledger's filters: kind of claim, modality, place, report. */
export const FILTERS = ['kind', 'said', 'place', 'report'] as const
export const filters = signal<Readonly<Partial<Record<(typeof FILTERS)[number], string>>>>({})

const scheme = matchMedia('(prefers-color-scheme: dark)')
export const dark = signal(scheme.matches)
scheme.addEventListener('change', () => (dark.value = scheme.matches))

/** Take in a new picture. */
export function show(next: PageData | PageFile): void {
  batch(() => {
    index.value = indexOf(next)
    data.value = next
  })
}

/** Take in what its statements were called on earlier days. */
export function retell(words: EarlierWords): void {
  index.value = { ...index.value, earlier: new Map(Object.entries(words)) }
}

/** Go to a tab, to its top. Words filtered by belong to the tab they were typed in. */
export function goTo(name: Tab): void {
  scrollTo(0, 0)
  batch(() => {
    tab.value = name
    query.value = ''
  })
}

/** What had the focus when the reader opened, to give it back. */
let opener: Element | null = null

/** Open a statement at one of its pieces of evidence, the first unless said; null closes. */
export function open(id: string | null, at = 0): void {
  const reader = document.querySelector('.reader')
  if (id !== null && !reader?.contains(document.activeElement)) opener = document.activeElement
  batch(() => {
    ref.value = id
    piece.value = Math.max(0, at)
  })
  if (id === null && opener?.isConnected) (opener as HTMLElement).focus()
}

/** Strings of the address and where each belongs. */
const WORDS: readonly (readonly [string, Signal<string | null>])[] = [
  ['ref', ref],
  ['op', operation],
  ['at', here],
]

/** Take the view from the address, and keep the address at the view from then on. */
export function followAddress(): void {
  const read = () =>
    batch(() => {
      written = location.hash
      const view = new URLSearchParams(location.hash.slice(1))
      const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(view.get(name) ?? '') ? view.get(name) : null)
      on.value = day('on')
      asOf.value = day('asof')
      for (const [name, word] of WORDS) word.value = view.get(name)
      piece.value = Math.max(0, Number(view.get('n') ?? 1) - 1 || 0)
      tab.value = TABS.find((name) => name === view.get('tab')) ?? 'picture'
      query.value = view.get('q') ?? ''
      filters.value = Object.fromEntries(FILTERS.flatMap((name) => (view.get(name) ? [[name, view.get(name)!]] : [])))
    })
  read()
  addEventListener('hashchange', read)
  effect(() => {
    const view = new URLSearchParams()
    if (on.value) view.set('on', on.value)
    if (asOf.value) view.set('asof', asOf.value)
    for (const [name, word] of WORDS) if (word.value) view.set(name, word.value)
    if (piece.value) view.set('n', String(piece.value + 1))
    if (tab.value !== 'picture') view.set('tab', tab.value)
    if (query.value) view.set('q', query.value)
    for (const [name, value] of Object.entries(filters.value)) if (value) view.set(name, value)
    write(view.size ? `#${view}` : '')
  })
}

let pending: ReturnType<typeof setTimeout> | undefined
/** The address as last read or written here. */
let written = ''

/** Browsers refuse more than some hundred address changes in half a minute; a drag makes as many in a second. */
function write(hash: string): void {
  clearTimeout(pending)
  pending = setTimeout(() => {
    // Somebody else has changed the address meanwhile: that view is about to be read.
    if (location.hash !== written || hash === written) return
    history.replaceState(null, '', hash || location.pathname + location.search)
    written = location.hash
  }, 120)
}
