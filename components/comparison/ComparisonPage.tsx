import type { Locale } from '@/lib/domain/text'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import { toSharedNotes } from '@/lib/views/sharedNotes'
import { Figure, Notes } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from './Comparison.module.css'

const words = {
  en: {
    table: 'All measures side by side', tableLead: 'Each name leads to its own comparison.', method: 'How protocols are compared', few: 'Nothing to compare yet', fewText: 'It takes two protocols with a snapshot.',
    problems: { few: ['One is no comparison', 'Choose at least two protocols.'], many: ['Too many at once', 'Choose six protocols at most: more lines cannot be told apart.'] },
  },
  de: {
    table: 'Alle Maße nebeneinander', tableLead: 'Jeder Name führt zu seinem eigenen Vergleich.', method: 'Wie Protokolle verglichen werden', few: 'Noch nichts zu vergleichen', fewText: 'Dazu gehören zwei Protokolle mit einem Stand.',
    problems: { few: ['Eines allein ist kein Vergleich', 'Mindestens zwei Protokolle auswählen.'], many: ['Zu viele auf einmal', 'Höchstens sechs Protokolle auswählen: Mehr Linien sind nicht auseinanderzuhalten.'] },
  },
} as const

export interface ComparisonPageProps {
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  /** The own page of a chart */
  pageOf: (id: string) => string
  /** What is wrong with what was ticked */
  problem: 'few' | 'many' | null
  locale: Locale
}

/** Several protocols on the same axes: one measure over time and today, their Lorenz curves, and every measure in a table. */
export function ComparisonPage({ views, pageOf, problem, locale }: ComparisonPageProps) {
  const word = words[locale]
  if (problem) return <Notice title={word.problems[problem][0]}><p>{word.problems[problem][1]}</p></Notice>
  const { compareTable: table } = views
  if (!table) return <Notice title={word.few}><p>{word.fewText}</p></Notice>
  const shared = toSharedNotes(Object.values(views).filter((view) => view !== undefined))
  const own = ({ notes }: View) => notes.filter((note) => !shared.includes(note))
  return (
    <>
      <div className={styles.notes}><Notes notes={shared} /></div>
      {(['compareOverTime', 'compareNow', 'compareCurves'] as const).map((id) => {
        const view = views[id]
        return view?.chart && <Figure key={id} spec={{ ...view.chart, notes: own(view) }} table={view.table} page={pageOf(id)} heading={2} />
      })}
      <Section id={table.id} title={word.table} lead={word.tableLead}>
        <DataTable table={table.table} hideCaption />
        <div className={styles.notes}><Notes notes={own(table)} /></div>
        <p><a href={`${toHref(locale, '/method')}#comparison`}>{word.method}</a></p>
        <ChartLink href={pageOf(table.id)} locale={locale} />
      </Section>
    </>
  )
}
