import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'

const words = {
  en: {
    title: 'The queue',
    workers: (count: number | null) => (count === null ? 'The main database does not answer: whether workers are there is unknown.' : count === 0 ? 'No worker is there: nothing new is read.' : count === 1 ? '1 worker is there.' : `${count} workers are there.`),
    empty: 'No worker was ever started on this database.',
  },
  de: {
    title: 'Die Warteschlange',
    workers: (count: number | null) => (count === null ? 'Die Hauptdatenbank antwortet nicht: Ob Arbeiter da sind, ist unbekannt.' : count === 0 ? 'Kein Arbeiter ist da: Es wird nichts Neues gelesen.' : count === 1 ? '1 Arbeiter ist da.' : `${count} Arbeiter sind da.`),
    empty: 'Auf dieser Datenbank wurde noch nie ein Arbeiter gestartet.',
  },
} as const

interface QueueProps {
  workers: number | null
  jobs: Table
  failures: Table
  /** The page of a table by its id */
  pageOf: (id: string) => string
  locale: Locale
}

/** What waits, runs and failed, and who works on it. */
export function Queue({ workers, jobs, failures, pageOf, locale }: QueueProps) {
  const word = words[locale]
  return (
    <Section id="queue" title={word.title} lead={word.workers(workers)}>
      {jobs.rows.length > 0 ? <><DataTable table={jobs} /><ChartLink href={pageOf('jobsTable')} locale={locale} /></> : <p>{word.empty}</p>}
      {failures.rows.length > 0 && <><DataTable table={failures} stacked /><ChartLink href={pageOf('failuresTable')} locale={locale} /></>}
    </Section>
  )
}
