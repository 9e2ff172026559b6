import { loadIncidents } from '@/db/incidents'
import { loadProtocols } from '@/db/protocols'
import { loadQueue } from '@/db/queue'
import { loadRejections, loadStatus } from '@/db/status'
import type { ContractStatus } from '@/lib/domain/contractStatus'
import type { IncidentCount } from '@/lib/domain/incident'
import type { QueueStatus } from '@/lib/domain/job'
import type { Rejection, TokenStatus } from '@/lib/domain/tokenStatus'
import { loadContractStatus } from '@/lib/pipeline/loadContractStatus'
import { sharedDatabase } from './database'

export interface WorkState {
  ledgers: TokenStatus[]
  contracts: ContractStatus[]
  queue: QueueStatus
  incidents: IncidentCount[]
  rejections: Rejection[]
  /** Slug → the protocol's name */
  names: Map<string, string>
}

/** Counting the holders of many large tokens takes a second: whoever asks again so soon gets the same answer. */
const fresh = 10_000

let last: { at: number; state: Promise<WorkState> } | null = null

/** How far everything is read, and what the queue holds; at most ten seconds old. */
export function loadWorkState(): Promise<WorkState> {
  if (last && Date.now() - last.at < fresh) return last.state
  const asked = { at: Date.now(), state: load() }
  // What failed is asked again at once.
  asked.state.catch(() => (last === asked ? (last = null) : undefined))
  last = asked
  return asked.state
}

async function load(): Promise<WorkState> {
  const database = sharedDatabase()
  const [ledgers, queue, incidents, rejections, protocols] = await Promise.all([
    loadStatus(database), loadQueue(database), loadIncidents(database), loadRejections(database), loadProtocols(database),
  ])
  const contracts = await loadContractStatus(database, protocols)
  return { ledgers, contracts, queue, incidents, rejections, names: new Map(protocols.map(({ slug, name }) => [slug, name])) }
}
