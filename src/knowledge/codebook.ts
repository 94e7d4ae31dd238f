/**
 * The codebook: which words tell of which kind of claim, as a typed view of data/codebook/*.tsv.
 *
 *     id      words                 needs      claim             actor  target
 *     cut     sever/v, cut off/v    obj:road   control:cut       subj   obj
 *             ^ lemma/part of speech ^ an argument and its class   ^ roles to look in, best first
 *
 * A frame says what its words may mean; whether they do here is for the reader of
 * claims to weigh. Nothing in the program knows a verb: what is read is what stands here.
 */
import type { ControlStatus, EventType } from '../model/claim.ts'
import { readTable } from './tsv.ts'

/** A word or words that set a frame off: lemmas in text order, and the head's part of speech. */
export interface Trigger {
  readonly lemmas: readonly string[]
  readonly pos: Pos
}

/** Verb, noun or adjective. */
export type Pos = 'v' | 'n' | 'a'

/** A condition: some filler of the role is (or none is) of one of the classes. Without classes: the role is filled. */
export interface Need {
  readonly not: boolean
  readonly role: string
  readonly classes: readonly string[]
}

/** What a frame gives: an event of a type, or a status of control. */
export type FrameClaim =
  | { readonly kind: 'event'; readonly type: EventType }
  | { readonly kind: 'control'; readonly status: ControlStatus }

/** One line of the codebook. */
export interface Frame {
  readonly id: string
  readonly triggers: readonly Trigger[]
  readonly needs: readonly Need[]
  readonly claim: FrameClaim
  /** The claim in a word: "airstrike", "control:held". */
  readonly label: string
  /** Roles to look for the actor in, best first. */
  readonly actor: readonly string[]
  readonly target: readonly string[]
  /** How far it is trusted by whoever wrote it (0 to 1), until hand-coded reports say; null where the line leaves it open. */
  readonly trust: number | null
}

/** Frames, indexed by the lemma that ends or begins their triggers, and the word classes they ask about. */
export interface Codebook {
  readonly frames: readonly Frame[]
  /** From a trigger's head lemma (last of a noun's, first of a verb's) to the triggers it may head. */
  readonly byHead: ReadonlyMap<string, readonly { readonly frame: Frame; readonly trigger: Trigger }[]>
  /** From a lemma to the classes it is in. */
  readonly classes: ReadonlyMap<string, readonly string[]>
}

/** Every event type of the guidelines. */
export const EVENT_TYPES: readonly EventType[] = [
  'airstrike', 'shelling', 'suicide_bombing', 'bombing', 'clash', 'attack', 'killing', 'abduction', 'human_shields',
  'arson', 'uprising', 'protest', 'deployment', 'offensive', 'withdrawal', 'surrender', 'displacement', 'evacuation',
  'aid', 'shortage', 'talks', 'arrest', 'demand', 'refusal', 'accusation', 'denial', 'retraction', 'announcement',
  'warning', 'discovery', 'damage', 'support', 'other',
] // biome-ignore format: a list

/** Every status of control. */
export const STATUSES: readonly ControlStatus[] = [
  'held', 'captured', 'entered', 'advancing', 'encircled', 'cut', 'lost', 'cleared', 'contested',
] // biome-ignore format: a list

/** Classes that the reading itself decides; the table may not define them. */
const READ_CLASSES = [
  'place',
  'actor',
  'force',
  'state',
  'group',
  'government',
  'civilians',
  'person',
  'number',
] as const

/** A table of the codebook as it lies on disk. */
export interface CodebookFile {
  readonly file: string
  readonly text: string
}

/**
 * Read the codebook. Throws `RangeError` with file and frame when an entry names
 * an unknown claim, class or part of speech, or an id stands twice.
 */
export function readCodebook(frameFiles: readonly CodebookFile[], classFile: CodebookFile): Codebook {
  const classes = readClasses(classFile)
  const known = new Set<string>([...[...classes.values()].flat(), ...READ_CLASSES])
  const frames: Frame[] = []
  const ids = new Set<string>()
  for (const { file, text } of frameFiles)
    for (const row of readTable(text, file)) {
      const fail = (what: string): never => {
        throw new RangeError(`${file}, frame "${row.id}": ${what}`)
      }
      if (!row.id || ids.has(row.id)) fail('an id is missing or stands twice')
      ids.add(row.id!)
      const triggers = list(row.words, ',').map(
        (entry) => readTrigger(entry) ?? fail(`"${entry}" is not LEMMAS/v, /n or /a`),
      )
      const needs = list(row.needs, ' ').map(readNeed)
      for (const name of needs.flatMap((need) => need.classes))
        if (!known.has(name)) fail(`class "${name}" is not in ${classFile.file}`)
      const claim = readClaim(row.claim ?? '') ?? fail(`"${row.claim}" is no event type or control status`)
      const [actor, target] = [list(row.actor, ' '), list(row.target, ' ')]
      const trust = row.trust ? Number(row.trust) : null
      if (trust !== null && !(trust >= 0 && trust <= 1)) fail(`trust "${row.trust}" is no number from 0 to 1`)
      frames.push({ id: row.id!, triggers, needs, claim, label: row.claim!, actor, target, trust })
    }
  const byHead = new Map<string, { frame: Frame; trigger: Trigger }[]>()
  for (const frame of frames)
    for (const trigger of frame.triggers) {
      const head = trigger.pos === 'v' ? trigger.lemmas[0]! : trigger.lemmas.at(-1)!
      byHead.set(head, [...(byHead.get(head) ?? []), { frame, trigger }])
    }
  return { frames, byHead, classes }
}

function readClasses({ file, text }: CodebookFile): Map<string, string[]> {
  const classes = new Map<string, string[]>()
  for (const { class: name, words } of readTable(text, file)) {
    if (!name || (READ_CLASSES as readonly string[]).includes(name))
      throw new RangeError(`${file}: class "${name}" is missing a name or belongs to the reading`)
    for (const word of list(words, ',')) classes.set(word, [...(classes.get(word) ?? []), name])
  }
  return classes
}

function readTrigger(entry: string): Trigger | null {
  const cut = entry.lastIndexOf('/')
  const pos = entry.slice(cut + 1)
  if (cut < 1 || (pos !== 'v' && pos !== 'n' && pos !== 'a')) return null
  return { lemmas: list(entry.slice(0, cut), ' '), pos }
}

function readNeed(entry: string): Need {
  const not = entry.startsWith('!')
  const [role = '', names = ''] = entry.slice(not ? 1 : 0).split(':')
  return { not, role, classes: list(names, '|') }
}

function readClaim(cell: string): FrameClaim | null {
  const type = EVENT_TYPES.find((name) => name === cell)
  if (type) return { kind: 'event', type }
  const status = STATUSES.find((name) => `control:${name}` === cell)
  return status ? { kind: 'control', status } : null
}

const list = (cell = '', mark: string): string[] =>
  cell
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part && part !== '-')
