import { toDecimalString } from '@/lib/domain/amount'
import type { Table } from '@/lib/domain/chartSpec'
import type { ActCost, Participation } from '@/lib/domain/participation'
import type { Token } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

const words = {
  en: {
    cost: (price: string) => `To take part once costs ${price} of what the holder in the middle has.`, noPrice: 'What it costs is not set against what holders have: a price or a fee is missing.', unpaid: 'Nobody has done it on the chain yet, or what it cost is not known.',
    act: 'What is done', transactions: 'Transactions', fee: 'Median fee (ether)', ofMedian: 'Of the median holding', median: (symbol: string, amount: string, ether: string | null) => `The median holding is ${amount} ${symbol}${ether === null ? '' : `, worth ${ether} ether`}.`, none: '–',
  },
  de: {
    cost: (price: string) => `Sich einmal zu beteiligen kostet ${price} dessen, was der Halter in der Mitte hat.`, noPrice: 'Was es kostet, lässt sich nicht gegen die Bestände halten: Ein Preis oder eine Gebühr fehlt.', unpaid: 'Auf der Chain hat es noch niemand getan, oder die Kosten sind nicht bekannt.',
    act: 'Was getan wird', transactions: 'Transaktionen', fee: 'Mittlere Gebühr (Ether, Median)', ofMedian: 'Vom mittleren Bestand', median: (symbol: string, amount: string, ether: string | null) => `Der mittlere Bestand (Median) beträgt ${amount} ${symbol}${ether === null ? '' : `, wert ${ether} Ether`}.`, none: '–',
  },
} as const

const acts = {
  delegation: { en: 'give votes to somebody, oneself among them', de: 'Stimmen vergeben, auch an sich selbst' },
  vote: { en: 'vote on a proposal', de: 'über einen Vorschlag abstimmen' },
} as const satisfies Record<string, Text>

/** What something costs, and what part of the median holding that is. */
export interface CostRow {
  act: keyof typeof acts
  cost: ActCost | null
  ofMedian: number | null
}

/** What taking part costs, act by act. */
export const toCostRows = ({ costs, medianWei }: Pick<Participation, 'costs' | 'medianWei'>): CostRow[] =>
  (['delegation', 'vote'] as const).map((act) => ({ act, cost: costs[act], ofMedian: costs[act] && medianWei !== null && medianWei > 0n ? Number(costs[act].wei) / Number(medianWei) : null }))

/**
 * What it costs to take part, against what the holder in the middle has.
 *
 * @example votingCosts(toCostRows(study), 'en').rows[1]?.map(({ text }) => text) // ['vote on a proposal', '200', '0.0021', '1.3%']
 */
export function votingCosts(rows: readonly CostRow[], locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.act,
    columns: [{ id: 'act', label: word.act, numeric: false }, { id: 'transactions', label: word.transactions, numeric: true }, { id: 'fee', label: word.fee, numeric: true }, { id: 'ofMedian', label: word.ofMedian, numeric: true }],
    rows: rows.map(({ act, cost, ofMedian }) => [
      { value: act, text: acts[act][locale] },
      cost ? { value: cost.transactions, text: formatNumber(cost.transactions, 'count', locale) } : { value: null, text: word.none },
      cost ? { value: toDecimalString(cost.wei, 18), text: exactAmount(cost.wei, 18, locale) } : { value: null, text: word.unpaid },
      ofMedian === null ? { value: null, text: word.none } : { value: ofMedian, text: formatNumber(ofMedian, 'share', locale) },
    ]),
  }
}

/** The same in a sentence: delegating, where one must, and one vote. */
export function votingCostsSentence({ costs: { delegation, vote }, medianWei, mustDelegate }: Pick<Participation, 'costs' | 'medianWei' | 'mustDelegate'>, locale: Locale): string {
  if (!vote || medianWei === null || medianWei === 0n || (mustDelegate && !delegation)) return words[locale].noPrice
  return words[locale].cost(formatNumber(Number(vote.wei + (mustDelegate ? delegation!.wei : 0n)) / Number(medianWei), 'share', locale))
}

/** What the holder in the middle has; null where nobody is counted. */
export function medianNote({ median, medianWei }: Pick<Participation, 'median' | 'medianWei'>, { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string | null {
  if (median === null) return null
  return words[locale].median(symbol, exactAmount(median, decimals, locale), medianWei === null ? null : formatNumber(Number(medianWei) / 1e18, 'amount', locale))
}
