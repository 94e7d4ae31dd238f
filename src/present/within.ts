/** Which place of a picture lies in which: "Yida" in "South Sudan". By the names the picture gives them. */
import type { Picture } from '../model/picture.ts'

/** Is the first place the second one, or in it? */
export type Within = (place: string, other: string) => boolean

/** Asked of the picture's own places; a place it has no entry for is only in itself. */
export function within({ places }: Pick<Picture, 'places'>): Within {
  const parents = new Map(places.map(({ name, partOf }) => [name, new Set(partOf)]))
  return (place, other) => place === other || (parents.get(place)?.has(other) ?? false)
}

/** The names of the picture's countries. */
export const countries = ({ places }: Pick<Picture, 'places'>): ReadonlySet<string> =>
  new Set(places.flatMap(({ name, location }) => (location?.precision === 'country' ? name : [])))
