/**
 * Clauses: the parse of a report, seen from one word at a time.
 *
 *     The brigade, which the ministry armed, shelled Tarin and took the bridge.
 *      subj of shelled = brigade    obj of armed = brigade    subj of took = brigade
 *
 * Roles are logical: the subject of a passive is its `obj`, its by-phrase the `subj`;
 * subjects are shared down conjunctions, infinitives and relative clauses. A preposition
 * is a role of its own name. What a role means for a claim is the codebook's business.
 */
import type { Token } from '../../model/text.ts'
import { dependents as childrenOf, related } from '../phrases.ts'

/** The parse of one report with what every role needs, computed once. */
export interface Clauses {
  readonly tokens: readonly Token[]
  /** Children of each token, in text order. */
  readonly children: readonly (readonly number[])[]
  /** Head token of the clause that each token stands in. */
  readonly clause: Int32Array
  /** Depth-first extent of the clause: first and last token that belong to it, by clause head. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** The preposition in front of the phrase that each token heads, in lower case; empty without one. */
  readonly prepositions: readonly string[]
  /** 1 for verbs in the passive (`isPassive`). */
  readonly passive: Uint8Array
}

const OWN_CLAUSE = new Set(['root', 'ccomp', 'advcl', 'acl', 'parataxis', 'csubj', 'discourse'])
const base = (deprel: string): string => {
  const cut = deprel.indexOf(':')
  return cut < 0 ? deprel : deprel.slice(0, cut)
}

const known = new WeakMap<readonly Token[], Clauses>()

/** Look at a parse from every word. Broken heads count as roots; loops are cut. Made once a report. */
export function clausesOf(tokens: readonly Token[]): Clauses {
  const before = known.get(tokens)
  if (before) return before
  const n = tokens.length
  const children = childrenOf(tokens)
  const clause = new Int32Array(n).fill(-1)
  const find = (start: number): number => {
    const path: number[] = []
    let at = start
    while (clause[at] === -1) {
      const token = tokens[at]!
      path.push(at)
      clause[at] = -2
      const up = token.head
      if (up < 0 || up >= n || up === at || opensClause(tokens, at) || clause[up] === -2) {
        for (const i of path) clause[i] = at
        return at
      }
      at = up
    }
    for (const i of path) clause[i] = clause[at]!
    return clause[at]!
  }
  const first = new Int32Array(n).fill(n)
  const last = new Int32Array(n).fill(-1)
  for (let i = 0; i < n; i++) {
    const head = find(i)
    if (first[head]! > i) first[head] = i
    if (last[head]! < i && tokens[i]!.upos !== 'PUNCT') last[head] = i
  }
  const prepositions = tokens.map((_, at) => prepositionOf(tokens, children[at]!, at))
  const passive = Uint8Array.from(tokens, (_, at) => Number(inPassive(tokens, at, children[at]!)))
  const view = { tokens, children, clause, first, last, prepositions, passive }
  known.set(tokens, view)
  return view
}

/** Is this the head of a clause of its own? A conjoined verb is, a conjoined noun is not. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const { deprel, upos, head } = tokens[at]!
  const relation = base(deprel)
  if (relation === 'conj') return upos === 'VERB' && tokens[head]?.upos === 'VERB'
  if (relation === 'acl' && upos !== 'VERB' && upos !== 'AUX') return false
  return OWN_CLAUSE.has(relation)
}

const NONE: readonly number[] = []

/** Children of `at` with one of the relations (without subtype unless given with one). */
export const dependents = ({ tokens }: Clauses, at: number, ...relations: readonly string[]): readonly number[] =>
  related(tokens, at, ...relations)

function prepositionOf(tokens: readonly Token[], kids: readonly number[], at: number): string {
  for (const kid of kids) {
    if (kid >= at) break
    if (tokens[kid]!.deprel === 'case') return tokens[kid]!.lemma.toLowerCase()
  }
  return ''
}

/** The preposition in front of a phrase, "out of" as "out"; empty without one. */
export const preposition = ({ prepositions }: Clauses, at: number): string => prepositions[at]!

function inPassive(tokens: readonly Token[], at: number, kids: readonly number[]): boolean {
  const { xpos, deprel, lemma } = tokens[at]!
  const charged = CHARGED.has(lemma) && tokens[at + 1]?.lemma === 'of'
  let [subject, have, object] = [false, false, false]
  for (const kid of kids) {
    const { deprel: relation, lemma } = tokens[kid]!
    if (relation === 'aux:pass') return true
    if (relation === 'nsubj:pass') subject = true
    else if (relation === 'obj') object = true
    else if (relation === 'aux' && lemma === 'have') have = true
  }
  if (charged) return xpos === 'VBN' || xpos === 'VBD'
  if (xpos !== 'VBN') return false
  return subject ? !have : (deprel === 'acl' || deprel === 'amod') && !object
}

/** Is the verb in the passive, a bare participle included? "Has called" is not, whatever its subject was read as; "Army accused of shelling" is. */
export const isPassive = ({ passive }: Clauses, at: number): boolean => passive[at] === 1

/** What one is accused "of" stands behind the accused, unless he is the subject. */
const CHARGED = new Set(['accuse', 'suspect', 'acquit', 'convict'])

/** Head tokens of the phrases that fill a role of the word at `at`, conjoined ones after the first; empty when none does. */
export function fill(view: Clauses, at: number, role: string): readonly number[] {
  const heads = fillers(view, at, role)
  if (!heads.length) return heads
  const all: number[] = []
  for (const head of heads) {
    all.push(head)
    for (const child of dependents(view, head, 'conj'))
      if (view.tokens[child]!.upos !== 'VERB' && child - head < 15) all.push(child)
  }
  return all
}

function fillers(view: Clauses, at: number, role: string): readonly number[] {
  const { tokens } = view
  const word = tokens[at]!
  const verb = word.upos === 'VERB' || word.upos === 'AUX'
  switch (role) {
    case 'self':
      return [at]
    case 'gov':
      return word.head >= 0 ? [word.head] : []
    case 'subj':
      return subject(view, at, 6)
    case 'obj':
      return verb ? object(view, at) : []
    case 'iobj':
      return dependents(view, at, 'iobj')
    case 'xobj':
      return dependents(view, at, 'xcomp').flatMap((child) => object(view, child))
    case 'poss':
      return dependents(view, at, 'nmod:poss')
    case 'mod':
      return dependents(view, at, 'compound', 'amod')
    case 'mod-of':
      // "The town that had held out" holds, and is not held.
      if (word.deprel === 'acl:relcl' && !isPassive(view, at)) return NONE
      return /^(amod|compound|acl|nmod)/.test(word.deprel) && word.head >= 0 ? [word.head] : hyphened(view, at)
    case 'hyphen':
      return dependents(view, at, 'compound', 'nsubj', 'obl', 'obj', 'nmod').filter(
        (child) => child < at && at - child <= 4,
      )
    case 'appos':
      return dependents(view, at, 'appos')
    case 'light':
      return carrier(view, at).flatMap((up) => subject(view, up, 6))
    case 'hits':
      return word.deprel === 'nsubj' && word.head >= 0 ? object(view, word.head) : []
    default: {
      const own = phrases(view, at, role)
      // "Drove the rebels from Tarin": who is driven carries the phrase as often as the verb does.
      if (!own.length && verb && (role === 'from' || role === 'out'))
        return object(view, at).flatMap((driven) => phrases(view, driven, role))
      return own.length ? own : carrier(view, at).flatMap((up) => phrases(view, up, role))
    }
  }
}

/** "Ringed rebel-held Tarin", read as if the town held: the noun right behind a participle that a hyphen ties to a word. */
function hyphened({ tokens }: Clauses, at: number): number[] {
  const { xpos, start } = tokens[at]!
  const before = tokens[at - 1]
  if (xpos !== 'VBN' || before?.text !== '-' || before.end !== start) return []
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const { upos } = tokens[i]!
    if (/^(?:NOUN|PROPN)$/.test(upos) && !/^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.upos ?? '')) return [i]
    if (!/^(?:NOUN|PROPN|ADJ|DET)$/.test(upos)) return []
  }
  return []
}

/** The verb that carries a noun: "carried out | raids", "raids were | launched", "came under | attack". */
function carrier({ tokens }: Clauses, at: number): readonly number[] {
  const { upos, head, deprel } = tokens[at]!
  if (upos === 'VERB' || head < 0 || !(deprel === 'obj' || deprel === 'nsubj:pass' || deprel === 'obl')) return NONE
  return tokens[head]!.upos === 'VERB' ? [head] : NONE
}

/** Phrases under `at` with the preposition. */
function phrases(view: Clauses, at: number, mark: string): readonly number[] {
  const all = dependents(view, at, 'obl', 'nmod')
  return all.length ? all.filter((child) => preposition(view, child) === mark) : all
}

function object(view: Clauses, at: number): readonly number[] {
  const { tokens } = view
  if (!isPassive(view, at)) {
    const own = dependents(view, at, 'obj')
    const { deprel, head } = tokens[at]!
    // "the bridge that the brigade took": the relative clause lacks its object.
    if (deprel === 'acl:relcl' && !own.length && dependents(view, at, 'nsubj').some((s) => !isRelative(tokens[s]!)))
      return [head]
    if (!own.length) return shared(view, at)
    return own.map((token) => antecedent(view, at, token))
  }
  const own = dependents(view, at, 'nsubj:pass', 'nsubj')
  if (own.length) return own.map((token) => antecedent(view, at, token))
  const { deprel, head, upos } = tokens[at]!
  if (head < 0) return []
  if (deprel === 'acl' || deprel === 'acl:relcl' || deprel === 'amod') return [head]
  if (deprel === 'conj' && upos === 'VERB' && isPassive(view, head)) return object(view, head)
  return []
}

/** "Cleared and secured the compound": two verbs side by side, the object behind the second. */
function shared(view: Clauses, at: number): readonly number[] {
  const { tokens } = view
  const second = dependents(view, at, 'conj').find((child) => child - at === 2 && tokens[child]!.upos === 'VERB')
  return second === undefined || isPassive(view, second) ? [] : dependents(view, second, 'obj')
}

function subject(view: Clauses, at: number, reach: number): readonly number[] {
  const { tokens } = view
  if (reach === 0) return []
  const word = tokens[at]!
  if (isPassive(view, at)) {
    const agents = dependents(view, at, 'obl').filter(
      (child) => tokens[child]!.deprel === 'obl:agent' || preposition(view, child) === 'by',
    )
    return agents.length || word.deprel !== 'amod' ? agents : fillers(view, at, 'hyphen')
  }
  const own = dependents(view, at, 'nsubj').at(-1)
  if (own !== undefined) return [antecedent(view, at, own)]
  const up = word.head
  if (up < 0) return []
  switch (base(word.deprel)) {
    case 'acl':
      return [up]
    case 'conj':
    case 'advcl':
      return tokens[up]!.upos === 'VERB' ? surface(view, up, reach - 1) : []
    case 'xcomp': {
      const objects = dependents(view, up, 'obj')
      return objects.length ? objects : surface(view, up, reach - 1)
    }
    default:
      return []
  }
}

/** The subject as it stands, also of a passive: who an infinitive or a second verb shares. */
function surface(view: Clauses, at: number, reach: number): readonly number[] {
  return isPassive(view, at) ? object(view, at) : subject(view, at, reach)
}

/** "who", "which", "that" stand for the noun their clause hangs on. */
function antecedent({ tokens }: Clauses, verb: number, token: number): number {
  const { deprel, head } = tokens[verb]!
  if (!isRelative(tokens[token]!)) return token
  if (deprel === 'acl:relcl' && head >= 0) return head
  // ", which was closed", read as if joined to the clause before: what stands right in front of it.
  const before = tokens[token - 2]
  return tokens[token]!.lemma === 'which' && tokens[token - 1]?.text === ',' && before?.upos === 'NOUN'
    ? token - 2
    : token
}

const isRelative = ({ lemma }: Token): boolean =>
  lemma === 'that' || lemma === 'which' || lemma === 'who' || lemma === 'whom'
