/**
 * Reads CoNLL-U and rebuilds the raw text the annotators saw: paragraphs parted by a blank
 * line, sentences and words as SpaceAfter says, every word with its offsets.
 * A multiword token (don't = do + n't) is parted at its words' lengths.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A sentence; `head` counts from 0, -1 for the root. */
export interface GoldSentence {
  readonly forms: string[]
  readonly lemmas: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly heads: number[]
  readonly deprels: string[]
  /** Offsets of the words in the document's text. */
  readonly spans: [number, number][]
}

export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly sentences: GoldSentence[]
}

/** Read a `.conllu` or `.conllu.gz` file. */
export function readConllu(file: string): GoldDocument[] {
  const bytes = readFileSync(file)
  const source = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const documents: { id: string; text: string; sentences: GoldSentence[] }[] = []
  let joint = ''
  for (const block of source.split(/\n\n+/)) {
    const lines = block.split('\n')
    const rows = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'))
    if (!rows.length) continue
    const id = lines.find((line) => line.startsWith('# newdoc'))?.replace(/^# newdoc( id = )?/, '')
    if (id !== undefined || !documents.length) {
      documents.push({ id: id ?? '', text: '', sentences: [] })
      joint = ''
    } else if (lines.some((line) => line.startsWith('# newpar'))) joint = '\n\n'
    const document = documents.at(-1)!
    const sentence: GoldSentence = { forms: [], lemmas: [], upos: [], xpos: [], heads: [], deprels: [], spans: [] }
    let until = 0
    let surface = ''
    let used = 0
    for (const row of rows) {
      const [number = '', form = '', lemma = '', upos = '', xpos = '', , head = '', deprel = '', , misc = ''] = row
      if (number.includes('.')) continue
      const space = /(^|\|)SpaceAfter=No/.test(misc) ? '' : ' '
      if (number.includes('-')) {
        until = Number(number.split('-')[1])
        surface = form
        used = 0
        document.text += joint + form
        joint = space
        continue
      }
      const inside = Number(number) <= until
      if (!inside) {
        document.text += joint + form
        joint = space
      }
      const base = document.text.length - (inside ? surface.length : form.length)
      const from = inside ? used : 0
      const to = inside
        ? Number(number) === until
          ? surface.length
          : Math.min(surface.length, used + form.length)
        : form.length
      used = to
      sentence.spans.push([base + from, base + to])
      sentence.forms.push(document.text.slice(base + from, base + to))
      sentence.lemmas.push(lemma)
      sentence.upos.push(upos)
      sentence.xpos.push(xpos)
      sentence.heads.push(Number(head) - 1)
      sentence.deprels.push(deprel)
    }
    document.sentences.push(sentence)
  }
  return documents
}
