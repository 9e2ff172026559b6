import { loadQueue } from '@/db/queue'
import { loadStatus } from '@/db/status'
import { jobNames, type QueueStatus } from '@/lib/domain/job'
import type { TokenStatus } from '@/lib/domain/tokenStatus'
import { toTable } from './toTable'
import { withInstallation } from './withInstallation'

/** `lorenz status`: how every followed ledger stands, and the queue of jobs. */
export async function showStatus({ json }: { json: boolean }): Promise<void> {
  const status = await withInstallation(async ({ database }) => ({ ledgers: await loadStatus(database), queue: await loadQueue(database) }))
  process.stdout.write(json ? `${JSON.stringify(status, null, 2)}\n` : `${toStatusText(status.ledgers)}\n${toQueueText(status.queue)}`)
}

/** What waits, runs and failed, and below it why. */
export function toQueueText({ kinds, failures, workers }: QueueStatus): string {
  const there = workers === null ? 'Whether workers are there is unknown.' : workers === 0 ? 'No worker is there; "lorenz worker" starts one.' : `${workers} worker${workers === 1 ? ' is' : 's are'} there.`
  const rows = kinds.map(({ kind, waiting, running, failed }) => [jobNames[kind].en, ...[waiting, running, failed].map(String)])
  const table = rows.length > 0 ? [toTable(['jobs', 'waiting', 'running', 'failed'], rows, [1, 2, 3])] : []
  const reasons = failures.map(({ kind, protocol, attempts, maxAttempts, nextTry, reason }) => {
    const next = nextTry === null ? '' : `, again at ${toMinute(nextTry)} UTC`
    return `${[kind, protocol].filter(Boolean).join(' ')}, try ${attempts} of ${maxAttempts}${next}: ${reason}`
  })
  return [...table, there, ...reasons].join('\n') + '\n'
}

const toMinute = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')

/** The table, and below it what went wrong. */
export function toStatusText(status: readonly TokenStatus[]): string {
  if (status.length === 0) return 'Nothing is followed yet. "npm start" begins.\n'
  const count = (number: number | null) => (number === null ? '–' : number.toLocaleString('en'))
  const rows = status.map((token) => [
    token.protocol,
    token.symbol,
    count(token.lastBlock),
    token.lastTimestamp === null ? '–' : toMinute(token.lastTimestamp),
    count(token.lag),
    token.rate === null ? '–' : `${count(Math.round(token.rate))}/s`,
    count(token.rows),
    count(token.holders),
    count(token.snapshots),
    token.audit ?? '–',
  ])
  const table = toTable(['protocol', 'token', 'last block', 'its time (UTC)', 'lag', 'transfers', 'rows', 'holders', 'snapshots', 'audit'], rows, [2, 4, 5, 6, 7, 8])
  const errors = status.filter(({ error }) => error !== null).map(({ protocol, symbol, error }) => `${protocol} ${symbol}: ${error}`)
  const rejected = status.filter((token) => token.rejectedLogs > 0)
  const notes = rejected.map((token) => `${token.protocol} ${token.symbol}: ${count(token.rejectedLogs)} logs were rejected as not an ERC-20 transfer`)
  return [table, ...errors, ...notes].join('\n') + '\n'
}
