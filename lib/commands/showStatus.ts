import { loadIncidents } from '@/db/incidents'
import { loadPoolStatus, type PoolStatus } from '@/db/poolStatus'
import { loadQueue } from '@/db/queue'
import { loadRejections, loadStatus } from '@/db/status'
import type { ContractStatus } from '@/lib/domain/contractStatus'
import { incidentNames, type IncidentCount } from '@/lib/domain/incident'
import { jobNames, type QueueStatus } from '@/lib/domain/job'
import type { Rejection, TokenStatus } from '@/lib/domain/tokenStatus'
import { loadContractStatus } from '@/lib/pipeline/loadContractStatus'
import { toTable } from './toTable'
import { withInstallation } from './withInstallation'

/** `lorenz status`: how every followed ledger and pool stands, and the queue of jobs. */
export async function showStatus({ json }: { json: boolean }): Promise<void> {
  const status = await withInstallation(async ({ database }) => ({
    ledgers: await loadStatus(database),
    contracts: await loadContractStatus(database),
    rejections: await loadRejections(database),
    pools: await loadPoolStatus(database),
    queue: await loadQueue(database),
    incidents: await loadIncidents(database),
  }))
  const text = () => [toStatusText(status.ledgers, status.rejections), toContractsText(status.contracts), toPoolsText(status.pools), toQueueText(status.queue), toIncidentText(status.incidents)].filter(Boolean).join('\n')
  process.stdout.write(json ? `${JSON.stringify(status, null, 2)}\n` : text())
}

/** What went wrong with each chain's endpoints; empty where nothing did. */
export function toIncidentText(incidents: readonly IncidentCount[]): string {
  if (incidents.length === 0) return ''
  const rows = incidents.map(({ chainId, kind, times, since, last, reason }) => [
    String(chainId), incidentNames[kind].en, times.toLocaleString('en'), toMinute(since), toMinute(last), reason.length > 80 ? `${reason.slice(0, 79)}…` : reason,
  ])
  return `${toTable(['chain', 'what endpoints did wrong', 'times', 'since (UTC)', 'last', 'the last one'], rows, [2])}\n`
}

/** Which contracts' logs could not be read to the end, and why; empty where all could. */
export function toContractsText(contracts: readonly ContractStatus[]): string {
  return contracts.flatMap(({ protocol, name, address, lastBlock, error }) =>
    error === null ? [] : [`${protocol} ${name} (${address}): its logs are read up to block ${lastBlock?.toLocaleString('en') ?? '–'}: ${error}\n`]).join('')
}

/** How far pools are read; empty where none is followed. */
export function toPoolsText(pools: readonly PoolStatus[]): string {
  if (pools.length === 0) return ''
  const rows = pools.map(({ protocol, name, lastBlock, lastTimestamp, markDay, providers, days, gaps }) => [
    protocol, name, lastBlock?.toLocaleString('en') ?? '–', lastTimestamp === null ? '–' : toMinute(lastTimestamp), markDay ?? '–', ...[providers, days, gaps].map((count) => count.toLocaleString('en')),
  ])
  return `${toTable(['protocol', 'pool', 'read at block', 'its time (UTC)', 'mark of', 'providers', 'days', 'gaps'], rows, [2, 5, 6, 7])}\n`
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
export function toStatusText(status: readonly TokenStatus[], rejections: readonly Rejection[] = []): string {
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
  const notes = rejections.map(({ protocol, symbol, logs, reason, firstBlock, lastBlock }) =>
    `${protocol} ${symbol}: ${count(logs)} logs in blocks ${count(firstBlock)} to ${count(lastBlock)} are no transfer: ${reason}`)
  const readers = status.flatMap(({ protocol, symbol, readers }) => {
    if (!readers?.reading) return []
    const waiting = readers.waiting === 0 ? '' : `; ${readers.waiting === 1 ? '1 other process waits' : `${readers.waiting} other processes wait`} until it is done`
    return [`${protocol} ${symbol}: is being read at this moment${waiting}`]
  })
  return [table, ...readers, ...errors, ...notes].join('\n') + '\n'
}
