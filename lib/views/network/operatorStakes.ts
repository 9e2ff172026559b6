import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { StakeNetwork, StakeOperator } from '@/lib/domain/delegatedStakes'
import type { Locale } from '@/lib/domain/text'
import { formatAmount, formatNumber } from '../format'
import type { NetworkBasis } from './networkWords'

/** So many operators are drawn; the table of operators has all. */
const operatorsShown = 15

/** The operators with most stake: as many as are drawn. */
export const toLargestOperators = ({ operators }: StakeNetwork): readonly StakeOperator[] => operators.filter(({ stake }) => stake > 0n).slice(0, operatorsShown)

const words = {
  en: {
    title: (symbol: string) => `Who has the stake: ${symbol}`, y: 'Share of all that is bonded', all: 'bonded to the operator', own: 'of it its own',
    tell: (bonded: string, count: string, largest: string, share: string, tenth: string, half: string) => `Of ${bonded} bonded to ${count} operators, ${share} is with ${largest} and ${tenth} with the largest tenth; ${half} of them have more than half.`,
    shown: (shown: string) => `Drawn are the ${shown} largest; the table of operators has all.`,
  },
  de: {
    title: (symbol: string) => `Bei wem der Einsatz liegt: ${symbol}`, y: 'Anteil an allem, was eingesetzt ist', all: 'beim Betreiber eingesetzt', own: 'davon sein eigener',
    tell: (bonded: string, count: string, largest: string, share: string, tenth: string, half: string) => `Von ${bonded}, eingesetzt bei ${count} Betreibern, liegen ${share} bei ${largest} und ${tenth} beim größten Zehntel; mehr als die Hälfte haben ${half}.`,
    shown: (shown: string) => `Gezeichnet sind die ${shown} größten; die Tabelle der Betreiber enthält alle.`,
  },
} as const

/**
 * What is bonded to each operator, and what of it is its own.
 *
 * @returns null where nothing is bonded
 * @example operatorStakes(basis, 'en')?.series[0]?.points[0] // { x: 0, y: 0.43 }
 */
export function operatorStakes({ network, token, nameOf, notes }: NetworkBasis, locale: Locale): ChartSpec | null {
  const word = words[locale]
  const { total, count, largest, tenth, nakamoto50 } = network.byOperator
  const rows = toLargestOperators(network)
  const [first] = rows
  if (!first || largest === null || tenth === null || nakamoto50 === null) return null
  const bar = (id: string, label: string, emphasis: 'main' | 'second', of: (operator: StakeOperator) => bigint) =>
    ({ id, label, shape: 'bar', emphasis, points: rows.map((operator, x) => ({ x, y: toRatio(of(operator), total) })) }) as const
  const share = (value: number) => formatNumber(value, 'share', locale)
  const many = (value: number) => formatNumber(value, 'count', locale)
  return {
    id: 'operatorStakes',
    title: word.title(token.symbol),
    sentence: word.tell(`${formatAmount({ units: total, decimals: token.decimals }, locale)} ${token.symbol}`, many(count), nameOf(first.account), share(largest), share(tenth), many(nakamoto50)),
    x: { label: '', scale: 'category', format: 'count', categories: rows.map(({ account }) => nameOf(account)) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [bar('stake', word.all, 'main', ({ stake }) => stake), bar('own', word.own, 'second', ({ own }) => own)],
    notes: [...(count > rows.length ? [word.shown(many(rows.length))] : []), ...notes],
    locale,
  }
}
