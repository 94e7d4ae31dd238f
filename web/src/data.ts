/** Where the app's data comes from: the page itself when it is one file, the server otherwise. */
import type { EarlierWords } from '../../src/present/earlier.ts'
import { type PageData, type PageFile, unpack } from '../../src/present/page.ts'
import type { TileSet } from '../../src/server/tiles.ts'

const embedded = (): string | null => JSON.parse(document.getElementById('data')?.textContent ?? 'null')

/** Is there a server behind the page that takes reports? */
export const served = (): boolean => location.protocol.startsWith('http') && embedded() === null

/** How far a server has come that is still reading. */
export interface Reading {
  readonly done: number
  readonly total: number
}

interface Failed {
  readonly error?: { readonly message: string; readonly hint?: string }
  readonly progress?: Reading
}

/** Milliseconds until a server that is still reading is asked again, unless it says how many; it makes whoever asks wait. */
const AGAIN = 100

/** A request to the server this page came from, with the token it was opened with; asked again while the server reads. */
async function ask(path: string, init?: RequestInit, reading?: (far: Reading | null) => void): Promise<unknown> {
  const token = new URLSearchParams(location.search).get('token')
  const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {}
  const answer = await fetch(path, { ...init, headers }).catch(() => {
    throw new Error('The server does not answer. Is “recount serve” still running?')
  })
  const body = (await answer.json().catch(() => null)) as Failed | null
  if (answer.status === 503) {
    reading?.(body?.progress ?? null)
    const seconds = Number(answer.headers.get('retry-after'))
    await new Promise((done) => setTimeout(done, seconds > 0 ? Math.min(5000, 1000 * seconds) : AGAIN))
    return ask(path, init, reading)
  }
  if (!answer.ok)
    throw new Error(
      body?.error
        ? [body.error.message, body.error.hint].filter(Boolean).join(' ')
        : `The server answered ${answer.status}.`,
    )
  return body
}

/**
 * The picture and its reports; `reading` hears how far a server is that still reads them.
 * Rejects with a plain message when the server does not answer.
 */
export async function loadData(reading?: (far: Reading | null) => void): Promise<PageData | PageFile> {
  const packed = embedded()
  return packed === null ? ((await ask('/api/page', {}, reading)) as PageData) : unpack(packed)
}

/** What the statements were called on earlier days, which a server is asked for once its picture is shown. */
export const loadEarlier = async (): Promise<EarlierWords> => (await ask('/api/earlier')) as EarlierWords

/** The user's own map, where a server gives one. */
export async function loadTiles(): Promise<TileSet | null> {
  if (!served()) return null
  const { tiles } = (await ask('/api/tiles')) as { tiles: TileSet | null }
  return tiles
}

/** An address of our own server with the token the page was opened with. */
export function withToken(url: string): string {
  const token = new URLSearchParams(location.search).get('token')
  const address = new URL(url, location.href)
  if (token && address.protocol.startsWith('http') && address.origin === location.origin)
    address.searchParams.set('token', token)
  return address.href
}

/** Add reports; answers what was doubtful about them, a line each. */
export async function addReports(files: readonly File[]): Promise<string[]> {
  const form = new FormData()
  for (const file of files) form.append('files', file)
  const { diagnostics } = (await ask('/api/reports', { method: 'POST', body: form })) as {
    diagnostics: { message: string; file?: string; severity: string }[]
  }
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ file, message }) => (file ? `${file}: ${message}` : message))
}
