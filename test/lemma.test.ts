/** Lemmas of words that frames turn on, as the shipped rules give them: irregular, doubled, silent e. */
import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { lemmatiser } from '../src/language/lemma.ts'

const source = zstdDecompressSync(readFileSync(new URL('../models/lemmas.zst', import.meta.url))).toString()
const lemma = lemmatiser(new Map(source.split('\n').map((line) => line.split('\t') as [string, string])))

test.each([
  ['fled', 'VBD', 'flee'],
  ['overran', 'VBD', 'overrun'],
  ['retaken', 'VBN', 'retake'],
  ['slain', 'VBN', 'slay'],
  ['dug', 'VBD', 'dig'],
  ['shelled', 'VBD', 'shell'],
  ['repelled', 'VBN', 'repel'],
  ['bombed', 'VBD', 'bomb'],
  ['raided', 'VBD', 'raid'],
  ['looted', 'VBN', 'loot'],
  ['planned', 'VBN', 'plan'],
  ['strafed', 'VBD', 'strafe'],
  ['besieging', 'VBG', 'besiege'],
  ['dying', 'VBG', 'die'],
  ['bases', 'NNS', 'base'],
  ['crises', 'NNS', 'crisis'],
  ['gunmen', 'NNS', 'gunman'],
  ['casualties', 'NNS', 'casualty'],
])('%s (%s) is a form of %s', (form, tag, base) => {
  expect(lemma(form, tag)).toBe(base)
})
