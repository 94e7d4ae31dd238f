/**
 * What is told, drawn over the ground. A canvas of its own, because a clock that is dragged changes how strongly marks
 * show and nothing else: the ground below, which is dear to draw, stays as it is.
 *
 *     strengths change    fold, paint                     some hundred copies of small images
 *     the view moves      project, fold, paint            names keep their side
 *     either rests        place the names, paint          naming.ts
 */
import type { Map as MapLibre } from 'maplibre-gl'
import type { Town } from '../../src/present/towns.ts'
import type { Countries } from './countries.ts'
import type { MapData, Mark } from './features.ts'
import { type Name, paintName } from './names.ts'
import { nameAll, type View } from './naming.ts'
import { painter } from './paint.ts'
import { fold, type Names, project, sceneOf } from './scene.ts'

/** Pixels around a point that count as hitting its mark, and how many of them a folded place gives way to one that stands out. */
const REACH = 15
const GIVES = 5
/** Milliseconds that the clocks must rest before names are placed anew. */
const REST = 180

export interface Overlay {
  /** Draw every mark as strongly as told. */
  show(strength: (mark: Mark) => number): void
  /** Ring the place whose card is open. */
  choose(place: string | null): void
  /** The place drawn or pointed at there, in pixels of the map; null where there is none. */
  at(point: { readonly x: number; readonly y: number }): string | null
  remove(): void
}

/** What there is to draw. */
interface Told {
  readonly drawn: MapData
  readonly towns: readonly Town[]
  readonly countries: Countries
}

/** `told` hears how many places are folded, whenever names have been placed. */
export function overlay(
  map: MapLibre,
  { drawn, towns, countries }: Told,
  dark: boolean,
  told: (folded: number) => void,
): Overlay {
  const canvas = document.createElement('canvas')
  canvas.className = 'overlay'
  canvas.setAttribute('aria-hidden', 'true')
  map.getCanvasContainer().append(canvas)
  const ratio = Math.min(2, devicePixelRatio || 1)
  const scene = sceneOf(drawn, towns)
  const strengths = new Map<Mark, number>()
  const draw = painter(canvas.getContext('2d')!, dark, ratio)
  const painted = new Map<string, Name>()
  const names: Names = (text, sort) => {
    const key = `${sort} ${text}`
    const name = painted.get(key) ?? paintName(text, sort, dark, ratio)
    painted.set(key, name)
    return name
  }
  const view: View = {
    toPixels: (at) => {
      const { x, y } = map.project([...at])
      return [x, y]
    },
    toPoint: (pixels) => {
      const { lng, lat } = map.unproject([...pixels])
      return [lng, lat]
    },
  }
  let resting: ReturnType<typeof setTimeout> | undefined

  const paint = (): void => {
    fold(scene)
    draw(scene, strengths)
  }
  const settle = (): void => {
    clearTimeout(resting)
    fold(scene)
    nameAll(scene, names, countries, view)
    draw(scene, strengths)
    told(scene.places.filter((one) => one.folded).length)
  }
  const settleSoon = (): void => {
    clearTimeout(resting)
    resting = setTimeout(settle, REST)
  }
  const move = (): void => {
    project(scene, map)
    paint()
  }
  const rest = (): void => {
    project(scene, map)
    settle()
  }
  const resize = (): void => {
    const { clientWidth, clientHeight } = map.getContainer()
    ;[scene.width, scene.height] = [clientWidth, clientHeight]
    canvas.width = clientWidth * ratio
    canvas.height = clientHeight * ratio
    Object.assign(canvas.style, { width: `${clientWidth}px`, height: `${clientHeight}px` })
    rest()
  }
  const heard = [
    ['resize', resize],
    ['move', move],
    ['moveend', rest],
  ] as const
  for (const [event, hear] of heard) map.on(event, hear)
  resize()
  return {
    show(strength) {
      let changed = false
      for (const one of scene.places) {
        one.strength = 0
        for (const mark of one.place.marks) {
          const now = strength(mark)
          if (strengths.get(mark) !== now) changed = true
          strengths.set(mark, now)
          one.strength = Math.max(one.strength, now)
        }
      }
      if (!changed) return
      paint()
      settleSoon()
    },
    choose(place) {
      if (scene.chosen === place) return
      scene.chosen = place
      settle()
    },
    at({ x, y }) {
      const pointed = scene.pointers.find(({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom)
      if (pointed) return pointed.one.shown.place.name
      const near = scene.places
        .filter(({ strength }) => strength > 0)
        .map((one) => ({ one, off: Math.hypot(one.x - x, one.y - y) + (one.folded ? GIVES : 0) }))
        .toSorted((a, b) => a.off - b.off)[0]
      return near && near.off < REACH ? near.one.place.name : null
    },
    remove() {
      clearTimeout(resting)
      for (const [event, hear] of heard) map.off(event, hear)
      canvas.remove()
    },
  }
}
