/** Progress on a terminal for work longer than a second; nothing in a pipe. */
import { Presets, SingleBar } from 'cli-progress'

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
