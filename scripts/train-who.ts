/**
 * Trains models/who.br, the weights that choose the actor and the target of a claim
 * (a maintainer's task: `npm run train:who`, about two minutes).
 *
 *     hand-coded claim + the word that tells of it ─▶ everyone who may be meant ─▶ whom the coder meant
 *
 * A softmax over the candidates of one claim; those with the coder's name share the credit.
 * Learned from the open collections only, each with the same say. `--report` scores a model
 * learned without every fifth report on those, and on the collections nothing is learned from.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import { pack, type Table } from '../src/language/weights-file.ts'
import { evidence, type Told, telltale } from '../src/read/claims/told.ts'
import type { Before, Candidate } from '../src/read/claims/who/candidates.ts'
import { mayAct, pointedAt, weighable } from '../src/read/claims/who/choose.ts'
import type { Lists } from '../src/read/claims/who/facts.ts'
import { besideActor } from '../src/read/claims/who/features.ts'
import { type Coded, type CodedReport, codedReports, OPEN_SETS } from './train/gold.ts'
import { random } from './train/perceptron.ts'
import { regression, softmax } from './train/softmax.ts'

const { values: options } = parseArgs({ options: { report: { type: 'boolean', default: false } } })
const SETTINGS = { bits: 18, least: 5, rate: 0.05, decay: 0.00001, dropout: 0.5 }
const EPOCHS = 8
/** Weights are averaged over the ends of the epochs from this one on: one epoch more or less then changes little. */
const SETTLED = 2
/** The weight of a claim whose actor the reading never names: a little, so that nobody is chosen there. */
const UNNAMED = 0.05

const resources = loadResources()
const read = reader(
  ['passages', 'sentences', 'tokens', 'names', 'numbers', 'times', 'places', 'actors', 'attributions'],
  resources,
)

/** One name for what is one actor: a country, its people in arms and its adjective; "people" are civilians. */
const SAME = new Map<string, string>(['people', 'residents', 'persons'].map((name) => [name, 'civilians']))
for (const { name, forces, names } of resources.actors.countries.values()) {
  // Where a country's forces are called the government's, the two are one.
  const own = forces ? [forces, forces.replace(/ forces$/, '')] : []
  for (const other of [name, ...names, ...own]) SAME.set(other.toLowerCase(), name.toLowerCase())
}
const key = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .split(';')
    .map((part) =>
      part
        .replace(/[’'`.]/g, '')
        .replace(/\bthe\b/g, ' ')
        .replace(/[-\s]+/g, ' ')
        .trim(),
    )
    .map((part) => SAME.get(part) ?? part)
    .sort()
    .join(';')

interface Example {
  readonly label: string
  readonly candidates: readonly Candidate[]
  readonly names: readonly string[]
  readonly features: readonly Int32Array[]
  /** Keys of whom the coder meant, and of whom the roles of the frame point at. */
  readonly gold: { readonly actor: string; readonly target: string }
  readonly ruled: { readonly actor: string; readonly target: string }
}

/**
 * The claims of a report with their candidates. Later claims look back on what coders said every other time,
 * else on the roles: once it is used, what was chosen before is not always right.
 */
function examplesOf({ report, claims }: CodedReport): Example[] {
  const reading = read(report)
  const { scene, told } = telltale(reading, resources)
  const free = new Set<Coded>(claims.filter(({ optional }) => !optional))
  const memory = new Map<string, { actor: string | null; target: string | null }>()
  let last: string | null = null
  return told.flatMap((one: Told, index): Example[] => {
    const pointed = pointedAt(scene, one, resources)
    const { start, end } = evidence(scene, one.token, one.sentence, [])
    const coded = [...free]
      .filter((claim) => claim.label === one.label && claim.start < end && start < claim.end)
      .sort((a, b) => inside(b, one) - inside(a, one) || a.end - a.start - (b.end - b.start))[0]
    const before: Before = { actor: null, target: null, ...memory.get(one.label), last }
    const settled = (index % 2 && coded) || {
      actor: pointed.actor?.who.name ?? null,
      target: pointed.target?.who.name ?? null,
    }
    if (settled.actor || settled.target)
      memory.set(one.label, { actor: settled.actor ?? before.actor, target: settled.target })
    if (settled.actor && !one.label.startsWith('control:')) last = settled.actor
    if (!coded) return []
    free.delete(coded)
    const { candidates, features } = weighable(scene, one, pointed, before, resources)
    return [
      {
        label: one.label,
        candidates,
        features: listsOf(features),
        names: candidates.map(({ who }) => key(who?.name ?? null)),
        gold: { actor: key(coded.actor), target: key(coded.target) },
        ruled: { actor: key(pointed.actor?.who.name ?? null), target: key(pointed.target?.who.name ?? null) },
      },
    ]
  })
}
const inside = ({ start, end }: Coded, { trigger }: Told): number =>
  Number(start <= trigger.start && trigger.end <= end)

type Part = 'actor' | 'target'

/** The features by which a candidate is weighed: for a target also how it stands to the actor. */
function featuresFor({ label, candidates, features, names }: Example, part: Part, actor: string): Int32Array[] {
  if (part === 'actor') return [...features]
  const known = candidates.find((_, i) => names[i] === actor && actor)?.who?.name ?? (actor || null)
  const beside = besideActor(label, candidates, known)
  const others = listsOf(beside)
  return features.map((list, i) => Int32Array.from([...list, ...others[i]!]))
}

/** Each list in an array of its own: the next claim overwrites what holds them all. */
const listsOf = ({ features, ends }: Lists): Int32Array[] =>
  ends.slice(1).map((end, i) => features.slice(ends[i]!, end))

function learn(examples: readonly Example[], say: (example: Example) => number, part: Part): Table {
  const lists = examples.map((example) => featuresFor(example, part, example.gold.actor))
  const model = regression(lists.flat(), [part], SETTINGS)
  const data = examples.map((example, n) => {
    const named = example.names.includes(example.gold[part])
    return {
      rows: lists[n]!.map((list) => model.rows(list)),
      right: example.names.map((name) => name === (named ? example.gold[part] : '')),
      weight: say(example) * (named ? 1 : UNNAMED),
    }
  })
  const next = random(11)
  let sum: Table | null = null
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = data.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[data[i], data[j]] = [data[j]!, data[i]!]
    }
    for (const { rows, right, weight } of data) {
      const kept = rows.map((list) => model.drop(list))
      const p = new Float64Array(kept.length)
      for (const [i, list] of kept.entries()) {
        const sum = new Float64Array(1)
        model.add(list, sum)
        p[i] = sum[0]!
      }
      softmax(p)
      const credit = p.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0)
      for (const [i, list] of kept.entries())
        model.step(list, Float64Array.of(weight * (p[i]! - (right[i] ? p[i]! / credit : 0))))
    }
    if (epoch < SETTLED) continue
    const table = model.table()
    if (sum) for (const [i, w] of table.weights.entries()) sum.weights[i]! += w
    else sum = table
  }
  return { ...sum!, weights: sum!.weights.map((w) => w / (EPOCHS - SETTLED)) }
}

/** Each collection has the same say, none of its claims more than twice a usual one's. */
function says(parts: ReadonlyMap<string, readonly Example[]>): (example: Example) => number {
  const weight = new Map<Example, number>()
  for (const list of parts.values()) for (const example of list) weight.set(example, Math.min(2, 500 / list.length))
  return (example) => weight.get(example) ?? 1
}

function write(tables: readonly Table[]): void {
  const scale = tables.map(({ weights }) => weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0) / (127 * 127))
  writeFileSync(
    new URL('../models/who.br', import.meta.url),
    brotliCompressSync(pack(tables, { scale }), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
    }),
  )
}

/** Share of right actors and targets: by the roles of the frame, and by the weights. */
function report(title: string, examples: readonly Example[], [actors, targets]: readonly Table[]): void {
  const top = (example: Example, lists: readonly Int32Array[], { weights, bits }: Table, act: boolean): string => {
    const p = Float64Array.from(lists, (list, i) =>
      act && !mayAct(example.label, example.candidates[i]!)
        ? -99
        : list.reduce((sum, feature) => sum + weights[feature & ((1 << bits) - 1)]!, 0),
    )
    softmax(p)
    const names = new Map<string, number>()
    for (const [i, name] of example.names.entries()) names.set(name, (names.get(name) ?? 0) + p[i]!)
    return [...names].sort((a, b) => b[1] - a[1])[0]![0]
  }
  let [ruledActor, ruledTarget, actor, target] = [0, 0, 0, 0]
  for (const example of examples) {
    const chosen = top(example, example.features, actors!, true)
    ruledActor += Number(example.ruled.actor === example.gold.actor)
    ruledTarget += Number(example.ruled.target === example.gold.target)
    actor += Number(chosen === example.gold.actor)
    target += Number(top(example, featuresFor(example, 'target', chosen), targets!, false) === example.gold.target)
  }
  const share = (n: number): string => `${((100 * n) / examples.length).toFixed(1)} %`
  console.log(
    `${title}: ${examples.length} claims · actor ${share(actor)}, by roles ${share(ruledActor)} · target ${share(target)}, by roles ${share(ruledTarget)}`,
  )
}

const train = codedReports('train')
if (!train) {
  console.log('The hand-coded reports (../shared/gold) are not here: nothing was trained.')
  process.exit(0)
}
const open = train.filter(({ set }) => OPEN_SETS.has(set))
const prepared = new Map(open.map((coded) => [coded, examplesOf(coded)]))
const bySet = (reports: readonly CodedReport[]) =>
  new Map(
    [...Map.groupBy(reports, ({ set }) => set)].map(([set, list]) => [set, list.flatMap((r) => prepared.get(r)!)]),
  )
const learnBoth = (reports: readonly CodedReport[]): Table[] => {
  const sets = bySet(reports)
  const all = [...sets.values()].flat()
  return [learn(all, says(sets), 'actor'), learn(all, says(sets), 'target')]
}
if (options.report) {
  const part = learnBoth(open.filter((_, i) => i % 5))
  report(
    'kept back',
    open.filter((_, i) => i % 5 === 0).flatMap((coded) => prepared.get(coded)!),
    part,
  )
  for (const [set, list] of Map.groupBy(
    train.filter((coded) => !OPEN_SETS.has(coded.set)),
    ({ set }) => set,
  ))
    report(set, list.flatMap(examplesOf), part)
  for (const name of ['dev', 'seeds']) report(name, (codedReports(name) ?? []).flatMap(examplesOf), part)
}
write(learnBoth(open))
console.log(`models/who.br written: ${[...prepared.values()].flat().length} claims of ${open.length} reports`)
