/** What is known about one piece of evidence: where it stands, who says so to whom, what became of it, where else it stands, why it was read so. */
import type { ComponentChildren } from 'preact'
import type { Claim } from '../../src/model/claim.ts'
import { count, writeDay, writeInterval } from '../../src/present/words.ts'
import { citationOf } from './citation.ts'
import { Copy } from './copy.tsx'
import { tidyDays } from './days.ts'
import { alsoIn } from './lit.ts'
import { type Item, nameOf } from './lookups.ts'
import { filters, goTo, index, open, ref } from './state.ts'
import { GRADES, Term } from './terms.tsx'

/** Other reports named; the rest is counted. */
const MOST = 6

/** How a claim is said, for readers. */
const SAID: Readonly<Record<Claim['modality'], string>> = {
  asserted: 'a fact',
  planned: 'a plan',
  predicted: 'a forecast',
  demanded: 'a demand',
  denied: 'denied',
  retracted: 'taken back',
}

const LINKS = {
  updates: ['Updates', 'Updated by'],
  contradicts: ['Contradicts', 'Contradicted by'],
  denies: ['Denies', 'Denied by'],
  corrects: ['Corrects', 'Corrected by'],
  retracts: ['Takes back', 'Taken back by'],
} as const

export function About({ claim, item }: { claim: Claim; item: Item }) {
  const { reports, origins, texts } = index.value
  const report = reports.get(claim.report)
  const name = (id: string) => {
    const one = reports.get(id)
    return [nameOf(one, id), one?.published.date && writeDay(one.published.date)].filter(Boolean).join(', ')
  }
  const said = item.testimonies?.find(({ claims }) => claims.includes(claim.id))
  const origin = origins.get(said?.origin ?? report?.origin ?? '')
  const same = alsoIn(claim.quote, claim.report, texts.values())
  const shared = (report?.copies ?? []).filter(({ of }) => !same.includes(of))
  const chain = [...claim.source, nameOf(report, claim.report)]
  return (
    <div class="about">
      <dl>
        <Fact name="Report">
          <strong title={report?.file ?? undefined}>{index.value.titles.get(claim.report)}</strong>
          {report?.publisher && `, ${report.publisher}`}, {writeDay(report?.published.date ?? null)}
          {report?.published.inferred && ' (date inferred)'}
        </Fact>
        <Fact name={claim.source.length === 0 ? 'In the outlet’s own voice' : 'Who says so'}>
          {chain.map((who, i) => (
            <span key={who}>
              {i > 0 && ' → '}
              {who}
            </span>
          ))}
          {origin && origin.name !== chain.at(-1) && (
            <span title={origin.reason}>
              , <Term of="origin">counted as</Term> {origin.name}
            </span>
          )}
        </Fact>
        <Fact name="Told as">
          {[
            SAID[claim.modality],
            claim.role !== 'body' && `in the ${claim.role}`,
            claim.place && `about ${claim.place}`,
            writeInterval(claim.from, claim.to),
            claim.repeat && 'told before in this report',
          ]
            .filter(Boolean)
            .join(', ')}
        </Fact>
        {item.grade && (
          <Fact name={<Term of="graded">Graded</Term>}>
            <strong>{item.grade.word}</strong>: {GRADES[item.grade.word]} ({item.grade.reasons.join('; ')})
          </Fact>
        )}
        {same.length > 0 && (
          <Elsewhere name="These words also in" list={same}>
            {(id) => (
              <button type="button" class="plain" key={id} onClick={() => openIn(id, claim.quote, item)}>
                {name(id)}
              </button>
            )}
          </Elsewhere>
        )}
        {shared.length > 0 && (
          <Elsewhere name="Shares passages with" list={shared.map(({ of }) => of)}>
            {(id) => (
              <button type="button" class="plain" key={id} onClick={() => open(id)}>
                {name(id)} ({Math.round((shared.find(({ of }) => of === id)?.share ?? 0) * 100)} %)
              </button>
            )}
          </Elsewhere>
        )}
        <Links claim={claim} />
      </dl>
      <details class="reason">
        <summary>How the machine read it</summary>
        <p>
          <Term of="confidence">Confidence</Term> {claim.confidence.toFixed(2)}. {claim.reason.frame}:{' '}
          {claim.reason.notes.join('; ')}
        </p>
        {report?.published.inferred && <p>Date of the report: {tidyDays(report.published.reason)}</p>}
      </details>
      <p class="byline">
        <button
          type="button"
          class="plain"
          onClick={() => {
            filters.value = { report: claim.report }
            goTo('claims')
            ref.value = claim.id
          }}
        >
          Show this claim in the ledger
        </button>
        <Copy label="Copy with its source" words={() => citationOf(claim, index.value)} />
      </p>
    </div>
  )
}

interface FactProps {
  readonly name: ComponentChildren
  readonly look?: string
  readonly children: ComponentChildren
}

function Fact({ name, look, children }: FactProps) {
  return (
    <div class={look}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface ElsewhereProps {
  readonly name: string
  readonly list: readonly string[]
  readonly children: (id: string) => ComponentChildren
}

function Elsewhere({ name, list, children }: ElsewhereProps) {
  return (
    <Fact name={name}>
      <span class="elsewhere">
        {list.slice(0, MOST).map(children)}
        {list.length > MOST && ` and ${count(list.length - MOST, 'more report')}`}
      </span>
    </Fact>
  )
}

/** Retractions, denials, corrections, updates: each opens the other claim. */
function Links({ claim }: { claim: Claim }) {
  const links = index.value.links.get(claim.id) ?? []
  if (links.length === 0) return null
  return (
    <>
      {links.slice(0, 4).map((link) => {
        const out = link.from === claim.id
        const other = index.value.claims.get(out ? link.to : link.from)
        if (!other || link.kind === 'repeats' || other === claim) return null
        return (
          <Fact key={link.from + link.to + link.kind} name={LINKS[link.kind][out ? 0 : 1]} look={link.kind}>
            <button type="button" class="plain" title={link.reason} onClick={() => open(other.id)}>
              “{cut(other.quote)}”
            </button>
          </Fact>
        )
      })}
    </>
  )
}

const cut = (quote: string): string => {
  const text = quote.replace(/\s+/g, ' ')
  return text.length > 90 ? `${text.slice(0, 88)}…` : text
}

/** Open the words in another report: at the same statement where it rests on that report too, else at its claim, else the report. */
function openIn(id: string, quote: string, item: Item): void {
  const { claims, reports } = index.value
  const at = item.claims.findIndex((one) => claims.get(one)?.report === id)
  if (at >= 0) {
    open(item.id, at)
    return
  }
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  open(reports.get(id)?.claims.find((one) => plain(claims.get(one)?.quote ?? '') === plain(quote)) ?? id)
}
