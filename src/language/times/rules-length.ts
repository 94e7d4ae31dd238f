/**
 * Rules for lengths of time, recurrences, clock times and vague pointers.
 *
 *     more than four hours · the past 10 days · a two-day visit · every Thursday · 10:35 a.m. · now · recently
 */
import type { Unit } from './calendar.ts'
import { duration, type Fixed, type Length, type Meaning } from './meaning.ts'
import { type Match, PARTS, partOf, type Rule, rule, unitOf } from './rule.ts'

const length = (unit: Unit | null, count: number | null, towards?: Length['towards']): Length | null =>
  unit && { kind: 'length', value: duration(unit, count), unit, count, ...(towards ? { towards } : {}) }
const fixed = (type: Fixed['type'], value: string): Fixed => ({ kind: 'fixed', type, value })
const pad = (n: number): string => String(n).padStart(2, '0')
const towards = (m: Match): Length['towards'] => {
  const word = m.words('k')
  return /past|last|previous|recent|preceding/.test(word)
    ? 'past'
    : /next|coming|following/.test(word)
      ? 'future'
      : undefined
}
const half = (m: Match): number => (m.words('h') ? 0.5 : 0)
const one = (m: Match): number => (m.at('n') ? m.num('n') : 1)

const AFTER_COUNT =
  '(more|full|whole|straight|consecutive|long|short|successive|solid|further|additional|working|calendar)?'
const WHICH =
  '(the)? k:(past|last|next|coming|previous|following|first|final|recent|preceding|remaining|opening|closing)'

const LENGTHS: readonly Rule[] = [
  rule('length', `<about> n:COUNT ${AFTER_COUNT} u:(UNIT|PLURAL)`, (m) => {
    if (m.at('n')?.kind === 'YYYY' && m.at('u')?.kind !== 'UNITS') return null
    if (/^\d{4}$/.test(m.words('n')) && m.at('u')?.value === 'TH' && /^(?:at|by|around|until)$/.test(m.before()))
      return null
    return length(unitOf(m.at('u')), m.num('n'))
  }),
  rule('length', '<about> n:COUNT and h:(a half) u:PLURAL', (m) => length(unitOf(m.at('u')), m.num('n') + half(m))),
  rule('length', '<about> (a|an|one) u:UNIT and h:(a half)', (m) => length(unitOf(m.at('u')), 1 + half(m))),
  rule('length', '<about> (a half|half a|half an) u:UNIT', (m) => length(unitOf(m.at('u')), 0.5)),
  rule(
    'length',
    '<about> (a|an) (full|whole|entire|single)? u:(minute|hour|day|week|month|year|decade|century|weekend)',
    (m) => length(unitOf(m.at('u')), 1),
  ),
  rule('length-which', `${WHICH} <about> n:COUNT (or so)? ${AFTER_COUNT} u:(UNIT|PLURAL)`, (m) =>
    length(unitOf(m.at('u')), m.num('n'), towards(m)),
  ),
  rule('length-which', `${WHICH} n:COUNT and h:(a half) u:PLURAL`, (m) =>
    length(unitOf(m.at('u')), m.num('n') + half(m), towards(m)),
  ),
  rule('length', 'n:(a|three) (quarter|quarters) of an hour', (m) => length('TM', m.words('n') === 'a' ? 15 : 45)),
  rule('length', '(a)? u:(minute|hour|day|week|month|year|decade|century) long', (m) => length(unitOf(m.at('u')), 1)),
  rule('length', '(a|the next|the past|the last)? couple of u:PLURAL', (m) => length(unitOf(m.at('u')), 2)),
  rule('length-vague', 'the (coming)? u:PLURAL ahead', (m) => length(unitOf(m.at('u')), null, 'future')),
  rule('length-vague', 'u:PLURAL of', (m) => {
    const it = /^(?:minute|hour|day|week|month|year|decade|centur)/.test(m.words('u'))
      ? length(unitOf(m.at('u')), null)
      : null
    return it && [{ meaning: it, last: m.index('u') }]
  }),
  rule('length-which', `${WHICH} (few|several|many) ${AFTER_COUNT} u:PLURAL`, (m) =>
    length(unitOf(m.at('u')), null, towards(m)),
  ),
  rule('length-which', 'k:(recent|coming) u:PLURAL', (m) => length(unitOf(m.at('u')), null, towards(m))),
  rule(
    'length-which',
    '(the) k:(past|last|next|coming|previous|following|recent|first|early|final|intervening) u:PLURAL',
    (m) => length(unitOf(m.at('u')), null, towards(m)),
  ),
  rule('length', '(the|these|those) n:COUNT u:PLURAL', (m) => length(unitOf(m.at('u')), m.num('n'))),
  rule('length-range', '<about> n:COUNT (to|or|-) o:COUNT u:PLURAL', (m) => {
    const unit = unitOf(m.at('u'))
    const low = length(unit, m.num('n'))
    const high = length(unit, m.num('o'))
    return (
      low &&
      high && [
        { meaning: low, last: m.index('n') },
        { meaning: high, first: m.index('o') },
      ]
    )
  }),
  rule(
    'length-vague',
    '((a)? VAGUE|a number of|dozens of|hundreds of|thousands of|tens of) (more|long|short)? u:PLURAL',
    (m) => length(unitOf(m.at('u')), null),
  ),
  rule('length-vague', '(many|long)? u:PLURAL', (m) =>
    /^(?:for|in|of|within|after|took|take|takes|taken|last|lasted|over|spent|spend|through|by|until|or|and|years|months|weeks|days|hours|with|lasting|just|only|even|during|since)$/.test(
      m.before(),
    ) || /^(?:before|after)$/.test(m.after())
      ? length(unitOf(m.at('u')), null)
      : null,
  ),
  rule('length-vague', '(a|an)? (long|short|brief|while|some|considerable) (time|period|while)', () =>
    fixed('duration', 'PXX'),
  ),
  rule('age', '<about> n:COUNT u:(UNIT|PLURAL) old', (m) =>
    AGED.test(m.after()) || AGED.test(m.after(2)) ? length(unitOf(m.at('u')), m.num('n')) : [],
  ),
]

/** Things whose age is a time; a person's age is not. */
const AGED =
  /^(?:war|wars|truce|ceasefire|conflict|siege|uprising|insurgency|rebellion|revolt|campaign|offensive|blockade|embargo|strike|crisis|dispute|regime|government|law|ban|battle|occupation|standoff|operation|civil|struggle|feud)$/

const every = (unit: Unit, n = 1): Fixed => fixed('set', duration(unit, n))
const SETS: readonly Rule[] = [
  rule('set', '(each|every) (single)? (o:(other|second))? (n:COUNT)? u:(UNIT|PLURAL)', (m) => {
    const unit = unitOf(m.at('u'))
    return unit && m.at('u')?.word !== 'night' ? every(unit, m.words('o') ? 2 : one(m)) : fixed('set', 'XXXX-XX-XXTNI')
  }),
  rule('set', '(each|every) w:WEEKDAY p:PART?', (m) => weekly(m)),
  rule('set', '(on)? w:WEEKDAYS p:(PART|PARTS)?', (m) => weekly(m)),
  rule('set', '(each|every) p:PART', (m) => fixed('set', `XXXX-XX-XXT${partOf(m.words('p'))}`)),
  rule('set', '(each|every) m:MONTH', (m) => fixed('set', `XXXX-${pad(m.num('m'))}`)),
  rule('set', '(each|every) s:SEASON', (m) => fixed('set', `XXXX-${m.at('s')?.value}`)),
  rule('set', '(daily|nightly|day to day|day by day)', () => every('D')),
  rule('set', 'weekly', () => every('W')),
  rule('set', 'monthly', () => every('M')),
  rule('set', '(annually|yearly)', () => every('Y')),
  rule(
    'set',
    '(once|twice|n:COUNT times|times|per|percent) (a|an|each|every|per)? u:(day|week|month|year|hour|minute|night|decade)',
    (m) => {
      const unit = unitOf(m.at('u'))
      return (
        unit && [{ meaning: every(unit), first: /^(?:times|per|percent)$/.test(m.words('x')) ? m.last - 1 : m.first }]
      )
    },
  ),
]

const weekly = (m: Match): Fixed => {
  const part = partOf(m.words('p'))
  return fixed('set', `XXXX-WXX-${m.num('w')}${part ? `T${part}` : ''}`)
}

const hour = (written: string, ampm: string): string => {
  const [h = '0', min = '00'] = written.split(/[:.]/)
  const n = Number(h) % 12
  return `${pad(ampm ? n + (ampm.startsWith('p') ? 12 : 0) : Number(h))}:${min}`
}
/** A clock time, with its weekday or day word when that stands right beside it. */
const clock = (m: Match, at: string): Meaning => {
  const part = at as `${number}:${string}`
  if (m.at('m'))
    return { kind: 'field', month: m.num('m'), day: m.num('e'), part, ...(m.at('y') ? { year: m.num('y') } : {}) }
  if (m.at('v')) return { kind: 'field', weekday: m.num('v'), part }
  const day = m.words('d')
  if (day)
    return {
      kind: 'step',
      unit: 'D',
      count: day === 'yesterday' ? -1 : day === 'tomorrow' ? 1 : 0,
      from: 'report',
      part,
    }
  return { kind: 'field', part }
}
const ZONE = '(local time|gmt|est|edt|pst|pdt|et|cet|bst|utc|eastern time|eastern|local)?'
const THEN = '(,? on? ((w:WEEKDAY ,?)? m:MONTH e:DATENUM (,? y:YEAR)?|v:WEEKDAY|d:(today|yesterday|tomorrow)))?'
const NEAR = '(about|around|nearly|shortly before|shortly after|just after|just before|approximately|roughly)?'
const CLOCKS: readonly Rule[] = [
  rule('clock', `${NEAR} h:(DAYNUM|CLOCK|DOTTED|CARD) a:AMPM ${ZONE} ${THEN}`, (m) => {
    const at = m.at('h')
    const written = at?.kind === 'CARD' || at?.kind === 'DAYNUM' ? `${at.value}:00` : String(at?.value)
    return clock(m, hour(written, String(m.at('a')?.value)))
  }),
  rule('clock', `${NEAR} h:HOURAMPM ${ZONE} ${THEN}`, (m) => {
    const [, n = '0', ampm = 'a'] = /^(\d+)([ap])/.exec(String(m.at('h')?.value)) ?? []
    return clock(m, hour(`${n}:00`, ampm))
  }),
  rule('clock', `${NEAR} h:CLOCK ${ZONE} ${THEN}`, (m) =>
    /^(?:at|by|until|around|about|from|since|after|before|to|till)$/.test(m.before()) || m.last > m.first
      ? clock(m, hour(String(m.at('h')?.value), ''))
      : null,
  ),
  rule('clock', `${NEAR} h:(YYYY|NUM) (gmt|utc|local time|local|hours) ${THEN}`, (m) => {
    const written = m.at('h')?.word ?? ''
    return /^(?:[01]\d|2[0-4])[0-5]\d$/.test(written) ? clock(m, `${written.slice(0, 2)}:${written.slice(2)}`) : null
  }),
  rule('clock', '(about|around)? h:(CARD|DAYNUM) o clock', (m) => clock(m, hour(`${m.num('h')}:00`, ''))),
  rule('clock', `<mod> p:(noon|midnight|midday|dawn|dusk) ${THEN}`, (m) => {
    const word = m.words('p')
    return word === 'noon' || word === 'midnight'
      ? clock(m, word === 'noon' ? '12:00' : '24:00')
      : { kind: 'field', part: PARTS[word] ?? 'MO', ...(m.at('v') ? { weekday: m.num('v') } : {}) }
  }),
  rule('part', '<mod> the p:PART', (m) =>
    /^(?:in|during|by|of|through|throughout|for|at)$/.test(m.before())
      ? { kind: 'field', part: partOf(m.words('p')) ?? 'MO' }
      : null,
  ),
  rule('part', '(early|late|mid) p:(morning|afternoon|evening|night)', (m) => ({
    kind: 'field',
    part: partOf(m.words('p')) ?? 'MO',
  })),
]

const ref = (name: string, pattern: string, value: string): Rule => rule(name, pattern, () => fixed('date', value))
const REFS: readonly Rule[] = [
  ref('present', '(right)? now', 'PRESENT_REF'),
  ref('present', '(currently|presently|nowadays|at present)', 'PRESENT_REF'),
  ref('present', '(the current|current|the present|this moment|these days|present day)', 'PRESENT_REF'),
  ref('past', '(more|most)? (recently|lately|recent)', 'PAST_REF'),
  ref('past', 'the (recent|distant|not too distant)? past', 'PAST_REF'),
  ref('future', 'future', 'FUTURE_REF'),
  ref('future', 'the (near|foreseeable|immediate|distant|not too distant)? future', 'FUTURE_REF'),
  ref('future', '(one day|some day)', 'FUTURE_REF'),
]

export const LENGTH: readonly Rule[] = [...LENGTHS, ...SETS, ...CLOCKS, ...REFS]
