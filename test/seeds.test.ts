/**
 * What the picture of the five reports beside the repository must say. Skipped, with a word, where they are not.
 * Their words stay out of this file: it asks for numbers, places, days and speakers.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { openProject, type Project } from '../src/engine/project.ts'
import type { Picture, PictureFigure } from '../src/model/picture.ts'

const seeds = fileURLToPath(new URL('../../shared/seeds/', import.meta.url))
const absent = !existsSync(seeds)
if (absent) console.warn('test/seeds.test.ts: no ../shared/seeds beside the repository, skipped')

describe.skipIf(absent)('five reports of one war', () => {
  let project: Project
  let picture: Picture
  beforeAll(async () => {
    project = await openProject([seeds])
    picture = project.picture()
  })

  const figures = (start: string, from: Picture = picture): PictureFigure[] =>
    from.figures.filter(({ summary }) => summary.startsWith(start))
  const figure = (start: string, from: Picture = picture): PictureFigure => {
    const found = figures(start, from)
    expect(
      found.map(({ summary }) => summary),
      start,
    ).toHaveLength(1)
    return found[0]!
  }

  test('the strength of Islamic State in Mosul has both numbers with their speakers; as of 24 October 2016 only one', () => {
    const told = figure('Islamic State fighters in Mosul').testimonies.map(({ low, high, speaker }) => [
      low,
      high,
      speaker,
    ])
    expect(told).toContainEqual([5000, 7000, 'US-led coalition'])
    expect(told).toContainEqual([null, 6000, 'Lt. Gen. Talib Shaghati'])
    const then = figure('Islamic State fighters in Mosul', project.picture({ asOf: '2016-10-24' }))
    expect(then.testimonies.map(({ low, high }) => [low, high])).toEqual([[null, 6000]])
  })

  test('a place with two names is one', () => {
    const names = picture.places.map(({ name, aliases }) => [name, ...aliases.map((one) => one.name)])
    for (const [one, other] of [
      ['Qaraqosh', 'Hamdaniyah'],
      ['Khazir', 'Khazer'],
      ['Fallujah', 'Falluja'],
    ] as const)
      expect(names.filter((all) => all.includes(one) || all.includes(other)).length, one).toBeLessThanOrEqual(1)
    expect(picture.control.map(({ place }) => place)).not.toContain('Hamdaniyah')
  })

  test('eastern Mosul: said to be cleared, taken back, still fought for', () => {
    const periods = picture.control.filter(({ place }) => place === 'eastern Mosul')
    expect(periods.map(({ status, grade }) => [status, grade.word])).toEqual(
      expect.arrayContaining([
        [expect.stringMatching(/cleared|captured|lost/), 'discounted'],
        ['contested', expect.any(String)],
      ]),
    )
    expect(picture.disagreements.filter(({ kind }) => kind === 'happened')).toHaveLength(1)
  })

  test('Bartella was taken around 20 October 2016', () => {
    const [taken] = picture.control.filter(({ place, status }) => place === 'Bartella' && status === 'captured')
    expect(taken!.begins.latest! >= '2016-10-20' && taken!.begins.latest! <= '2016-10-23').toBe(true)
  })

  test('the Khazir operation is its own, and so is that of western Mosul', () => {
    const names = picture.operations.map(({ name }) => name)
    for (const name of ['Khazir offensive, May 2016', 'Mosul offensive, October 2016']) expect(names).toContain(name)
    expect(names.filter((name) => name.includes('February 2017'))).toHaveLength(1)
    expect(names.filter((name) => name.includes('Khazir'))).toHaveLength(1)
  })

  test('25,000, 50,000 and 100,000 are one disagreement of definition', () => {
    const all = picture.disagreements.filter(({ kind }) => kind === 'definition')
    expect(all.map(({ sides }) => sides.map(({ says }) => says))).toEqual([
      ['at least 25,000', 'about 50,000', '100,000'],
    ])
  })

  test('the 80 dead of Kirkuk are of Kirkuk', () => {
    expect(figure('People killed in Kirkuk').low).toBe(80)
    expect(picture.figures.filter(({ low, high }) => low === 80 || high === 80)).toHaveLength(1)
  })

  test('forecasts of displacement stand apart from counts', () => {
    const forecasts = picture.figures.filter(
      ({ measure, modality }) => measure === 'displaced' && modality === 'predicted',
    )
    const numbers = forecasts.flatMap(({ testimonies }) => testimonies.map(({ low, high }) => [low, high]))
    expect(numbers).toContainEqual([1_000_000, null])
    expect(numbers).toContainEqual([null, 400_000])
    const counts = picture.figures.filter(({ measure, modality }) => measure === 'displaced' && modality === 'asserted')
    const counted = counts.map(({ low, high, place }) => [low, high, place])
    // Fled to another country in ten days, and displaced since the operation began: two things.
    expect(counted.filter(([low]) => low === 5000)).toHaveLength(2)
    expect(counts.some(({ high }) => (high ?? 0) >= 400_000)).toBe(false)
  })

  test('nobody holds a place because he cut its road, comes from it, or is named near it', () => {
    const held = picture.control
      .filter(({ state }) => state === 'held')
      .map(({ place, holder }) => `${place}: ${holder}`)
    expect(held.filter((one) => /Popular Mobilization|Halabja|Karama/.test(one))).toEqual([])
  })
})
