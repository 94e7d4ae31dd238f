/** A picture arrives: it is shown, and then told what its statements were called earlier, which a server is asked for apart. */
import type { PageData, PageFile } from '../../src/present/page.ts'
import { loadEarlier, served } from './data.ts'
import { data, retell, show } from './state.ts'

/** Show a picture. */
export function arrive(next: PageData | PageFile): void {
  show(next)
  if (!served()) return
  loadEarlier().then(
    (words) => {
      if (data.value === next) retell(words)
    },
    // Statements then keep the words of today on earlier days.
    () => {},
  )
}
