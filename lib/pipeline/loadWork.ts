import type { Database } from '@/db/database'
import { loadIncidents } from '@/db/incidents'
import { loadProtocols } from '@/db/protocols'
import { loadQueue } from '@/db/queue'
import { loadRejections, loadStatus } from '@/db/status'
import type { ContractStatus } from '../domain/contractStatus'
import type { IncidentCount } from '../domain/incident'
import type { QueueStatus } from '../domain/job'
import type { Rejection, TokenStatus } from '../domain/tokenStatus'
import { loadContractStatus } from './loadContractStatus'

/** How far everything is read, and what the queue holds. */
export interface WorkState {
  ledgers: TokenStatus[]
  contracts: ContractStatus[]
  queue: QueueStatus
  incidents: IncidentCount[]
  rejections: Rejection[]
  /** Slug → the protocol's name */
  names: Map<string, string>
}

/** The state of the work at this moment. */
export async function loadWork(database: Database): Promise<WorkState> {
  const [ledgers, queue, incidents, rejections, protocols] = await Promise.all([
    loadStatus(database), loadQueue(database), loadIncidents(database), loadRejections(database), loadProtocols(database),
  ])
  const contracts = await loadContractStatus(database, protocols)
  return { ledgers, contracts, queue, incidents, rejections, names: new Map(protocols.map(({ slug, name }) => [slug, name])) }
}
