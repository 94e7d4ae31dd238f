/**
 * What is told, drawn over the ground: doubt, towns, marks, names. A canvas of its own, because a clock that is dragged
 * changes how strongly marks show and nothing else: the ground below, which is dear to draw, stays as it is.
 *
 *     strengths change    repaint                     some hundred copies of small images
 *     the view moves      project, repaint            names keep their side
 *     the view rests      place the names, repaint    placing.ts
 */
import type { Map as MapLibre } from 'maplibre-gl'
import type { Town } from '../../src/present/towns.ts'
import { type MapData, type MapPlace, type Mark, othersThan, type Point } from './features.ts'
import { drawIcons, SIZE } from './icons.ts'
import { inks, type Name, paintName } from './names.ts'
import { type Box, type Label, placeLabels } from './placing.ts'
import { edgeOf, type Pointed, type Pointer } from './pointers.ts'
import { FAINT } from './strength.ts'

/** Places whose names stand out, and that are pointed at from the edge when they lie beyond it. */
const MAIN = 10
/** Below this zoom a place shows its foremost sort of events only. */
const CLOSE = 7.4
/** Most pointers at the edge. */
const POINTERS = 4
/** Pixels around a point that count as hitting its mark. */
const REACH = 15

export interface Overlay {
  /** Draw every mark as strongly as told. */
  show(strength: (mark: Mark) => number): void
  /** The place drawn or pointed at there, in pixels of the map; null where there is none. */
  at(point: { readonly x: number; readonly y: number }): string | null
  remove(): void
}

interface Shown {
  readonly place: MapPlace
  readonly name: Name
  readonly sort: 'main' | 'plain'
  x: number
  y: number
  /** Where its name stands, seen from its point. */
  box: Box | null
  strength: number
  ring: Path2D | null
}

interface Away extends Pointed {
  readonly name: Name
  readonly shown: Shown
}

interface Ground {
  readonly at: Point
  readonly name: Name
  x: number
  y: number
  box: Box | null
}

export function overlay(map: MapLibre, drawn: MapData, towns: readonly Town[], dark: boolean): Overlay {
  const host = map.getCanvasContainer()
  const canvas = document.createElement('canvas')
  canvas.className = 'overlay'
  canvas.setAttribute('aria-hidden', 'true')
  host.append(canvas)
  const ctx = canvas.getContext('2d')!
  const ratio = Math.min(2, devicePixelRatio || 1)
  const icons = drawIcons(dark)
  const ink = inks(dark)
  const places = drawn.places.map((place, rank): Shown => {
    const sort = rank < MAIN ? 'main' : 'plain'
    const name = paintName(place.name, sort, dark, ratio)
    return { place, name, sort, x: 0, y: 0, box: null, strength: 0, ring: null }
  })
  const grounds = othersThan(drawn.places, towns).map(
    ({ name, lon, lat }): Ground => ({
      at: [lon, lat],
      name: paintName(name, 'town', dark, ratio),
      x: 0,
      y: 0,
      box: null,
    }),
  )
  const placeOf = new Map(places.map((one) => [one.place.name, one]))
  const strengths = new Map<Mark, number>()
  const sizes = new Map<string, HTMLCanvasElement>()
  const aways = new Map<string, Name>()
  let pointers: Pointer<Away>[] = []
  let [width, height] = [0, 0]

  /** Marks shrink as the map shows more of the world, so that they do not pile up. */
  const scale = (): number => Math.max(0.62, Math.min(1, 0.62 + (map.getZoom() - 5) * 0.1))
  const inside = ({ x, y }: { x: number; y: number }, by = 0): boolean =>
    x > -by && y > -by && x < width + by && y < height + by

  /** An image at its size on the screen; resampled once, not at every frame. */
  function sized(icon: string, side: number): HTMLCanvasElement {
    const key = `${icon} ${side}`
    let image = sizes.get(key)
    if (!image) {
      image = Object.assign(document.createElement('canvas'), { width: side, height: side })
      image.getContext('2d')!.drawImage(icons.get(icon)!, 0, 0, side, side)
      sizes.set(key, image)
    }
    return image
  }

  function project(): void {
    for (const one of [...places, ...grounds]) {
      const { x, y } = map.project(('place' in one ? one.place.at : one.at) as [number, number])
      one.x = x
      one.y = y
    }
    for (const one of places) {
      one.ring = null
      if (!one.place.doubt) continue
      one.ring = new Path2D()
      for (const corner of one.place.doubt) {
        const { x, y } = map.project(corner as [number, number])
        one.ring.lineTo(x, y)
      }
      one.ring.closePath()
    }
  }

  /** The boxes of a place's marks, which names keep clear of. */
  function marksOf({ x, y, place: { marks } }: Shown): Box[] {
    const by = scale()
    return marks.flatMap((mark) => {
      if (mark.minor && map.getZoom() < CLOSE) return []
      const half = (SIZE / 4) * 0.75 * mark.size * by
      const [u, v] = [x + mark.offset[0] * mark.size * by, y + mark.offset[1] * mark.size * by]
      return [{ left: u - half, top: v - half, right: u + half, bottom: v + half }]
    })
  }

  /** A place beyond the edge, with how far it lies from the middle of the map. */
  function away(shown: Shown): Away {
    const { lng, lat } = map.getCenter()
    const km = kilometres(shown.place.at, [lng, lat])
    const text = `${shown.place.name}, ${km < 100 ? Math.round(km) : Math.round(km / 10) * 10} km`
    let name = aways.get(text)
    if (!name) {
      name = paintName(text, 'away', dark, ratio)
      aways.set(text, name)
    }
    return { x: shown.x, y: shown.y, name, shown }
  }

  function place(): void {
    const seen = places.filter((one) => inside(one))
    const beyond = places.slice(0, MAIN).filter((one) => one.place.named && !inside(one))
    const fixed = controls({ width, height })
    pointers = edgeOf(beyond.slice(0, POINTERS).map(away), { width, height }, fixed)
    const labels = [
      ...seen.filter(({ place }) => place.named).map((one) => ({ one, sort: one.sort })),
      ...grounds.filter((one) => inside(one)).map((one) => ({ one, sort: 'town' as const })),
    ]
    for (const one of [...places, ...grounds]) one.box = null
    // A name for so much of the map, and no more: what is not named has its card and its line in the list.
    const most = { main: MAIN, plain: Math.ceil((width * height) / 9000), town: Math.ceil((width * height) / 16000) }
    const left = { ...most }
    const chosen = labels.filter(({ sort }) => left[sort]-- > 0)
    const wanted = chosen.map(({ one, sort }): Label => ({ x: one.x, y: one.y, ...sizeOf(one.name), sort }))
    const boxes = placeLabels(wanted, seen.flatMap(marksOf), { width, height }, [
      ...fixed,
      ...pointers.map(({ box }) => box),
    ])
    for (const [i, { one }] of chosen.entries()) {
      const box = boxes[i]
      one.box = box
        ? { left: box.left - one.x, top: box.top - one.y, right: box.right - one.x, bottom: box.bottom - one.y }
        : null
    }
  }

  function paint(): void {
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    ctx.clearRect(0, 0, width, height)
    ctx.setLineDash([3, 3])
    ctx.lineWidth = 1
    ctx.fillStyle = ctx.strokeStyle = ink.soft
    for (const { ring, strength } of places) {
      if (!ring || strength === 0) continue
      ctx.globalAlpha = 0.06 * strength
      ctx.fill(ring)
      ctx.globalAlpha = 0.6 * strength
      ctx.stroke(ring)
    }
    ctx.setLineDash([])
    ctx.globalAlpha = 1
    ctx.fillStyle = ink.distant
    for (const one of grounds) {
      if (!one.box) continue
      ctx.fillRect(one.x - 1.5, one.y - 1.5, 3, 3)
      put(one.name, one.x + one.box.left, one.y + one.box.top)
    }
    const by = scale()
    const far = map.getZoom() < CLOSE
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    for (const mark of drawn.marks) {
      const strength = strengths.get(mark) ?? 0
      const at = placeOf.get(mark.place)
      if (strength === 0 || !at || (mark.minor && far) || !inside(at, 40)) continue
      const image = sized(mark.icon, Math.round((SIZE / 2) * mark.size * by * ratio))
      const [x, y] = [at.x + mark.offset[0] * mark.size * by, at.y + mark.offset[1] * mark.size * by]
      ctx.globalAlpha = strength
      // At whole pixels of the screen, so that it is copied as it is.
      ctx.drawImage(image, Math.round(x * ratio - image.width / 2), Math.round(y * ratio - image.width / 2))
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    for (const one of places) {
      if (!one.box) continue
      // A place of which nothing shows keeps its name, for bearings.
      ctx.globalAlpha = one.strength > FAINT ? 1 : 0.45
      lead(one, one.box)
      put(one.name, one.x + one.box.left, one.y + one.box.top)
    }
    for (const { one, box, angle } of pointers) {
      ctx.globalAlpha = one.shown.strength > FAINT ? 1 : 0.45
      put(one.name, box.left, box.top)
      arrow(box, angle)
    }
    ctx.globalAlpha = 1
  }

  /** A thin line from a name that stands apart to its point. */
  function lead({ x, y }: Shown, box: Box): void {
    const [dx, dy] = [Math.max(box.left, Math.min(0, box.right)), Math.max(box.top, Math.min(0, box.bottom))]
    const off = Math.hypot(dx, dy)
    if (off < 20) return
    ctx.strokeStyle = ink.soft
    ctx.beginPath()
    ctx.moveTo(x + (dx * 8) / off, y + (dy * 8) / off)
    ctx.lineTo(x + dx, y + dy)
    ctx.stroke()
  }

  /** A small head at the side of a pointer's name, towards where its place lies. */
  function arrow(box: Box, angle: number): void {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
    const reach = Math.min(
      (box.right - box.left) / 2 / Math.max(0.01, Math.abs(dx)),
      (box.bottom - box.top) / 2 / Math.max(0.01, Math.abs(dy)),
    )
    ctx.save()
    ctx.translate(x + dx * (reach + 5), y + dy * (reach + 5))
    ctx.rotate(angle)
    ctx.fillStyle = ink.soft
    ctx.beginPath()
    ctx.moveTo(5, 0)
    ctx.lineTo(-3, -4)
    ctx.lineTo(-3, 4)
    ctx.fill()
    ctx.restore()
  }

  const put = ({ image, width: wide, height: high }: Name, x: number, y: number): void =>
    ctx.drawImage(image, x, y, wide, high)

  function resize(): void {
    const { clientWidth, clientHeight } = map.getContainer()
    ;[width, height] = [clientWidth, clientHeight]
    canvas.width = width * ratio
    canvas.height = height * ratio
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
    project()
    place()
    paint()
  }
  const move = () => {
    project()
    paint()
  }
  const rest = () => {
    project()
    place()
    paint()
  }
  map.on('resize', resize)
  map.on('move', move)
  map.on('moveend', rest)
  resize()
  return {
    show(strength) {
      let changed = false
      for (const one of places) {
        one.strength = 0
        for (const mark of one.place.marks) {
          const now = strength(mark)
          if (strengths.get(mark) !== now) changed = true
          strengths.set(mark, now)
          one.strength = Math.max(one.strength, now)
        }
      }
      if (changed) paint()
    },
    at({ x, y }) {
      const pointed = pointers.find(({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom)
      if (pointed) return pointed.one.shown.place.name
      const near = places
        .filter(({ strength }) => strength > 0)
        .map((one) => ({ one, off: Math.hypot(one.x - x, one.y - y) }))
        .toSorted((a, b) => a.off - b.off)[0]
      return near && near.off < REACH ? near.one.place.name : null
    },
    remove() {
      map.off('resize', resize)
      map.off('move', move)
      map.off('moveend', rest)
      canvas.remove()
    },
  }
}

/** Kilometres between two points; flat, which is near enough to be rounded. */
const kilometres = ([x, y]: Point, [u, v]: Point): number =>
  111.2 * Math.hypot((x - u) * Math.cos((((y + v) / 2) * Math.PI) / 180), y - v)

const sizeOf = ({ width, height }: Name) => ({ width, height })

/** Where the map's own buttons, scale and notices lie. */
const controls = ({ width, height }: { width: number; height: number }): Box[] => [
  { left: width - 48, top: 0, right: width, bottom: 116 },
  { left: 0, top: height - 34, right: 112, bottom: height },
  { left: width - 226, top: height - 38, right: width, bottom: height },
]
