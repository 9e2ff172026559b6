import type { Database } from '@/db/database'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Gap } from '../../domain/snapshot'
import { addTransferShares, readTotalSupply } from '../../sources/pools/shareManagerFacts'
import { toShareManagers } from '../../sources/pools/shareManagers'
import { assertEventsReach } from '../assertEventsReach'
import { toEventFilters, toPoolFilters } from './poolPlaces'
import type { FollowedPool } from './readPoolFacts'
import { streamLogs } from './streamLogs'

/**
 * A pool with those of its managers of liquidity alone whose shares can be believed: nobody ever had less than none of them by their Transfers, and those
 * add up to what the contract calls its total supply at the block. Any other counts as one provider.
 *
 * @returns a gap for each that cannot be believed
 * @throws Error in plain words where its logs do not reach the block
 * @example (await believeManagers(work, pool, 7)).gaps // []
 */
export async function believeManagers(
  { database, reader }: { database: Database; reader: Pick<ChainReader, 'readContracts'> },
  pool: FollowedPool,
  blockNumber: number,
): Promise<{ pool: FollowedPool; gaps: Gap[] }> {
  const managers = toShareManagers(pool.facts.contracts)
  const unbelieved: { account: Address; reason: string }[] = []
  for (const account of managers) {
    const reason = await findFault({ database, reader }, pool, account, blockNumber)
    if (reason !== null) unbelieved.push({ account, reason })
  }
  const gaps = unbelieved.map(({ account, reason }): Gap => ({ subject: `whose the part of the manager ${account} is`, reason: `${reason}: it counts as one provider` }))
  return { pool: withoutManagers(pool, unbelieved.map(({ account }) => account)), gaps }
}

/**
 * A pool whose managers are looked through except some.
 *
 * @example withoutManagers(pool, ['0x4041…']).facts.contracts // { positionManager: '0xc364…' }
 */
export function withoutManagers(pool: FollowedPool, accounts: readonly Address[]): FollowedPool {
  const out = new Set(toShareManagers(pool.facts.contracts).filter((account) => accounts.includes(account)))
  if (out.size === 0) return pool
  const contracts = Object.fromEntries(Object.entries(pool.facts.contracts).filter(([, address]) => !out.has(address)))
  return { ...pool, facts: { ...pool.facts, contracts } }
}

/** Why a manager's shares cannot be believed; null where they can. */
async function findFault({ database, reader }: { database: Database; reader: Pick<ChainReader, 'readContracts'> }, pool: FollowedPool, account: Address, blockNumber: number): Promise<string | null> {
  const filters = toEventFilters(pool.place.chainId, toPoolFilters(pool).filter(({ address }) => address === account))
  await assertEventsReach(database, filters, blockNumber, `shares of ${account}`)
  const balances = new Map<Address, bigint>()
  for await (const { logs } of streamLogs(database, filters, -1, blockNumber)) {
    const fault = addTransferShares(balances, logs)
    if (fault !== null) return fault
  }
  const said = await readTotalSupply(reader, account, blockNumber)
  if (said.status === 'failed') return `totalSupply() could not be read: ${said.reason}`
  const all = [...balances.values()].reduce((sum, shares) => sum + shares, 0n)
  return all === said.supply ? null : `its shares’ Transfers add up to ${all}, totalSupply() says ${said.supply}`
}
