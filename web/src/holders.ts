/** Who gets a colour of his own: those who hold most places, in the map, its legend and the lists alike. */
import { computed } from '@preact/signals'
import { latestControl } from '../../src/present/leading.ts'
import { HOLDERS, ranked } from './features.ts'
import { palette } from './icons.ts'
import { dark, data } from './state.ts'

/** Holders in the order of the colours. */
export const holders = computed((): readonly string[] =>
  data.value ? ranked(latestControl(data.value.picture).flatMap(({ holder }) => holder ?? [])).slice(0, HOLDERS) : [],
)

/** The colour of a holder as the scheme stands; that of the others when he has none, none where nobody is named. */
export function colourOf(holder: string | null): string | undefined {
  if (holder === null) return undefined
  const colours = palette(dark.value)
  return colours[holders.value.indexOf(holder)] ?? colours.at(-1)
}
