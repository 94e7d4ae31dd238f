/** Adding reports to a served picture: drop files anywhere, choose them, or paste text. Says what it does while it does it. */
import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { count } from '../../src/present/words.ts'
import { arrive } from './arrival.ts'
import { addReports, loadData } from './data.ts'
import { index } from './state.ts'

/** Files sent in one go: few enough that progress is seen, many enough that what reading costs each time is shared. */
const AT_ONCE = 25
/** Characters that a pasted text must have to be taken for a report. */
const LEAST = 80

/** What has been added, in words. */
const newsOf = ({ reports, claims }: { reports: number; claims: number }): string =>
  reports <= 0
    ? 'No report was added: there was nothing new to read.'
    : `${count(reports, 'report')} added, ${claims > 0 ? count(claims, 'new claim') : 'with nothing that can be put into a picture'}.`

/** What is said of the reading, on the page and on the sheet alike. */
const said = signal('')
const busy = signal(false)
/** Files read, and how many there are. */
const done = signal<readonly [number, number]>([0, 0])

/** How the reading goes: said aloud, and seen under the head of the page. */
export function AddStatus() {
  return (
    <output class="said" aria-live="polite">
      {busy.value && <progress aria-label="Files read" max={done.value[1]} value={done.value[0] || undefined} />}{' '}
      {said.value}
    </output>
  )
}

export function Add() {
  const [over, setOver] = useState(false)
  const sheet = useRef<HTMLDialogElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)

  const add = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    busy.value = true
    const { claims, reports } = index.value
    try {
      const doubts: string[] = []
      for (let at = 0; at < files.length; at += AT_ONCE) {
        done.value = [at, files.length]
        said.value = `Reading ${count(files.length, 'file')}${at > 0 ? `: ${at} done` : ''} …`
        doubts.push(...(await addReports(files.slice(at, at + AT_ONCE))))
      }
      arrive(await loadData())
      const more = { reports: index.value.reports.size - reports.size, claims: index.value.claims.size - claims.size }
      said.value = [newsOf(more), ...doubts.slice(0, 5)].join(' ')
      if (text.current) text.current.value = ''
      // What was not read is said where it was asked for.
      if (doubts.length === 0 && more.reports > 0) sheet.current?.close()
    } catch (error) {
      said.value = (error as Error).message
    } finally {
      busy.value = false
    }
  }

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files')
    const dragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void add([...(event.dataTransfer?.files ?? [])])
    }
    // A long text pasted anywhere but into a field is a report.
    const paste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData('text/plain') ?? ''
      if ((event.target as HTMLElement).matches('input, textarea') || pasted.length < LEAST) return
      sheet.current?.showModal()
      if (text.current) text.current.value = pasted
    }
    addEventListener('dragover', dragOver)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
    return () => {
      removeEventListener('dragover', dragOver)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
      removeEventListener('paste', paste)
    }
  })

  const read = (): void => {
    const pasted = text.current?.value ?? ''
    if (pasted.trim() !== '') return void add([new File([pasted], 'pasted.txt')])
    said.value = 'There is no text to read yet.'
    text.current?.focus()
  }
  return (
    <>
      <button type="button" class="add" onClick={() => sheet.current?.showModal()}>
        Add reports
      </button>
      {over && <div class="dropping">Drop the reports to read them</div>}
      <dialog ref={sheet} aria-labelledby="add-title">
        <h2 id="add-title">Add reports</h2>
        <p>
          Text, Markdown, HTML or JSONL; files can be dropped anywhere on the page, too. They stay on this machine, and
          are gone when the server stops.
        </p>
        <p>
          <label>
            Files{' '}
            <input
              type="file"
              multiple
              accept=".txt,.md,.html,.htm,.jsonl"
              disabled={busy.value}
              onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
            />
          </label>
        </p>
        <p>
          <label for="paste">Or paste one report</label>
          <textarea id="paste" ref={text} rows={8} />
        </p>
        {/* While the sheet is open nothing outside it is heard or seen. */}
        <AddStatus />
        <button type="button" class="first" disabled={busy.value} onClick={read}>
          Read it
        </button>{' '}
        <button type="button" onClick={() => sheet.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}
