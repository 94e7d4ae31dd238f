/**
 * Rules for dates that name calendar fields.
 *
 *     Monday, Oct. 18, 2016 · 5 March · mid-June · the summer of 2014 · April and June 1955 · the late 1980s
 */
import { HOLIDAYS } from './lexicon.ts'
import type { Field, Meaning } from './meaning.ts'
import { type Match, partOf, type Rule, rule } from './rule.ts'

const PREPOSITIONS = new Set(
  'in of by since until till through from to and or last next this early late mid between during before after for'.split(
    ' ',
  ),
)
const SHORT = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
/** "May" and "March" alone are months only after a preposition, short forms only with their stop ("Jan." but not "Fayez Jan"). */
const isMonth = (m: Match): boolean => {
  const month = m.at('m')
  if (!month) return false
  const stopped = month.end - month.start > month.word.length
  if (SHORT.test(month.word)) return stopped
  return !/^(?:may|march)$/.test(month.word) || m.first !== m.index('m') || PREPOSITIONS.has(m.before())
}

const field = (fields: Omit<Field, 'kind'>): Field => ({ kind: 'field', ...fields })
const fullYear = (written: string): number => {
  const n = Number(written)
  return written.length > 2 ? n : n < 50 ? 2000 + n : 1900 + n
}
const part = (m: Match): { part?: Field['part'] } => {
  const found = partOf(m.words('p'))
  return found ? { part: found } : {}
}
const weekday = (m: Match): { weekday?: number } => (m.at('w') ? { weekday: m.num('w') } : {})

const COUNTED =
  /^(?:people|men|women|children|soldiers|troops|fighters|militants|rebels|miles|kilometers|kilometres|km|families|civilians|dead|wounded|points|dollars|euros|pounds|shares|feet|tons|tonnes|workers|employees|jobs|students|meters|metres|homes|houses|refugees|barrels|members|copies|votes|rpm|words|yards|acres|percent|others|prisoners|cases|deaths|vehicles|tanks|aircraft|officers|police|personnel|residents|villages|strikes|airstrikes|sorties|hectares|calories|degrees|euro|or|more)$/
const AMOUNT = new Set(
  'about some nearly than least over approximately around almost roughly no number page room flight resolution at'.split(
    ' ',
  ),
)

const PART_OF = '(the (early|late)? p:PART hours? of)?'
/** What may follow "on the 18th" when it is a day. */
const AFTER_DAY =
  /^[^a-z]*$|^(?:the|a|an|he|she|it|they|and|of|at|in|with|when|as|but|to|for|from|by|his|their|its|after|before)$/

export const CALENDAR: readonly Rule[] = [
  rule('iso', 'd:ISO', (m) => {
    const [day = '', clock] = String(m.at('d')?.value).split('T')
    const [year, month, date] = day.split('-').map(Number)
    return field({ year, month, day: date, ...(clock ? { part: clock.slice(0, 5) as Field['part'] } : {}) })
  }),
  rule('slash', 'd:SLASH', (m) => {
    const written = m.at('d')?.word ?? ''
    const [first = '', second = '', year = ''] = written.split(/[/.]/)
    const [a, b] = [Number(first), Number(second)]
    const dayFirst = a > 12 || written.includes('.')
    return field({ year: fullYear(year), month: dayFirst ? b : a, day: dayFirst ? a : b })
  }),
  rule('date', `${PART_OF} <mod> (w:WDANY ,?)? m:MONTH d:DAY ,? y:YEAR`, (m) =>
    field({ year: m.num('y'), month: m.num('m'), day: m.num('d'), ...weekday(m), ...part(m) }),
  ),
  rule('date', `${PART_OF} (w:WDANY ,?)? <mod> (the)? d:DATENUM of? m:MONTH ,? y:YEAR`, (m) =>
    field({ year: m.num('y'), month: m.num('m'), day: m.num('d'), ...weekday(m), ...part(m) }),
  ),
  rule('attacks', 'm:MONTH d:DAYNUM a:(attack|attacks|terrorist|hijackings|hijackers|commission|terror)', (m) =>
    m.num('m') === 9 && m.num('d') === 11
      ? [{ meaning: field({ year: 2001, month: 9, day: 11 }), last: m.index('d') }]
      : null,
  ),
  rule('day-month', `${PART_OF} <mod> (w:WDANY ,?)? m:MONTH (the)? d:DAY`, (m) =>
    m.num('d') > 31 ? null : field({ month: m.num('m'), day: m.num('d'), ...weekday(m), ...part(m) }),
  ),
  rule('day-month', `${PART_OF} (w:WDANY ,?)? (the)? d:DATENUM of? m:MONTH`, (m) =>
    m.at('m')?.word === 'march' && /^(?:on|to|from)$/.test(m.after())
      ? null
      : field({ month: m.num('m'), day: m.num('d'), ...weekday(m), ...part(m) }),
  ),
  rule('day', 'the d:ORDNUM', (m) =>
    m.num('d') <= 31 && /^(?:on|by|until|since)$/.test(m.before()) && AFTER_DAY.test(m.after())
      ? field({ day: m.num('d') })
      : null,
  ),
  rule('day-range', 'm:MONTH d:DATENUM (and|to|through|or|-) e:DATENUM (,? y:YEAR)?', (m) => {
    const year = m.at('y') ? { year: m.num('y') } : {}
    const month = m.num('m')
    return [
      { meaning: field({ month, day: m.num('d'), ...year }), last: m.index('d') },
      { meaning: field({ month, day: m.num('e'), ...year }), first: m.index('e') },
    ]
  }),
  rule('day-range', 'd:DATENUM (and|to|through|or|-) e:DATENUM m:MONTH (y:YEAR)?', (m) => {
    const year = m.at('y') ? { year: m.num('y') } : {}
    const month = m.num('m')
    return [
      { meaning: field({ month, day: m.num('d'), ...year }), last: m.index('d') },
      { meaning: field({ month, day: m.num('e'), ...year }), first: m.index('e') },
    ]
  }),
  rule('date-range', 'm:MONTH d:DATENUM (and|to|through|or|until|-) n:MONTH e:DATENUM ,? y:YEAR', (m) => [
    { meaning: field({ year: m.num('y'), month: m.num('m'), day: m.num('d') }), last: m.index('d') },
    { meaning: field({ year: m.num('y'), month: m.num('n'), day: m.num('e') }), first: m.index('n') },
  ]),
  rule('month-range', 'm:MONTH (and|to|through|or|until|-) n:MONTH (of|,)? y:YEAR', (m) => [
    { meaning: field({ year: m.num('y'), month: m.num('m') }), last: m.index('m') },
    { meaning: field({ year: m.num('y'), month: m.num('n') }), first: m.index('n') },
  ]),
  rule('month', '<mod> m:MONTH (,|of)? y:YEAR', (m) => field({ year: m.num('y'), month: m.num('m') })),
  rule('month', '<mod> m:MONTH (of|in|,)? k:(this|last|next|that|the same|the previous|the following) year', (m) =>
    field({ month: m.num('m'), which: whichOf(m.words('k')), whichUnit: 'Y' }),
  ),
  rule(
    'day-month',
    '<mod> (w:WDANY ,?)? m:MONTH d:DAY (of|in) k:(this|last|next|that|the same|the previous|the following) year',
    (m) => field({ month: m.num('m'), day: m.num('d'), which: whichOf(m.words('k')), whichUnit: 'Y' }),
  ),
  rule('month', '<mod> m:MONTH', (m) => (isMonth(m) ? field({ month: m.num('m') }) : null)),
  rule(
    'which-month',
    '<mod> k:(last|this|next|this past|this coming|that|that same|the same|the following|the previous) m:MONTH (d:DATENUM)?',
    (m) => field({ month: m.num('m'), which: whichOf(m.words('k')), ...(m.at('d') ? { day: m.num('d') } : {}) }),
  ),
  rule('season', '(<mod>|the) s:SEASON (of|,)? y:YEAR', (m) =>
    field({ year: m.num('y'), season: String(m.at('s')?.value) }),
  ),
  rule('season', '<mod> (the)? s:SEASON of? k:(this|last|next|that|the same) year', (m) =>
    field({ season: String(m.at('s')?.value), which: whichOf(m.words('k')), whichUnit: 'Y' }),
  ),
  rule(
    'which-season',
    '<mod> k:(last|this|next|this past|this coming|that|that same|the same|the past|the following|the previous) s:SEASON',
    (m) => field({ season: String(m.at('s')?.value), which: whichOf(m.words('k')) }),
  ),
  rule('season', '<mod> the s:SEASON', (m) =>
    /^(?:in|during|over|by|since|until|of|for|through|throughout|before|after|late|early)$/.test(m.before())
      ? field({ season: String(m.at('s')?.value) })
      : null,
  ),
  rule('season', 'k:(in|by|since|until|late|early) s:SEASON', (m) =>
    m.at('s')?.word !== 'fall' && /^[^a-z]*$|^(?:and|when|as|but|with|after|before|because)$/.test(m.after())
      ? [
          {
            meaning: field({ season: String(m.at('s')?.value) }),
            first: /^(?:late|early)$/.test(m.words('k')) ? m.first : m.last,
          },
        ]
      : null,
  ),
  rule('quarter', '<mod> (the)? (fiscal)? o:NTH quarter (of|in)? (fiscal)? (y:YEAR)?', (m) =>
    m.num('o') <= 4 ? field({ quarter: m.num('o'), ...(m.at('y') ? { year: m.num('y') } : {}) }) : null,
  ),
  rule('quarter', '(the)? o:NTH quarter of? k:(this|last|next) year', (m) =>
    m.num('o') <= 4 ? field({ quarter: m.num('o'), which: whichOf(m.words('k')), whichUnit: 'Y' }) : null,
  ),
  rule('quarter', '(the|its)? y:YYYY (fiscal)? o:NTH quarter', (m) =>
    m.num('o') <= 4 ? field({ quarter: m.num('o'), year: m.num('y') }) : null,
  ),
  rule('half', '(the)? o:(first|second|last|latter) half of (fiscal)? y:YEAR', (m) =>
    field({ half: m.words('o') === 'first' ? 1 : 2, year: m.num('y') }),
  ),
  rule('half', '(the)? o:(first|second|last|latter) half of k:(the|this|last|next) year', (m) =>
    field({
      half: m.words('o') === 'first' ? 1 : 2,
      which: m.words('k') === 'the' ? 'same' : whichOf(m.words('k')),
      whichUnit: 'Y',
    }),
  ),
  rule('decade', '<mod> (the)? (early|late|mid)? d:DECADE b:(bc|bce)?', (m) => decade(m)),
  rule('century', '<mod> (the)? (early|late|mid)? o:NTH century b:(bc|bce)?', (m) => {
    const n = m.num('o')
    const value = `${m.words('b') ? 'BC' : ''}${String(n - 1).padStart(2, '0')}`
    return n >= 1 && n <= 21 ? { kind: 'fixed', type: 'date', value } : null
  }),
  rule('fiscal-year', '(the)? (fiscal|calendar) year? y:YEAR', (m) => field({ year: m.num('y') })),
  rule('year', '<mod> ((the)? year)? y:YEAR', (m) => {
    const year = m.num('y')
    if (PREPOSITIONS.has(m.before())) return COUNTED.test(m.after()) ? null : field({ year })
    if (m.first < m.index('y')) return field({ year })
    const odd = year < 1800 || year > 2050 || AMOUNT.has(m.before()) || COUNTED.test(m.after())
    return odd || /^\d{1,2}[./]\d/.test(m.after()) ? null : field({ year })
  }),
  rule('year', 'the year n:CARD', (m) => (m.num('n') >= 1900 ? field({ year: m.num('n') }) : null)),
  rule('year-bc', '<mod> (the)? (m:MONTH|s:SEASON)? (of)? y:(DAYNUM|NUM|YYYY) (bc|bce)', (m) =>
    field({
      ...beforeChrist(m, 'y'),
      ...(m.at('m') ? { month: m.num('m') } : {}),
      ...(m.at('s') ? { season: String(m.at('s')?.value) } : {}),
    }),
  ),
  rule('year-bc', 'd:DAYNUM? m:MONTH y:(NUM|YYYY) (bc|bce)', (m) =>
    field({ ...beforeChrist(m, 'y'), month: m.num('m'), ...(m.at('d') ? { day: m.num('d') } : {}) }),
  ),
  rule('year-bc', 'y:(DAYNUM|NUM|YYYY) (-|to|and|or|until) z:(DAYNUM|NUM|YYYY) (bc|bce)', (m) => [
    { meaning: field(beforeChrist(m, 'y')), last: m.index('y') },
    { meaning: field(beforeChrist(m, 'z')), first: m.index('z') },
  ]),
  rule('year-range', 'y:YYYY - z:(DAYNUM|NUM)', (m) => {
    const from = m.num('y')
    const to = Math.floor(from / 100) * 100 + m.num('z')
    if (to <= from || String(m.at('z')?.word).length !== 2) return null
    return [
      { meaning: field({ year: from }), last: m.index('y') },
      { meaning: field({ year: to }), first: m.index('z') },
    ]
  }),
  ...Object.keys(HOLIDAYS).map((name) =>
    rule('holiday', `${name.replace(/^(new year|valentine)/, "$1 's?")} (,? y:YEAR)?`, (m) =>
      m.capital && m.spells(name) ? field({ holiday: name, ...(m.at('y') ? { year: m.num('y') } : {}) }) : null,
    ),
  ),
]

/** Years before our era, as astronomers count: 490 BC is -489. */
const beforeChrist = (m: Match, name: string): { year: number } => ({ year: 1 - m.num(name) })

function decade(m: Match): Meaning | null {
  const written = String(m.at('d')?.value)
  if (written.length === 1 && /^\d/.test(m.at('d')?.word ?? '') && m.before() === 'his') return null
  if (m.words('b')) return { kind: 'fixed', type: 'date', value: `BC${written.padStart(3, '0')}` }
  if (written.length === 2) return null
  const value = written.length === 1 ? `19${written}` : written
  return { kind: 'fixed', type: 'date', value }
}

/** Which one the words pick. */
export function whichOf(words: string): NonNullable<Field['which']> {
  if (/last|past$/.test(words) && words !== 'this past') return 'last'
  if (words === 'this past') return 'last'
  if (/next|coming/.test(words)) return 'next'
  if (/following/.test(words)) return 'following'
  if (/previous|preceding|prior/.test(words)) return 'previous'
  return /same|that/.test(words) ? 'same' : 'this'
}
