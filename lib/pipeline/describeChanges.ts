import type { HistoryDay } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '../chain/checksum'
import type { HoldingChange } from '../domain/changedDistribution'
import type { Lens } from '../domain/lens'
import type { Locale } from '../domain/text'
import type { ChangeRow, ChangesBasis, Moment } from '../views/changesTables'
import type { PeriodChanges } from './loadHolderChanges'

const toMoment = ({ block, timestamp, denominator, metrics }: HistoryDay): Moment => ({
  block,
  timestamp,
  denominator,
  holders: metrics.holders?.status === 'ok' ? metrics.holders.value : 0,
})

/**
 * What tables of changes rest on.
 *
 * @example toChangesBasis(found, uniswap, toLens('raw'), 'en').denominator // 'total supply'
 */
export const toChangesBasis = ({ from, to }: PeriodChanges, { token }: Pick<TrackedProtocol, 'token'>, lens: Lens, locale: Locale): ChangesBasis => ({
  token,
  from: toMoment(from),
  to: toMoment(to),
  denominator: lens.denominator[locale],
})

/**
 * Accounts that changed, in the form that people and files read: addresses in EIP-55, and who they are.
 *
 * @example toChangeRows(found.changes.entered, uniswap)[0] // { address: '0x1F98…', before: 0n, after: 5n, label: null }
 */
export function toChangeRows(changes: readonly HoldingChange[], { labels }: Pick<TrackedProtocol, 'labels'>): ChangeRow[] {
  const known = new Map(labels.map((label) => [label.address, label]))
  return changes.map(({ account, before, after }) => {
    const label = known.get(account)
    return { address: toChecksumAddress(account), before, after, label: label ? { name: label.name, role: label.role, source: label.source } : null }
  })
}
