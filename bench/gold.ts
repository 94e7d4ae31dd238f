/** Scores claims against the hand-coded sets beside the repository, through the command as a user runs it. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the evaluation sets lie, when they are there. */
export const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url))

/** The hand-coded sets. */
export const GOLD = ['seeds', 'dev', 'train'] as const

const KINDS = ['figure', 'control', 'event'] as const
const BIG = { encoding: 'utf8', maxBuffer: 1e9 } as const

interface Kind {
  readonly f1: number
  readonly fields: Readonly<Record<string, number>>
}

/** F1 of each kind of claim on one hand-coded set (`gold/SET/KIND`), and how many fields are right on matches. `folder` is for scratch. */
export function goldScores(set: string, bin: string, folder: string): Record<string, number> {
  const dir = join(SHARED, 'gold', set)
  const reports: { id: string }[] = JSON.parse(readFileSync(join(dir, 'reports.json'), 'utf8'))
  const withText = ({ id, ...rest }: { id: string }): string =>
    JSON.stringify({ id, ...rest, text: readFileSync(join(dir, 'reports', `${id}.txt`), 'utf8') })
  const input = `${reports.map(withText).join('\n')}\n`
  const answers = execFileSync(process.execPath, [bin, 'annotate', '--layer', 'claims', '-'], { ...BIG, input })
  const claims = answers
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const { id, claims }: { id: string; claims: object[] } = JSON.parse(line)
      return claims.map((claim) => JSON.stringify({ ...claim, report: id }))
    })
  const file = join(folder, `${set}.jsonl`)
  writeFileSync(file, claims.join('\n'))
  const scorer = [join(SHARED, 'gold/score.mjs'), dir, file, '--json']
  const table: Record<string, Kind> = JSON.parse(execFileSync(process.execPath, scorer, BIG))
  const scores: Record<string, number> = {}
  for (const kind of KINDS) {
    scores[`gold/${set}/${kind}`] = table[kind]!.f1
    for (const [field, share] of Object.entries(table[kind]!.fields)) scores[`gold/${set}/${kind}/${field}`] = share
  }
  return scores
}
