/**
 * Control: who had each place, day by day, as far as claims tell.
 *
 *     claims   held A ─────    entered B      captured B
 *     day          19            20          17 ··· 23
 *     periods  A ······│contested (from 20)│B (from 20–23) ─────▶
 *
 * Each claim is evidence of a state on its days. Evidence is laid in order of the
 * last day it can speak of; like evidence in a row makes a period. A period's ends
 * are intervals: it begins after the last evidence of what was before. An attack,
 * a siege or a cut road alone changes no hands: it is told with the period it falls
 * in. A part is not the whole: a district's claims never speak for its city.
 */
import type { ControlClaim } from '../model/claim.ts'
import type { Interval } from '../model/interval.ts'
import type { ControlPeriod } from '../model/picture.ts'
import { anyAkin } from '../relate/sides.ts'
import { type Account, compare, grouped } from './account.ts'
import { greatest, hull, least } from './days.ts'
import { claimedClearing, type Evidence, evidence, fighting, NAMELESS } from './evidence.ts'
import { grade } from './grade.ts'
import { isGround, type Names } from './names.ts'
import { says } from './sentence.ts'
import { lay, stateOf } from './stretches.ts'
import { controlSummary } from './summaries.ts'
import { basis, originsOf, type Setting, testimonies } from './voices.ts'

/** A stretch of like evidence. */
export interface ControlDraft {
  readonly key: string
  readonly place: string
  readonly state: ControlPeriod['state']
  readonly holders: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly begins: ControlPeriod['begins']
  readonly ends: ControlPeriod['ends']
}

/** Periods of every place, in order of place and time. Claims that were withdrawn or denied make periods of their own. */
export function draftControl(all: readonly Account[], names: Names, setting: Setting): ControlDraft[] {
  const claims = all.filter(
    (account): account is Account<ControlClaim> =>
      account.claim.kind === 'control' &&
      (account.claim.modality === 'asserted' || account.claim.modality === 'retracted'),
  )
  const ofReport = new Set(claims.map(({ claim, place }) => `${claim.report} ${place}`))
  const claimed = all.flatMap((account) =>
    setting.fates.of.get(account.claim.id)?.status === 'retracted' &&
    !ofReport.has(`${account.claim.report} ${account.place}`)
      ? (claimedClearing(account, names) ?? [])
      : [],
  )
  const places = grouped([...claims, ...claimed], ({ place }) =>
    place !== null && isGround(names.places.get(place)!) ? place : null,
  )
  // Fighting is told of places whose hands are spoken of; of all others it stays an event.
  const fights = grouped(
    all.flatMap((account) => (account.claim.modality === 'asserted' ? (fighting(account) ?? []) : [])),
    ({ place }) => (place !== null && places.has(place) ? place : null),
  )
  return Array.from(places).flatMap(([place, group]) => {
    const told = group.flatMap((account) => evidence(calledByName(account, group), names) ?? [])
    const fought = (fights.get(place) ?? []).flatMap((account) => evidence(account, names, true) ?? [])
    const read = [...told, ...(told.length > 0 ? fought : [])].sort(byLatest)
    const fallen = (one: Evidence) => setting.fates.of.has(one.account.claim.id)
    const standing = lay(read.filter((one) => !fallen(one)))
    const withdrawn = Array.from(
      grouped(read.filter(fallen), (one) => `${one.state}|${one.holders}`).values(),
      (list) => ({
        list,
        begins: {
          earliest: least(list.map(({ earliest }) => earliest)),
          latest: greatest(list.map(({ latest }) => latest)),
        },
        ends: { earliest: null, latest: null },
      }),
    )
    const known = new Map<string, number>()
    // Two sides said to have been driven out on one day are two periods of one key.
    const unique = (key: string): string => {
      const nth = known.get(key) ?? 0
      known.set(key, nth + 1)
      return nth === 0 ? key : `${key}\n${nth}`
    }
    return [...standing, ...withdrawn].map(({ list, begins, ends }) => ({
      key: unique(
        `control\n${place}\n${stateOf(list)}\n${list[0]!.holders}\n${begins.earliest}\n${begins.latest}\n${fallen(list[0]!)}`,
      ),
      place,
      state: stateOf(list),
      holders: commonHolders(list),
      evidence: list,
      begins,
      ends,
    }))
  })
}

/** Told of whoever has a place, not of who comes to it. */
const HOLDS: ReadonlySet<ControlClaim['status']> = new Set(['held', 'lost'])

/** Who is called "forces" and no more is whoever else the report tells of at this place, nearest first; else nobody. */
function calledByName(account: Account<ControlClaim>, group: readonly Account<ControlClaim>[]): Account<ControlClaim> {
  const { claim } = account
  if (claim.actor === null || !NAMELESS.test(claim.actor)) return account
  const far = (one: Account) => Math.abs(one.claim.start - claim.start)
  const [named] = group
    .filter(
      (one) =>
        one.claim.report === claim.report &&
        one.claim.actor !== null &&
        !NAMELESS.test(one.claim.actor) &&
        one.claim.actor !== claim.fromActor &&
        HOLDS.has(one.claim.status) === HOLDS.has(claim.status) &&
        one.claim.fromActor === claim.fromActor,
    )
    .sort((a, b) => far(a) - far(b))
  return { ...account, claim: { ...claim, actor: named?.claim.actor ?? null } }
}

const byLatest = (a: Evidence, b: Evidence): number =>
  compare(a.latest ?? '', b.latest ?? '') ||
  Number(a.turn) - Number(b.turn) ||
  compare(a.earliest ?? '', b.earliest ?? '') ||
  compare(a.account.claim.id, b.account.claim.id)

/** The holders most claims name; more particular names win over equally common ones. */
function commonHolders(list: readonly Evidence[]): string[] {
  const counts = grouped(list, ({ holders }) => (holders.length > 0 ? holders.join('; ') : null))
  const ranked = Array.from(counts, ([name, { length }]) => ({ name, length }))
  const best = ranked.sort((a, b) => b.length - a.length || b.name.length - a.name.length || compare(a.name, b.name))[0]
  return best ? best.name.split('; ') : []
}

/** The days a change came on: those its period begins on, but who entered a place already under attack came later. */
const turned = ({ earliest, latest }: Evidence, { begins, state }: ControlDraft): Interval =>
  state === 'contested' && latest !== null && begins.latest !== null && latest > begins.latest
    ? { from: earliest, to: latest }
    : { from: begins.earliest, to: begins.latest }

/** The days a state is told of. What is told without a day of a ring or a cut road came about by then. */
function told({ account: { claim } }: Evidence, { evidence, state }: ControlDraft): Interval {
  const days = hull(evidence.filter((one) => one.state === state).map(({ account }) => account.claim))
  const isLoose = claim.timeBasis === 'report' || claim.timeBasis === 'context'
  return isLoose && (claim.status === 'encircled' || claim.status === 'cut') ? { from: null, to: days.to } : days
}

/** How strongly a status speaks, so that a period is headed by its strongest claim. */
const STRENGTH = ['advancing', 'cut', 'encircled', 'contested', 'entered', 'lost', 'cleared', 'held', 'captured']

/** Finish a period once its reference and disagreements are known. */
export function finishControl(
  draft: ControlDraft,
  { id, disputed }: { id: string; disputed: boolean },
  names: Names,
  setting: Setting,
): ControlPeriod {
  const accounts = draft.evidence.map(({ account }) => account)
  const heading = draft.evidence.filter(({ state }) => state === draft.state)
  // Who tells of an attack on a held place does not bear out who has it.
  const heard = testimonies(draft.state === 'held' ? heading.map(({ account }) => account) : accounts, setting)
  // Who had it before is not said to have taken it since: that tells of how he once got it.
  const had = heading.find(({ turn, pressure }) => !turn && !pressure)
  const taken = heading.find(({ turn }) => turn)
  const lasting = had !== undefined && taken !== undefined && (had.latest ?? '9999') < (taken.latest ?? '9999')
  const strongest = (lasting ? heading.filter(({ turn }) => !turn) : heading).reduce((best, one) =>
    STRENGTH.indexOf(one.account.claim.status) > STRENGTH.indexOf(best.account.claim.status) ? one : best,
  )
  const status =
    strongest.account.claim.status === 'captured' && draft.state === 'contested'
      ? 'entered'
      : strongest.account.claim.status
  const actor = strongest.actors
  const others = [...new Set(draft.evidence.flatMap(({ from }) => from))]
  const pressing = [...new Set(draft.evidence.flatMap(({ pressure, actors }) => (pressure ? actors : [])))]
  const holder = draft.holders.length > 0 && draft.state === 'held' ? draft.holders.join('; ') : null
  const speakers = heard.map(({ speaker }) => speaker)
  const place = names.places.get(draft.place)!.name
  return {
    id,
    ...basis(accounts),
    place,
    holder,
    state: draft.state,
    status,
    begins: draft.begins,
    ends: draft.ends,
    oneSided: speakers.every((speaker) => speaker !== null && anyAkin([speaker], actor)),
    summary: controlSummary(
      {
        place,
        status,
        holder,
        actor,
        from: others.filter((one) => !anyAkin([one], draft.holders)),
        pressing: pressing.filter((one) => !anyAkin([one], draft.holders)),
        days: strongest.turn ? turned(strongest, draft) : told(strongest, draft),
        hedge: strongest.account.claim.wording.hedge ?? null,
        again: says(strongest.account, 'again'),
        testimonies: heard,
      },
      setting,
    ),
    origins: originsOf(heard),
    testimonies: heard,
    grade: grade({ testimonies: heard, gains: actor, loses: others, disputed }, setting),
  }
}
