/** Everything that ships with a licence of its own says so: tables in SOURCES.md, models in a card and the NOTICE. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const files = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.split(`/${folder}`)[1]!.replace(/^\//, ''))

const sources = readFileSync(new URL('data/SOURCES.md', root), 'utf8')

test.each(files('data').filter((file) => file !== 'SOURCES.md'))('data/%s is in SOURCES.md', (file) => {
  const folder = `${file.split('/')[0]}/`
  expect(sources.includes(`\`${file}\``) || sources.includes(`| \`${folder}\` |`)).toBe(true)
})

const models = files('models')
test.each(models.filter((file) => !/\.md$|^NOTICE$/.test(file)))('models/%s has a card', (file) => {
  const cards = models
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(`models/${name}`, root), 'utf8'))
  expect(models.includes(file.replace(/\.[^/]+$/, '.md')) || cards.some((card) => card.includes(file))).toBe(true)
})
