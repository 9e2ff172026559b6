import type { Database } from '@/db/database'
import { loadReach } from '@/db/history'
import { loadProtocol, loadProtocols } from '@/db/protocols'
import type { LensId } from '@/lib/domain/lens'
import { toLens } from '@/lib/ownership/lenses'
import { toChangeRows, toChangesBasis } from '@/lib/pipeline/describeChanges'
import { loadHolderChanges } from '@/lib/pipeline/loadHolderChanges'
import { changeKinds, changesSummary, changesTable, momentsTable } from '@/lib/views/changesTables'
import type { Table } from '@/lib/domain/chartSpec'
import { toPeriod, toProblemText } from '@/lib/views/period'
import { toTable } from './toTable'
import { UsageError } from './usageError'
import { withInstallation } from './withInstallation'

/** Of each way to change, so many accounts are shown; JSON has them all. */
const shown = 10

export interface ChangesOptions {
  from?: string
  to?: string
  lens: LensId
  json?: boolean
}

/** `lorenz changes`: who came, left, holds more and holds less between two days. */
export async function showChanges(slug: string, options: ChangesOptions): Promise<void> {
  process.stdout.write(await withInstallation(({ database }) => toChangesText(database, slug, options)))
}

/**
 * The moments, the sums and the largest changes as tables; or everything as JSON, amounts as decimal strings of smallest units.
 *
 * @throws UsageError where the protocol is not followed, or the days are none that there are
 */
export async function toChangesText(database: Database, slug: string, { from = '', to = '', lens: lensId, json }: ChangesOptions): Promise<string> {
  const protocol = await loadProtocol(database, slug)
  if (!protocol) throw new UsageError(`no protocol "${slug}" is followed here; there are ${(await loadProtocols(database)).map((each) => each.slug).join(', ') || 'none'}`)
  const reach = await loadReach(database, protocol.tokenId)
  const period = reach && toPeriod({ from, to }, reach)
  if (period && 'problem' in period) throw new UsageError(toProblemText(period, 'en'))
  const lens = toLens(lensId)
  const found = period && (await loadHolderChanges(database, protocol, lens, period))
  if (!found) throw new UsageError(`${slug} has no history yet; "lorenz snapshot" makes it`)
  const basis = toChangesBasis(found, protocol, lens, 'en')
  const rows = (kind: (typeof changeKinds)[number], most?: number) => toChangeRows(found.changes[kind].slice(0, most), protocol)
  if (json) {
    const whole = { protocol: slug, lens: lensId, ...basis, changes: Object.fromEntries(changeKinds.map((kind) => [kind, rows(kind)])) }
    return `${JSON.stringify(whole, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)}\n`
  }
  const lists = changeKinds.filter((kind) => found.changes[kind].length > 0).map((kind) => changesTable(kind, rows(kind, shown), basis, 'en'))
  return [momentsTable(basis, 'en'), changesSummary(found.changes, basis, 'en'), ...lists].map((table) => `${table.caption}\n${toPlainTable(table)}\n`).join('\n')
}

const toPlainTable = ({ columns, rows }: Table): string =>
  toTable(
    columns.map(({ label }) => label),
    rows.map((row) => row.map(({ text }) => text)),
    columns.flatMap(({ numeric }, i) => (numeric ? [i] : [])),
  )
