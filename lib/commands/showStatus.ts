import { loadStatus, type TokenStatus } from '@/db/status'
import { toTable } from './toTable'
import { withInstallation } from './withInstallation'

/** `lorenz status`: how every followed ledger stands. */
export async function showStatus({ json }: { json: boolean }): Promise<void> {
  const status = await withInstallation(({ database }) => loadStatus(database))
  process.stdout.write(json ? `${JSON.stringify(status, null, 2)}\n` : toStatusText(status))
}

/** The table, and below it what went wrong. */
export function toStatusText(status: readonly TokenStatus[]): string {
  if (status.length === 0) return 'Nothing is followed yet. "npm start" begins.\n'
  const count = (number: number | null) => (number === null ? '–' : number.toLocaleString('en'))
  const rows = status.map((token) => [
    token.protocol,
    token.symbol,
    count(token.lastBlock),
    token.lastTimestamp === null ? '–' : new Date(token.lastTimestamp * 1000).toISOString().slice(0, 16).replace('T', ' '),
    count(token.lag),
    count(token.rows),
    count(token.holders),
    count(token.snapshots),
    token.audit ?? '–',
  ])
  const table = toTable(['protocol', 'token', 'last block', 'its time (UTC)', 'lag', 'rows', 'holders', 'snapshots', 'audit'], rows, [2, 4, 5, 6, 7])
  const errors = status.filter(({ error }) => error !== null).map(({ protocol, symbol, error }) => `${protocol} ${symbol}: ${error}`)
  const rejected = status.filter((token) => token.rejectedLogs > 0)
  const notes = rejected.map((token) => `${token.protocol} ${token.symbol}: ${count(token.rejectedLogs)} logs were rejected as not an ERC-20 transfer`)
  return [table, ...errors, ...notes].join('\n') + '\n'
}
