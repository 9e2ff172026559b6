import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { HoldingChange } from '@/lib/domain/changedDistribution'
import type { HistoryDay } from '@/db/history'
import type { Lens } from '@/lib/domain/lens'
import type { PeriodChanges } from '@/lib/pipeline/loadHolderChanges'
import type { ChangeRow, ChangesBasis, Moment } from '@/lib/views/changesTables'

const toMoment = ({ block, timestamp, denominator, metrics }: HistoryDay): Moment => ({
  block,
  timestamp,
  denominator,
  holders: metrics.holders?.status === 'ok' ? metrics.holders.value : 0,
})

/** What tables of changes rest on. */
export const toChangesBasis = ({ from, to }: PeriodChanges, { token }: TrackedProtocol, lens: Lens, locale: 'en' | 'de'): ChangesBasis => ({
  token,
  from: toMoment(from),
  to: toMoment(to),
  denominator: lens.denominator[locale],
})

/** Accounts that changed, in the form that people and files read. */
export function toChangeRows(changes: readonly HoldingChange[], { labels }: Pick<TrackedProtocol, 'labels'>): ChangeRow[] {
  const known = new Map(labels.map((label) => [label.address, label]))
  return changes.map(({ account, before, after }) => {
    const label = known.get(account)
    return { address: toChecksumAddress(account), before, after, label: label ? { name: label.name, role: label.role ?? null, source: label.source } : null }
  })
}
