/** In short, above all else: the newest on the ground, people, what is in dispute, as the clocks stand. Each is a statement that opens its evidence. */
import { useMemo } from 'preact/hooks'
import { daysBetween } from '../../src/model/interval.ts'
import type { ControlPeriod, Disagreement, Picture, PictureFigure } from '../../src/model/picture.ts'
import { leadingFigures } from '../../src/present/key-figures.ts'
import { weighty } from '../../src/present/leading.ts'
import { writeCounted, writeInterval } from '../../src/present/words.ts'
import { controlInWords } from './control.tsx'
import { tidyDays } from './days.ts'
import { saysOf, voices } from './disagreements.tsx'
import { lookOf } from './features.ts'
import { headline, SAID } from './figures.tsx'
import { colourOf } from './holders.ts'
import { Opener } from './opener.tsx'
import { PEOPLE } from './sorts.ts'
import { index, operation } from './state.ts'
import { asOfWords } from './step.ts'
import { figureAt, knownBy, periodAt, sayerOf, statusAt, subjectOf, tellsLater, within, wordsAt } from './view.ts'

/** Days before the newest news of control within which the best supported is the news. */
const LATELY = 14
export function Lead({ picture }: { picture: Picture }) {
  const figures = useMemo(() => {
    const ranked = leadingFigures(picture).filter(({ measure }) => PEOPLE.includes(measure))
    const asserted = ranked.filter(({ modality }) => modality === 'asserted')
    return asserted.length > 0 ? asserted : ranked
  }, [picture])
  const inside = (item: { claims: readonly string[]; operation?: string | null }) =>
    within(item, operation.value, index.value)
  const ground = newest(controlInWords.value.filter(inside), asOfWords.value)
  const known = (one: PictureFigure) => inside(one) && knownBy(one.known, asOfWords.value)
  const first = figures.find(known)
  const second = figures.find((one) => one.measure !== first?.measure && known(one))
  const disputes = useMemo(() => weighty(picture.disagreements), [picture])
  const dispute = disputes.find(
    (one) =>
      one.kind !== 'definition' && inside(one) && knownBy(index.value.opened.get(one.id) ?? null, asOfWords.value),
  )
  if (!ground && !first && !dispute) return null
  return (
    <section aria-label="In short" class="lead">
      {ground && (
        <div>
          <h2>On the ground</h2>
          <Ground period={ground} />
        </div>
      )}
      {first && (
        <div class="people">
          <h2>People</h2>
          <Count figure={first} />
          {second && <Count figure={second} />}
        </div>
      )}
      {dispute && (
        <div>
          <h2>In dispute</h2>
          <Opener id={dispute.id}>
            {tidyDays(subjectOf(dispute))}
            <small>{tidyDays(sidesOf(dispute))}</small>
          </Opener>
        </div>
      )}
    </section>
  )
}

/** Characters of the sides of a dispute; where they are more, one speaker a side is named. */
const SIDES = 150

/** "said by A, denied by B"; "said, then withdrawn, by A"; "10 (A) or 12 (B)"; "A did it (B and 5 others); denied (A)". */
function sidesOf(item: Disagreement): string {
  const { kind, sides } = item
  const happened = kind === 'happened'
  const told = (most?: number): string => {
    const by = sides.map((side) => voices(side, most))
    const says = sides.map((side) => saysOf(side, item))
    if (happened && sides.length === 2 && by[0] === by[1]) return `${says.join(', then ')}, by ${by[0]}`
    const each = says.map((what, i) => (happened ? `${what} by ${by[i]}` : `${what} (${by[i]})`))
    return each.join(happened ? ', ' : kind === 'actor' ? '; ' : ' or ')
  }
  const words = told()
  return words.length <= SIDES ? words : told(1)
}

function Ground({ period }: { period: ControlPeriod }) {
  const until = asOfWords.value
  const [, said, source] = /^(.*?)(?: \(([^()]+)\))?$/.exec(wordsAt(period, asOfWords.value, index.value))!
  const day = writeInterval(period.from, period.to)
  const when = [day, `by ${day}`].find((words) => day !== null && said!.endsWith(`, ${words}`)) ?? null
  const then = tellsLater(period, until, index.value) ? writeInterval(period.from, null) : when
  return (
    <Opener id={period.id}>
      <span class={`mark ${lookOf(period)}`} style={{ '--c': colourOf(period.holder) }} aria-hidden="true" />
      {tidyDays(when === null ? said! : said!.slice(0, -when.length - 2))}
      <small>
        {tidyDays(
          [source, period.oneSided && 'one side only', !source?.endsWith(day ?? ' ') && then]
            .filter(Boolean)
            .join(', '),
        )}
      </small>
    </Opener>
  )
}

function Count({ figure }: { figure: PictureFigure }) {
  const range = figureAt(figure, index.value, asOfWords.value)
  if (!range) return null
  const { measure, subject, place, person, testimonies, modality } = figure
  const { from, to } = periodAt(figure, asOfWords.value)
  const speakers = testimonies.filter(
    (one) => knownBy(one.published, asOfWords.value) && statusAt(one, index.value, asOfWords.value) === 'stands',
  )
  const names = [...new Set(speakers.map((one) => sayerOf(one, index.value)))]
  const said = names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(' and ')
  const head = headline(figure, range)
  const when = writeInterval(from, to)
  return (
    <Opener id={figure.id}>
      <b>{head}</b> {/[a-z]s$/.test(head) && 'of '}
      {lower(writeCounted(measure, subject, place, person))}
      <small>{tidyDays([SAID[modality], said, !said.endsWith(when ?? ' ') && when].filter(Boolean).join(', '))}</small>
    </Opener>
  )
}

/** "People killed in Hit" after its number; names keep their capitals. */
const lower = (words: string): string =>
  words.replace(/^(?:People|Civilians|Children|Women|Troops|Others?)\b/, (word) => word.toLowerCase())

/** The newest news of control; of the last two weeks of it, what most origins tell. What has come to be dated after `until` was told otherwise then. */
function newest(periods: readonly ControlPeriod[], until: string | null): ControlPeriod | undefined {
  const day = ({ begins, known }: ControlPeriod) => begins.latest ?? begins.earliest ?? known ?? ''
  const then = periods.filter((one) => day(one) !== '' && (until === null || day(one) <= until))
  const last = then.map(day).toSorted().at(-1)
  return then
    .filter((one) => daysBetween(day(one), last!) <= LATELY)
    .toSorted((a, b) => b.origins.length - a.origins.length || (day(a) < day(b) ? 1 : -1))[0]
}
