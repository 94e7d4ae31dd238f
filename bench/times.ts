/**
 * Times beside chrono-node on the same reports: found, valued right, and read per CPU-second.
 *
 *     node bench/times.ts            says so and stops when the evaluation sets are not beside the repository
 *
 * chrono-node gives dates, not TIMEX3: a date is written at the fineness it says it knows, so it earns nothing
 * for durations, recurrences and vague pointers; that is a fact about it, not about this table.
 */
import * as chrono from 'chrono-node'
import { readTimes } from '../src/language/times/index.ts'
import type { Span } from '../src/model/span.ts'
import { openTask } from './task.ts'

interface Answer extends Span {
  readonly type: string
  readonly value: string
}
interface Item {
  readonly id: string
  readonly set: string
  readonly text: string
  readonly published?: string
}

const pad = (n: number | null, width = 2): string => String(n ?? 0).padStart(width, '0')

/** A chrono date as TIMEX3, no finer than what it is certain of. */
function timex(date: chrono.ParsedComponents): string {
  const day = `${pad(date.get('year'), 4)}-${pad(date.get('month'))}-${pad(date.get('day'))}`
  if (date.isCertain('hour')) return `${day}T${pad(date.get('hour'))}:${pad(date.get('minute'))}`
  if (date.isCertain('day') || date.isCertain('weekday')) return day
  return date.isCertain('month') ? day.slice(0, 7) : date.isCertain('year') ? day.slice(0, 4) : day
}

const PEERS: Readonly<Record<string, (item: Item) => readonly Answer[]>> = {
  recount: ({ text, published }) => readTimes(text, published ?? null).times,
  'chrono-node': ({ text, published }) =>
    chrono.parse(text, new Date(`${published?.slice(0, 10) ?? '2000-01-01'}T12:00:00`)).map((hit) => ({
      start: hit.index,
      end: hit.index + hit.text.length,
      type: hit.start.isCertain('hour') ? 'time' : 'date',
      value: timex(hit.start),
    })),
}

const task = await openTask<Item, { times: readonly Answer[] }>('times')
if (task) {
  const { items, score } = task
  const kilobytes = items.reduce((sum, { text }) => sum + text.length, 0) / 1024
  const rows: Record<string, Record<string, string>> = {}
  for (const [name, read] of Object.entries(PEERS)) {
    for (const item of items.slice(0, 50)) read(item)
    const before = process.cpuUsage()
    const answers = new Map(items.map((item) => [item.id, { times: read(item) }]))
    const { user, system } = process.cpuUsage(before)
    for (const set of ['timebank', 'aquaint', 'wikiwars']) {
      const part = items.filter((item) => item.set === set)
      const scores = score(part, (item) => answers.get(item.id) ?? { times: [] })
      const percent = (x: number): string => (100 * x).toFixed(1)
      rows[`${name}, ${set}`] = {
        relaxed: percent(scores.relaxed_f1!),
        strict: percent(scores.strict_f1!),
        value: percent(scores.value_f1!),
        'KB/CPU-s': (kilobytes / ((user + system) / 1e6)).toFixed(0),
      }
    }
  }
  console.table(rows)
}
