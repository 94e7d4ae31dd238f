/** What goes in, as real files in a folder of its own: each format, each way of being broken, and that the rest is still read. */
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type LoadOptions, load } from '../src/ingest/load.ts'
import type { Diagnostic } from '../src/model/diagnostic.ts'
import type { Report } from '../src/model/report.ts'

const folders: string[] = []
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-ingest-'))
  folders.push(folder)
})
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true })
})

const STORY = 'Engineers opened the dam on Monday, and the water in the lower town fell by two metres, they said.'
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** Everything loaded from `paths` (the folder of this test unless given). */
async function loaded(
  paths: string[] = [folder],
  options: LoadOptions = {},
): Promise<{ reports: Report[]; diagnostics: Diagnostic[] }> {
  const reports: Report[] = []
  const diagnostics: Diagnostic[] = []
  for await (const item of load(paths, { today: '2020-01-01', ...options }))
    if ('report' in item) reports.push(item.report)
    else diagnostics.push(item.diagnostic)
  return { reports, diagnostics }
}

const stdin = async function* (...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk as string)
}

describe('formats', () => {
  test('a folder is read in name order, sub-folders too, other files left alone', async () => {
    for (const name of ['b.txt', 'a.txt', 'c/d.md', '.hidden.txt', 'picture.json', 'photo.jpg'])
      put(name, `${name}. ${STORY}`)
    const { reports, diagnostics } = await loaded()
    expect(reports.map(({ id }) => id)).toEqual(['a', 'b', 'd'])
    expect(reports[0]).toMatchObject({
      text: `a.txt. ${STORY}`,
      file: join(folder, 'a.txt'),
      published: { date: null },
    })
    expect(diagnostics).toEqual([])
  })

  test('files that may hold reports, but in formats that are not read, are counted and said', async () => {
    for (const name of ['a.txt', 'b.pdf', 'c/d.PDF', 'e.docx']) put(name, STORY)
    const { reports, diagnostics } = await loaded()
    expect(reports.map(({ id }) => id)).toEqual(['a'])
    expect(diagnostics).toMatchObject([
      { code: 'ingest/other-format', file: folder, message: expect.stringContaining('(1 .docx, 2 .pdf)') },
    ])
  })

  test('a manifest gives what the text does not, by id and by file', async () => {
    put('one.txt', STORY)
    put('sub/two.txt', STORY)
    put('reports.json', JSON.stringify([
      { id: 'one', published: '2015-05-04', publisher: 'Harbour Post', title: 'The dam', url: 'https://example.org/1' },
      { id: 'second', file: 'sub/two.txt', published: '2015-05-05T23:30:00-05:00' },
    ])) // biome-ignore format: one entry a line
    const { reports } = await loaded()
    expect(reports[0]).toMatchObject({
      id: 'one',
      publisher: 'Harbour Post',
      title: 'The dam',
      published: { date: '2015-05-04', inferred: false, confidence: 1 },
    })
    expect(reports[1]).toMatchObject({ id: 'second', published: { date: '2015-05-05' } })
    expect((await loaded([join(folder, 'one.txt')])).reports[0]?.published.date).toBe('2015-05-04')
  })

  test('front matter counts, and is no part of the text; a rule of dashes is', async () => {
    put(
      'a.md',
      `---\ntitle: The dam\ndate: 2015-05-04\n---\n# Water falls\n\nThe **dam** [opened](https://example.org).\n`,
    )
    put('b.txt', `---\n${STORY}\n---\nMore.`)
    const { reports } = await loaded()
    expect(reports[0]).toMatchObject({
      title: 'The dam',
      text: 'Water falls\n\nThe dam opened.\n',
      published: { date: '2015-05-04' },
    })
    expect(reports[1]!.text).toMatch(/^---\nEngineers/)
  })

  test('a web page: its article, title, publisher, date and author', async () => {
    const paragraphs = Array.from({ length: 6 }, (_, i) => `<p>Paragraph ${i}: ${STORY}</p>`).join('')
    put(
      'page.html',
      `<html><head><title>x</title><meta property="og:site_name" content="Harbour Post"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam opened","datePublished":"2015-05-04T10:00:00Z","author":[{"name":"Ada Brink"}]}</script></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Dam opened</h1>${paragraphs}</article><script>document.write("<p>never</p>")</script><footer>All rights reserved</footer></body></html>`,
    )
    const { reports, diagnostics } = await loaded()
    expect(diagnostics).toEqual([])
    expect(reports[0]).toMatchObject({
      title: 'Dam opened',
      publisher: 'Harbour Post',
      author: 'Ada Brink',
      published: { date: '2015-05-04', inferred: false },
    })
    expect(reports[0]!.text).toContain('Paragraph 0')
    expect(reports[0]!.text).not.toMatch(/World|never|rights/)
  })

  test('JSONL from standard input: ids kept, hashed when missing, lines split across chunks', async () => {
    const lines = `${JSON.stringify({ id: 'x', text: STORY, published: '2015-05-04' })}\n\n${JSON.stringify({ text: 'Ü. '.repeat(40) })}`
    const bytes = Buffer.from(lines)
    const { reports } = await loaded(['-'], {
      stdin: stdin(bytes.subarray(0, 31), bytes.subarray(31, 200), bytes.subarray(200)),
    })
    expect(reports.map(({ id }) => id)).toEqual(['x', expect.stringMatching(/^[\da-f]{16}$/)])
    expect(reports[1]!.text).toBe('Ü. '.repeat(40))
    expect(reports[0]!.file).toBeUndefined()
  })
})

describe('bad input is named, said and survived', () => {
  const cases: [name: string, content: string | Uint8Array, codes: string[], read: number][] = [
    ['empty.txt', '', ['ingest/empty'], 0],
    ['blank.txt', ' \n\t\n', ['ingest/empty'], 0],
    ['dashes.txt', ' --- …\n***\n', ['ingest/empty'], 0],
    ['a-pdf.txt', `%PDF-1.4\n${STORY}`, ['ingest/binary'], 0],
    ['list.jsonl', `[{"text":"${STORY}"},7,{"id":1}]`, ['ingest/bad-line', 'ingest/bad-line'], 1],
    ['binary.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 89 + (i >> 3)) & 255), ['ingest/binary'], 0],
    ['utf16le.txt', Buffer.from(`\ufeff${STORY}`, 'utf16le'), ['ingest/encoding'], 1],
    ['utf16be.txt', Buffer.from(`\ufeff${STORY}`, 'utf16le').swap16(), ['ingest/encoding'], 1],
    ['utf16-unmarked.txt', Buffer.from(STORY, 'utf16le'), ['ingest/encoding'], 1],
    ['windows.txt', Buffer.from(`The caf\xe9 \x93was hit\x94 \x96 ${STORY}`, 'latin1'), ['ingest/encoding'], 1],
    ['broken-utf8.txt', Buffer.concat([Buffer.from(`“Naïve” – ${STORY}`), Buffer.from([0xe2, 0x80]), Buffer.from(' end')]), ['ingest/encoding'], 1],
    ['line.txt', `${STORY} `.repeat(11_000), ['ingest/too-long'], 1],
    ['nothing.html', '<html><body><div></div></body></html>', ['ingest/no-article', 'ingest/empty'], 0],
    ['script.html', `<html><script>${'var a="<p>text</p>";'.repeat(2000)}</script></html>`, ['ingest/no-article', 'ingest/empty'], 0],
    ['deep.html', `<html><body>${'<div>'.repeat(50_000)}${STORY}`, ['ingest/no-article'], 1],
    ['tags.html', `<html><body>${'<p>x'.repeat(500_000)}`, ['ingest/no-article', 'ingest/too-long', 'ingest/language'], 1],
    ['unclosed.html', `<html><body><p>${STORY}<script>${'x'.repeat(1000)}`, [], 1],
    ['french.txt', 'Les ingénieurs ont ouvert les vannes du barrage lundi et le niveau de la rivière est redescendu de deux mètres dans la ville basse selon les autorités locales qui restent prudentes pour la suite des opérations.', ['ingest/language'], 1],
    ['lines.jsonl', `{"id":1,"text":"${STORY}"}\nnot json\n{"id":2}\n[1]\n"x"\n{"id":3,"text":"${STORY}"}`, ['ingest/bad-line', 'ingest/bad-line', 'ingest/bad-line', 'ingest/bad-line'], 2],
    ['many.jsonl', 'x\n'.repeat(100), Array(21).fill('ingest/bad-line'), 0],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (name, content, codes, read) => {
    put('good.txt', STORY)
    const path = put(name, content)
    const { reports, diagnostics } = await loaded()
    expect(diagnostics.map(({ code }) => code)).toEqual(codes)
    for (const { file, message } of diagnostics) {
      expect(file).toBe(path)
      expect(message.length).toBeGreaterThan(10)
    }
    expect(reports).toHaveLength(read + 1)
    expect(reports.find(({ id }) => id === 'good')?.text).toBe(STORY)
  })

  test('the words of every encoding come through', async () => {
    put('w.txt', Buffer.from(`The caf\xe9 \x93was hit\x94 \x96 ${STORY}`, 'latin1'))
    put('u.txt', Buffer.from(`\ufeff“Été” ${STORY}`, 'utf16le').swap16())
    const { reports } = await loaded()
    expect(reports.map(({ text }) => text.replace('\ufeff', '').slice(0, 12))).toEqual(['“Été” Engine', 'The café “wa'])
  })

  test('100 MB of text: the beginning is read, memory stays flat', async () => {
    const path = join(folder, 'huge.txt')
    const file = openSync(path, 'w')
    writeSync(file, `${STORY}\n`.repeat(200_000))
    closeSync(file)
    truncateSync(path, 100_000_000)
    const before = process.memoryUsage().rss
    const { reports, diagnostics } = await loaded()
    expect(diagnostics.map(({ code }) => code)).toContain('ingest/too-long')
    expect(reports[0]!.text.length).toBeLessThanOrEqual(300_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })

  test('a line of JSONL past the limit is left out and the next one read', async () => {
    const big = Buffer.alloc(1_000_000, 97)
    const { reports, diagnostics } = await loaded(['-'], {
      stdin: stdin(...Array(20).fill(big), `\n{"id":"y","text":"${STORY}"}\n`),
    })
    expect(diagnostics).toMatchObject([
      { code: 'ingest/bad-line', message: expect.stringContaining('line 1: longer than 16 MB') },
    ])
    expect(reports.map(({ id }) => id)).toEqual(['y'])
  })

  test('two reports with one id: both are read, the same one twice only once', async () => {
    put(
      'a.jsonl',
      `{"id":"r","text":"First. ${STORY}"}\n{"id":"r","text":"Second. ${STORY}"}\n{"id":"r","text":"First. ${STORY}"}`,
    )
    const { reports, diagnostics } = await loaded()
    expect(reports.map(({ id }) => id)).toEqual(['r', expect.stringMatching(/^r~[\da-f]{6}$/)])
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/duplicate-id', 'ingest/duplicate-id'])
  })

  test('a manifest that names a missing file, is broken, or gives impossible dates', async () => {
    put('a.txt', STORY)
    put('b.txt', STORY)
    put(
      'reports.json',
      JSON.stringify([{ id: 'a', published: '2999-01-01' }, { id: 'b', published: 'lately' }, { file: 'gone.txt' }]),
    )
    put('sub/reports.json', '{"id":')
    const { reports, diagnostics } = await loaded()
    expect(diagnostics.map(({ code }) => code).sort()).toEqual([
      'ingest/bad-date',
      'ingest/future-date',
      'ingest/manifest',
      'ingest/missing-file',
    ])
    expect(reports[0]!.published).toMatchObject({ date: '2999-01-01', confidence: 0.3 })
    expect(reports[1]!.published.date).toBeNull()
  })

  test('a path that is not there, and a folder that links back to itself', async () => {
    put('a.txt', STORY)
    symlinkSync(folder, join(folder, 'loop'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.txt'))
    const { reports, diagnostics } = await loaded([join(folder, 'gone'), folder, folder])
    expect(diagnostics).toMatchObject([
      { code: 'ingest/missing-file', file: join(folder, 'gone') },
      { code: 'ingest/missing-file', file: join(folder, 'broken.txt') },
    ])
    expect(reports.map(({ id }) => id)).toEqual(['a'])
  })
})

test('a file that goes away between the listing and the reading is named, and the next one read', async () => {
  const gone = put('b.txt', STORY)
  put('a.txt', STORY)
  put('c.txt', STORY)
  const seen: string[] = []
  for await (const item of load([folder], { today: '2020-01-01' })) {
    seen.push('report' in item ? item.report.id : `${item.diagnostic.code} ${item.diagnostic.file}`)
    rmSync(gone, { force: true })
  }
  expect(seen).toEqual(['a', `ingest/unreadable ${gone}`, 'c'])
})

test('no bytes under any name make loading throw, and every report has text', async () => {
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new Uint8Array(Buffer.from(text))),
    fc.array(fc.constantFrom('<', '>', '<html>', '<body', '<p>', '</p>', '<!--', '-->', '<script>', '</div>', '<table><tr>', '&#x0;', '&#55555555;', '---\n', ': [', '{"text":"', '"}\n', 'null\n', '[[', '\ufeff', '\0'), { maxLength: 40 }).map((parts) => new Uint8Array(Buffer.from(parts.join('')))),
  ) // biome-ignore format: a bag of shapes
  await fc.assert(
    fc.asyncProperty(
      junk,
      fc.constantFrom('x.txt', 'x.md', 'x.html', 'x.jsonl', 'reports.json'),
      async (bytes, name) => {
        const path = put(name, bytes)
        for (const { text, id } of (await loaded(name === 'reports.json' ? [folder] : [path])).reports) {
          expect(text.trim()).not.toBe('')
          expect(id).not.toBe('')
        }
        rmSync(path)
      },
    ),
    { numRuns: 300 },
  )
})
