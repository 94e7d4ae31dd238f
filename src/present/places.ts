/** Places as a line of JSON: the mention with its point lifted out. */
import type { PlaceMention } from '../model/mention.ts'

/** A mention as `recount annotate --layer places` prints it; `lat` and `lon` are null when it stays unresolved. */
export function placeLine(mention: PlaceMention): Record<string, unknown> {
  const { location, id, ...rest } = mention
  const geonameid = id?.startsWith('geonames:') ? { geonameid: id.slice(9) } : {}
  return { ...rest, id, ...geonameid, lat: location?.lat ?? null, lon: location?.lon ?? null, location }
}
