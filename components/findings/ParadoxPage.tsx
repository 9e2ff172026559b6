import type { ThesisFindings } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols } from '@/lib/publish/charts'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import { Foot } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { Section } from '../frame/Section'
import { DataTable } from '../tables/DataTable'
import { Thesis } from './Thesis'

const words = {
  en: {
    verdicts: 'At a glance', demo: 'Demo data', demoText: 'The protocols that these verdicts are of are made up and were played on a demo chain. No figure here is about the real world.',
    none: 'Nothing to judge yet', noneText: 'No protocol is followed yet. The claims and their rules stand below all the same.',
  },
  de: {
    verdicts: 'Auf einen Blick', demo: 'Demodaten', demoText: 'Die Protokolle, von denen diese Urteile handeln, sind erfunden und wurden auf einer Demo-Chain durchgespielt. Keine Zahl hier handelt von der wirklichen Welt.',
    none: 'Noch nichts zu beurteilen', noneText: 'Noch wird kein Protokoll verfolgt. Die Behauptungen und ihre Regeln stehen trotzdem darunter.',
  },
} as const

interface ParadoxPageProps {
  findings: readonly ThesisFindings[]
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  locale: Locale
}

/** Every claim with its verdict: first all of them at a glance, then one after the other, to be read from top to bottom. */
export function ParadoxPage({ findings, views, locale }: ParadoxPageProps) {
  const word = words[locale]
  const { verdictsTable: verdicts } = views
  const subjects = findings.flatMap((found) => found.findings.map(({ subject }) => subject))
  return (
    <>
      {subjects.some(({ demo }) => demo) && <Notice title={word.demo} tone="warning"><p>{word.demoText}</p></Notice>}
      {verdicts
        ? (
          <Section id="verdicts" title={word.verdicts} lead={verdicts.sentence}>
            {/* On a phone what is said of each protocol stands with each claim. */}
            <DataTable table={verdicts.table} wideColumns={verdicts.table.columns.slice(2).map(({ id }) => id)} hideCaption />
            <Foot notes={verdicts.notes} page={toHref(locale, toChartPath({ protocol: allProtocols, id: verdicts.id }))} locale={locale} />
          </Section>
        )
        : <Notice title={word.none}><p>{word.noneText}</p></Notice>}
      {findings.map((found, nth) => (
        <Thesis
          key={found.words.id} found={found} place={nth + 1} of={findings.length} lead={views[found.words.id]}
          others={found.words.charts.flatMap((id) => views[id] ?? [])} locale={locale}
        />
      ))}
    </>
  )
}
