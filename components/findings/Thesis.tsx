import type { Table } from '@/lib/domain/chartSpec'
import type { ThesisFindings } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols } from '@/lib/publish/charts'
import type { View } from '@/lib/publish/view'
import { reasonText } from '@/lib/views/findings/reasonText'
import { leadSentence } from '@/lib/views/findings/thesisChart'
import { toHref } from '@/lib/views/href'
import { Figure } from '../figures/Figure'
import { DataTable } from '../tables/DataTable'
import styles from './Findings.module.css'
import { ThesisText } from './ThesisText'
import { Verdict } from './Verdict'
import { ViewFigure } from './ViewFigure'

const words = {
  en: { number: (place: number, of: number) => `Claim ${place} of ${of}`, by: 'One by one', leads: 'Names lead to the charts of each protocol that the verdict rests on.', method: 'How verdicts are made', api: 'The same for programs', top: 'All claims' },
  de: { number: (place: number, of: number) => `Behauptung ${place} von ${of}`, by: 'Im Einzelnen', leads: 'Die Namen führen zu den Diagrammen des Protokolls, auf denen das Urteil beruht.', method: 'Wie Urteile entstehen', api: 'Dasselbe für Programme', top: 'Alle Behauptungen' },
} as const

/** Figures stand under the chart: beside each other here are who, what, why and when. */
const columnsShown = ['subject', 'verdict', 'reason', 'day']

interface ThesisProps {
  found: ThesisFindings
  /** Its place in reading order, from 1 */
  place: number
  of: number
  /** The chart of its lead figure; undefined where there is nobody to tell it of yet */
  lead: View | undefined
  /** Further charts over all protocols */
  others: readonly View[]
  locale: Locale
}

/** One claim from top to bottom: what is said, what it comes to and why, the figures, one subject after the other, and by what it stands or falls. */
export function Thesis({ found, place, of, lead, others, locale }: ThesisProps) {
  const { words: thesis, overall } = found
  const word = words[locale]
  const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: allProtocols, id }))
  return (
    <section id={thesis.id} className={styles.thesis} aria-labelledby={`${thesis.id}-title`}>
      <div className={styles.head}>
        <p className={styles.number}>{word.number(place, of)}</p>
        <h2 id={`${thesis.id}-title`}>{thesis.title[locale]}</h2>
        <p className={styles.statement}>{thesis.statement[locale]}</p>
      </div>
      <div className={styles.finding}>
        <Verdict verdict={overall.verdict} locale={locale} />
        <p>{reasonText(overall, locale)}</p>
      </div>
      {/* The verdict stands above, the rule further down: a chart alone says both. */}
      {lead?.chart && (
        <>
          <Figure
            spec={{ ...lead.chart, id: `${thesis.id}-lead`, title: thesis.lead.name[locale], sentence: leadSentence(found, locale), notes: lead.chart.notes.filter((note) => note !== thesis.rule[locale]) }}
            table={lead.table} page={pageOf(thesis.id)}
          />
          <div className={styles.head}>
            <h3>{word.by}</h3>
            {found.findings.some(({ subject }) => subject.kind === 'protocol') && <p className={styles.number}>{word.leads}</p>}
            <DataTable table={toColumns(lead.table, columnsShown)} stacked hideCaption />
          </div>
        </>
      )}
      {others.map((view) => <ViewFigure key={view.id} view={view} page={pageOf(view.id)} />)}
      <ThesisText thesis={thesis} locale={locale} />
      <p className={styles.links}>
        <a href={`${toHref(locale, '/method')}#findings`}>{word.method}</a> · <a href={`/api/v1/findings?claim=${thesis.id}`}>{word.api}</a> · <a href="#verdicts">{word.top}</a>
      </p>
    </section>
  )
}

function toColumns({ caption, columns, rows }: Table, ids: readonly string[]): Table {
  const kept = columns.flatMap(({ id }, place) => (ids.includes(id) ? [place] : []))
  return { caption, columns: kept.map((place) => columns[place]!), rows: rows.map((row) => kept.map((place) => row[place]!)) }
}
