import type { Locale } from '@/lib/domain/text'
import type { OverviewRow } from '@/lib/views/overview'
import type { OverviewColumn } from '@/lib/views/overviewColumns'
import { Sparkline } from '../tables/Sparkline'
import styles from './OverviewTable.module.css'

const words = {
  en: {
    caption: 'Every protocol',
    demo: 'demo data',
    none: 'No snapshot yet',
    failed: 'audit failed',
    incomplete: 'audit incomplete',
    line: (name: string) => `Gini coefficient of ${name} over the last year`,
    shares: (denominator: string) => `Shares are taken of the ${denominator}.`,
  },
  de: {
    caption: 'Alle Protokolle',
    demo: 'Demodaten',
    none: 'Noch kein Stand',
    failed: 'Prüfung nicht bestanden',
    incomplete: 'Prüfung unvollständig',
    line: (name: string) => `Gini-Koeffizient von ${name} im letzten Jahr`,
    shares: (denominator: string) => `Bezugsgröße der Anteile: ${denominator}.`,
  },
} as const

interface OverviewTableProps {
  columns: readonly OverviewColumn[]
  rows: readonly OverviewRow[]
  /** What the lens takes shares of */
  denominator: string
  locale: Locale
}

/** Every protocol, one row each. Sorting is a link, so it works without scripts and can be sent to others. */
export function OverviewTable({ columns, rows, denominator, locale }: OverviewTableProps) {
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.unseen}>{words[locale].caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, numeric, href, sorted }) => (
              <th key={key} scope="col" data-key={key} data-numeric={numeric} aria-sort={href ? sorted : undefined}>
                {href ? <a href={href}>{label}<span aria-hidden="true" className={styles.mark}>{marks[sorted]}</span></a> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => <Row key={row.slug} row={row} locale={locale} />)}
        </tbody>
      </table>
      <p className={styles.shares}>{words[locale].shares(denominator)}</p>
    </>
  )
}

const marks = { ascending: ' ↑', descending: ' ↓', none: '' }

function Row({ row, locale }: { row: OverviewRow; locale: Locale }) {
  const word = words[locale]
  const [gini, ...others] = row.figures
  return (
    <tr>
      <th scope="row" data-key="name">
        <a href={row.href}>{row.name}</a> <span className={styles.symbol}>{row.symbol}</span>
        {row.demo && <span className={styles.tag}>{word.demo}</span>}
        {row.audit === 'failed' && <span className={styles.tag} data-tone="bad">{word.failed}</span>}
        {row.audit === 'incomplete' && <span className={styles.tag} data-tone="warning">{word.incomplete}</span>}
        {row.basis && <span className={styles.asOfBelow}>{row.basis.date} · {row.basis.block}</span>}
      </th>
      <td data-key="category">{row.category}</td>
      {row.basis === null ? <td className={styles.none} colSpan={6}>{word.none}</td> : (
        <>
          <td data-key="gini" data-numeric>{gini?.text}</td>
          <td data-key="line"><Sparkline points={row.line} label={word.line(row.name)} locale={locale} /></td>
          {others.map((cell, place) => <td key={place} data-key={otherKeys[place]} data-numeric>{cell.text}</td>)}
          <td data-key="date">
            <time dateTime={row.basis.dateTime}>{row.basis.date}</time>
            <span className={styles.block}>{row.basis.block}</span>
          </td>
        </>
      )}
    </tr>
  )
}

const otherKeys = ['nakamoto50', 'top10Share', 'holders']
