/**
 * Those who are only known by the armed group they belong to: what they do, the group does.
 *
 *     Police held a Tarin Front commander. The commander had led raids on Sohl. He also ran its camps.
 *                   ^^^^^^^^^^^ ^^^^^^^^^  ^^^^^^^^^^^^^ Tarin Front           ^^ Tarin Front
 *
 * Only where no name is given: a person who is named stands for himself.
 */
import type { ActorMention } from '../../model/mention.ts'
import type { Token } from '../../model/text.ts'

/** Nouns for one who leads or serves a group. */
const MEMBER =
  /^(?:leaders?|sub-?leaders?|commanders?|chiefs?|deput(?:y|ies)|emirs?|facilitators?|operatives?|organi[sz]ers?|planners?|coordinators?|specialists?|experts?|associates?|financiers?|recruiters?|smugglers?|suppliers?|suspects?|cells?|network)$/i

/** Is the word one for a member of a group? */
export const isMember = ({ text }: Token): boolean => MEMBER.test(text)

/** How many words may stand between a group and its member: "Taliban deputy shadow commander". */
const BETWEEN = 4

/** The word for a member behind a group's name: "commander" of "a Tarin Front field commander"; null where the group stands for itself or the member has a name. */
function memberBehind(tokens: readonly Token[], { kind, basis, head, end }: ActorMention): string | null {
  if (kind !== 'armed-group' || basis === 'words' || basis === 'pronoun') return null
  let last: string | null = null
  let first = head + 1
  while (tokens[first] && tokens[first]!.start < end) first++
  for (let i = first; i < first + BETWEEN; i++) {
    const token = tokens[i]
    if (token?.upos === 'PROPN') return null
    if (!token || (token.upos !== 'NOUN' && token.upos !== 'ADJ' && token.text !== '-')) break
    if (isMember(token)) last = token.text.toLowerCase()
  }
  return last
}

/** "The commander": the group whose member was last called so; null when there is none. */
export function memberCalled(
  tokens: readonly Token[],
  index: number,
  before: readonly ActorMention[],
): ActorMention | null {
  const { text } = tokens[index]!
  if (!isMember(tokens[index]!) || !/^(?:the|this)$/i.test(tokens[index - 1]?.text ?? '')) return null
  const next = tokens[index + 1]
  if (next && (next.upos === 'PROPN' || next.upos === 'NOUN' || next.text === 'of')) return null
  const word = text.toLowerCase()
  return before.findLast((one) => memberBehind(tokens, one) === word) ?? null
}

/** How many sentences back "he" may look. */
const NEAR = 3

/** "He" where no person is named: the group of the member spoken of last. */
export function memberMeant(
  tokens: readonly Token[],
  index: number,
  before: readonly ActorMention[],
): ActorMention | null {
  const { text, sentence } = tokens[index]!
  if (!/^(?:he|him|his)$/i.test(text)) return null
  for (let i = before.length - 1; i >= 0 && sentence - tokens[before[i]!.head]!.sentence <= NEAR; i--) {
    const one = before[i]!
    if (
      memberBehind(tokens, one) ||
      (one.basis === 'definite' && one.kind === 'armed-group' && isMember(tokens[one.head]!))
    )
      return one
  }
  return null
}
