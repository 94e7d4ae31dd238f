/**
 * reconcile(ledger, {on, asOf}) → Picture.
 *
 *     visible ─▶ origins, stories, names ─▶ accounts ─▶ fates ─▶ drafts of everything ─▶ references ─▶ Picture
 *
 * Drafts come first because what they are about, and whether it is disputed, must
 * be known before a grade can be given. Nothing here reads text, the clock or the
 * order of input.
 */

import { codesOf } from '../knowledge/eventcodes.ts'
import type { Clocks, Ledger } from '../model/ledger.ts'
import type { ClaimLink, Picture } from '../model/picture.ts'
import { type Day, publicationDays } from '../model/report.ts'
import { origins } from '../relate/origins.ts'
import { stories } from '../relate/stories.ts'
import { type Account, accounts, compare, grouped, sureOf } from './account.ts'
import { draftChanges } from './changes.ts'
import { draftControl, finishControl } from './control.ts'
import { hull } from './days.ts'
import { contradictions, draftDisagreements, finishDisagreement } from './disagreements.ts'
import { draftEvents, finishEvent } from './events.ts'
import { isPlainEntry } from './evidence.ts'
import { fates } from './fate.ts'
import { draftFigures, finishFigure } from './figures.ts'
import { draftGaps } from './gaps.ts'
import { type Names, settleNames } from './names.ts'
import { atOperations, draftOperations, finishOperation, operationOf } from './operations.ts'
import { type Letter, references } from './refs.ts'
import { called, pictureActors, pictureOrigins, picturePlaces, pictureReports } from './registers.ts'
import { placeIn } from './sentence.ts'
import { type Visible, visible } from './visible.ts'
import type { Setting } from './voices.ts'
import { restated } from './who.ts'

/** The picture a ledger supports, `on` a day (null: all days), as of a day (null: all that is known). */
export function reconcile(ledger: Ledger, clocks: Clocks = {}): Picture {
  const { on = null, asOf = null } = clocks
  const seen = visible(ledger, { on, asOf })
  const sources = origins(seen.reports, seen.shared)
  const names = settleNames(seen.reports, seen.judgements)
  const story = stories(seen.reports.map(({ report }) => report))
  const all = accounts(seen.reports, sources, story, names)
  const originRef = references('O', [
    ...new Set([...sources.ofReport, ...all.map(({ origin }) => origin)].map(({ name }) => name)),
  ])
  const shown = called(seen, sources)
  const setting: Setting = {
    fates: fates(all, names),
    originRef,
    originName: new Map(Array.from(originRef, ([name, ref]) => [ref, shown.get(name) ?? name])),
    today: asOf ?? publicationDays(seen.reports.map(({ report }) => report.published)).at(-1) ?? null,
  }

  // What withdraws or is withdrawn is kept however unsure: a retraction must not be lost.
  const marked = new Set(setting.fates.links.flatMap(({ from, to }) => [from, to]))
  const built = restated(
    all.filter((one) => one.claim.confidence >= sureOf(one.claim) || marked.has(one.claim.id) || isPlainEntry(one)),
    names,
    setting.fates,
  )
  const campaigns = draftOperations(built, all, names)
  const sure = atOperations(built, campaigns)
  const drafts = {
    figures: draftFigures(sure, names, setting),
    control: draftControl(sure, names, setting),
    events: draftEvents(sure, names),
  }
  const disputes = draftDisagreements(drafts, names, setting)
  const refs = new Map([
    ...keyed('F', drafts.figures),
    ...keyed('C', drafts.control),
    ...keyed('E', drafts.events),
    ...keyed('D', disputes),
    ...keyed('X', campaigns),
  ])
  const disputed = new Set(disputes.flatMap(({ about }) => about))
  const within = (list: readonly Account[], place: string | null) => {
    const one = operationOf(place, hull(list.map(({ claim }) => claim)), campaigns)
    return one && refs.get(one.key)!
  }

  const operations = campaigns.map((one) => finishOperation(one, refs.get(one.key)!, names))
  const events = drafts.events.map((draft) =>
    finishEvent(
      draft,
      {
        id: refs.get(draft.key)!,
        operation: within(draft.accounts, draft.place),
        disputed: disputed.has(draft.key),
        code: codesOf(
          draft.type,
          draft.accounts
            .map(({ claim }) => (claim.kind === 'event' ? claim.target : null))
            .find((one) => one !== null) ?? null,
        ),
      },
      names,
      setting,
    ),
  )
  const figures = drafts.figures.map((draft) =>
    finishFigure(
      draft,
      { id: refs.get(draft.key)!, operation: within(draft.accounts, draft.place), disputed: disputed.has(draft.key) },
      setting,
    ),
  )
  const control = drafts.control
    .map((draft) =>
      finishControl(draft, { id: refs.get(draft.key)!, disputed: disputed.has(draft.key) }, names, setting),
    )
    .filter((period) => on === null || spans(period, on))
  const kept = new Set([...figures, ...events, ...control].map(({ id }) => id))
  const disagreements = disputes
    .map((draft) => finishDisagreement(draft, refs.get(draft.key)!, refs, setting))
    .filter(({ about }) => about.some((id) => kept.has(id)))
  const gaps = draftGaps({
    figures,
    control,
    operations,
    named: lastNamed(seen, names),
    undated: seen.undated,
    today: setting.today,
  })
  const plain = new Set(
    drafts.events.flatMap(({ key, accounts: list }) => (list.some((one) => isPlain(one, names)) ? refs.get(key)! : [])),
  )
  const changes = draftChanges({ events, figures, control, operations, disagreements, plain }, setting)
  return {
    version: 1,
    on,
    asOf,
    reports: pictureReports(seen, sources, story, originRef),
    origins: pictureOrigins(seen, sources, all, originRef),
    actors: pictureActors(all, names),
    places: picturePlaces(all, names),
    operations,
    events: events.sort(byTime),
    figures: figures.sort(byTime),
    control: control.sort(
      (a, b) =>
        compare(a.place, b.place) || compare(a.begins.latest ?? '', b.begins.latest ?? '') || compare(a.id, b.id),
    ),
    disagreements: disagreements.sort(byTime),
    gaps: withIds('G', gaps),
    changes: withIds('N', changes),
    links: links([
      ...setting.fates.links,
      ...drafts.figures.flatMap((draft) => draft.links),
      ...contradictions(disputes),
      ...repeats(all),
    ]),
    claims: all
      .toSorted(
        (a, b) =>
          compare(a.claim.report, b.claim.report) || a.claim.start - b.claim.start || compare(a.claim.id, b.claim.id),
      )
      .map(({ claim }) => claim),
  }
}

const OWN_DAY: ReadonlySet<string> = new Set(['clause', 'sentence', 'caption'])

/** Does its own sentence give the day and the place? What is filled in from around it may be background. */
const isPlain = (account: Account, names: Names): boolean =>
  OWN_DAY.has(account.claim.timeBasis) && placeIn(account, names) === 'named'

/** The last day that a report named each place, a part or a side of it, by the name the picture uses. */
function lastNamed({ reports }: Visible, names: Names): Map<string, Day> {
  const days = new Map<string, Day>()
  for (const { report, places } of reports) {
    const day = report.published.date
    const keys = new Set(
      places.flatMap(({ name, id }) => (id === null ? [] : names.place({ place: name, placeId: id })!)),
    )
    for (const key of keys)
      for (const one of [key, names.places.get(key)!.partOf[0] ?? key]) {
        const name = names.places.get(one)?.name
        if (name !== undefined && day !== null && day > (days.get(name) ?? '')) days.set(name, day)
      }
  }
  return days
}

const keyed = (letter: Letter, drafts: readonly { readonly key: string }[]) =>
  references(
    letter,
    drafts.map(({ key }) => key),
  )

/** Give references to drafts that carry everything else already. */
function withIds<D extends { readonly key: string }>(
  letter: Letter,
  drafts: readonly D[],
): (Omit<D, 'key'> & { id: string })[] {
  const refs = keyed(letter, drafts)
  return drafts.map(({ key, ...rest }) => ({ id: refs.get(key)!, ...rest }))
}

const byTime = (
  a: { from: Day | null; to: Day | null; id: string },
  b: { from: Day | null; to: Day | null; id: string },
): number => compare(a.from ?? a.to ?? '9999', b.from ?? b.to ?? '9999') || compare(a.id, b.id)

/** Could the period hold the day? Ends that are not known reach as far as they can. */
const spans = ({ begins, ends }: Picture['control'][number], day: Day): boolean =>
  (begins.earliest ?? begins.latest ?? day) <= day && (ends.latest ?? day) >= day

/** The same thing told again through one origin: each later claim repeats the first. */
function repeats(all: readonly Account[]): ClaimLink[] {
  const same = grouped(all, ({ claim, origin, speaker, place }) => {
    const what =
      claim.kind === 'figure'
        ? [claim.measure, claim.subject, claim.low, claim.high]
        : claim.kind === 'control'
          ? [claim.status, claim.actor, claim.fromActor]
          : [claim.type, claim.actor, claim.target]
    return [origin.name, speaker, place, claim.kind, claim.modality, ...what].join('\n')
  })
  return Array.from(same.values()).flatMap(([first, ...rest]) =>
    rest
      .filter(({ claim }) => claim.report !== first!.claim.report)
      .map(
        ({ claim, origin }): ClaimLink => ({
          from: claim.id,
          to: first!.claim.id,
          kind: 'repeats',
          reason: `the same from ${origin.name}`,
        }),
      ),
  )
}

/** Each link once, in a fixed order. */
function links(list: readonly ClaimLink[]): ClaimLink[] {
  const once = new Map(list.map((link) => [`${link.from}\n${link.to}\n${link.kind}`, link]))
  return Array.from(once)
    .sort(([a], [b]) => compare(a, b))
    .map(([, link]) => link)
}
