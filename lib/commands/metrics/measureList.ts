import type { Address } from '@/lib/domain/address'
import { toDecimalString } from '@/lib/domain/amount'
import { toDistribution, type Claim } from '@/lib/domain/distribution'
import type { Bounds, MetricResult } from '@/lib/domain/metric'
import type { DecimalAmount } from '@/lib/lists/decimalAmount'
import type { HolderList } from '@/lib/lists/holderList'
import { measureTruncated, toBounds } from '@/lib/metrics/bounds'
import { measure } from '@/lib/metrics/registry'

/** What the user says of the whole, in the list's own unit, and whom to leave out. */
export interface ListQuestion {
  exclude: readonly Address[]
  total?: DecimalAmount
  holders?: number
}

/** All metrics of one list. */
export interface ListMeasures {
  /** holders in the list, without the excluded and without zeros */
  holders: number
  /** what shares are taken of, as an exact decimal string in the list's unit */
  total: string
  /** truncated when the total or the number of holders says that the list is not everyone */
  population: 'complete' | 'truncated'
  metrics: Readonly<Record<string, MetricResult>>
  /** for a truncated list: between which values a measure of the whole lies; empty for a complete one */
  bounds: Readonly<Record<string, Bounds>>
}

/**
 * Measures a list. The excluded are taken out of the list, and with them out of the total and the number of holders.
 *
 * @throws RangeError when total or number of holders contradict the list
 * @example measureList(list, { exclude: [], total: { digits: 10n ** 9n, places: 0 }, holders: 440_001 }).population // 'truncated'
 */
export function measureList(list: HolderList, question: ListQuestion): ListMeasures {
  const { total, holders } = question
  const decimals = Math.max(list.decimals, total?.places ?? 0)
  const unit = 10n ** BigInt(decimals - list.decimals)
  const claims = unit === 1n ? list.claims : list.claims.map(({ account, amount }) => ({ account, amount: amount * unit }))
  const isExcluded = ({ account }: Claim) => question.exclude.includes(account)
  const excluded = toDistribution(claims.filter(isExcluded))
  const listed = toDistribution(excluded.total === 0n ? claims : claims.filter((claim) => !isExcluded(claim)))
  const whole = {
    ...(total && { total: total.digits * 10n ** BigInt(decimals - total.places) - excluded.total }),
    ...(holders !== undefined && { holders: holders - excluded.amounts.length }),
  }
  const bounds = toBounds(listed, whole)
  const cutOff = bounds !== null || (listed.total === 0n && Boolean(whole.total || whole.holders))
  return {
    holders: listed.amounts.length,
    total: toDecimalString(whole.total ?? listed.total, decimals),
    population: cutOff ? 'truncated' : 'complete',
    metrics: cutOff ? measureTruncated(listed, bounds ?? {}) : measure(listed),
    bounds: bounds ?? {},
  }
}
