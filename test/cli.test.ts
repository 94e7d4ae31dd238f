/** The command as users meet it: help, exit statuses, pipes, output that cannot be written. Reports are small, so each run is mostly its start. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, writeFiles } from '../src/cli/output.ts'
import { program } from '../src/cli/program.ts'

const bin = fileURLToPath(new URL('../bin/recount.js', import.meta.url))
const STORY = 'At least 12 people were killed in Harim on Monday, police said.'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-cli-'))
  writeFileSync(join(folder, 'a.txt'), STORY)
  writeFileSync(join(folder, 'empty.txt'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Run the command in a pipe. */
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', input })

describe('help', async () => {
  test.each((await program()).commands.map((command) => command.name()))(
    'recount %s --help has an example',
    async (name) => {
      let help = ''
      const { commands } = await program(name)
      expect(commands).toHaveLength(1)
      const [command] = commands as [(typeof commands)[number]]
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
      expect(help).toMatch(new RegExp(`Examples?:\\n  .*recount ${name} `))
    },
  )

  test('--version prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  test('without arguments, the commands are listed and the status says wrong usage', () => {
    const { status, stderr } = run([])
    expect(stderr).toContain('Usage: recount')
    expect(status).toBe(2)
  })
})

describe('wrong usage ends with status 2 and says what would be right', () => {
  const cases: [args: string[], said: RegExp][] = [
    [['raed', 'a.txt'], /unknown command 'raed'[\s\S]*Did you mean read\?/],
    [['read', 'a.txt', '--josn'], /unknown option '--josn'[\s\S]*Did you mean --json\?/],
    [['read'], /missing required argument 'path'\nSee `recount read --help`/],
    [['read', 'a.txt', '--on', 'Monday'], /--on <date>.*year-month-day, such as 2016-10-24/],
    [['read', 'a.txt', '--as-of', '2016-13-01'], /--as-of <date>.*year-month-day/],
    [['read', 'a.txt', '--jobs', 'many'], /whole number from 1 to 64/],
    [['annotate', '--layer', 'clams', 'a.txt'], /no such layer.*claims/],
  ]
  test.each(cases)('%j', (args, said) => {
    const { status, stderr, stdout } = run(args)
    expect(stderr).toMatch(said)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

test('nothing that can be read: status 1, and each file is named', () => {
  const { status, stderr, stdout } = run(['read', 'empty.txt', 'gone.txt'])
  expect(stderr).toMatch(/warning: empty\.txt: .*\nerror: gone\.txt: .*\nerror: no report could be read/)
  expect(stdout).toBe('')
  expect(status).toBe(1)
})

test.each(['annotate', 'sort', 'show F1', 'why 1', 'serve'])(
  'recount %s: nothing that can be read, said alike',
  (command) => {
    const { status, stderr } = run([...command.split(' '), 'empty.txt'])
    expect(stderr).toMatch(/warning: empty\.txt: .*\nerror: no report could be read/)
    expect(status).toBe(1)
  },
)

test('serve says where the picture is only when there is a file to read', () => {
  expect(run(['serve', 'gone.txt', '--no-open'])).toMatchObject({ status: 1, stdout: '' })
  expect(run(['serve', 'empty.txt', '--no-open']).stdout).toContain('The picture is at')
})

test('from a line of the brief to its sentence to the reason: read, show, why', () => {
  const brief = run(['read', 'a.txt'])
  expect(brief.stderr).toBe('')
  const ref = /People killed in Harim: at least 12 .* (F\w+)$/m.exec(brief.stdout)?.[1]
  expect(ref, brief.stdout).toBeDefined()
  const shown = run(['show', ref!, 'a.txt'])
  expect(shown.stdout).toContain('«At least 12 people were killed» in Harim on Monday, police said.')
  const id = /a\.txt, undated {2}(\w+)$/m.exec(shown.stdout)?.[1]
  expect(id, shown.stdout).toBeDefined()
  const { stdout, stderr, status } = run(['why', id!, 'a.txt'])
  expect(stdout).toMatch(/trigger {4}killed\n {2}frame {6}figure\/killed\/verb/)
  expect(stdout).toMatch(/└─ said|said {2}VERB root/)
  expect([stderr, status]).toEqual(['', 0])
})

test('a reference and a claim that are not there: status 1, and where to take one from', () => {
  expect(run(['show', 'F0000', 'a.txt'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/no.*reference "F0000"\.\n {7}Take a reference/i),
  })
  expect(run(['why', '0000', 'a.txt'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/No claim .*"0000"\.\n {7}`recount show/),
  })
})

test('--json prints the picture by both clocks', () => {
  const line = JSON.stringify({ id: 'a', text: STORY, published: '2013-01-02' })
  const picture = (...clocks: string[]) => JSON.parse(run(['read', '-', '--json', ...clocks], line).stdout)
  expect(picture('--as-of', '2013-01-03')).toMatchObject({ asOf: '2013-01-03', on: null, figures: [{ low: 12 }] })
  expect(picture('--as-of', '2013-01-01').figures).toEqual([])
  expect(picture('--on', '2012-12-30')).toMatchObject({ on: '2012-12-30', figures: [] })
})

test('beyond loopback serve asks for the token in the address it prints, and ends when told to', async () => {
  const child = spawn(process.execPath, [bin, 'serve', 'a.txt', '--no-open', '--host', '0.0.0.0'], { cwd: folder })
  const [first] = (await once(child.stdout, 'data')) as [Buffer]
  const [, port, token] = /http:\/\/0\.0\.0\.0:(\d+)\/\?token=([\w-]+)/.exec(String(first)) ?? []
  const api = `http://127.0.0.1:${port}/api/claims`
  expect((await fetch(api)).status).toBe(401)
  // 503 is said while the report is being read.
  const withToken = async () => (await fetch(api, { headers: { authorization: `Bearer ${token}` } })).status
  await expect.poll(withToken).toBe(200)
  child.kill('SIGTERM')
  expect(await once(child, 'close')).toEqual([0, null])
})

test('a port that is taken: an error with a hint', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const { status, stderr } = run(['serve', 'a.txt', '--no-open', '--port', `${port}`])
  taken.close()
  expect(stderr).toBe(
    `error: The server cannot listen: something else listens there (127.0.0.1:${port})\n       Give another --port (0 takes a free one) or --host.\n`,
  )
  expect(status).toBe(1)
})

test('a day of publication in the future is not the day that everything is as of', () => {
  const lines = [
    { text: STORY, published: '2013-01-02' },
    { text: `${STORY} Again.`, published: '2099-01-02' },
  ].map((line) => `${JSON.stringify(line)}\n`)
  expect(run(['read', '-'], lines.join('')).stdout).toMatch(/^As of 2 Jan 2013: 2 reports/)
  expect(run(['read', '-'], lines[1]).stdout).toMatch(/^As of 2 Jan 2099: 1 report,/)
})

test('control characters of a report do not reach the terminal', () => {
  const line = JSON.stringify({
    text: `In Harim \u001b[31m${STORY}`,
    publisher: 'A\u001b[2JB\u009b5m',
    published: '2013-01-02',
  })
  const { stdout } = run(['read', '-'], line)
  expect(stdout).toContain('A\ufffd[2JB')
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})

test('a table of places that is broken, or has no points, is an error with a hint', () => {
  writeFileSync(join(folder, 'broken.csv'), 'name,lat,lon\n"Harim,36,36\n')
  writeFileSync(join(folder, 'pointless.csv'), 'name;people\nHarim;7\n')
  for (const [file, said] of [
    ['broken.csv', /error: The table cannot be read: .*\(broken\.csv\)\n {7}Give a GeoNames/],
    ['pointless.csv', /error: Cannot tell which columns hold names and points: name, people \(pointless\.csv\)/],
    ['gone.csv', /error: The file of places could not be read: .*\n {7}Give a GeoNames/],
  ] as const) {
    const { status, stderr } = run(['annotate', '--places', file, 'a.txt'])
    expect(stderr).toMatch(said)
    expect(status).toBe(1)
  }
})

test('annotate prints claims unless told otherwise, in input order, and goes on after bad lines', () => {
  const lines = [
    { id: 'b', text: STORY },
    { id: 'a', text: `${STORY} Again.` },
  ].map((line) => JSON.stringify(line))
  const { status, stderr, stdout } = run(['annotate', '-'], `${lines[0]}\n{broken\n${lines[1]}\n`)
  const out = stdout.trim().split('\n').map((line) => JSON.parse(line)) // biome-ignore format: a pipeline
  expect(out.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(out[0].claims[0]).toMatchObject({ kind: 'figure', report: 'b' })
  expect(stderr).toBe('error: -: line 2: not JSON; it was left out\n')
  expect(status).toBe(0)
})

test('sort lists bad lines instead of stopping', () => {
  const { status, stderr, stdout } = run(['sort', '-'], `${JSON.stringify({ id: 'x', text: STORY })}\nnull\n`)
  expect(JSON.parse(stdout)).toEqual({ id: 'x', story: 'x', copies: [] })
  expect(stderr).toMatch(/line 2/)
  expect(status).toBe(0)
})

test('a reader that has seen enough is no failure, and progress stays off in a pipe', async () => {
  const child = spawn(process.execPath, [bin, 'annotate', '--layer', 'text', '-'], { cwd: folder })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  child.stdin.on('error', () => {})
  child.stdin.end(
    `${JSON.stringify({ text: STORY.repeat(100) })}\n`.repeat(2000).replaceAll('"text":"', () => `"text":"${count++} `),
  )
  child.stdout.once('data', () => child.stdout.destroy())
  expect(await new Promise((done) => child.on('close', done))).toBe(0)
  expect(said).toBe('')
})
let count = 0

describe('output', () => {
  const files = [['picture.json', 'new']] as const

  test('a file in the place of the folder: an error with a hint, before anything is read', () => {
    const { status, stderr } = run(['read', 'a.txt', '--out', 'empty.txt'])
    expect(stderr).toBe(
      'error: The output could not be written: it is a file, not a folder (empty.txt)\n       Choose a folder that you may write to, on a disk with room, with --out.\n',
    )
    expect(status).toBe(1)
  })

  test.runIf(existsSync('/proc/self'))(
    'a folder that takes no others is an error, too (skipped where there is no /proc)',
    async () => {
      await expect(makeFolder('/proc/recount')).rejects.toMatchObject({
        code: 'out/not-written',
        path: '/proc/recount',
      })
    },
  )

  test('when one file cannot be written, none is, and the earlier ones stay', async () => {
    const dir = join(folder, 'kept')
    await makeFolder(dir)
    writeFileSync(join(dir, 'picture.json'), 'old')
    mkdirSync(join(dir, '.index.html.part'))
    await expect(writeFiles(dir, [...files, ['index.html', 'new']])).rejects.toMatchObject({
      code: 'out/not-written',
      path: dir,
    })
    expect(readFileSync(join(dir, 'picture.json'), 'utf8')).toBe('old')
    expect(existsSync(join(dir, '.picture.json.part'))).toBe(false)
  })

  test('killed in the middle of writing: every file is the old one or the new one, whole', async () => {
    const dir = join(folder, 'killed')
    mkdirSync(dir)
    const names = ['claims.jsonl', 'picture.json', 'index.html']
    for (const name of names) writeFileSync(join(dir, name), 'old')
    const module = new URL('../src/cli/output.ts', import.meta.url)
    const size = 30_000_000
    const code = `const { writeFiles } = await import('${module}'); await writeFiles(process.argv[1], ${JSON.stringify(names)}.map((name) => [name, 'x'.repeat(${size})]))`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code, dir])
    const watcher = watch(dir, () => child.kill('SIGKILL'))
    await new Promise((done) => child.on('close', done))
    watcher.close()
    expect(child.signalCode).toBe('SIGKILL')
    for (const name of names) expect([3, size]).toContain(statSync(join(dir, name)).size)
  })

  test('when the files cannot be written the brief is printed all the same, and the status says that not all was done', () => {
    const dir = join(folder, 'full')
    mkdirSync(join(dir, '.index.html.part'), { recursive: true })
    const { status, stdout, stderr } = run(['read', 'a.txt', '--out', dir])
    expect(stdout).toContain('1 report')
    expect(stderr).toContain('error: The output could not be written')
    expect(status).toBe(1)
  })

  test('a picture written into the folder of its reports is no report of it', () => {
    const dir = join(folder, 'leads')
    mkdirSync(dir)
    writeFileSync(join(dir, 'a.txt'), STORY)
    const first = run(['read', 'leads', '--out', 'leads/picture'])
    expect(first.status).toBe(0)
    const { stdout, stderr } = run(['read', 'leads'])
    expect(stdout).toBe(first.stdout)
    expect(stderr).toBe('')
  })

  test('files come whole under their names, and nothing else is left', async () => {
    const dir = join(folder, 'new/deep')
    await makeFolder(dir)
    await writeFiles(dir, files)
    expect(readdirSync(dir)).toEqual(['picture.json'])
    expect(readFileSync(join(dir, 'picture.json'), 'utf8')).toBe('new')
  })
})
