import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import type { NetworkMonth } from '@/lib/domain/delegatedStakes'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import type { NetworkBasis } from './networkWords'

const words = {
  en: {
    title: (symbol: string) => `Stake and work over time: ${symbol}`, y: 'Share with the largest tenth of operators', stake: 'of the stake', fees: 'of the month’s fees', rewards: 'of the month’s new tokens',
    tell: (from: string, was: string, wasHhi: string, to: string, is: string, isHhi: string) => `The largest tenth of operators had ${was} of the stake on ${from} (HHI ${wasHhi}) and ${is} on ${to} (HHI ${isHhi}).`,
    note: 'Month ends; the newest month may not be over. A tenth is rounded up. A month in which nobody was paid is a gap in its line.',
  },
  de: {
    title: (symbol: string) => `Einsatz und Arbeit im Zeitverlauf: ${symbol}`, y: 'Anteil des größten Zehntels der Betreiber', stake: 'am Einsatz', fees: 'an den Gebühren des Monats', rewards: 'an den neuen Token des Monats',
    tell: (from: string, was: string, wasHhi: string, to: string, is: string, isHhi: string) => `Das größte Zehntel der Betreiber hatte am ${from} ${was} des Einsatzes (HHI ${wasHhi}) und am ${to} ${is} (HHI ${isHhi}).`,
    note: 'Monatsenden; der neueste Monat ist womöglich nicht vorbei. Ein Zehntel ist aufgerundet. Ein Monat, in dem niemand bezahlt wurde, ist eine Lücke in seiner Linie.',
  },
} as const

/**
 * The share of the largest tenth of operators in stake and in work, month by month.
 *
 * @returns null before the first stake
 * @example operatorConcentration(basis, 'en')?.series[0]?.points.at(-1) // { x: 1767139200, y: 0.74 }
 */
export function operatorConcentration({ network: { months }, token, notes }: NetworkBasis, locale: Locale): ChartSpec | null {
  const word = words[locale]
  const staked = months.filter(({ byOperator }) => byOperator.tenth !== null)
  const [first, last] = [staked[0], staked.at(-1)]
  if (!first || !last) return null
  const line = (id: 'stake' | 'fees' | 'rewards', emphasis: Series['emphasis'], of: (month: NetworkMonth) => number | null): Series => ({
    id, label: word[id], shape: 'line', emphasis, points: months.map((month) => ({ x: toTimestamp(month.day), y: of(month) })),
  })
  const [fees, rewards] = [line('fees', 'second', (month) => month.fees.tenth), line('rewards', 'reference', (month) => month.rewards.tenth)]
  const share = ({ byOperator: { tenth } }: NetworkMonth) => formatNumber(tenth!, 'share', locale)
  const index = ({ byOperator: { hhi } }: NetworkMonth) => formatNumber(hhi!, 'index', locale)
  const on = ({ day }: NetworkMonth) => formatDate(toTimestamp(day), locale)
  return {
    id: 'operatorConcentration',
    title: word.title(token.symbol),
    sentence: word.tell(on(first), share(first), index(first), on(last), share(last), index(last)),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    series: [line('stake', 'main', ({ byOperator }) => byOperator.tenth), ...[fees, rewards].filter(({ points }) => points.some(({ y }) => y !== null))],
    notes: [word.note, ...notes],
    locale,
  }
}
