/** Finds texts that share rare words with another: cosine over word sets, each word weighing by how few texts hold it. */

const STOP = new Set(
  'the and for with from that this its his her their has have had are was were will been who which when after into over said says told monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)

/** The words of lower-case text that can make it like another, cut to their stems. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.match(/\p{L}{3,}|\d{2,}/gu) ?? []).filter((word) => !STOP.has(word)).map((word) => word.slice(0, 7)))

/** A word in more texts than this tells little and costs much. */
const COMMON = 400

/** A function that gives the items whose words have at least that cosine with others, in the order of the items. */
export function finder<T extends { readonly words: ReadonlySet<string> }>(
  items: readonly T[],
): (words: ReadonlySet<string>, least: number) => { readonly item: T; readonly cosine: number }[] {
  const index = new Map<string, number[]>()
  items.forEach(({ words }, i) => {
    for (const word of words) {
      const list = index.get(word)
      if (list) list.push(i)
      else index.set(word, [i])
    }
  })
  const weight = (word: string): number => Math.log(1 + (items.length + 50) / (1 + (index.get(word)?.length ?? 0))) ** 2
  const norm = (words: ReadonlySet<string>): number => [...words].reduce((sum, word) => sum + weight(word), 0)
  const norms = items.map(({ words }) => norm(words))
  return (words, least) => {
    const common = new Map<number, number>()
    for (const word of words) {
      const list = index.get(word)
      if (list && list.length <= COMMON) for (const i of list) common.set(i, (common.get(i) ?? 0) + weight(word))
    }
    const own = norm(words)
    return [...common]
      .map(([i, sum]) => ({ i, cosine: sum / Math.sqrt(own * norms[i]!) }))
      .filter(({ cosine }) => cosine >= least)
      .sort((a, b) => a.i - b.i)
      .map(({ i, cosine }) => ({ item: items[i]!, cosine }))
  }
}
