/**
 * Ways and bearings: places called by what they lie between or which way from.
 *
 *     the highway between Tarin and Sohl     Tarin-Sohl highway
 *     all roads leading to Tarin             roads to Tarin
 *     hamlets to the south of the town       hamlets south of Tarin
 */
import { preposition } from '../clauses.ts'
import { type Compose, type Ground, type Land, nameless } from './ground.ts'
import { headFrom, isPlural, words } from './nouns.ts'

/** Roads and lines by their ends; empty when no end is named. */
export function ways({ scene: { view } }: Land, at: number, compose: Compose): Ground[] {
  const { tokens } = view
  const what = words(view, at)
  const ends: { link: string; token: number }[] = []
  const collect = (from: number) => {
    for (const child of view.children[from]!) {
      if (child < at || child - at > REACH) continue
      const { deprel, lemma } = tokens[child]!
      const link = preposition(view, child)
      if (/^(?:nmod|obl)/.test(deprel) && LINK.test(link)) ends.push({ link, token: child })
      else if (/^(?:acl|amod)/.test(deprel) && JOINS.test(lemma) && joined(child)) return
      else if (/^(?:acl|amod)/.test(deprel) && LEADS.test(lemma)) collect(child)
    }
  }
  const both: Ground[] = []
  collect(at)
  if (both.length > 1) return [between(both[0]!, both[1]!)]
  const [start] = originOf()
  if (start) return [start]
  for (const { link, token } of ends) {
    const found = compose(token).map((one) => (one.how === 'parts' && one.whole ? one.whole : one))
    const grounds = link === 'between' && found.length === 1 ? [...found, ...otherEnd(token)] : found
    const [one, other] = grounds
    if (!one) continue
    if (link === 'between' && other) return [between(one, other)]
    return grounds.map(({ name }) => way(one, `${what} ${link === 'out' ? 'out of' : link} ${name}`))
  }
  return []

  function way(one: Ground, name: string): Ground {
    return { name, mention: nameless(one.mention), head: at, how: 'ways' }
  }

  function between(one: Ground, other: Ground): Ground {
    const road = /^(?:road|highway|motorway)$/.test(what)
    return way(one, road ? `${one.name}-${other.name} ${what}` : `${what} between ${one.name} and ${other.name}`)
  }

  /** "Linking Tarin to Sohl", "that links Tarin with Sohl": both ends, wherever the parse hangs the second. */
  function joined(verb: number): boolean {
    const { sentence } = tokens[verb]!
    for (let i = verb + 1; i < Math.min(tokens.length, verb + REACH) && tokens[i]!.sentence === sentence; i++) {
      if (/^(?:PUNCT|VERB|AUX)$/.test(tokens[i]!.upos) && !/^[-’']$/.test(tokens[i]!.text)) break
      if (!/^(?:NOUN|PROPN)$/.test(tokens[i]!.upos)) continue
      const last = headFrom(tokens, i)
      const [found] = compose(last)
      if (found && !both.some(({ name }) => name === found.name)) both.push(found)
      i = last
    }
    return both.length > 1
  }

  /** "From Sohl to Tarin", wherever the parse hangs the second. */
  function originOf(): Ground[] {
    const origin = ends.find(({ link }) => link === 'from')
    if (!origin) return []
    const goal =
      ends.find(({ link }) => link === 'to')?.token ??
      view.children[origin.token]!.find((child) => preposition(view, child) === 'to')
    const [one] = compose(origin.token)
    const [other] = goal === undefined ? [] : compose(goal)
    return one && other ? [between(one, other)] : []
  }

  /** The second of two ends, where the parse has it elsewhere: the next name after "and". */
  function otherEnd(from: number): Ground[] {
    let and = false
    const { sentence } = tokens[from]!
    for (let i = from + 1; i < Math.min(tokens.length, from + 9) && tokens[i]!.sentence === sentence; i++) {
      if (tokens[i]!.text === 'and') and = true
      else if (and && tokens[i]!.upos === 'PROPN') return compose(headFrom(tokens, i)).slice(0, 1)
    }
    return []
  }
}

/** "The A9 highway", "Highway 60": a road by its number; null for any other. */
export function byNumber({ scene: { view } }: Land, at: number): Ground | null {
  const [before, noun, after] = [view.tokens[at - 1], view.tokens[at]!, view.tokens[at + 1]]
  const front = before && /^[A-Z]{1,3}-?\d{1,4}$/.test(before.text)
  const behind = after && /^\p{Lu}/u.test(noun.text) && /^\d{1,4}$/.test(after.text)
  if (!front && !behind) return null
  return {
    name: `${(front ? before : noun).text} ${(front ? noun : after!).text}`,
    mention: null,
    head: at,
    how: 'ways',
  }
}

const LINK = /^(?:to|toward|towards|into|in|from|between|out|near|of|around|with|through)$/
const JOINS = /^(?:link|connect|join)$/
const LEADS = /^(?:lead|run|link|connect|head|go|pass)$/
/** How far behind its noun an end may stand, in tokens. */
const REACH = 12

/** "To the north, ... several villages": north of the town that the report names most. */
function opened({ scene: { reading, view }, namings: { all, counts } }: Land, at: number): Ground[] | null {
  const { start, sentence } = view.tokens[at]!
  if (!isPlural(view.tokens[at]!)) return null
  const match = OPENED.exec(reading.report.text.slice(reading.sentences[sentence]!.start, start))
  const towns = all.filter(({ end, sort, size }) => end < start && sort === 'name' && size === 'town')
  const [town] = towns.toSorted((a, b) => (counts.get(b.mention.name) ?? 0) - (counts.get(a.mention.name) ?? 0))
  if (!match || !town) return null
  const { mention } = town
  const whole: Ground = { name: mention.name, mention, head: at, how: 'anaphor' }
  const name = `${words(view, at)} ${match[1]!.toLowerCase()} of ${mention.name}`
  return [{ name, mention: nameless(mention), head: at, how: 'sites', whole }]
}

/** Places to one side of another, read off the words behind the noun; null when they name no side. */
export function bearing(land: Land, at: number, compose: Compose): Ground[] | null {
  const { reading, view } = land.scene
  const { tokens } = view
  const token = tokens[at]!
  const match = BEARING.exec(reading.report.text.slice(token.end, token.end + 60))
  if (!match) return opened(land, at)
  const end = token.end + match[0].length
  let first = at + 1
  while (first < tokens.length && tokens[first]!.start < end) first++
  if (tokens[first]?.sentence !== token.sentence) return null
  const sides = match[1]!.toLowerCase().replaceAll('-', '').replace(/\s+/g, ' ')
  return compose(headFrom(tokens, first))
    .slice(0, 1)
    .map((whole) => ({
      name: `${words(view, at)} ${sides} of ${whole.name}`,
      mention: nameless(whole.mention),
      head: at,
      how: 'sites',
      whole,
    }))
}

const SIDE = '(?:north|south)(?:[- ]?(?:east|west))?|east|west'
const OPENED = new RegExp(`^(?:further |farther )?to the (${SIDE}),`, 'i')
const BEARING = new RegExp(
  String.raw`^\s(?:(?:located|lying|just|immediately|further|to the)\s+)*((?:${SIDE})(?:\s+and\s+(?:${SIDE}))?)\s+of\s+(?:the\s+)?`,
  'i',
)
