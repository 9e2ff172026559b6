import type { View } from '@/lib/publish/view'
import type { Table } from '@/lib/domain/chartSpec'
import { toChartLayout } from '../charts/chartLayout'
import { toChartHeight } from '../charts/chartSize'
import { StaticChart } from '../charts/StaticChart'
import { embedCss } from './embedCss'

const words = {
  en: { table: 'The figures as a table', more: 'Sources, files, citation', csv: 'Data (CSV)', chart: 'Chart: arrow keys read it point by point' },
  de: { table: 'Die Zahlen als Tabelle', more: 'Quellen, Dateien, Zitat', csv: 'Daten (CSV)', chart: 'Diagramm: Mit den Pfeiltasten Punkt für Punkt zu lesen' },
} as const

export interface EmbedProps {
  view: View
  theme: 'light' | 'dark' | 'auto'
  /** Whole addresses of the chart's page, its data and its script */
  page: string
  csv: string
  script: string
  oembed: string
  /** What height messages call it */
  name: string
}

/** px of the two drawings, one of which is seen. */
const widths = { narrow: 340, wide: 680 } as const

/** A chart alone, as a document of its own: whole without script. With it, the table's rows are told where the pointer is. */
export function Embed({ view, theme, page, csv, script, oembed, name }: EmbedProps) {
  const word = words[view.locale]
  return (
    <html lang={view.locale} data-theme={theme === 'auto' ? undefined : theme} data-name={name}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <meta name="robots" content="noindex" />
        <title>{view.title}</title>
        <link rel="canonical" href={page} />
        <link rel="alternate" type="application/json+oembed" href={oembed} title={view.title} />
        <style dangerouslySetInnerHTML={{ __html: embedCss }} />
        <script src={script} defer />
      </head>
      <body>
        <main>
          <h1>{view.title}</h1>
          <p>{view.sentence}</p>
          {view.chart && <Drawings view={view} label={word.chart} />}
          {view.chart ? <details><summary>{word.table}</summary><Rows table={view.table} /></details> : <Rows table={view.table} />}
          <ul>{view.notes.map((note) => <li key={note}>{note}</li>)}</ul>
          <footer>
            <a href={page} target="_blank" rel="noopener">Lorenz: {word.more}</a> <a href={csv} target="_blank" rel="noopener">{word.csv}</a> CC BY 4.0
          </footer>
        </main>
      </body>
    </html>
  )
}

function Drawings({ view: { chart, table }, label }: { view: View; label: string }) {
  if (!chart) return null
  return (Object.keys(widths) as (keyof typeof widths)[]).map((size) => {
    const width = widths[size]
    const height = toChartHeight(chart, width)
    const xs = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b)
    // One place for each row of the table, in its order.
    const layout = chart.horizontal || chart.flow ? null : toChartLayout(chart, width, height)
    const places = layout ? xs.map((x) => Math.round(layout.x.at(x) ?? -1)).join() : undefined
    return (
      <div key={size} className={size} role={places ? 'group' : undefined} aria-label={places && label} tabIndex={places && table.rows.length > 0 ? 0 : undefined} data-x={places}>
        <StaticChart spec={chart} width={width} height={height} idPrefix={size} />
      </div>
    )
  })
}

function Rows({ table }: { table: Table }) {
  const look = (at: number) => (table.columns[at]?.numeric ? 'n' : undefined)
  return (
    <div className="rows" role="region" aria-label={table.caption} tabIndex={0}>
      <table>
        <thead><tr>{table.columns.map(({ id, label }, at) => <th key={id} scope="col" className={look(at)}>{label}</th>)}</tr></thead>
        <tbody>
          {table.rows.map((row, place) => (
            <tr key={place}>{row.map(({ text }, at) => (at === 0 ? <th key={at} scope="row" className={look(at)}>{text}</th> : <td key={at} className={look(at)}>{text}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
