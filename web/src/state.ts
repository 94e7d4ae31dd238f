/**
 * What the user is looking at: the two clocks, the opened statement, the tab and the
 * filter. All of it stands in the address, so that a view can be shared.
 *
 *     #on=2016-10-20&asof=2016-10-24&ref=F3f2a&tab=claims&q=Bartella
 */
import { effect, signal } from '@preact/signals'
import type { PageData } from '../../src/present/page.ts'
import { type Index, indexOf } from './view.ts'

export type Tab = 'picture' | 'figures' | 'disagreements' | 'gaps' | 'claims' | 'reports'
export const TABS: readonly Tab[] = ['picture', 'figures', 'disagreements', 'gaps', 'claims', 'reports']

export const data = signal<PageData | null>(null)
export const index = signal<Index>(indexOf(null))
/** Day looked at; null is every day. */
export const on = signal<string | null>(null)
/** Day known up to; null is everything that was published. */
export const asOf = signal<string | null>(null)
/** Id of the opened figure, event, control period, disagreement, gap or claim. */
export const ref = signal<string | null>(null)
/** Which of its pieces of evidence is lit, from 0. */
export const piece = signal(0)
export const tab = signal<Tab>('picture')
export const query = signal('')

/** Take in a new picture. */
export function show(next: PageData): void {
  index.value = indexOf(next)
  data.value = next
}

/** Open a statement at one of its pieces of evidence, the first unless said; null closes. */
export function open(id: string | null, at = 0): void {
  ref.value = id
  piece.value = Math.max(0, at)
}

/** Take the view from the address, and keep the address at the view from then on. */
export function followAddress(): void {
  const read = () => {
    const view = new URLSearchParams(location.hash.slice(1))
    const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(view.get(name) ?? '') ? view.get(name) : null)
    on.value = day('on')
    asOf.value = day('asof')
    ref.value = view.get('ref')
    piece.value = Math.max(0, Number(view.get('n') ?? 1) - 1 || 0)
    tab.value = TABS.find((name) => name === view.get('tab')) ?? 'picture'
    query.value = view.get('q') ?? ''
  }
  read()
  addEventListener('hashchange', read)
  effect(() => {
    const view = new URLSearchParams()
    if (on.value) view.set('on', on.value)
    if (asOf.value) view.set('asof', asOf.value)
    if (ref.value) view.set('ref', ref.value)
    if (piece.value) view.set('n', String(piece.value + 1))
    if (tab.value !== 'picture') view.set('tab', tab.value)
    if (query.value) view.set('q', query.value)
    const hash = view.size ? `#${view}` : ''
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search)
  })
}
