import type { Cell, NumberFormat, Table } from '@/lib/domain/chartSpec'
import type { ShareFigures, StakeNetwork } from '@/lib/domain/delegatedStakes'
import type { Locale } from '@/lib/domain/text'
import { formatAmount, formatNumber } from '../format'
import { toFeesText, type NetworkBasis } from './networkWords'

const words = {
  en: {
    caption: 'The same measures of stake and work', measured: 'Of what', none: 'nothing', noGini: '–',
    columns: { count: 'By how many', total: 'All', largest: 'The largest', tenth: 'The largest tenth', hhi: 'HHI', gini: 'Gini', nakamoto33: 'More than a third', nakamoto50: 'More than half', nakamoto67: 'More than two thirds' },
    rows: { byOperator: 'Stake, by operator', byDelegator: 'Stake, by who bonded it', feesOfYear: 'Fees of 365 days, by operator', rewardsOfYear: 'New tokens of 365 days, by operator', earnedByDelegator: 'New tokens since ever, by who earned them' },
    tell: (operators: string, half: string, delegators: string, halfOfThem: string) => `Of ${operators} operators ${half} have more than half of the stake; of ${delegators} who bonded it, ${halfOfThem}.`,
  },
  de: {
    caption: 'Dieselben Maße für Einsatz und Arbeit', measured: 'Wovon', none: 'nichts', noGini: '–',
    columns: { count: 'Auf wie viele verteilt', total: 'Zusammen', largest: 'Der größte', tenth: 'Das größte Zehntel', hhi: 'HHI', gini: 'Gini', nakamoto33: 'Mehr als ein Drittel', nakamoto50: 'Mehr als die Hälfte', nakamoto67: 'Mehr als zwei Drittel' },
    rows: { byOperator: 'Einsatz, nach Betreiber', byDelegator: 'Einsatz, nach dem, der ihn einbrachte', feesOfYear: 'Gebühren von 365 Tagen, nach Betreiber', rewardsOfYear: 'Neue Token von 365 Tagen, nach Betreiber', earnedByDelegator: 'Neue Token seit jeher, nach dem, der sie verdiente' },
    tell: (operators: string, half: string, delegators: string, halfOfThem: string) => `Von ${operators} Betreibern haben ${half} mehr als die Hälfte des Einsatzes; von ${delegators}, die ihn einbrachten, ${halfOfThem}.`,
  },
} as const

/** What is measured of a network. */
const networkParts = ['byOperator', 'byDelegator', 'feesOfYear', 'rewardsOfYear', 'earnedByDelegator'] as const
export type NetworkPart = (typeof networkParts)[number]

/** What is measured of a network, with its measures; what cannot be told is left out. */
export const toNetworkRows = (network: StakeNetwork): { part: NetworkPart; figures: ShareFigures }[] =>
  networkParts.flatMap((part) => {
    const figures = network[part]
    return figures ? [{ part, figures }] : []
  })

const formats = { largest: 'share', tenth: 'share', hhi: 'index', gini: 'index', nakamoto33: 'count', nakamoto50: 'count', nakamoto67: 'count' } as const satisfies Partial<Record<keyof ShareFigures, NumberFormat>>
const measures = Object.keys(formats) as (keyof typeof formats)[]

/**
 * The same measures of stake, fees and new tokens, by operator and by who bonds.
 *
 * @example networkTable(basis, 'en').rows[0]?.[0]?.text // 'Stake, by operator'
 */
export function networkTable({ network, token }: NetworkBasis, locale: Locale): Table {
  const word = words[locale]
  const cell = (figures: ShareFigures, measure: keyof typeof formats): Cell => {
    const value = figures[measure]
    return { value, text: value === null ? word.none : formatNumber(value, formats[measure], locale) }
  }
  const toTotal = (part: NetworkPart, { total }: ShareFigures): Cell => ({
    value: String(total), text: part === 'feesOfYear' ? toFeesText(total, network, token, locale) : `${formatAmount({ units: total, decimals: token.decimals }, locale)} ${token.symbol}`,
  })
  return {
    caption: word.caption,
    columns: [
      { id: 'part', label: word.measured, numeric: false },
      ...(['count', 'total', ...measures] as const).map((id) => ({ id, label: word.columns[id], numeric: true })),
    ],
    rows: toNetworkRows(network).map(({ part, figures }) => [
      { value: part, text: word.rows[part] },
      { value: figures.count, text: formatNumber(figures.count, 'count', locale) },
      toTotal(part, figures),
      ...measures.map((measure) => cell(figures, measure)),
    ]),
  }
}

/** How few have more than half of the stake. */
export function networkSentence({ byOperator, byDelegator }: StakeNetwork, locale: Locale): string {
  const many = (value: number | null) => formatNumber(value ?? 0, 'count', locale)
  return words[locale].tell(many(byOperator.count), many(byOperator.nakamoto50), many(byDelegator.count), many(byDelegator.nakamoto50))
}
