/** Progress on a terminal for work longer than a second; nothing in a pipe. */
import { Presets, SingleBar } from 'cli-progress'
import type { ReadOptions } from '../engine/read-all.ts'
import type { LoadOptions } from '../ingest/load.ts'

/** A bar that shows itself on standard error once a second has passed. */
export interface Progress {
  /** `done` of `total` units; total may grow. */
  step(done: number, total: number): void
  stop(): void
}

const SILENT: Progress = { step: () => {}, stop: () => {} }

/** Progress of one piece of work, named in a word ("reading"). */
export function progress(name: string): Progress {
  if (!process.stderr.isTTY) return SILENT
  const began = performance.now()
  const bar = new SingleBar(
    {
      format: `${name} {bar} {value}/{total} {eta_formatted}`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    Presets.shades_grey,
  )
  let shown = false
  return {
    step(done, total) {
      if (!shown && performance.now() - began < 1000) return
      if (shown) {
        bar.setTotal(total)
        bar.update(done)
      } else {
        bar.start(total, done)
        shown = true
      }
    },
    stop() {
      if (shown) bar.stop()
      shown = false
    },
  }
}

/** Progress of opening a project: bars while files are loaded and read, then a line while the reports are put together, until `stop`. */
export function projectProgress(): Required<Pick<LoadOptions & ReadOptions, 'onLoad' | 'onProgress'>> & {
  readonly stop: () => void
} {
  const loading = progress('loading (kB)')
  const reading = progress('reading')
  let line = false
  return {
    onLoad({ done, total }) {
      if (total !== null) loading.step(Math.round(done / 1e3), Math.round(total / 1e3))
    },
    onProgress(done, total) {
      loading.stop()
      reading.step(done, total)
      if (done < total || !process.stderr.isTTY) return
      reading.stop()
      process.stderr.write('putting the reports together ...')
      line = true
    },
    stop() {
      if (line) process.stderr.write('\r\x1b[K')
      line = false
      loading.stop()
      reading.stop()
    },
  }
}
