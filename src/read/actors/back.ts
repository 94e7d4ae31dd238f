/**
 * The second pass over a report's actors, in text order: words that point back get the name they point to.
 *
 *     Darig's guard took the hill. Its tanks left. The militants fled.
 *                                  ^^^ ^^^^^       ^^^^^^^^^^^^^ whoever was called so
 *
 * Whom a single word means is refer.ts's business; here each is asked in its turn.
 */
import type { ActorKind, ActorMention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import { byPosition, overlaps } from '../../model/span.ts'
import type { Token } from '../../model/text.ts'
import { nounPhrase, related, stretch } from '../phrases.ts'
import { quotations } from '../quotations.ts'
import { type Composed, headNoun, type Setting } from './compose.ts'
import { memberCalled, memberMeant } from './members.ts'
import {
  antecedent,
  calledSo,
  echoed,
  lastGroup,
  lastNamed,
  ownersBefore,
  pointsBack,
  sameKind,
  titled,
} from './refer.ts'

/** Second pass, in text order: pronouns, "the group", "the militants". */
export function pointBack(
  { tokens, report }: Reading,
  { pack }: Setting,
  sure: readonly ActorMention[],
  late: readonly { index: number; composed: Composed }[],
): ActorMention[] {
  const bare = new Map(late.map(({ index, composed }) => [index, composed]))
  const quotes = quotations(report.text)
  const quoted = (i: number): boolean => quotes.some((span) => overlaps(span, tokens[i]!))
  const covered = new Set(sure.flatMap(({ head }) => [head]))
  const out: ActorMention[] = []
  const heOf = (i: number) => {
    const member = memberMeant(tokens, i, out)
    return member && { mention: member, confidence: 0.4 * member.confidence }
  }
  let next = 0
  tokens.forEach((token, i) => {
    while (next < sure.length && sure[next]!.start <= token.start) {
      const mention = sure[next++]!
      const again =
        mention.basis === 'definite'
          ? (echoed(tokens, mention.head, out) ??
            ownersBefore(tokens, mention, out, quoted) ??
            sameKind(tokens, mention, out) ??
            calledSo(tokens, mention, out))
          : null
      out.push(again ? { ...mention, name: again.name, kind: again.kind, country: again.country } : mention)
    }
    if (covered.has(i)) return
    const composed = bare.get(i)
    if (composed) {
      const group =
        headNoun(pack, tokens, i)?.[0].bare === 'group' && isDefinite(tokens, i) ? lastGroup(out, sure) : null
      const again =
        group ??
        ownersBefore(tokens, { kind: composed.kind, head: i }, out, quoted) ??
        (isCounted(tokens, i) ? calledSo(tokens, { kind: composed.kind, head: i, name: composed.name }, out) : null) ??
        echoed(tokens, i, out) ??
        titled(report.text, tokens, i, out, (word) => pack.titles.has(word))
      const { name, kind, country } = again ?? composed
      const basis = again ? 'definite' : composed.basis
      const confidence = again ? 0.55 : composed.confidence
      if (composed.kind !== 'action')
        out.push({
          ...mention(tokens, i, composed, composed.kind),
          name,
          kind: kind as ActorKind,
          country,
          basis,
          confidence,
        })
    } else if (pointsBack(token)) {
      const found = antecedent(tokens, i, out, quoted) ?? heOf(i)
      if (found)
        out.push({
          ...found.mention,
          ...stretch(tokens, i, i),
          basis: 'pronoun',
          head: i,
          confidence: found.confidence,
        })
    } else {
      const named =
        echoed(tokens, i, out) ??
        lastNamed(tokens, i, out, sure) ??
        titled(report.text, tokens, i, out, (word) => pack.titles.has(word)) ??
        memberCalled(tokens, i, out)
      if (named) out.push({ ...named, ...stretch(tokens, i - 1, i), basis: 'definite', head: i, confidence: 0.5 })
    }
  })
  return [...out, ...sure.slice(next)].sort(byPosition)
}

/** "20 militants", "dozens of militants": a number of them. */
const isCounted = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.xpos === 'NNS' && related(tokens, index, 'nummod').length > 0

/** "the militants", "militants" as a plain plural; never "a militant", "two militants", "some militants". */
function isDefinite(tokens: readonly Token[], index: number): boolean {
  const [start] = nounPhrase(tokens, index)
  return tokens
    .slice(start, index)
    .every(({ text, upos }) => upos !== 'NUM' && (upos !== 'DET' || /^(the|these|those)$/i.test(text)))
}

/** The mention headed at a token; `after` is the word of a second owner, which is a mention of its own. */
export function mention(
  tokens: readonly Token[],
  head: number,
  composed: Composed,
  kind: ActorKind,
  after = -1,
): ActorMention {
  const first = Math.max(nounPhrase(tokens, head)[0], composed.owner && composed.owner[0] < after ? after + 1 : 0)
  const { name, country, basis, confidence } = composed
  return { ...stretch(tokens, Math.min(first, head), head), name, kind, country, basis, confidence, head }
}
