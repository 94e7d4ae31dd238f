/** Names on the map as images, painted once: a name is copied a thousand times while a clock is dragged. */

export interface Name {
  readonly image: HTMLCanvasElement
  /** Pixels of the page. */
  readonly width: number
  readonly height: number
}

/** `away`: of a place beyond the edge of the map, on one line. */
export type NameSort = 'main' | 'plain' | 'town' | 'away' | 'country'

const FONT = {
  main: [600, 14.5],
  plain: [450, 13],
  town: [400, 12],
  away: [450, 12.5],
  country: [450, 11.5],
} as const
/** Names longer than this take two lines, so that they fit a phone's map. */
const LONG = 11
/** Paper around the letters, so that they read on borders and marks. */
const HALO = 3

/** Colours of names, light or dark. */
export const inks = (dark: boolean) =>
  dark
    ? {
        main: '#e8e6e1',
        plain: '#b4b9c0',
        town: '#7d848c',
        away: '#b4b9c0',
        country: '#6f767e',
        soft: '#a8aeb6',
        distant: '#565c65',
        halo: '#16181b',
      }
    : {
        main: '#1b1d1f',
        plain: '#4c5157',
        town: '#8b8879',
        away: '#4c5157',
        country: '#9a9484',
        soft: '#5a5f66',
        distant: '#b0a999',
        halo: '#fbfaf7',
      }

export function paintName(text: string, sort: NameSort, dark: boolean, ratio: number): Name {
  const [weight, size] = FONT[sort]
  const font = `${weight} ${size}px "Source Sans 3", system-ui, sans-serif`
  const image = document.createElement('canvas')
  const ctx = image.getContext('2d')!
  // Wide apart, as on printed maps; a browser that cannot space letters leaves them as they are.
  const letterSpacing = sort === 'country' ? '2px' : '0px'
  Object.assign(ctx, { font, letterSpacing })
  const lines = sort === 'away' || sort === 'country' ? [text] : linesOf(text)
  const step = size * 1.1
  const width = Math.ceil(Math.max(...lines.map((line) => ctx.measureText(line).width)) + HALO)
  const height = Math.ceil(step * lines.length + HALO)
  image.width = width * ratio
  image.height = height * ratio
  // Setting its size has forgotten all else.
  ctx.scale(ratio, ratio)
  const ink = inks(dark)
  Object.assign(ctx, {
    font,
    letterSpacing,
    textAlign: 'center',
    textBaseline: 'middle',
    lineJoin: 'round',
    lineWidth: HALO,
  })
  Object.assign(ctx, { strokeStyle: ink.halo, fillStyle: ink[sort] })
  for (const paint of ['strokeText', 'fillText'] as const)
    for (const [i, line] of lines.entries()) ctx[paint](line, width / 2, HALO / 2 + step * (i + 0.5))
  return { image, width, height }
}

/** One line, or two of about the same length. */
function linesOf(text: string): string[] {
  const words = text.split(' ')
  if (text.length <= LONG || words.length === 1) return [text]
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')])
  return cuts.toSorted((a, b) => longest(a) - longest(b))[0]!
}

const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length))
