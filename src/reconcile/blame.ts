/**
 * Who did it: an attack that one side lays at another's door, and that the other denies or lays elsewhere.
 *
 *     "The opposition blamed the army for the shelling of Danu"      accuser · blamed
 *     "The army denied responsibility"                               denier
 *     "Ostland said rebels had fired the shells"                     the denier blames somebody else
 *
 * A denial is the anchor: blame without an answer is an event and no disagreement. What is denied in general
 * ("has repeatedly denied bombing hospitals") answers nobody. Armies, ministries and the country they are of are one
 * power here, since each answers for the other; allies are not.
 */

import { writeDay } from '../language/write.ts'
import { type EventClaim, SPEECH_ACTS } from '../model/claim.ts'
import { daysBetween } from '../model/interval.ts'
import type { Day } from '../model/report.ts'
import { addDays } from '../relate/dating/days.ts'
import { type Account, compare, grouped } from './account.ts'
import { blame, clearing, powerOf, type Word } from './accused.ts'
import type { DisagreementDraft } from './disagreements.ts'
import { isGround, type Names, townOf } from './names.ts'
import { placesIn, says } from './sentence.ts'
import { shortList } from './summaries.ts'
import { type Setting, sayer } from './voices.ts'

/** How far apart blame and answer may stand in one report, in characters, and be published, in days. */
const REACH = 1500
const ANSWER = 3
/** Days between two denials of one affair. */
const AFFAIR = 7
/** How many words of a day, denials of an affair and affairs are looked at: keeps the time linear. */
const LOOK_BACK = 24

/** What was said of one attack: who denies it, who is blamed by others, whom the denier blames. */
interface Affair {
  readonly denials: readonly Word[]
  readonly blames: readonly Word[]
  readonly counter: readonly Word[]
}

const joined = (a: Affair, b: Affair): Affair => ({
  denials: [...a.denials, ...b.denials],
  blames: [...new Set([...a.blames, ...b.blames])],
  counter: [...new Set([...a.counter, ...b.counter])],
})

/** Every attack whose author is disputed. Events' keys say what a draft is about. */
export function draftBlame(
  events: readonly { readonly key: string; readonly accounts: readonly Account[] }[],
  names: Names,
  setting: Setting,
): DisagreementDraft[] {
  const keys = new Map(events.flatMap(({ key, accounts }) => accounts.map(({ claim }) => [claim.id, key] as const)))
  const told = events.flatMap(({ accounts }) =>
    accounts.filter((one): one is Account<EventClaim> => one.claim.kind === 'event'),
  )
  const blames = told.flatMap((account) => blame(account, names))
  const byPower = around(blames, ({ power }) => power)
  const byAccuser = around(blames, ({ account }) => powerOf(account.claim.actor ?? account.speaker, names))
  const denials = told
    .flatMap((account) => clearing(account, names))
    .sort((a, b) => compare(a.account.origin.said ?? '', b.account.origin.said ?? '') || compare(idOf(a), idOf(b)))
  let affairs: Affair[] = []
  for (const denial of denials) {
    const said = byPower(denial, denial.power).filter(
      ({ account }) => answers(denial.account, account, names) && powerOf(account.speaker, names) !== denial.power,
    )
    if (said.length === 0) continue
    const counter = byAccuser(denial, denial.power).filter(
      (one) =>
        one.power !== denial.power && isAlike(one.deed, denial.deed) && answers(denial.account, one.account, names),
    )
    const affair: Affair = { denials: [denial], blames: said, counter }
    const same = affairs
      .slice(-LOOK_BACK)
      .filter((one) => one.denials.slice(-LOOK_BACK).some((other) => isOne(other, denial, names)))
    affairs = [...affairs.filter((one) => !same.includes(one)), [...same, affair].reduce(joined)]
  }
  return affairs.map((affair) => draft(affair, keys, names, setting))
}

const idOf = ({ account }: Word): string => account.claim.id

/** Words by a key, to be asked for those told about the time of another: all of its report, so many of each day around it. */
function around(words: readonly Word[], keyOf: (word: Word) => string | null) {
  const byReport = grouped(words, (word) => `${keyOf(word)}\n${word.account.claim.report}`)
  const byDay = grouped(words, (word) => `${keyOf(word)}\n${word.account.origin.said}`)
  return ({ account }: Word, key: string): Word[] => {
    const { said } = account.origin
    const days = said === null ? [] : Array.from({ length: 2 * ANSWER + 1 }, (_, i) => addDays(said, i - ANSWER))
    const near = days.flatMap((day) => (byDay.get(`${key}\n${day}`) ?? []).slice(0, LOOK_BACK))
    return [...new Set([...(byReport.get(`${key}\n${account.claim.report}`) ?? []), ...near])]
  }
}

/** Can this denial be the answer to that blame? */
function answers(denial: Account, blame: Account, names: Names): boolean {
  if (denial.claim.report === blame.claim.report) return Math.abs(denial.claim.start - blame.claim.start) <= REACH
  const [a, b] = [denial.origin.said, blame.origin.said]
  if (a === null || b === null || Math.abs(daysBetween(a, b)) > ANSWER) return false
  return denial.story === blame.story || isNear(denial.place, blame.place, names)
}

/** One town, or a province with a place in it. */
function isNear(a: string | null, b: string | null, names: Names): boolean {
  if (a === null || b === null) return false
  const [x, y] = [names.places.get(a)!, names.places.get(b)!]
  if (!isGround(x) || !isGround(y)) return false
  return townOf(x) === townOf(y) || x.partOf.includes(b) || y.partOf.includes(a)
}

/** "The attack", "the killings": may be any deed. */
const isAnyDeed = (deed: string | null): boolean => deed === null || deed === 'attack' || deed === 'killings'
const isAlike = (a: string | null, b: string | null): boolean => a === b || isAnyDeed(a) || isAnyDeed(b)

/** Are two denials of one affair: one power, one deed, told within days of each other and not of two towns? */
function isOne(a: Word, b: Word, names: Names): boolean {
  if (a.power !== b.power) return false
  if (!isAlike(a.deed, b.deed)) return false
  if (a.account.claim.report === b.account.claim.report) return true
  const [x, y] = [a.account.origin.said, b.account.origin.said]
  if (x === null || y === null || Math.abs(daysBetween(x, y)) > AFFAIR) return false
  const [here, there] = [townLevel(a.account, names), townLevel(b.account, names)]
  if (here === null || there === null || a.account.story === b.account.story || isNear(here, there, names)) return true
  // Of one day: "in Danu", and "in Harat", the capital of Danu's province.
  const [{ from, to }, other] = [a.account.claim, b.account.claim]
  const isOneDay = from !== null && from === to && from === other.from && from === other.to
  return isOneDay && isOneProvince(here, there, names)
}

function isOneProvince(a: string, b: string, names: Names): boolean {
  const province = (key: string) => names.places.get(key)!.partOf.find((one) => one.startsWith('admin1:'))
  return province(a) !== undefined && province(a) === province(b)
}

function draft(
  { denials, blames, counter }: Affair,
  keys: ReadonlyMap<string, string>,
  names: Names,
  setting: Setting,
): DisagreementDraft {
  const all = [...blames, ...counter, ...denials]
  // Named speakers before outlets.
  const bySpeaker = (a: Word, b: Word) =>
    Number(voiceIn(a.account, names) === null) - Number(voiceIn(b.account, names) === null)
  const accused = grouped([...blames, ...counter], ({ power }) => power)
  const who = (list: readonly Word[]) =>
    shortList([
      ...new Set(
        list
          .toSorted(bySpeaker)
          .map(({ account }) =>
            sayer({ speaker: voiceIn(account, names), origin: setting.originRef.get(account.origin.name)! }, setting),
          ),
      ),
    ])
  const sides = Array.from(accused.values(), (list) => ({
    says: `${most(list.map(({ name }) => name))} did it`,
    accounts: unique(list),
    who: who(list),
  }))
  const denied = { says: 'denied', accounts: unique(denials), who: who(denials) }
  const place = most(all.flatMap(({ account }) => townLevel(account, names) ?? []))
  const days = (list: readonly Word[]) =>
    list.flatMap(({ account: { claim } }) => (claim.from !== null && claim.from === claim.to ? claim.from : []))
  // A denial comes after what it denies.
  const day = most(days(blames)) ?? most(days(all))
  const deeds = [...blames, ...counter].flatMap(({ deed }) => deed ?? [])
  const deed = most(deeds.filter((one) => !isAnyDeed(one))) ?? most(deeds) ?? 'attack'
  const where = place === null ? '' : ` in ${names.places.get(place)!.name}`
  const when = day === null ? '' : `, ${writeDay(day as Day)}`
  const isWho = counter.length > 0 || denials.some(({ account }) => says(account, 'author'))
  return {
    key: `blame\n${denials.map(({ account }) => account.claim.id).sort(compare)[0]}`,
    kind: isWho ? 'actor' : 'happened',
    summary: `Who carried out the ${deed}${where}${when}: ${sides
      .map(({ says, who: by }) => `${says.replace(/ did it$/, '')} (${by})`)
      .join(' / ')}; denied by ${denied.who}`,
    sides: [...sides, denied].map(({ says, accounts }) => ({ says, accounts })),
    about: [...new Set(all.flatMap(({ account }) => keys.get(account.claim.id) ?? []))].sort(compare),
    settle: 'an inquiry on the spot by somebody who is on neither side',
  }
}

/** Who speaks, by a name that a report gives somebody who can; null where it is the outlet's own word. */
const voiceIn = ({ speaker, claim }: Account<EventClaim>, names: Names): string | null =>
  [speaker, SPEECH_ACTS.has(claim.type) ? claim.actor : null].find(
    (one) => one !== null && VOICES.has(names.kinds.get(one) ?? 'other'),
  ) ?? null

const VOICES: ReadonlySet<string> = new Set([
  'government', 'state-force', 'armed-group', 'country', 'person', 'agency', 'media',
]) // biome-ignore format: a list

const unique = (list: readonly Word[]): Account<EventClaim>[] => [...new Set(list.map(({ account }) => account))]

/** The town or village of an account; null where its name stands for those who speak there: "Harat has denied". */
function townLevel(account: Account, names: Names): string | null {
  const named = account.place === null ? undefined : names.places.get(account.place)
  if (!named || !isGround(named) || named.kind === 'admin' || named.kind === 'region') return null
  const own = placesIn(account).find(({ name, id }) => names.place({ place: name, placeId: id }) === named.key)
  return own?.use === 'voice' ? null : named.key
}

/** The commonest, the first in order of text among those as common; null when there is none. */
function most(list: readonly string[]): string | null {
  const counts = Array.from(
    grouped(list, (one) => one),
    ([one, { length }]) => ({ one, length }),
  )
  return counts.sort((a, b) => b.length - a.length || compare(a.one, b.one))[0]?.one ?? null
}
