import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import type { StakeNetwork, StakeOperator } from '@/lib/domain/delegatedStakes'
import type { Locale } from '@/lib/domain/text'
import { formatAmount, formatNumber } from '../format'
import { toFeesText, type NetworkBasis } from './networkWords'

const words = {
  en: {
    title: (symbol: string) => `Who gets the work: ${symbol}`, y: 'Share of all, in the last 365 days', fees: 'of what customers paid', rewards: 'of the new tokens', stake: 'of the stake at their end',
    paid: (fees: string, count: string, tenth: string) => `In the last 365 days customers paid ${fees} to ${count} operators, ${tenth} of it to the largest tenth of them.`,
    rewarded: (rewards: string, count: string, tenth: string) => `New tokens, ${rewards}, went to ${count} operators, ${tenth} of them to the largest tenth.`,
    shared: 'What an operator is paid it shares with those who bond to it, as it says.', shown: (shown: string) => `Drawn are the ${shown} who got most; the table of operators has all.`,
  },
  de: {
    title: (symbol: string) => `Wer die Arbeit bekommt: ${symbol}`, y: 'Anteil am Ganzen, in den letzten 365 Tagen', fees: 'an dem, was Kunden zahlten', rewards: 'an den neuen Token', stake: 'am Einsatz zu deren Ende',
    paid: (fees: string, count: string, tenth: string) => `In den letzten 365 Tagen zahlten Kunden ${fees} an ${count} Betreiber, davon ${tenth} an deren größtes Zehntel.`,
    rewarded: (rewards: string, count: string, tenth: string) => `Neue Token, ${rewards}, gingen an ${count} Betreiber, davon ${tenth} an das größte Zehntel.`,
    shared: 'Was ein Betreiber bekommt, teilt er mit denen, die an ihn delegieren, zu dem Anteil, den er nennt.', shown: (shown: string) => `Gezeichnet sind die ${shown}, die am meisten bekamen; die Tabelle der Betreiber enthält alle.`,
  },
} as const

/** So many operators are drawn; the table of operators has all. */
const operatorsShown = 12

/** Who was paid most in the last 365 days, or got most new tokens where nobody was paid: as many as are drawn. */
export const toWorkers = ({ operators, feesOfYear, rewardsOfYear }: StakeNetwork): readonly StakeOperator[] => {
  const rank = ({ feesOfYear: fees, rewardsOfYear: rewards }: StakeOperator) => (feesOfYear.total > 0n ? fees : rewardsOfYear.total > 0n ? rewards : 0n)
  return [...operators].sort((a, b) => (rank(a) > rank(b) ? -1 : rank(a) < rank(b) ? 1 : 0)).slice(0, operatorsShown)
}

/**
 * What customers paid each operator and what new tokens came to it in the last 365 days, beside its stake.
 *
 * @returns null where nobody earned anything
 * @example operatorWork(basis, 'en')?.series.map(({ id }) => id) // ['fees', 'rewards', 'stake']
 */
export function operatorWork({ network, token, nameOf, notes }: NetworkBasis, locale: Locale): ChartSpec | null {
  const word = words[locale]
  const { feesOfYear, rewardsOfYear, byOperator } = network
  if (feesOfYear.total + rewardsOfYear.total === 0n) return null
  const rows = toWorkers(network)
  const bar = (id: 'fees' | 'rewards' | 'stake', emphasis: Series['emphasis'], total: bigint, of: (operator: StakeOperator) => bigint): Series[] =>
    total === 0n ? [] : [{ id, label: word[id], shape: 'bar', emphasis, points: rows.map((operator, x) => ({ x, y: toRatio(of(operator), total) })) }]
  const share = (value: number | null) => formatNumber(value ?? 0, 'share', locale)
  const many = (value: number) => formatNumber(value, 'count', locale)
  const told = [
    ...(feesOfYear.total > 0n ? [word.paid(toFeesText(feesOfYear.total, network, token, locale), many(feesOfYear.count), share(feesOfYear.tenth))] : []),
    ...(rewardsOfYear.total > 0n ? [word.rewarded(`${formatAmount({ units: rewardsOfYear.total, decimals: token.decimals }, locale)} ${token.symbol}`, many(rewardsOfYear.count), share(rewardsOfYear.tenth))] : []),
  ]
  return {
    id: 'operatorWork',
    title: word.title(token.symbol),
    sentence: told.join(' '),
    x: { label: '', scale: 'category', format: 'count', categories: rows.map(({ account }) => nameOf(account)) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      ...bar('fees', 'main', feesOfYear.total, (operator) => operator.feesOfYear),
      ...bar('rewards', feesOfYear.total === 0n ? 'main' : 'second', rewardsOfYear.total, (operator) => operator.rewardsOfYear),
      ...bar('stake', 'reference', byOperator.total, ({ stake }) => stake),
    ],
    notes: [...(network.operators.length > rows.length ? [word.shown(many(rows.length))] : []), word.shared, ...notes],
    locale,
  }
}
