/**
 * Rules for times told from the day of writing or from the day the story has reached.
 *
 *     yesterday · this morning · last Friday · next week · two days later · the following month · three years ago
 */
import type { Unit } from './calendar.ts'
import type { Field, Fixed, Length, Step } from './meaning.ts'
import { duration } from './meaning.ts'
import { type Match, partOf, type Read, type Rule, rule, unitOf } from './rule.ts'
import { whichOf } from './rules-calendar.ts'

const step = (unit: Unit, count: number, from: Step['from'] = 'report', part?: Step['part']): Step => ({
  kind: 'step',
  unit,
  count,
  from,
  ...(part ? { part } : {}),
})
const ref = (value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'): Fixed => ({ kind: 'fixed', type: 'date', value })
const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }
const amount = (m: Match): number => (m.at('n') ? m.num('n') : 1)

/** A weekday, with the part of the day where it is told. */
const weekday = (m: Match): Field => {
  const part = partOf(m.words('p'))
  const which = m.words('k')
  return {
    kind: 'field',
    weekday: m.num('w'),
    ...(part ? { part } : {}),
    ...(which ? { which: whichOf(which) } : {}),
  }
}

const AHEAD = /^(?:over|within|for|during|in|of|through)$/

/** "last week", "the following year", "later that month": a unit, one step from the report or the story. */
function which(m: Match): Step | Length | null {
  const unit = unitOf(m.at('u'))
  if (!unit) return null
  const word = m.words('k')
  if (
    (/^the (?:last|past|coming)$/.test(word) && unit !== 'WE' && unit !== 'D') ||
    (word === 'the next' && unit !== 'D' && AHEAD.test(m.before()))
  ) {
    const towards = /next|coming/.test(word) ? 'future' : 'past'
    return { kind: 'length', value: duration(unit, 1), unit, count: 1, towards }
  }
  const it = word === 'the next' ? 'following' : whichOf(word.replace(/^the (last|next)$/, '$1'))
  if (it === 'last' || it === 'next' || it === 'this')
    return { ...step(unit, it === 'last' ? -1 : it === 'next' ? 1 : 0), plain: true }
  return { ...step(unit, it === 'previous' ? -1 : it === 'following' ? 1 : 0, 'story'), plain: true }
}

/** Days with names of their own. */
const NAMED = /^(?:easter|bloody|black|ash|super|palm|holy|cyber|good)$/

const KIND =
  'k:(last|this|next|this past|this coming|that|that same|the same|the past|past|the last|the next|the coming|coming|the following|following|the previous|previous|the preceding|the current|current|the prior)'

export const DEICTIC: readonly Rule[] = [
  rule('day', '<mod> d:(yesterday|today|tomorrow) p:PART?', (m) =>
    step('D', DAYS[m.words('d')] ?? 0, 'report', partOf(m.words('p'))),
  ),
  rule('day', '(the)? day before yesterday', () => step('D', -2)),
  rule('day', '(the)? day after tomorrow', () => step('D', 2)),
  rule(
    'day-part',
    '<mod> k:(this|last|that|that same|the same|the next|the following|the previous) (late|early)? p:(PART|noon|midday)',
    (m) => {
      const k = m.words('k')
      const part = partOf(m.words('p'))
      if (!part) return null
      if (k === 'this') return step('D', 0, 'report', part)
      if (k === 'last') return step('D', -1, 'report', part)
      return step('D', /next|following/.test(k) ? 1 : /previous/.test(k) ? -1 : 0, 'story', part)
    },
  ),
  rule('day-part', '(late|later|early|earlier)? tonight', () => step('D', 0, 'report', 'NI')),
  rule('day-part', 'overnight', () => step('D', 0, 'report', 'NI')),
  rule(
    'weekday',
    '((early|late|later|earlier|mid) on?)? (k:(last|next|this|this past|this coming|past|the following|the previous|that|that same|the same))? w:WEEKDAY p:PART?',
    (m) =>
      NAMED.test(m.before()) || /^(?:times|telegraph|mirror|herald|accord|agreement)$/.test(m.after())
        ? null
        : weekday(m),
  ),
  rule('weekday', '(the)? p:PART of w:WEEKDAY', weekday),
  rule('which', `<mod> ${KIND} u:SPAN`, which),
  rule(
    'which',
    '<mod> k:(this|that|that same|the same|the next|the following|the previous|the preceding) u:day',
    which,
  ),
  rule('which', 'the u:(day|week|month|year) k:(before|following|after)', (m) =>
    /^[^a-z]*$/.test(m.after()) ? step(unitOf(m.at('u')) ?? 'D', m.words('k') === 'before' ? -1 : 1, 'story') : null,
  ),
  rule('weekday', 'w:WEEKDAY p:PART? (of)? k:(last|next|this) week', (m) => ({ ...weekday(m), whichUnit: 'W' })),
  rule('weekday', 'the early p:PART? hours of w:WEEKDAY q:PART?', (m) => ({ ...weekday(m), part: 'MO' })),
  rule('day-part', 'the early p:PART? hours of d:(yesterday|today|tomorrow)', (m) =>
    step('D', DAYS[m.words('d')] ?? 0, 'report', 'MO'),
  ),
  rule('weekend', '<mod> the weekend', () => ({ kind: 'field', weekday: 0 })),
  rule('unit-of', '(the (very)? (beginning|start|end|middle|close) of) the u:(week|month|year|decade|quarter)', (m) =>
    step(unitOf(m.at('u')) ?? 'D', 0, 'story'),
  ),
  rule('year-end', '(the)? (year end|end of the year)', () => ({ kind: 'field', month: 12, day: 31 })),
  rule('ago', '<about> (a|an|n:COUNT) u:(UNIT|PLURAL) (or so)? ago', (m) => back(m, 'report')),
  rule('ago', '<about> (a half|half a|half an) u:UNIT ago', (m) => {
    const unit = unitOf(m.at('u'))
    return unit === 'DE' ? step('Y', -5) : unit === 'Y' ? step('M', -6) : unit === 'CE' ? step('Y', -50) : null
  }),
  rule(
    'ago-vague',
    '<about> ((a)? VAGUE|a couple of|a couple|n:(dozens of|hundreds of|thousands of)) (short|long)? PLURAL ago',
    () => ref('PAST_REF'),
  ),
  rule('ago-vague', '(PLURAL|a long time|a short time|not long|long|a while|some time|a generation|moments) ago', () =>
    ref('PAST_REF'),
  ),
  rule(
    'period',
    '(the|its|a)? (comparable|corresponding)? (year ago|year earlier|prior year) o:NTH? u:(quarter|period)',
    (m) =>
      m.at('o') && m.num('o') <= 4
        ? { kind: 'field', quarter: m.num('o'), which: 'last', whichUnit: 'Y' }
        : { kind: 'period', years: -1 },
  ),
  rule(
    'period',
    '(the|its)? (comparable|corresponding|same|like) (quarter|period) (last year|a year ago|a year earlier|of last year)',
    () => ({ kind: 'period', years: -1 }),
  ),
  rule('period', '(the|its)? (latest|recent|most recent|just ended) (quarter|period)', () => ({
    kind: 'period',
    years: 0,
  })),
  rule('period', 'the quarter', () => ({ kind: 'period', years: 0 })),
  rule('period', 'the y:YYYY (quarter|period)', (m) => ({ kind: 'period', years: m.num('y') })),
  rule('later', '<about> (a|an|one|n:COUNT) u:(UNIT|PLURAL) (or so)? (later|afterwards|afterward|after that)', (m) =>
    forth(m, 'story'),
  ),
  rule('later', '<about> (a|an|n:COUNT) u:(UNIT|PLURAL) (from now|hence|from today)', (m) => forth(m, 'report')),
  rule('earlier', '<about> (a|an|one|n:COUNT) u:(UNIT|PLURAL) (or so)? (earlier|previously|before that)', (m) =>
    back(m, 'story'),
  ),
  rule('later', '<about> (a|an|n:COUNT) u:(UNIT|PLURAL) k:(before|after)', (m) =>
    /^[^a-z]*$/.test(m.after()) ? (m.words('k') === 'before' ? back(m, 'story') : forth(m, 'story')) : null,
  ),
  rule(
    'later-vague',
    '(a few|several|some|a couple of|many)? (PLURAL|a short time|some time) (later|afterwards|afterward)',
    () => ref('FUTURE_REF'),
  ),
  rule('earlier-vague', '(a few|several|some|a couple of|many)? (PLURAL|a short time|some time) earlier', () =>
    ref('PAST_REF'),
  ),
]

/** So many units back. Hours and minutes name no day: they stay lengths, without their adverb. */
function back(m: Match, from: Step['from']): Step | readonly Read[] | null {
  return move(m, -amount(m), from)
}
function forth(m: Match, from: Step['from']): Step | readonly Read[] | null {
  return move(m, amount(m), from)
}
function move(m: Match, count: number, from: Step['from']): Step | readonly Read[] | null {
  const unit = unitOf(m.at('u'))
  if (!unit?.startsWith('T')) return unit && step(unit, count, from)
  const length: Length = { kind: 'length', unit, count: amount(m), value: duration(unit, amount(m)) }
  return [{ meaning: length, last: m.index('u') }]
}
