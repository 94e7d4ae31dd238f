/** The codebook's tables: what ships is valid, and what is wrong says where. */
import { expect, test } from 'vitest'
import { loadResources } from '../src/engine/resources.ts'
import { readCodebook } from '../src/knowledge/codebook.ts'
import { readCues } from '../src/knowledge/cues.ts'
import type { Token } from '../src/model/text.ts'
import { clausesOf, fill } from '../src/read/claims/clauses.ts'
import { modalityOf } from '../src/read/claims/modality.ts'

const HEAD = 'id\twords\tneeds\tclaim\tactor\ttarget\n'
const classes = { file: 'classes.tsv', text: 'class\twords\nroad\troad, bridge' }
const book = (rows: string) => readCodebook([{ file: 'mine.tsv', text: HEAD + rows }], classes)

test('a frame reads as its line says', () => {
  const [frame] = book('cut\tsever/v, cut off/v\tobj:road !near:place\tcontrol:cut\tsubj by\tobj').frames
  expect(frame).toEqual({
    id: 'cut',
    triggers: [
      { lemmas: ['sever'], pos: 'v' },
      { lemmas: ['cut', 'off'], pos: 'v' },
    ],
    needs: [
      { not: false, role: 'obj', classes: ['road'] },
      { not: true, role: 'near', classes: ['place'] },
    ],
    claim: { kind: 'control', status: 'cut' },
    label: 'control:cut',
    actor: ['subj', 'by'],
    target: ['obj'],
    trust: null,
  })
})

test('what is wrong says in which file and frame', () => {
  expect(() => book('cut\tsever\t\tcontrol:cut')).toThrow('mine.tsv, frame "cut": "sever"')
  expect(() => book('cut\tsever/v\tobj:rode\tcontrol:cut')).toThrow('class "rode"')
  expect(() => book('cut\tsever/v\t\tcontrol:severed')).toThrow('"control:severed"')
  expect(() => book('cut\tsever/v\t\tcontrol:cut\ncut\tcut/v\t\tcontrol:cut')).toThrow('stands twice')
  expect(() => readCues('sense\twords\tscope\nwish\thope\tcomp', 'cues.tsv')).toThrow('cues.tsv')
})

test('what ships is valid and covers every type that the guidelines name', () => {
  const { codebook, claimModel, codes } = loadResources()
  const given = new Set(codebook.frames.map(({ claim }) => (claim.kind === 'event' ? claim.type : claim.status)))
  for (const type of claimModel.classes.slice(1)) expect(given).toContain(type.replace('control:', ''))
  expect(claimModel.threshold.length).toBe(claimModel.classes.length)
  expect(new Set(codes.rules.filter(({ system }) => system === 'acled').map(({ code }) => code)).size).toBe(25)
})

/** A parse in shorthand: "form/lemma/UPOS/XPOS/head/deprel". */
const parsed = (...rows: string[]): Token[] =>
  rows.map((row, i) => {
    const [text = '', lemma = '', upos = '', xpos = '', head = '', deprel = ''] = row.split('/')
    return {
      text,
      lemma,
      upos,
      xpos,
      head: Number(head),
      deprel,
      sentence: 0,
      start: i * 10,
      end: i * 10 + text.length,
    }
  })

test('roles are logical: passives, shared subjects, relative clauses', () => {
  const passive = clausesOf(
    parsed(
      'Tarin/Tarin/PROPN/NNP/2/nsubj:pass',
      'was/be/AUX/VBD/2/aux:pass',
      'taken/take/VERB/VBN/-1/root',
      'by/by/ADP/IN/4/case',
      'rebels/rebel/NOUN/NNS/2/obl:agent',
    ),
  )
  expect([fill(passive, 2, 'subj'), fill(passive, 2, 'obj')]).toEqual([[4], [0]])
  const shared = clausesOf(
    parsed(
      'Rebels/rebel/NOUN/NNS/1/nsubj',
      'shelled/shell/VERB/VBD/-1/root',
      'and/and/CCONJ/CC/3/cc',
      'fled/flee/VERB/VBD/1/conj',
    ),
  )
  expect(fill(shared, 3, 'subj')).toEqual([0])
  const relative = clausesOf(
    parsed(
      'jets/jet/NOUN/NNS/-1/root',
      'which/which/PRON/WDT/2/nsubj',
      'bombed/bomb/VERB/VBD/0/acl:relcl',
      'Tarin/Tarin/PROPN/NNP/2/obj',
    ),
  )
  expect([fill(relative, 2, 'subj'), fill(relative, 2, 'obj')]).toEqual([[0], [3]])
})

test('broken heads and loops are borne', () => {
  const view = clausesOf(parsed('a/a/NOUN/NN/1/obj', 'b/b/VERB/VB/0/ccomp', 'c/c/VERB/VB/9/root'))
  expect(fill(view, 1, 'subj')).toEqual([])
  expect(view.clause.length).toBe(3)
})

test('the nearest cue that says anything decides, and a speech act is its own matter', () => {
  const cue = (sense: 'planned' | 'negative' | 'belief' | 'future', scope: 'comp' | 'aux' | 'neg' | 'said') => ({
    sense,
    scope,
    token: 0,
    depth: 0,
    means: false,
  })
  const verb = (label: string, first = false) => ({ label, nominal: false, first })
  expect(modalityOf(verb('airstrike'), [])).toBe('asserted')
  expect(modalityOf(verb('airstrike'), [cue('belief', 'comp'), cue('planned', 'comp')])).toBe('planned')
  expect(modalityOf(verb('airstrike'), [cue('negative', 'neg')])).toBe('denied')
  expect(modalityOf(verb('refusal'), [cue('negative', 'neg')])).toBe('asserted')
  expect(modalityOf(verb('attack', true), [cue('future', 'aux')])).toBe('planned')
  expect(modalityOf(verb('attack'), [cue('future', 'aux')])).toBe('predicted')
  expect(modalityOf(verb('deployment'), [cue('future', 'aux')])).toBe('planned')
  expect(modalityOf(verb('demand'), [cue('negative', 'neg')])).toBe('demanded')
  const named = { label: 'airstrike', nominal: true, first: false }
  expect(modalityOf(named, [cue('planned', 'comp')])).toBe('asserted')
  expect(modalityOf(named, [{ ...cue('planned', 'comp'), means: true }])).toBe('planned')
})
