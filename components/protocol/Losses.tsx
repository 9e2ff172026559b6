import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import { Section } from '../frame/Section'
import { ShownView } from '../publication/ShownView'

const words = {
  en: {
    title: 'Losses by liquidation', lead: 'Whoever borrows against tokens loses them when they are worth too little: who lost how much, and who took it.',
    none: 'No lending contract is read', noneText: 'For this protocol’s token this installation knows no lending contract that tells of liquidations.',
  },
  de: {
    title: 'Verluste durch Liquidation', lead: 'Wer sich gegen Token etwas leiht, verliert sie, wenn sie zu wenig wert sind: wer wie viel verlor und wer es nahm.',
    none: 'Kein Kreditmarkt wird gelesen', noneText: 'Für den Token dieses Protokolls kennt diese Installation keinen Kreditmarkt, der Liquidationen meldet.',
  },
} as const

interface LossesProps {
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  slug: string
  locale: Locale
}

/** Who bore the losses of liquidations, and each liquidation. */
export function Losses({ views, slug, locale }: LossesProps) {
  const word = words[locale]
  const tables = ['lossesTable', 'liquidationsTable'].flatMap((id) => views[id] ?? [])
  return (
    <Section id="liquidations" title={word.title} lead={tables.length > 0 ? word.lead : undefined}>
      {tables.length === 0 && <Notice title={word.none} heading={3}><p>{word.noneText}</p></Notice>}
      {tables.map((view) => <ShownView key={view.id} view={view} page={toHref(locale, toChartPath({ protocol: slug, id: view.id }))} />)}
    </Section>
  )
}
