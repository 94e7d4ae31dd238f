/**
 * Verbs and nouns whose forms no rule gives, from data/language/irregular.tsv.
 *
 *     v  run  ran  run      ran: past of run;  overran: past of overrun, which is a word
 *
 * The lemmatiser learns its endings from them (scripts/train/lemma.ts). The tagger is held to them where it
 * has seldom seen a form: "Rebels shot down a plane" and "overran the town" are told of the past.
 */

/** A form with its Penn tag and its lemma. */
export interface Inflected {
  readonly form: string
  readonly xpos: string
  readonly lemma: string
}

const PREFIXES = ['re', 'over', 'under', 'out', 'with', 'mis', 'un', 'fore', 'up', 'inter']

/** The forms of the table; a verb that `isWord` knows with a prefix goes as the verb does. */
export function irregular(source: string, isWord: (word: string) => boolean): Inflected[] {
  const rows = source.split('\n').filter((line) => /^[vn]\t/.test(line))
  return rows.flatMap((row) => {
    const [word, base = '', past = '', participle = ''] = row.split('\t')
    const forms = (cell: string, xpos: string) => cell.split('/').map((form) => ({ form, xpos, lemma: base }))
    if (word === 'n') return forms(past, 'NNS')
    const own = [...forms(past, 'VBD'), ...forms(participle, 'VBN')]
    const prefixed = PREFIXES.filter((prefix) => isWord(prefix + base)).flatMap((prefix) =>
      own.map(({ form, xpos, lemma }) => ({ form: prefix + form, xpos, lemma: prefix + lemma })),
    )
    return [...own, ...prefixed]
  })
}

/** Forms of the past that are none of the present. True for those that are nothing but verbs: "overran", "withdrew". */
export type Pasts = ReadonlyMap<string, boolean>

/** The past forms of a table's verbs. */
export function pasts(forms: readonly Inflected[]): Pasts {
  const present = new Set(forms.map(({ lemma }) => lemma))
  const found = forms.filter(({ form, xpos, lemma }) => xpos.startsWith('VB') && form !== lemma && !present.has(form))
  return new Map(found.map(({ form, lemma }) => [form, PREFIXES.some((prefix) => isPrefixed(lemma, prefix, present))]))
}

const isPrefixed = (lemma: string, prefix: string, verbs: ReadonlySet<string>): boolean =>
  lemma.startsWith(prefix) && verbs.has(lemma.slice(prefix.length))
