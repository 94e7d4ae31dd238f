/** A project in a thread of its own is the project that it would be here. */
import { expect, test } from 'vitest'
import { elsewhere } from '../src/engine/elsewhere.ts'
import { projectOf } from '../src/engine/project.ts'
import { given, type Report } from '../src/model/report.ts'

const report = (id: string, text: string): Report => ({ id, text, published: given('2031-05-04') })
const gathered = {
  reports: [
    report('one', 'Rebels shelled the town of Tarsen on Friday, killing four people, medics said.'),
    report('two', 'The army retook the village of Sohl on Saturday, its spokesman said.'),
  ],
  diagnostics: [],
}
const upload = {
  name: 'three.txt',
  bytes: new TextEncoder().encode('Police arrested nine protesters in Tarsen on Sunday.'),
}
const CLOCKS = { on: null, asOf: null }

test('its pages are those of a project here, before and after a report is added', { timeout: 60_000 }, async () => {
  const thread = elsewhere()
  try {
    const heard: unknown[] = []
    const there = await thread.open(['leads'], { gathered, onProgress: (far) => heard.push(far) })
    const here = await projectOf(['leads'], gathered)
    expect(heard).toContainEqual({ done: 2, total: 2 })
    expect(there.revision).toBe(here.revision)
    expect(await there.page(CLOCKS)).toEqual(await here.page(CLOCKS))
    expect((await here.page(CLOCKS)).picture.claims.length).toBeGreaterThan(1)
    expect(await there.earlier(null)).toEqual(here.earlier(null))
    const before = there.revision
    expect(await there.add([upload])).toEqual(await here.add([upload]))
    expect(there.revision).not.toBe(before)
    expect(await there.page(CLOCKS)).toEqual(await here.page(CLOCKS))
  } finally {
    await thread.stop()
  }
})
