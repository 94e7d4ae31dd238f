/** Answers made once: a clock dragged to and fro should not reconcile again. */
import type { Source } from '../engine/source.ts'

/** Answers kept per revision of the reports. */
const KEPT = 32

/** Remembers the last answers that `make` gave, by what was asked, until the reports change. A failure is not kept. */
export function kept<Asked extends object | string | null, Answer>(
  source: Pick<Source, 'revision'>,
  make: (asked: Asked) => Answer | Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  let revision = source.revision
  const answers = new Map<string, Promise<Answer>>()
  return (asked) => {
    if (revision !== source.revision) {
      revision = source.revision
      answers.clear()
    }
    const key = JSON.stringify(asked)
    const answer = answers.get(key) ?? (async () => make(asked))()
    answer.catch(() => answers.delete(key))
    answers.delete(key)
    answers.set(key, answer)
    if (answers.size > KEPT) answers.delete(answers.keys().next().value!)
    return answer
  }
}
