import type { Database } from '@/db/database'
import { loadEvents, loadEventsEnd } from '@/db/eventLogs'
import { loadTransactionFees } from '@/db/transactionFees'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { RewardPayment } from '../../domain/provider'
import type { StakeChange } from '../../liquidity/stakers'
import { toParty, toWord } from '../../sources/eventWords'
import { toTopics } from '../../sources/foldStakes'
import type { RewardProgram, RewardSource } from '../../sources/rewards/rewardSource'

/** A contract that pays for stakes, as a protocol's file names it. */
export interface ProgramPlace {
  wrapper: Wrapper
  source: RewardSource
  program: RewardProgram
}

/** What an account paid for a transaction at the contract; null where that is not known. */
export interface ProgramGas {
  account: Address
  blockNumber: number
  wei: bigint | null
}

/** Its stakes and payments up to a block, in the chain's order. */
export interface ProgramRecord {
  changes: StakeChange[]
  payments: RewardPayment[]
  gas: ProgramGas[]
}

/**
 * What was staked with a contract and what it paid, from kept logs alone.
 *
 * @throws Error in plain words where they do not reach the block
 */
export async function loadProgram(database: Database, chainId: number, { wrapper, source }: ProgramPlace, upTo: number): Promise<ProgramRecord> {
  const filters = [{ address: wrapper.address, topics: toTopics(source.stakes) }, ...source.logs(wrapper)].map((filter) => ({ chainId, ...filter }))
  const end = await loadEventsEnd(database, filters)
  if (end === null || end < upTo) throw new Error(end === null ? 'its logs are not read yet' : `its logs are read up to block ${end}`)
  const [staked = [], ...paid] = await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))
  const changes = staked.map((log): StakeChange => {
    const amount = toWord(log, 0)
    return { account: toParty(log, 1), blockNumber: log.blockNumber, logIndex: log.logIndex, change: log.topics[0] === source.stakes.takenBack.topic ? -amount : amount }
  })
  const told = paid.flat().flatMap((log) => {
    const payment = source.toPayment(wrapper, log)
    return payment ? [{ log, payment }] : []
  })
  const doings = [...staked.map((log, place) => ({ log, account: changes[place]!.account })), ...told.map(({ log, payment }) => ({ log, account: payment.account }))]
  return { changes, payments: told.map(({ payment }) => payment), gas: await loadGas(database, chainId, doings) }
}

/** Each transaction once: in equal parts where several accounts did something in it, what cannot be divided to the first by address. */
async function loadGas(database: Database, chainId: number, doings: readonly { log: Log; account: Address }[]): Promise<ProgramGas[]> {
  const shared = new Map<string, { accounts: Set<Address>; blockNumber: number }>()
  const unknown: ProgramGas[] = []
  for (const { log: { transactionHash, blockNumber }, account } of doings) {
    if (!transactionHash) unknown.push({ account, blockNumber, wei: null })
    else if (shared.has(transactionHash)) shared.get(transactionHash)!.accounts.add(account)
    else shared.set(transactionHash, { accounts: new Set([account]), blockNumber })
  }
  const fees = await loadTransactionFees(database, chainId, [...shared.keys()] as `0x${string}`[])
  const known = [...shared].flatMap(([hash, { accounts, blockNumber }]) => {
    const wei = fees.get(hash)?.wei ?? null
    const count = BigInt(accounts.size)
    return [...accounts].sort().map((account, place): ProgramGas => ({ account, blockNumber, wei: wei === null ? null : wei / count + (place === 0 ? wei % count : 0n) }))
  })
  return [...known, ...unknown]
}
