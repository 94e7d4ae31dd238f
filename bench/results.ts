/** Keeps measured figures in bench/results/*.json, one key a bench, so that documents can quote them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const FOLDER = new URL('./results/', import.meta.url)

/** Put the figures of one bench into a results file; other benches' figures in it stay. */
export function record(file: string, bench: string, figures: unknown): void {
  mkdirSync(FOLDER, { recursive: true })
  const path = new URL(file, FOLDER)
  const all = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  writeFileSync(path, `${JSON.stringify({ ...all, [bench]: figures }, null, 2)}\n`)
}
