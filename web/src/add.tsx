/** Adding reports to a served picture: drop files anywhere, choose them, or paste text. Says what it does while it does it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { count } from '../../src/present/words.ts'
import { addReports, loadData } from './data.ts'
import { index, show } from './state.ts'

/** Files sent in one go: few enough that progress is seen, many enough that what reading costs each time is shared. */
const AT_ONCE = 25
/** Characters that a pasted text must have to be taken for a report. */
const LEAST = 80

/** What has been added, in words. */
const newsOf = ({ reports, claims }: { reports: number; claims: number }): string =>
  reports <= 0
    ? 'No report was added: there was nothing new to read.'
    : `${count(reports, 'report')} added, ${claims > 0 ? count(claims, 'new claim') : 'with nothing that can be put into a picture'}.`

export function Add() {
  const [said, say] = useState('')
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const [done, setDone] = useState<readonly [number, number]>([0, 0])
  const sheet = useRef<HTMLDialogElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)

  const add = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    setBusy(true)
    const { claims, reports } = index.value
    try {
      const doubts: string[] = []
      for (let at = 0; at < files.length; at += AT_ONCE) {
        setDone([at, files.length])
        say(`Reading ${count(files.length, 'file')}: ${at} done …`)
        doubts.push(...(await addReports(files.slice(at, at + AT_ONCE))))
      }
      show(await loadData())
      const more = { reports: index.value.reports.size - reports.size, claims: index.value.claims.size - claims.size }
      say([newsOf(more), ...doubts.slice(0, 5)].join(' '))
      if (text.current) text.current.value = ''
      // What was not read is said where it was asked for.
      if (doubts.length === 0 && more.reports > 0) sheet.current?.close()
    } catch (error) {
      say((error as Error).message)
    } finally {
      setBusy(false)
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
    say('There is no text to read yet.')
    text.current?.focus()
  }
  const status = (
    <>
      {busy && <progress aria-label="Files read" max={done[1]} value={done[0] || undefined} />} {said}
    </>
  )
  return (
    <>
      <button type="button" class="add" onClick={() => sheet.current?.showModal()}>
        Add reports
      </button>
      <output class="said" aria-live="polite">
        {status}
      </output>
      {over && <div class="dropping">Drop the reports to read them</div>}
      <dialog ref={sheet} aria-labelledby="add-title">
        <h2 id="add-title">Add reports</h2>
        <p>Text, Markdown, HTML or JSONL. They stay on this machine, and are gone when the server stops.</p>
        <p>
          <label>
            Files{' '}
            <input
              type="file"
              multiple
              accept=".txt,.md,.html,.htm,.jsonl"
              disabled={busy}
              onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
            />
          </label>
        </p>
        <p>
          <label for="paste">Or paste one report</label>
          <textarea id="paste" ref={text} rows={8} />
        </p>
        {/* While the sheet is open nothing outside it is heard or seen. */}
        <output class="said" aria-live="polite">
          {status}
        </output>
        <button type="button" disabled={busy} onClick={read}>
          Read it
        </button>{' '}
        <button type="button" onClick={() => sheet.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}
