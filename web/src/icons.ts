/** The map's marks, drawn once: solid, hatched, dotted and empty discs in each holder's colour, and the event mark. */
import type { Map as MapLibre } from 'maplibre-gl'
import { HOLDERS } from './features.ts'

const SIZE = 44
const LOOKS = ['solid', 'hatched', 'dotted', 'empty'] as const

/** Colours that stay apart for the colour-blind, in light and in dark; the last is for everyone else. */
const colours = (dark: boolean): readonly string[] =>
  dark
    ? ['#7fb2ff', '#ffb454', '#5fd3a5', '#e58fc7', '#c5b3ff', '#9aa1a9']
    : ['#1f5fbf', '#c56a00', '#0f7f57', '#a43a82', '#6a51c7', '#777d85']

export function drawIcons(map: MapLibre): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const palette = colours(dark)
  const put = (name: string, draw: (ctx: CanvasRenderingContext2D) => void) => {
    const ctx = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE }).getContext('2d')!
    draw(ctx)
    if (map.hasImage(name)) map.removeImage(name)
    map.addImage(name, ctx.getImageData(0, 0, SIZE, SIZE), { pixelRatio: 2 })
  }
  for (const look of LOOKS)
    for (let i = 0; i <= HOLDERS; i++)
      put(`${look}-${i < HOLDERS ? i : 'x'}`, (ctx) => disc(ctx, look, palette[i]!, dark ? '#16181b' : '#fbfaf7'))
  put('event', (ctx) => {
    ctx.strokeStyle = dark ? '#f08a72' : '#9c2f1f'
    ctx.lineWidth = 4
    ctx.beginPath()
    for (const [dx, dy] of [
      [8, 8],
      [8, -8],
    ] as const) {
      ctx.moveTo(SIZE / 2 - dx, SIZE / 2 - dy)
      ctx.lineTo(SIZE / 2 + dx, SIZE / 2 + dy)
    }
    ctx.stroke()
  })
}

function disc(ctx: CanvasRenderingContext2D, look: (typeof LOOKS)[number], colour: string, paper: string): void {
  const [c, r] = [SIZE / 2, SIZE / 2 - 6]
  ctx.beginPath()
  ctx.arc(c, c, r, 0, 2 * Math.PI)
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
  ctx.strokeStyle = colour
  ctx.lineWidth = 4
  ctx.beginPath()
  ctx.arc(c, c, r, 0, 2 * Math.PI)
  ctx.stroke()
}
