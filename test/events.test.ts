/** Control, events and modality by their manuals, and what must hold of every claim. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reader } from '../src/engine/read.ts'
import { loadResources } from '../src/engine/resources.ts'
import type { Claim } from '../src/model/claim.ts'
import { given, type Report } from '../src/model/report.ts'
import { checkCases } from './cases.ts'

const resources = loadResources()
const read = reader(['claims', 'code'], resources)
const report = (text: string): Report => ({ id: 'case', text, published: given('2021-06-14') })
const claimsOf = (text: string): readonly Claim[] => read(report(text)).claims

/** Lines of one kind: what, who (and, of a loss, who loses), where, modality, and the words that tell of it. */
const lines = (kind: 'control' | 'event') => (input: string) =>
  claimsOf(input).flatMap((claim) => {
    if (claim.kind !== kind) return []
    const what = claim.kind === 'event' ? claim.type : claim.kind === 'control' ? claim.status : ''
    const trigger = input.slice(claim.reason.trigger.start, claim.reason.trigger.end)
    const loser = claim.kind === 'control' && claim.status === 'lost' ? ` < ${claim.fromActor ?? '-'}` : ''
    return [`${what} ${claim.modality} | ${claim.actor ?? '-'}${loser} | ${claim.place ?? '-'} [${trigger}]`]
  })

describe('events', () => checkCases('events.txt', lines('event')))
describe('control', () => checkCases('control.txt', lines('control')))
describe('arguments', () =>
  checkCases('arguments.txt', (input) =>
    claimsOf(input).flatMap((claim) => {
      if (claim.kind === 'figure') return []
      const [what, whom] = claim.kind === 'event' ? [claim.type, claim.target] : [claim.status, claim.fromActor]
      const trigger = input.slice(claim.reason.trigger.start, claim.reason.trigger.end)
      return [`${what} | ${claim.actor ?? '-'} -> ${whom ?? '-'} [${trigger}]`]
    }),
  ))
describe('speaker', () =>
  checkCases('speaker.txt', (input) =>
    claimsOf(input).flatMap((claim) => {
      if (claim.kind !== 'event') return []
      const trigger = input.slice(claim.reason.trigger.start, claim.reason.trigger.end)
      return [`${claim.type} by ${claim.source.join(', then ') || 'nobody'} [${trigger}]`]
    }),
  ))
describe('modality', () =>
  checkCases('modality.txt', (input) =>
    claimsOf(input).flatMap((claim) => {
      if (claim.kind === 'figure') return []
      return [`${claim.modality} [${input.slice(claim.reason.trigger.start, claim.reason.trigger.end)}]`]
    }),
  ))
describe('told again', () =>
  checkCases('again.txt', (input) =>
    claimsOf(input).flatMap((claim) => {
      if (claim.kind !== 'event') return []
      const trigger = input.slice(claim.reason.trigger.start, claim.reason.trigger.end)
      return [`${claim.type}${claim.repeat ? ' again' : ''} [${trigger}]`]
    }),
  ))
describe('codes', () =>
  checkCases('codes.txt', (input) => {
    const { code } = read(report(input))
    return [`${code.acled ?? '-'} / ${code.plover ?? '-'}`]
  }))

test('every claim quotes its report, stays in one sentence, and is surer than nothing', () => {
  const words = fc.constantFrom(
    'Rebels', 'shelled', 'Tarin', '.', 'The army', 'retook', 'the town', 'on Friday', ',', '\n\n', 'who', 'was', 'killed',
    '“', '”', '-', 'held', 'to', 'not', 'could', 'é', '𫝄', '12', 'said', 'of', 'airstrikes', 'by',
  ) // biome-ignore format: a list
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join(' ')
      const reading = read(report(text))
      expect(reading.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      for (const claim of reading.claims) {
        expect(claim.quote).toBe(text.slice(claim.start, claim.end))
        expect(claim.quote.length).toBeGreaterThan(0)
        expect(reading.sentences.some(({ start, end }) => start <= claim.start && claim.end <= end)).toBe(true)
        expect(claim.confidence).toBeGreaterThan(0)
        expect(claim.confidence).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 150 },
  )
})

test('what is told again names the telling that counts, which is told once', () => {
  const sentences = fc.constantFrom(
    'Rebels shelled Tarin on Friday.', 'The shelling killed 12 people.', 'Warplanes bombed Kassala.', 'Another raid hit Kassala.',
    'The attack killed nine.', 'A blast killed 12 people in Tarin.', 'Fighting went on in Goma.', 'The army attacked Goma on Monday.',
    'Police denied the attack.', 'Thousands fled Goma.',
  ) // biome-ignore format: a bag
  fc.assert(
    fc.property(fc.array(sentences, { minLength: 1, maxLength: 8 }), (some) => {
      const claims = claimsOf(`${some.join(' ')}\n`)
      for (const claim of claims) {
        if (claim.kind !== 'event' || !claim.repeat) continue
        const kept = claims.find(({ id }) => claim.reason.notes.at(-1)!.includes(`claim ${id}`))
        expect(kept).toMatchObject({ kind: 'event', modality: claim.modality })
        expect(kept!.repeat).toBeUndefined()
      }
    }),
    { numRuns: 40 },
  )
})

test('teasers tell of nothing, and a repeated passage is read once', () => {
  const once = claimsOf('Warplanes bombed a market in Kassala on Friday.\n')
  expect(once.filter(({ kind }) => kind === 'event').length).toBeGreaterThan(0)
  const twice = claimsOf(
    'Warplanes bombed a market in Kassala on Friday, residents said, and dozens of stalls burned.\n\nWarplanes bombed a market in Kassala on Friday, residents said, and dozens of stalls burned.\n',
  )
  const single = claimsOf(
    'Warplanes bombed a market in Kassala on Friday, residents said, and dozens of stalls burned.\n',
  )
  expect(twice.length).toBe(single.length)
})
