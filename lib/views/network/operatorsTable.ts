import { toRatio } from '@/lib/domain/amount'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell } from '../accountCells'
import { formatNumber } from '../format'
import { toFeesText, type NetworkBasis } from './networkWords'

const words = {
  en: {
    caption: 'Operators', none: 'nothing',
    columns: { operator: 'Operator', stake: 'Stake', share: 'Share', own: 'Its own', delegators: 'Others who bond to it', fees: 'Fees of 365 days', feesShare: 'Share', rewards: 'New tokens of 365 days', rewardsShare: 'Share' },
  },
  de: {
    caption: 'Betreiber', none: 'nichts',
    columns: { operator: 'Betreiber', stake: 'Einsatz', share: 'Anteil', own: 'Davon eigener', delegators: 'An ihn Delegierende', fees: 'Gebühren von 365 Tagen', feesShare: 'Anteil', rewards: 'Neue Token von 365 Tagen', rewardsShare: 'Anteil' },
  },
} as const

/**
 * Every operator with its stake and what it earned in the last 365 days, the largest stake first.
 *
 * @example operatorsTable(basis, 'en').rows[0]?.[0]?.text // 'Demo operator 8'
 */
export function operatorsTable({ network, token, nameOf }: NetworkBasis, locale: Locale): Table {
  const { operators, byOperator, feesOfYear, rewardsOfYear } = network
  const word = words[locale]
  const share = (part: bigint, whole: bigint): Cell => {
    const value = whole === 0n ? null : toRatio(part, whole)
    return { value, text: value === null ? word.none : formatNumber(value, 'share', locale) }
  }
  return {
    caption: word.caption,
    columns: Object.entries(word.columns).map(([id, label]) => ({ id, label, numeric: id !== 'operator' })),
    rows: operators.map((one) => [
      { value: one.account, text: nameOf(one.account) },
      toAmountCell(one.stake, token, locale),
      share(one.stake, byOperator.total),
      toAmountCell(one.own, token, locale),
      { value: one.delegators, text: formatNumber(one.delegators, 'count', locale) },
      { value: String(one.feesOfYear), text: toFeesText(one.feesOfYear, network, token, locale) },
      share(one.feesOfYear, feesOfYear.total),
      toAmountCell(one.rewardsOfYear, token, locale),
      share(one.rewardsOfYear, rewardsOfYear.total),
    ]),
  }
}
