/** Which places are named as the map stands, where, and what is pointed at from its edge. Places the names; the boxes they get are `placing.ts`. */
import { type Countries, placeCountries } from './countries.ts'
import type { Point } from './features.ts'
import { SIZE } from './icons.ts'
import { type Box, type Label, placeLabels } from './placing.ts'
import { edgeOf } from './pointers.ts'
import { type Away, inside, type Names, type Scene, type Shown } from './scene.ts'

/** Places whose names stand out at most, and that are pointed at from the edge when they lie beyond it. */
const MAIN = 10
/** Share of the places in sight whose names stand out. */
const SHARE = 0.4
/** Most pointers at the edge. */
const POINTERS = 4
/** Pixels of map for each name that does not stand out, and for each town: what is not named has its card and its line in the list. */
const ROOM = { plain: 9000, town: 16000 } as const

/** Between degrees and pixels of the map. */
export interface View {
  readonly toPixels: (at: Point) => Point
  readonly toPoint: (pixels: Point) => Point
}

/** Name what stands out, the foremost first; then what has nothing to show as the clocks stand; then towns and countries where there is room. */
export function nameAll(scene: Scene, names: Names, countries: Countries, view: View): void {
  const { places, towns, width, height, chosen } = scene
  for (const one of [...places, ...towns]) one.name = one.box = null
  const beyond = places.slice(0, MAIN).filter((one) => one.place.named && !inside(scene, one))
  const fixed = controls(scene)
  const away = (shown: Shown): Away => {
    const km = kilometres(shown.place.at, view.toPoint([width / 2, height / 2]))
    const far = km < 100 ? Math.round(km) : Math.round(km / 10) * 10
    return { x: shown.x, y: shown.y, name: names(`${shown.place.name}, ${far} km`, 'away'), shown }
  }
  const seen = places.filter((one) => inside(scene, one))
  const marks = seen.flatMap((one) => boxesOf(one, scene))
  scene.pointers = edgeOf(beyond.slice(0, POINTERS).map(away), scene, fixed, marks)
  const named = seen.filter(({ place, folded }) => place.named && !folded)
  const shows = named.filter(({ strength }) => strength > 0)
  const open = shows.filter(({ place }) => place.name === chosen)
  const first = [...open, ...shows.filter(({ place }) => place.name !== chosen)]
  const main = Math.min(MAIN, Math.ceil(first.length * SHARE))
  const rest = [...first.slice(main), ...named.filter(({ strength }) => strength === 0)]
  const wanted = [
    ...first.slice(0, main).map((one) => ({ one, text: one.place.name, sort: 'main' as const })),
    ...rest
      .slice(0, Math.ceil((width * height) / ROOM.plain))
      .map((one) => ({ one, text: one.place.name, sort: 'plain' as const })),
    ...towns
      .filter((one) => inside(scene, one))
      .slice(0, Math.ceil((width * height) / ROOM.town))
      .map((one) => ({ one, text: one.town, sort: 'town' as const })),
  ]
  const labels = wanted.map(({ one, text, sort }): Label => {
    const name = names(text, sort)
    one.name = name
    return { x: one.x, y: one.y, width: name.width, height: name.height, sort }
  })
  const taken = [...fixed, ...scene.pointers.map(({ box }) => box)]
  const boxes = placeLabels(labels, marks, scene, taken)
  for (const [i, { one }] of wanted.entries()) {
    const box = boxes[i]
    one.box = box
      ? { left: box.left - one.x, top: box.top - one.y, right: box.right - one.x, bottom: box.bottom - one.y }
      : null
  }
  const written = (country: string) => names(country.toUpperCase(), 'country')
  const full = [...taken, ...marks, ...boxes.filter((box) => box !== null)]
  scene.countries = placeCountries(countries, scene, view, written, full).map(({ country, at }) => {
    const [x, y] = view.toPixels(at)
    return { at, x, y, name: written(country) }
  })
}

/** The boxes of a place's marks, which names keep clear of. */
function boxesOf({ x, y, place: { marks }, strength, folded }: Shown, { scale, close }: Scene): Box[] {
  if (strength === 0) return []
  if (folded) return [{ left: x - 2, top: y - 2, right: x + 2, bottom: y + 2 }]
  return marks.flatMap((mark) => {
    if (mark.minor && !close) return []
    const half = (SIZE / 4) * 0.75 * mark.size * scale
    const [u, v] = [x + mark.offset[0] * mark.size * scale, y + mark.offset[1] * mark.size * scale]
    return [{ left: u - half, top: v - half, right: u + half, bottom: v + half }]
  })
}

/** Kilometres between two points; flat, which is near enough to be rounded. */
const kilometres = ([x, y]: Point, [u, v]: Point): number =>
  111.2 * Math.hypot((x - u) * Math.cos((((y + v) / 2) * Math.PI) / 180), y - v)

/** Where the map's own buttons, scale and notices lie. */
const controls = ({ width, height }: Scene): Box[] => [
  { left: width - 48, top: 0, right: width, bottom: 74 },
  { left: width - 92, top: 74, right: width, bottom: 116 },
  { left: 0, top: height - 34, right: 112, bottom: height },
  { left: width - 226, top: height - 38, right: width, bottom: height },
]
