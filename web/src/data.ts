/** Where the app's data comes from: the page itself when it is one file, the server otherwise. */
import type { PageData } from '../../src/present/page.ts'

/** The picture and its reports. Rejects with a plain message when the server does not answer. */
export async function loadData(): Promise<PageData> {
  const embedded = JSON.parse(document.getElementById('data')?.textContent ?? 'null') as PageData | null
  if (embedded) return embedded
  const answer = await fetch('/api/page')
  if (!answer.ok) throw new Error(`The server answered ${answer.status} for the picture.`)
  return (await answer.json()) as PageData
}
