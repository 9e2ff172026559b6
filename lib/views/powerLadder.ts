import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { rungs, type Ladder, type Rung } from '@/lib/governance/ladder'
import { toMetric } from '@/lib/metrics/registry'
import { toAmountCell, toShareCell } from './accountCells'
import { formatNumber } from './format'
import { toMetricCell, toNumberFormat, toValue } from './metricCell'

/** The metrics that every rung is told by, in reading order. */
export const ladderMetricIds = ['holders', 'effectiveHolders', 'top1Share', 'top5Share', 'top10Share', 'gini', 'hhi', 'nakamoto33', 'nakamoto50', 'nakamoto67'] as const

const words = {
  en: {
    title: (name: string) => `From holding to deciding: ${name}`,
    y: 'Herfindahl–Hirschman index',
    rung: 'Rung', measure: 'Measure', amount: 'Amount', ofSupply: 'Of the supply', leftAccounts: 'Left out by the lens, accounts', left: 'Left out by the lens',
    accounts: 'Accounts',
    shares: (delegated: string | null, cast: string | null) => [delegated && `${delegated} of the supply has a vote`, cast && `${cast} is usually cast`].filter(Boolean).join(', '),
    delegated: (times: string) => `By HHI delegated votes are ${times} times as concentrated as what is held`,
    cast: (times: string) => `By HHI votes usually cast are ${times} times as concentrated as what is held`,
    both: (delegated: string, cast: string) => `By HHI delegated votes are ${delegated} times as concentrated as what is held, those usually cast ${cast} times`,
    none: 'Neither votes nor decided proposals are kept yet.',
  },
  de: {
    title: (name: string) => `Vom Besitz zur Entscheidung: ${name}`,
    y: 'Herfindahl-Hirschman-Index',
    rung: 'Stufe', measure: 'Maß', amount: 'Menge', ofSupply: 'Von der Gesamtmenge', leftAccounts: 'Von der Sicht weggelassen, Konten', left: 'Von der Sicht weggelassen',
    accounts: 'Konten',
    shares: (delegated: string | null, cast: string | null) => [delegated && `${delegated} der Gesamtmenge haben eine Stimme`, cast && `${cast} werden üblicherweise abgegeben`].filter(Boolean).join(', '),
    delegated: (times: string) => `Nach dem HHI sind delegierte Stimmen ${times}-mal so konzentriert wie der Besitz`,
    cast: (times: string) => `Nach dem HHI sind üblicherweise abgegebene Stimmen ${times}-mal so konzentriert wie der Besitz`,
    both: (delegated: string, cast: string) => `Nach dem HHI sind delegierte Stimmen ${delegated}-mal so konzentriert wie der Besitz, üblicherweise abgegebene ${cast}-mal`,
    none: 'Weder Stimmen noch entschiedene Vorschläge sind bisher gespeichert.',
  },
} as const

/**
 * How concentrated each rung is from what there is to what is usually cast, as HHI.
 *
 * @param notes what the figures rest on
 * @example powerLadder(ladder, 'UNI', [], 'en').sentence
 * // '24.0% of the supply has a vote, 5.1% is usually cast. By HHI delegated votes are 6.20 times as concentrated as what is held, those usually cast 8.00 times.'
 */
export function powerLadder(ladder: Ladder, name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const { rungs: told } = ladder
  return {
    id: 'powerLadder',
    title: word.title(name),
    sentence: toSentence(ladder, locale),
    x: { label: word.rung, scale: 'category', format: 'count', categories: told.map(({ id }) => rungs[id][locale]) },
    y: { label: word.y, scale: 'linear', format: 'index' },
    horizontal: true,
    series: [{ id: 'hhi', label: word.y, shape: 'bar', emphasis: 'main', points: told.map(({ metrics }, x) => ({ x, y: toValue(metrics.hhi) })) }],
    notes,
    locale,
  }
}

function toSentence({ rungs: told, supply, amplification }: Ladder, locale: Locale): string {
  const word = words[locale]
  const share = (id: Rung['id']) => {
    const found = toSupplyShare(supply, told.find((rung) => rung.id === id))
    return found === null ? null : formatNumber(found, 'share', locale)
  }
  const [delegated, cast] = [amplification.delegated, amplification.cast].map((factor) => (factor === null ? null : formatNumber(factor, 'ratio', locale)))
  const amplified = delegated && cast ? word.both(delegated, cast) : delegated ? word.delegated(delegated) : cast ? word.cast(cast) : ''
  return [word.shares(share('delegated'), share('cast')), amplified].filter(Boolean).map((part) => `${part}.`).join(' ') || word.none
}

/**
 * What share of the supply a rung is; null where either is not known.
 *
 * @example toSupplyShare(10n, { total: 4n }) // 0.4
 */
export const toSupplyShare = (supply: bigint | null, rung: Pick<Rung, 'total'> | undefined): number | null =>
  rung && supply !== null && supply > 0n ? toRatio(rung.total, supply) : null

/**
 * Every measure of every rung: a column a rung.
 *
 * @example powerLadderTable(ladder, token, 'en').columns.map(({ label }) => label) // ['Measure', 'supply', 'circulating', 'delegated', 'usually cast']
 */
export function powerLadderTable({ rungs: told, supply }: Ladder, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const row = (id: string, label: string, cell: (rung: Rung) => Table['rows'][number][number]) => [{ value: id, text: label }, ...told.map(cell)]
  const nothing = { value: null, text: '–' }
  return {
    caption: word.title(token.symbol),
    columns: [{ id: 'measure', label: word.measure, numeric: false }, ...told.map(({ id }) => ({ id, label: rungs[id][locale], numeric: true }))],
    rows: [
      row('amount', `${word.amount} (${token.symbol})`, ({ total }) => toAmountCell(total, token, locale)),
      row('ofSupply', word.ofSupply, ({ total }) => (supply !== null && supply > 0n ? toShareCell(total, supply, locale) : nothing)),
      ...ladderMetricIds.map((id) => {
        const metric = toMetric(id)
        return row(id, id === 'holders' ? word.accounts : metric.name[locale], ({ metrics }) => toMetricCell(metrics[id], metric, locale))
      }),
      row('leftAccounts', word.leftAccounts, ({ excluded }) => ({ value: excluded.accounts, text: formatNumber(excluded.accounts, toNumberFormat({ unit: 'count' }), locale) })),
      row('left', `${word.left} (${token.symbol})`, ({ excluded }) => toAmountCell(excluded.amount, token, locale)),
    ],
  }
}
