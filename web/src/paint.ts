/** Paints a scene over the ground: doubt, towns, marks, names, pointers. Drawing only; what is drawn and where is `scene.ts`. */
import type { Mark } from './features.ts'
import { colourOfIcon, drawIcons, SIZE } from './icons.ts'
import { inks, type Name } from './names.ts'
import type { Box } from './placing.ts'
import { inside, type Scene, type Shown } from './scene.ts'
import { FAINT } from './strength.ts'

/** Radius of the dot that stands for a folded place, in pixels. */
const DOT = 2.4
/** Pixels around a place that its disc covers, and a dot beside it. */
const UNDER = 11

/** A painter of scenes in light or in dark, at `ratio` pixels of the screen to one of the page. */
export function painter(
  ctx: CanvasRenderingContext2D,
  dark: boolean,
  ratio: number,
): (scene: Scene, strengths: ReadonlyMap<Mark, number>) => void {
  const icons = drawIcons(dark)
  const ink = inks(dark)
  const sizes = new Map<string, HTMLCanvasElement>()

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

  const put = ({ image, width, height }: Name, x: number, y: number): void => ctx.drawImage(image, x, y, width, height)

  /** Where it may lie: of what stands out only, or the outlines would hide each other. */
  function doubt({ places }: Scene): void {
    ctx.setLineDash([3, 3])
    ctx.lineWidth = 1
    ctx.fillStyle = ctx.strokeStyle = ink.soft
    for (const { ring, strength, folded } of places) {
      if (!ring || strength === 0 || folded) continue
      ctx.globalAlpha = 0.06 * strength
      ctx.fill(ring)
      ctx.globalAlpha = 0.6 * strength
      ctx.stroke(ring)
    }
    ctx.setLineDash([])
    ctx.globalAlpha = 1
  }

  function towns({ towns: all, countries }: Scene): void {
    for (const { name, x, y } of countries) put(name, x - name.width / 2, y - name.height / 2)
    ctx.fillStyle = ink.distant
    for (const one of all) {
      if (!one.box || !one.name) continue
      ctx.fillRect(one.x - 1.5, one.y - 1.5, 3, 3)
      put(one.name, one.x + one.box.left, one.y + one.box.top)
    }
  }

  /** A folded place in the colour of its strongest mark. */
  function dot({ x, y, place, strength }: Shown, strengths: ReadonlyMap<Mark, number>): void {
    const mark = place.marks.findLast((one) => strengths.get(one) === strength)
    if (!mark) return
    ctx.globalAlpha = strength
    ctx.beginPath()
    ctx.arc(x, y, DOT, 0, 2 * Math.PI)
    ctx.fillStyle = colourOfIcon(mark.icon, dark)
    ctx.fill()
    ctx.strokeStyle = ink.halo
    ctx.stroke()
  }

  function marks(scene: Scene, strengths: ReadonlyMap<Mark, number>): void {
    const { places, scale, close } = scene
    const seen = places.filter((one) => one.strength > 0 && inside(scene, one, 40))
    // A dot that would lie under the marks of another shows through them where those are pale.
    const out = seen.filter(({ folded }) => !folded)
    const clear = ({ x, y }: Shown) => out.every((one) => Math.hypot(one.x - x, one.y - y) > UNDER * scale)
    for (const one of seen) if (one.folded && clear(one)) dot(one, strengths)
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    // The foremost last, so that it lies over the others.
    for (const { x, y, place } of out.toReversed()) {
      for (const mark of place.marks) {
        const strength = strengths.get(mark) ?? 0
        if (strength === 0 || (mark.minor && !close)) continue
        const image = sized(mark.icon, Math.round((SIZE / 2) * mark.size * scale * ratio))
        const [u, v] = [x + mark.offset[0] * mark.size * scale, y + mark.offset[1] * mark.size * scale]
        ctx.globalAlpha = strength
        // At whole pixels of the screen, so that it is copied as it is.
        ctx.drawImage(image, Math.round(u * ratio - image.width / 2), Math.round(v * ratio - image.width / 2))
      }
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  }

  /** A ring around the place whose card is open. */
  function ringed({ places, chosen, scale }: Scene): void {
    const one = chosen === null ? undefined : places.find(({ place }) => place.name === chosen)
    if (!one) return
    ctx.globalAlpha = 1
    for (const [colour, width] of [
      [ink.halo, 5],
      [ink.main, 2],
    ] as const) {
      ctx.strokeStyle = colour
      ctx.lineWidth = width
      ctx.beginPath()
      ctx.arc(one.x, one.y, 13 * scale, 0, 2 * Math.PI)
      ctx.stroke()
    }
    ctx.lineWidth = 1
  }

  function names({ places }: Scene): void {
    for (const one of places) {
      if (!one.box || !one.name) continue
      // A place of which nothing shows keeps its name, for bearings.
      ctx.globalAlpha = one.strength > FAINT ? 1 : 0.45
      lead(one, one.box)
      put(one.name, one.x + one.box.left, one.y + one.box.top)
    }
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

  function pointers({ pointers: all }: Scene): void {
    for (const { one, box, angle } of all) {
      ctx.globalAlpha = one.shown.strength > FAINT ? 1 : 0.45
      put(one.name, box.left, box.top)
      arrow(box, angle)
    }
    ctx.globalAlpha = 1
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
    ctx.translate(x + dx * (reach + 6), y + dy * (reach + 6))
    ctx.rotate(angle)
    ctx.fillStyle = ink.soft
    ctx.beginPath()
    ctx.moveTo(6, 0)
    ctx.lineTo(-4, -3.5)
    ctx.lineTo(-4, 3.5)
    ctx.fill()
    ctx.restore()
  }

  return (scene, strengths) => {
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    ctx.clearRect(0, 0, scene.width, scene.height)
    doubt(scene)
    towns(scene)
    marks(scene, strengths)
    ringed(scene)
    names(scene)
    pointers(scene)
  }
}
