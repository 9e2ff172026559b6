import type { Finding, ThesisWords } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import { toTimestamp } from '@/lib/views/day'
import { figureText, reasonText } from '@/lib/views/findings/reasonText'
import { formatDate } from '@/lib/views/format'
import { toHref } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import styles from './Findings.module.css'
import { ThesisText } from './ThesisText'
import { Verdict } from './Verdict'
import { ViewFigure } from './ViewFigure'

const words = {
  en: {
    lead: (name: string) => `What the claims of the essay come to for ${name}, each by the rule that is the same for all.`, all: 'The claim over all protocols', api: 'The same for programs',
    figures: 'All figures of this verdict', asOf: (day: string) => `As of ${day}.`, above: 'Its charts stand above, where another claim rests on them too.', none: 'Nothing to judge yet', noneText: 'No claim is told of this protocol yet.',
  },
  de: {
    lead: (name: string) => `Was die Behauptungen des Essays für ${name} ergeben, jede nach der Regel, die für alle gilt.`, all: 'Die Behauptung über alle Protokolle', api: 'Dasselbe für Programme',
    figures: 'Alle Zahlen dieses Urteils', asOf: (day: string) => `Stand ${day}.`, above: 'Ihre Diagramme stehen weiter oben, wo sich schon eine andere Behauptung auf sie stützt.', none: 'Noch nichts zu beurteilen', noneText: 'Noch wird keine Behauptung über dieses Protokoll geprüft.',
  },
} as const

interface ProtocolFindingsProps {
  name: string
  slug: string
  findings: readonly { words: ThesisWords; finding: Finding }[]
  /** By the ids of their charts */
  views: Readonly<Partial<Record<string, View>>>
  locale: Locale
}

/** What every claim comes to for one protocol: the verdict, why, its figures, and the protocol's own charts that it rests on. */
export function ProtocolFindings({ name, slug, findings, views, locale }: ProtocolFindingsProps) {
  const word = words[locale]
  if (findings.length === 0) return <Notice title={word.none}><p>{word.noneText}</p></Notice>
  const shown = new Set<string>()
  const toViews = ({ charts }: ThesisWords) => charts.flatMap((id) => {
    const view = views[id]
    // A chart stands once on a page: where it is first spoken of.
    if (!view || shown.has(id)) return []
    shown.add(id)
    return [view]
  })
  return (
    <>
      <p>{word.lead(name)}</p>
      {findings.map(({ words: thesis, finding }) => {
        const isShownAbove = thesis.charts.some((id) => shown.has(id))
        return (
          <section key={thesis.id} id={thesis.id} className={styles.thesis} aria-labelledby={`${thesis.id}-title`}>
            <div className={styles.head}>
              <h2 id={`${thesis.id}-title`}>{thesis.title[locale]}</h2>
              <p className={styles.statement}>{thesis.statement[locale]}</p>
            </div>
            <div className={styles.finding}>
              <Verdict verdict={finding.verdict} locale={locale} />
              <p>{reasonText(finding, locale)} {finding.basis && word.asOf(formatDate(toTimestamp(finding.basis.day), locale))}</p>
            </div>
            {finding.figures.length > 0 && (
              <details className={styles.words}>
                <summary>{word.figures}</summary>
                <dl className={styles.facts}>
                  {finding.figures.map((figure) => (
                    <div key={figure.id} style={{ display: 'contents' }}><dt>{figure.name[locale]}</dt><dd>{figureText(figure, locale)}</dd></div>
                  ))}
                </dl>
              </details>
            )}
            {toViews(thesis).map((view) => <ViewFigure key={view.id} view={view} page={toHref(locale, toChartPath({ protocol: slug, id: view.id }))} />)}
            {isShownAbove && <p className={styles.links}>{word.above}</p>}
            <ThesisText thesis={thesis} locale={locale} />
            <p className={styles.links}><a href={`${toHref(locale, '/paradox')}#${thesis.id}`}>{word.all}</a> · <a href={`/api/v1/findings?claim=${thesis.id}&protocol=${slug}`}>{word.api}</a></p>
          </section>
        )
      })}
    </>
  )
}
