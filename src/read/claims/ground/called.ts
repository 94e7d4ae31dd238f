/**
 * Called so: the name that a noun of place gives to something, in front of it, behind it or across "is".
 *
 *     Hader, a village     the stronghold Tarin     Tarin is their last bastion     the towns of Ain and Marj
 */
import { dependents, preposition } from '../clauses.ts'
import { type Compose, type Ground, isLarge, isSmall, type Land, named } from './ground.ts'
import { properAt } from './names.ts'
import { headFrom, sortOf } from './nouns.ts'

/** The place that a noun in the singular calls by its own word; empty when it names none. */
export function calledSo(land: Land, at: number, compose: Compose): Ground[] {
  const { view } = land.scene
  const token = view.tokens[at]!
  const sort = sortOf(token)
  const proper = (i: number): Ground[] => properGround(land, at, i)
  for (const child of view.children[at]!) {
    const { deprel } = view.tokens[child]!
    const found =
      child > at && /^(?:appos|flat)/.test(deprel)
        ? proper(child)
        : /^nsubj/.test(deprel) && dependents(view, at, 'cop').length
          ? compose(child)
          : []
    if (found.length) return found
  }
  const above = token.deprel === 'appos' && token.head >= 0 ? proper(token.head) : []
  if (above.length) return above
  const beside = [...inFront(land, at), ...proper(at + 1)]
  if (beside.length) return beside.slice(0, 1)
  for (const child of dependents(view, at, 'nmod')) {
    const link = preposition(view, child)
    if (child < at || !(link === 'of' ? sort !== 'site' : link === 'in' && sort === 'seat')) continue
    const found = compose(child).filter(({ mention, how }) => how !== 'parts' && !isLarge(mention))
    const fits = link === 'in' || !/^(?:quarter|area)$/.test(sort ?? '') || found.every((one) => isSmall(one.mention))
    if (found.length && fits) return found
  }
  return []
}

/** "Hader, a village": the name right before "a" or "the". */
function inFront(land: Land, at: number): Ground[] {
  const { tokens } = land.scene.view
  let first = at - 1
  while (first > 0 && at - first < 9 && INSIDE.test(tokens[first]!.upos) && tokens[first]!.text !== ',') first--
  if (!/^(?:an?|one|the)$/i.test(tokens[first]?.text ?? '')) return []
  return properGround(land, at, tokens[first - 1]?.text === ',' ? first - 2 : first - 1)
}

/** What may stand between "a" and its noun. */
const INSIDE = /^(?:ADJ|ADV|NOUN|PROPN|NUM|VERB|PUNCT)$/

/** The places that a list after a plural noun names: "two villages, Ain and Marj", "towns including Sohl". */
export function listed(land: Land, at: number, compose: Compose): Ground[] {
  const { view } = land.scene
  const { tokens } = view
  const names = (token: number): Ground[] => compose(token).filter(({ how }) => how === 'name')
  // "Tarin and other towns", "the town of Tarin and other towns".
  const { deprel: tie, head: first } = tokens[at]!
  if (tie === 'conj' && view.children[at]!.some((child) => tokens[child]!.text === 'other')) {
    const found = [...properGround(land, at, first), ...(sortOf(tokens[first]!) ? calledSo(land, first, compose) : [])]
    if (found.length) return found.slice(0, 1)
  }
  for (const child of view.children[at]!) {
    const { deprel, upos } = tokens[child]!
    if (child < at || !/^(?:NOUN|PROPN|X)$/.test(upos)) continue
    const link = preposition(view, child)
    if (/^(?:include|such|like)$/.test(link) || (!link && /^(?:appos|flat|obj|compound|dep|list)/.test(deprel))) {
      const found = names(child)
      if (found.length) return found
    }
    if (link !== 'of') continue
    const found = compose(child)
    const each = found.every(({ how, mention }) => how === 'name' && !isLarge(mention))
    if (each && (found.length > 1 || (found.length && isSmall(found[0]!.mention)))) return found
  }
  const { sentence } = tokens[at]!
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + 9) && tokens[i]!.sentence === sentence; i++) {
    const found = /^(?:including|namely|like)$/.test(tokens[i]!.text) ? names(headFrom(tokens, i + 1)) : []
    if (found.length) return found
  }
  const beside = properGround(land, at, at + 1).flatMap(({ head }) => compose(head))
  return beside.length ? beside : row(land, at)
}

/** ", Ain and Marj": names in a row behind a comma, whatever the parse makes of them. */
function row(land: Land, at: number): Ground[] {
  const { tokens } = land.scene.view
  const found: Ground[] = []
  let i = at + 1
  while (/^(?:,|and)$/.test(tokens[i]?.text ?? '') && found.length < LONG) {
    const and = tokens[i]!.text === 'and'
    const [one] = properGround(land, at, tokens[i + 1]?.text === 'and' ? i + 2 : i + 1)
    if (!one) return []
    found.push(one)
    if (and) return found.length > 1 ? found : []
    i = one.head + 1
  }
  return []
}

/** "The Ain and Marj districts": names in a row before the plural that they share. */
export function rowInFront(land: Land, at: number): Ground[] {
  const { tokens } = land.scene.view
  const found: Ground[] = []
  let i = at - 1
  for (let joined = false; found.length < LONG; joined = true) {
    const [one] = tokens[i]?.upos === 'PROPN' ? properGround(land, at, i) : []
    if (!one) return []
    found.unshift({ ...one, head: i })
    while (tokens[i]?.upos === 'PROPN' || tokens[i]?.text === '-') i--
    if (!joined ? tokens[i]?.text !== 'and' : tokens[i]?.text !== ',') break
    i--
  }
  return found.length > 1 ? found : []
}

/** No list of places is longer. */
const LONG = 12

/** The proper name at a token of the same sentence, if it may be what the noun calls so. */
function properGround(land: Land, noun: number, at: number): Ground[] {
  const { tokens } = land.scene.view
  if (tokens[at]?.sentence !== tokens[noun]!.sentence) return []
  // "Areas of Tarin" may be one mention, "of" included: only "town of Tarin" is Tarin.
  if (tokens[at].upos === 'ADP' && sortOf(tokens[noun]!) !== 'settlement') return []
  const found = properAt(land.scene, at)
  if (!found || found === 'other' || found.mention?.source === 'relative') return []
  return sortOf(tokens[noun]!) === 'settlement' && isLarge(found.mention) ? [] : [named(land, found.last, found)]
}
