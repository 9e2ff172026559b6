import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import { Columns, Section } from '../frame/Section'
import { ShownView } from '../publication/ShownView'

const words = {
  en: {
    title: 'Farming', lead: 'What contracts paid for staking and for providing liquidity: to whom, after gas, and what those who got it did with it.', method: 'How these figures are made',
    none: 'No rewards are known', noneText: 'Of no contract that pays this protocol’s token for stakes any payment is known here.',
  },
  de: {
    title: 'Farming', lead: 'Was Contracts für Einlagen und für Liquidität zahlten: an wen, was nach Gas blieb und was die Empfänger damit taten.', method: 'Wie diese Zahlen entstehen',
    none: 'Keine Belohnungen bekannt', noneText: 'Von keinem Contract, der diesen Token für Einlagen zahlt, ist hier eine Zahlung bekannt.',
  },
} as const

interface FarmingProps {
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  slug: string
  locale: Locale
}

/** Rewards: who got them by size of stake, what was left after gas, what became of them, and how much went to those who already were the largest. */
export function Farming({ views, slug, locale }: FarmingProps) {
  const word = words[locale]
  const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: slug, id }))
  const shown = (id: string) => <ShownView view={views[id]} page={pageOf(id)} />
  if (!views.farmingTable) return <Section id="farming" title={word.title}><Notice title={word.none} heading={3}><p>{word.noneText}</p></Notice></Section>
  return (
    <Section id="farming" title={word.title} lead={word.lead}>
      {shown('rewardsByStake')}
      <p><a href={`${toHref(locale, '/method')}#farming`}>{word.method}</a></p>
      {shown('farmingTable')}
      {shown('programsTable')}
      <Columns>{shown('rewardUse')}{shown('rewardsOverTime')}</Columns>
    </Section>
  )
}
