/** What the map draws: one mark for each place's latest control and each located event, with its circle or sector of doubt. */
import type { Feature, Point, Polygon } from 'geojson'
import type { Location } from '../../src/model/mention.ts'
import type { Picture } from '../../src/model/picture.ts'
import { latestControl } from '../../src/present/brief.ts'

export interface MapFeature {
  readonly mark: Feature<Point>
  readonly doubt?: Feature<Polygon>
  readonly item: { readonly from: string | null; readonly to: string | null; readonly known: string | null }
}

/** Holders in order of how many places they have; the first few get a colour each. */
export const HOLDERS = 5

export function featuresOf(picture: Picture): MapFeature[] {
  const where = new Map(picture.places.map((place) => [place.name, place.location]))
  const control = latestControl(picture)
  const holders = ranked(control.flatMap(({ holder }) => holder ?? []))
  const out: MapFeature[] = []
  const add = (id: string, place: string | null, item: MapFeature['item'], properties: Record<string, unknown>) => {
    const location = place === null ? null : where.get(place)
    if (!location || location.precision === 'country') return
    const key = out.length + 1
    const mark: Feature<Point> = {
      type: 'Feature',
      id: key,
      geometry: { type: 'Point', coordinates: [location.lon, location.lat] },
      properties: { ref: id, ...properties },
    }
    out.push({
      mark,
      doubt: location.radiusKm > 5 && location.precision !== 'admin' ? doubt(location) : undefined,
      item,
    })
  }
  for (const event of picture.events)
    if (event.modality === 'asserted')
      add(event.id, event.place, event, { icon: 'event', kind: 'event', label: '', rank: 1 })
  for (const period of control) {
    const colour = period.holder === null ? -1 : holders.indexOf(period.holder)
    const look =
      period.state === 'contested'
        ? 'dotted'
        : period.oneSided
          ? 'hatched'
          : period.state === 'unknown'
            ? 'empty'
            : 'solid'
    add(period.id, period.place, period, {
      icon: `${look}-${colour >= 0 && colour < HOLDERS ? colour : 'x'}`,
      kind: 'control',
      label: period.place,
      rank: 2,
    })
  }
  return out
}

/** Names by how often they come, most often first. */
export function ranked(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
}

/** A circle, or the sector that "45 km south of" leaves open, as a polygon of WGS 84 degrees. */
function doubt({ lat, lon, radiusKm }: Location): Feature<Polygon> {
  const ring = Array.from({ length: 49 }, (_, i) => {
    const angle = (i / 48) * 2 * Math.PI
    const north = (radiusKm / 110.57) * Math.cos(angle)
    const east = (radiusKm / (111.32 * Math.cos((lat * Math.PI) / 180))) * Math.sin(angle)
    return [lon + east, lat + north]
  }).toReversed()
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} }
}
