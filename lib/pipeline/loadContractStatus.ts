import type { Database } from '@/db/database'
import { loadKeptFilters, toTopicsKey } from '@/db/eventLogs'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import type { ContractStatus } from '../domain/contractStatus'
import { toNeededFilters } from './neededFilters'

/**
 * How far the events of every contract are read that protocols need any of, in the order of protocols.
 *
 * @example await loadContractStatus(database) // [{ protocol: 'uniswap', name: 'UNI', address: '0x1f98…', lastBlock: 21_500_000, error: null, … }]
 */
export async function loadContractStatus(database: Database, protocols?: readonly TrackedProtocol[]): Promise<ContractStatus[]> {
  const kept = new Map((await loadKeptFilters(database)).map((filter) => [toKey(filter.chainId, filter), filter]))
  return (protocols ?? (await loadProtocols(database))).flatMap((protocol) => {
    const { slug, token: { chainId } } = protocol
    const contracts = new Map<string, ContractStatus>()
    for (const { name, filter } of toNeededFilters(protocol)) {
      const { end = null, error = null } = kept.get(toKey(chainId, { ...filter, topics: toTopicsKey(filter) })) ?? {}
      const before = contracts.get(filter.address) ?? { protocol: slug, chainId, name, address: filter.address, lastBlock: Infinity, error: null }
      const lastBlock = before.lastBlock === null || end === null ? null : Math.min(before.lastBlock, end)
      contracts.set(filter.address, { ...before, lastBlock, error: before.error ?? error })
    }
    return [...contracts.values()]
  })
}

const toKey = (chainId: number, { address, topics }: { address: string; topics: string }) => `${chainId} ${address} ${topics}`
