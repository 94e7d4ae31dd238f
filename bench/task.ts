/** One task of the evaluation kit beside the repository: its reports with the gold, and its scorer. Says so and gives null when the kit is not there. */
import { existsSync, readFileSync } from 'node:fs'

const SHARED = new URL('../../shared/eval/', import.meta.url)

/** A task's items, and `score`: what some items earn when each is answered so. */
export interface Task<Item, Answer> {
  readonly items: readonly Item[]
  score(items: readonly Item[], answer: (item: Item) => Answer): Readonly<Record<string, number>>
}

/** Open a task by its name ("times"). */
export async function openTask<Item, Answer>(name: string): Promise<Task<Item, Answer> | null> {
  const data = new URL(`data/${name}.jsonl`, SHARED)
  if (!existsSync(data)) {
    console.log('The evaluation sets are not beside the repository (../shared): nothing to measure.')
    return null
  }
  const { TASKS } = await import(new URL('tasks.mjs', SHARED).href)
  return {
    items: readFileSync(data, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): Item => JSON.parse(line)),
    score: (items, answer) => TASKS[name].score(items, answer, []),
  }
}
