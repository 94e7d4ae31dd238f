/**
 * The registers of a picture: its reports, origins, actors and places, each with what rests on it.
 *
 *     reports, origins of claims, names ─▶ pictureReports, pictureOrigins, pictureActors, picturePlaces
 *
 * What is told of them is none of this file's business.
 */
import { writeDay } from '../language/write.ts'
import type { Origin, PictureActor, PicturePlace, PictureReport } from '../model/picture.ts'
import type { Origins } from '../relate/origins.ts'
import { type Account, compare, grouped, inOrder } from './account.ts'
import { least } from './days.ts'
import type { Names } from './names.ts'
import { references } from './refs.ts'
import type { Visible } from './visible.ts'
import { basis } from './voices.ts'

/** How the origins that are reports without a publisher are told to a reader: by their day, by their file where two share one. */
export function called({ reports }: Visible, { ofReport }: Origins): Map<string, string> {
  const bare = reports.flatMap(({ report }, i) =>
    ofReport[i]!.bare ? [{ name: ofReport[i]!.name, day: report.published.date }] : [],
  )
  // A copy does not name its origin: the earliest does.
  const days = Array.from(
    grouped(bare, ({ name }) => name),
    ([name, list]): [string, string] => {
      const day = least(list.map((one) => one.day))
      return [name, day === null ? 'undated report' : `report of ${writeDay(day)}`]
    },
  )
  const uses = grouped(days, ([, day]) => day)
  return new Map(days.map(([name, day]) => [name, uses.get(day)!.length === 1 ? day : `${day} (${name})`]))
}

export function pictureReports(
  { reports, shared }: Visible,
  { ofReport }: Origins,
  story: readonly number[],
  originRef: ReadonlyMap<string, string>,
): PictureReport[] {
  const copies = reports.map((): { of: string; share: number }[] => [])
  for (const { a, b, share } of shared) {
    copies[a]!.push({ of: reports[b]!.report.id, share })
    copies[b]!.push({ of: reports[a]!.report.id, share })
  }
  return reports.map(({ report, claims }, i) => ({
    id: report.id,
    file: report.file ?? null,
    title: report.title ?? null,
    publisher: report.publisher ?? null,
    url: report.url ?? null,
    published: report.published,
    origin: originRef.get(ofReport[i]!.name)!,
    copies: copies[i]!.sort((x, y) => y.share - x.share || compare(x.of, y.of)),
    story: reports[story[i]!]!.report.id,
    claims: claims.map(({ id }) => id),
  }))
}

export function pictureOrigins(
  { reports }: Visible,
  { ofReport }: Origins,
  all: readonly Account[],
  originRef: ReadonlyMap<string, string>,
): Origin[] {
  const byName = grouped(all, ({ origin }) => origin.name)
  const placed = reports.map(({ report }, i) => ({ id: report.id, origin: ofReport[i]! }))
  const own = grouped(placed, ({ origin }) => origin.name)
  return Array.from(originRef, ([name, id]): Origin => {
    const carried = own.get(name) ?? []
    const told = (byName.get(name) ?? []).toSorted(inOrder)
    const reason = carried[0]?.origin.reason ?? told[0]?.origin.reason ?? ''
    return { id, name, reports: carried.map((one) => one.id), claims: told.map(({ claim }) => claim.id), reason }
  }).sort((a, b) => b.claims.length - a.claims.length || compare(a.name, b.name))
}

export function pictureActors(all: readonly Account[], names: Names): PictureActor[] {
  const mentions = all.flatMap((account) => {
    const { claim } = account
    const said = claim.kind === 'figure' ? [] : [claim.actor, claim.kind === 'event' ? claim.target : claim.fromActor]
    const own = new Set([...said.flatMap((one) => names.actors(one)), ...claim.source.map((one) => names.actor(one))])
    return Array.from(own, (name) => ({ name, account }))
  })
  const groups = grouped(mentions, ({ name }) => name)
  const refs = references('A', [...groups.keys()])
  const kinds = names.kinds
  return Array.from(
    groups,
    ([name, group]): PictureActor => ({
      id: refs.get(name)!,
      ...basis(group.map(({ account }) => account)),
      name,
      kind: kinds.get(name) ?? 'other',
      aliases: Array.from(names.aliases.get(name) ?? [], ([alias, reason]) => ({ name: alias, reason })),
    }),
  ).sort((a, b) => b.claims.length - a.claims.length || compare(a.name, b.name))
}

export function picturePlaces(all: readonly Account[], names: Names): PicturePlace[] {
  const groups = grouped(all, ({ place }) => place)
  const refs = references('L', [...names.places.keys()])
  return Array.from(groups, ([key, group]): PicturePlace => {
    const { name, placeId, location, aliases, partOf } = names.places.get(key)!
    return {
      id: refs.get(key)!,
      ...basis(group),
      name,
      placeId,
      location,
      aliases: Array.from(aliases, ([alias, reason]) => ({ name: alias, reason })),
      partOf: partOf.map((one) => names.places.get(one)?.name ?? one),
    }
  }).sort((a, b) => b.claims.length - a.claims.length || compare(a.name, b.name))
}
