/** The map's marks, drawn once: solid, hatched, dotted and empty discs in each holder's colour, and a glyph for each sort of event. */
import { HOLDERS } from './features.ts'
import { SORTS, type Sort } from './sorts.ts'

/** Pixels of an image, drawn at two to a pixel of the page. */
export const SIZE = 44
const LOOKS = ['solid', 'hatched', 'dotted', 'empty'] as const

/** Colours that stay apart for the colour-blind, in light and in dark; the last is for everyone else. */
export const palette = (dark: boolean): readonly string[] =>
  dark
    ? ['#7fb2ff', '#ffb454', '#5fd3a5', '#e58fc7', '#c5b3ff', '#9aa1a9']
    : ['#1f5fbf', '#c56a00', '#0f7f57', '#a43a82', '#6a51c7', '#777d85']

/** Each glyph as a path in a box of 20, for the map and for its legend alike. */
export const GLYPHS: Readonly<Record<Sort, string>> = {
  fight: 'M5 5L15 15M15 5L5 15',
  blast: 'M10 3V17M3 10H17M5 5L15 15M15 5L5 15',
  people: 'M10 3L17 10L10 17L3 10Z',
  other: 'M6 6H14V14H6Z',
}

/** Colour of what happened, whoever did it. */
const happened = (dark: boolean): string => (dark ? '#f08a72' : '#9c2f1f')

/** The colour of an image: its holder's, or that of events. */
export function colourOfIcon(icon: string, dark: boolean): string {
  const slot = /-(\d|x)$/.exec(icon)?.[1]
  return slot === undefined ? happened(dark) : (palette(dark)[Number(slot)] ?? palette(dark).at(-1)!)
}

/** All images by name, in light or in dark. */
export function drawIcons(dark: boolean): Map<string, HTMLCanvasElement> {
  const colours = palette(dark)
  const paper = dark ? '#16181b' : '#fbfaf7'
  const icons = new Map<string, HTMLCanvasElement>()
  const put = (name: string, draw: (ctx: CanvasRenderingContext2D) => void) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE })
    draw(canvas.getContext('2d')!)
    icons.set(name, canvas)
  }
  for (const look of LOOKS)
    for (let i = 0; i <= HOLDERS; i++)
      put(`${look}-${i < HOLDERS ? i : 'x'}`, (ctx) => disc(ctx, look, colours[i]!, paper))
  for (const sort of Object.keys(SORTS) as Sort[]) put(sort, (ctx) => glyph(ctx, GLYPHS[sort], happened(dark), paper))
  return icons
}

/** A glyph with a rim of paper, so that it reads on land, sea and other marks. */
function glyph(ctx: CanvasRenderingContext2D, path: string, ink: string, paper: string): void {
  const shape = new Path2D(path)
  ctx.translate(6, 6)
  ctx.scale(1.6, 1.6)
  ctx.lineCap = 'round'
  for (const [colour, width] of [
    [paper, 5],
    [ink, 2.2],
  ] as const) {
    ctx.strokeStyle = colour
    ctx.lineWidth = width
    ctx.stroke(shape)
  }
}

function disc(ctx: CanvasRenderingContext2D, look: (typeof LOOKS)[number], colour: string, paper: string): void {
  const [c, r] = [SIZE / 2, SIZE / 2 - 6]
  const circle = () => {
    ctx.beginPath()
    ctx.arc(c, c, r, 0, 2 * Math.PI)
  }
  circle()
  ctx.fillStyle = look === 'solid' ? colour : paper
  ctx.fill()
  ctx.save()
  ctx.clip()
  ctx.strokeStyle = ctx.fillStyle = colour
  ctx.lineWidth = 3
  ctx.beginPath()
  if (look === 'hatched')
    for (let x = -SIZE; x < SIZE; x += 8) {
      ctx.moveTo(x, SIZE)
      ctx.lineTo(x + SIZE, 0)
    }
  ctx.stroke()
  if (look === 'dotted')
    for (let x = 4; x < SIZE; x += 9)
      for (let y = 4; y < SIZE; y += 9) {
        ctx.beginPath()
        ctx.arc(x, y, 2.4, 0, 2 * Math.PI)
        ctx.fill()
      }
  ctx.restore()
  ctx.lineWidth = 4
  ctx.strokeStyle = look === 'solid' ? paper : colour
  circle()
  ctx.stroke()
}
