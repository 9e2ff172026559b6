import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import type { ControlStep } from '@/lib/governance/controlTree'
import type { ControlWords } from '@/lib/views/controlTables'
import { toHref } from '@/lib/views/href'
import { Notes } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import { ControlTree } from './ControlTree'
import styles from '../publication/ShownView.module.css'

const words = {
  en: {
    keys: 'How many keys, and how long to leave', tree: 'Who controls whom', method: 'How this is read', api: 'The same for programs',
    treeLead: 'Below each contract stands who has a power over it, and below them who stands behind them, down to keys, votes, or where nobody knows on. Each step says what it rests on.',
    none: 'Not read yet', noneText: 'Who has the keys of this protocol’s contracts is read with its snapshots. No map has been kept yet.',
  },
  de: {
    keys: 'Wie viele Schlüssel, und wie viel Zeit zum Gehen', tree: 'Wer wen kontrolliert', method: 'Wie das gelesen wird', api: 'Dasselbe für Programme',
    treeLead: 'Unter jedem Contract steht, wer Macht über ihn hat, und darunter, wer dahintersteht, bis zu Schlüsseln, Abstimmungen oder dorthin, wo niemand weiterweiß. Jeder Schritt sagt, worauf er beruht.',
    none: 'Noch nicht gelesen', noneText: 'Wer die Schlüssel der Contracts dieses Protokolls hat, wird mit seinen Ständen gelesen. Noch ist keine Karte aufbewahrt.',
  },
} as const

interface ControlProps {
  /** null before the map was first read */
  views: { keys: View; tree: View; steps: readonly ControlStep[]; words: ControlWords } | null
  slug: string
  locale: Locale
}

/** Who has the keys: the figures, and the tree with its evidence. */
export function Control({ views, slug, locale }: ControlProps) {
  const word = words[locale]
  if (!views) return <Notice title={word.none}><p>{word.noneText}</p></Notice>
  const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: slug, id }))
  const { keys, tree, steps } = views
  return (
    <>
      <Section id="keys" title={word.keys} lead={keys.sentence}>
        <div className={styles.table}>
          <DataTable table={keys.table} stacked hideCaption />
          <Notes notes={keys.notes} />
          <ChartLink href={pageOf('keysTable')} locale={locale} />
        </div>
      </Section>
      <Section id="tree" title={word.tree} lead={word.treeLead}>
        <ControlTree steps={steps} control={views.words} locale={locale} />
        <div className={styles.table}>
          <Notes notes={[tree.sentence, ...tree.notes]} />
          <ChartLink href={pageOf('controlTree')} locale={locale} />
        </div>
        <p><a href={`${toHref(locale, '/method')}#control`}>{word.method}</a> · <a href={`/api/v1/protocols/${slug}/control`}>{word.api}</a></p>
      </Section>
    </>
  )
}
