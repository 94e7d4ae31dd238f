/**
 * Modality: is it so, or only planned, forecast, demanded, denied?
 *
 *     The ministry vowed to retake Tarin if talks failed.
 *                  planned▲──comp──┘
 *
 * Climbs from the trigger to the root of its sentence and collects the cues of
 * data/codebook/modality.tsv that bear on it; the nearest that counts decides.
 * A speech act is its own matter: its words decide it, and its type gives the rest.
 */
import type { Cues, Scope, Sense } from '../../knowledge/cues.ts'
import type { Modality } from '../../model/claim.ts'
import type { Token } from '../../model/text.ts'
import type { Clauses } from './clauses.ts'

/** A cue that bears on a trigger: how many clauses up it stands (0: in the trigger's own). */
export interface Cue {
  readonly sense: Sense
  readonly scope: Scope
  readonly token: number
  readonly depth: number
  /** The word is the deed that the cue is about ("vowed to retaliate with strikes", "prepared for an assault"), though a noun. */
  readonly means: boolean
}

const COMPLEMENT = /^(xcomp|ccomp|obj|nsubj:pass|csubj|obl|acl|advcl|nmod)$/
const NOMINAL = /^(nmod|acl|compound|acl:relcl)$/

/** The cues that bear on the word at `at`, nearest first. */
export function cuesOf({ tokens, children }: Clauses, at: number, cues: Cues): Cue[] {
  const found: Cue[] = []
  const seen = new Set<string>()
  const look = (scope: Scope, token: number, depth: number): void => {
    const { lemma, text } = tokens[token]!
    const table = cues.get(scope)!
    const sense = table.get(lemma.toLowerCase()) ?? table.get(text.toLowerCase())
    if (!sense || seen.has(`${scope}${token}`)) return
    seen.add(`${scope}${token}`)
    const isMeant = means || (isFor && scope === 'comp' && FOR.has(lemma))
    found.push({ sense: inPlace(sense, scope, token), scope, token, depth, means: isMeant })
  }
  // "Will" and "would" of what one says of oneself, and "if" that asks ("unclear if"), mean something else than elsewhere.
  const inPlace = (sense: Sense, scope: Scope, token: number): Sense => {
    const verb = tokens[token]!.head
    if (scope === 'aux' && AHEAD.has(tokens[token]!.lemma) && isOwnWord(tokens, children, verb)) return 'planned'
    return sense === 'supposed' && tokens[verb]?.deprel !== 'advcl' ? 'condition' : sense
  }
  const isKnown = isDefinite(tokens, children[at]!)
  const isFor = children[at]!.some((kid) => tokens[kid]!.deprel === 'case' && /^for$/i.test(tokens[kid]!.text))
  let isCompound = true
  let means = false
  let node = at
  let depth = 0
  for (let steps = 0; node >= 0 && steps < 12; steps++) {
    const token = tokens[node]!
    const verbal = token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'ADJ'
    const close = steps === 0 || verbal || depth === 0
    const arranged = close ? toBe(tokens, children[node]!) : -1
    if (arranged >= 0) found.push({ sense: 'planned', scope: 'comp', token: arranged, depth, means })
    for (const child of children[node]!) {
      const { deprel } = tokens[child]!
      if (deprel.startsWith('aux') || deprel === 'cop') look('aux', child, depth)
      else if (deprel === 'mark' && close) {
        // "to" opens a purpose only where the infinitive is no complement of a verb.
        if (tokens[child]!.lemma !== 'to' || /^(advcl|acl)/.test(token.deprel)) look('mark', child, depth)
      } else if (/^(amod|compound|nmod)/.test(deprel) && isCompound) look('mod', child, depth)
      if (close && /^(advmod|det|cc:preconj|case|discourse|mark)/.test(deprel)) {
        look('neg', child, depth)
        if (deprel === 'advmod') look('adv', child, depth)
      }
      if (close && /^(nsubj|obj)/.test(deprel))
        for (const grandchild of [child, ...children[child]!])
          if (grandchild === child ? tokens[child]!.upos === 'PRON' : tokens[grandchild]!.deprel === 'det')
            look('neg', grandchild, depth)
    }
    const up = token.head
    if (up < 0 || up >= tokens.length || up === node) break
    const relation = token.deprel
    isCompound &&= relation === 'compound'
    // "Fired when they entered, after the raid": what it went with is under no cue of the verb.
    if (isBeside(tokens, children[node]!, relation)) break
    if (COMPLEMENT.test(relation) && !(relation === 'ccomp' && isTold(tokens[node]!, children[node]!, tokens)))
      look('comp', up, depth + 1)
    else if (relation === 'ccomp' && !(tokens[up]!.lemma === 'warn' && isPast(tokens, node, children[node]!)))
      look('said', up, depth + 1)
    // "Concern about the siege": there is one. "Fears of a siege": there is none yet.
    if (NOMINAL.test(relation) && !(isKnown && !verbal && CONCERN.has(tokens[up]!.lemma))) look('noun', up, depth + 1)
    // "the rebel-held town": what is planned for the town says nothing about who holds it.
    if (steps === 0 && relation === 'amod') break
    // "an inquiry into an attack": the inquiry may be demanded, the attack is a fact.
    const hangs = relation === 'obl' || relation === 'nmod' || relation === 'nmod:poss'
    means ||= hangs && steps === 0 && isMeans(tokens, children[node]!, relation)
    if (!verbal && hangs && !found.length && !means) break
    // What a relative clause, an adverbial or a report adds is not under the cues of what it adds to.
    if (relation === 'acl:relcl' && !REPORTED.has(tokens[up]!.lemma)) break
    if (relation === 'parataxis' || relation === 'appos') break
    if (relation === 'advcl' && !found.some((cue) => cue.sense === 'purpose')) break
    // "He denied that it had fallen and said ...": the parse hangs "said" on "fallen", but it is told as "denied" is.
    if (relation === 'conj' && token.xpos === 'VBD' && tokens[up]!.xpos === 'VBN' && tokens[up]!.deprel === 'ccomp')
      break
    if (relation === 'ccomp' || relation === 'xcomp' || relation === 'advcl' || relation === 'acl') depth++
    node = up
  }
  const last = tokens[at]!.sentence
  for (let i = at; i < tokens.length && tokens[i]!.sentence === last; i++)
    if (tokens[i]!.text === '?') look('end', i, 0)
  return found
}

const AHEAD: ReadonlySet<string> = new Set(['will', 'shall', 'would', "'ll", '’ll'])
const ANNOUNCING: ReadonlySet<string> = new Set('say announce declare agree tell add confirm'.split(' '))

/** Do those who speak say it of themselves: "we will strike back", "it said the airlift would begin"? */
const isOwnWord = (tokens: readonly Token[], children: Clauses['children'], verb: number): boolean => {
  const { deprel, head } = tokens[verb]!
  if (deprel === 'ccomp' && ANNOUNCING.has(tokens[head]?.lemma ?? '')) return true
  return children[verb]!.some((kid) => tokens[kid]!.deprel === 'nsubj' && /^(?:we|i)$/i.test(tokens[kid]!.text))
}

/** What one prepares or calls for is not there yet. */
const FOR: ReadonlySet<string> = new Set('prepare plan brace ready hope call appeal ask push plead'.split(' '))

/** "Denied reports that it had shelled": the clause is what is reported, whichever way it was parsed. */
const REPORTED: ReadonlySet<string> = new Set('report claim allegation rumour rumor suggestion accusation'.split(' '))

/** Nouns by which something is feared that may be there already. */
const CONCERN: ReadonlySet<string> = new Set('concern fear warning hope risk danger threat'.split(' '))

const isDefinite = (tokens: readonly Token[], kids: readonly number[]): boolean =>
  kids.some((kid) => tokens[kid]!.deprel === 'det' && /^(?:the|this|that)$/i.test(tokens[kid]!.text))

const TIMES = /^(?:when|after|as|while|since|because|before|although|though)$/i
const BESIDE = /^(?:after|since|following|despite|because|amid|during)$/i

/** Does it only say when or why something else happens? */
function isBeside(tokens: readonly Token[], kids: readonly number[], relation: string): boolean {
  const opened = (by: string, words: RegExp): boolean =>
    kids.some((kid) => tokens[kid]!.deprel === by && words.test(tokens[kid]!.text))
  if (relation === 'advcl') return (opened('mark', TIMES) || opened('advmod', TIMES)) && !opened('mark', /^to$/i)
  return (relation === 'obl' || relation === 'nmod') && opened('case', BESIDE)
}

/** "Retaliate with strikes", "used as shields", "slide into war": the verb's deed once more, not another that it is about. */
const isMeans = (tokens: readonly Token[], kids: readonly number[], relation: string): boolean =>
  relation === 'obl' &&
  kids.some((kid) => tokens[kid]!.deprel === 'case' && /^(?:with|into|as|through|by)$/i.test(tokens[kid]!.text))

const isPast = (tokens: readonly Token[], verb: number, kids: readonly number[]): boolean =>
  tokens[verb]!.xpos === 'VBD' || kids.some((kid) => tokens[kid]!.lemma === 'have')

/** "were to" of "were to be moved", "is to ask": what was arranged; -1 when there is none. */
const toBe = (tokens: readonly Token[], kids: readonly number[]): number =>
  kids.find((kid) => tokens[kid]!.lemma === 'be' && kids.includes(kid + 1) && tokens[kid + 1]!.xpos === 'TO') ?? -1

/** Is the clause a statement ("that it was taken"), not a wish ("that it be taken", "to take it")? */
const isTold = ({ xpos }: Token, kids: readonly number[], tokens: readonly Token[]): boolean =>
  (xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP' || xpos === 'VBN' || xpos === 'VBG') &&
  !kids.some((kid) => tokens[kid]!.xpos === 'MD' || tokens[kid]!.lemma === 'to')

/** What a type of claim is unless its own words say otherwise. */
const BY_TYPE: Readonly<Record<string, Modality>> = { demand: 'demanded', denial: 'denied', retraction: 'retracted' }

/** Types that say by themselves that something was withheld; a "not" beside them denies nothing. */
const NEGATIVE_TYPES: ReadonlySet<string> = new Set(['refusal', 'accusation', 'denial', 'shortage', 'warning'])

/** What is said, and how: the parts a modality is judged by. */
export interface Saying {
  /** Event type or "control:STATUS". */
  readonly label: string
  /** The deed is named by a noun: mostly a fact, even where the verb over it is a plan or a demand. */
  readonly nominal: boolean
  /** The speaker is the one to do it ("we will"). */
  readonly first: boolean
}

/** The modality of a claim under its cues: the nearest that says anything decides. */
export function modalityOf(saying: Saying, cues: readonly Cue[]): Modality {
  const own = BY_TYPE[saying.label]
  // "Will call on the council to act": the demand itself is still to come.
  if (own) return own === 'demanded' && cues.some(isAhead) ? 'planned' : own
  for (const cue of cues) {
    const means = meaning(saying, cue)
    if (means) return means
  }
  return 'asserted'
}

const isAhead = ({ sense, scope, depth }: Cue): boolean =>
  depth === 0 && ((sense === 'future' && scope === 'aux') || (sense === 'planned' && scope === 'comp'))

/** What is arranged by those who will do it: "talks will be held", "will send troops". */
const ARRANGED: ReadonlySet<string> = new Set(['talks', 'deployment', 'evacuation'])

/** What one cue says of a claim; null when nothing. Which count was measured on hand-coded reports. */
function meaning({ label, nominal: named, first }: Saying, { sense, scope, depth, means }: Cue): Modality | null {
  const control = label.startsWith('control:')
  const nominal = named && (control || !means)
  switch (sense) {
    case 'future':
      return first || ARRANGED.has(label) ? 'planned' : 'predicted'
    case 'predicted':
      return 'predicted'
    case 'demanded':
      return nominal || scope === 'aux' ? null : 'demanded'
    case 'planned':
      return nominal && scope === 'comp' ? null : 'planned'
    // Who marches "to retake Tarin" has not retaken it; who flies "to bomb" has mostly bombed.
    case 'tried':
    case 'purpose':
      return control ? 'planned' : null
    case 'negative':
      if (NEGATIVE_TYPES.has(label)) return null
      if (scope === 'neg') return depth === 0 ? 'denied' : null
      return scope === 'said' || (scope === 'comp' && !nominal) ? 'denied' : null
    // "A halt to the strikes": none go on.
    case 'absent':
      return nominal && !NEGATIVE_TYPES.has(label) ? 'denied' : null
    case 'supposed':
      return depth === 0 ? 'predicted' : null
    case 'retracted':
      return scope === 'said' ? 'retracted' : null
    default:
      return null
  }
}
