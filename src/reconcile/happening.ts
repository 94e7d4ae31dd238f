/**
 * What happened, in a few plain words: who did it to whom, as English says it of each type of event.
 *
 *     shortage      (nobody)          food         Food shortage
 *     displacement  people                         People displaced
 *     arrest        police            students     Arrests of students by police
 *
 * Where and when are added by `summaries.ts`.
 */
import { list, upper } from '../language/write.ts'
import type { PictureEvent } from '../model/picture.ts'

type Type = Exclude<PictureEvent['type'], 'capture' | 'loss'>

/** Wordings with {a} for who acts and {t} for whom or what it is done to: neither known, {a}, {t}, both. */
type Forms = readonly [neither: string, actor: string, target: string, both: string]

/** The usual one: "Offensive by {a} against {t}". */
const done = (what: string, to = 'against'): Forms => [
  what,
  `${what} by {a}`,
  `${what} ${to} {t}`,
  `${what} by {a} ${to} {t}`,
]
/** The done-to comes first: "Abduction of {t} by {a}". */
const suffered = (what: string): Forms => [what, `${what} by {a}`, `${what} of {t}`, `${what} of {t} by {a}`]

const FORMS: Readonly<Record<Type, Forms>> = {
  airstrike: done('Airstrike', 'on'),
  shelling: suffered('Shelling'),
  suicide_bombing: done('Suicide bombing'),
  bombing: suffered('Bombing'),
  clash: ['Clash', 'Clash involving {a}', 'Clash involving {t}', 'Clash between {a} and {t}'],
  attack: done('Attack', 'on'),
  killing: suffered('Killing'),
  abduction: suffered('Abduction'),
  human_shields: [
    'Use of human shields',
    'Use of human shields by {a}',
    'Use of {t} as human shields',
    'Use of {t} as human shields by {a}',
  ],
  arson: ['Arson', 'Arson by {a}', '{t} set on fire', '{t} set on fire by {a}'],
  uprising: done('Uprising'),
  protest: done('Protest'),
  deployment: suffered('Deployment'),
  offensive: done('Offensive'),
  withdrawal: ['Withdrawal', 'Withdrawal of {a}', 'Withdrawal from {t}', 'Withdrawal of {a} from {t}'],
  surrender: ['Surrender', 'Surrender of {a}', 'Surrender to {t}', 'Surrender of {a} to {t}'],
  displacement: ['People displaced', '{a} displaced', '{t} displaced', '{t} displaced by {a}'],
  evacuation: suffered('Evacuation'),
  aid: ['Aid', 'Aid from {a}', 'Aid for {t}', 'Aid for {t} from {a}'],
  shortage: ['Shortage', 'Shortage caused by {a}', 'Shortage among {t}', 'Shortage among {t} caused by {a}'],
  talks: ['Talks', 'Talks involving {a}', 'Talks with {t}', 'Talks between {a} and {t}'],
  arrest: suffered('Arrest'),
  demand: done('Demand', 'to'),
  refusal: ['Refusal', 'Refusal by {a}', 'Refusal towards {t}', 'Refusal by {a} towards {t}'],
  accusation: done('Accusation'),
  denial: done('Denial', 'about'),
  retraction: done('Retraction', 'about'),
  announcement: done('Announcement', 'about'),
  warning: done('Warning', 'to'),
  discovery: suffered('Discovery'),
  damage: ['Damage', 'Damage by {a}', 'Damage to {t}', 'Damage to {t} by {a}'],
  support: done('Support', 'for'),
  other: ['Other event', 'Other action by {a}', 'Other event affecting {t}', 'Other action by {a} affecting {t}'],
}

/** What there may be a shortage of, rather than who has it. */
const GOODS =
  /^(?:\p{L}+ )?(?:food|bread|flour|fuel|petrol|gas|water|electricity|power|medicines?|drugs|blood|oxygen|supplies|goods|beds|housing|shelter|money|cash|staff|doctors|nurses|teachers)$/iu
/** Several people, not one by name. */
const MANY = /^(?:people|\p{Ll}.*s)$/u
/** Names start with a capital; these are none. */
const NO_NAME = /^(?:People|Civilians|Residents|Militants|Doctors)$/

/** Whom an attack hits is not said by "people": everybody is one. */
const SAYS_NOBODY: ReadonlySet<Type> = new Set<Type>([
  'airstrike',
  'shelling',
  'bombing',
  'suicide_bombing',
  'attack',
  'aid',
  'shortage',
])

const inline = (joined: string | null): string[] =>
  joined?.split('; ').map((one) => (NO_NAME.test(one) ? one.toLowerCase() : one)) ?? []

/** `actor` and `whom`, the target, as in `PictureEvent`: several are joined by "; ". */
export function happening(type: Type, actor: string | null, whom: string | null): string {
  const target = whom?.toLowerCase() === 'people' && SAYS_NOBODY.has(type) ? null : whom
  const [actors, targets] = [inline(actor), inline(target)]
  const [a, t] = [list(actors), list(targets)]
  // Two who talk, clash or agree stand side by side.
  if (target === null && actors.length > 1 && (type === 'talks' || type === 'clash'))
    return `${upper(type)} between ${a}`
  if (type === 'shortage' && GOODS.test(t))
    return `${upper(t.toLowerCase())} shortage${actor === null ? '' : ` caused by ${a}`}`
  const form = FORMS[type][(actor === null ? 0 : 1) + (target === null ? 0 : 2)]!
  const said = upper(form.replace('{a}', () => a).replace('{t}', () => t))
  return type === 'arrest' && targets.every((one) => MANY.test(one)) && targets.length > 0
    ? said.replace('Arrest', 'Arrests')
    : said
}
