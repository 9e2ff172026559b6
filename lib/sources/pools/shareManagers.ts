import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { PoolPlace } from '../../domain/pool'
import type { ProviderFlow } from '../../domain/provider'
import { positionAmounts } from '../../liquidity/positionAmounts'
import type { ProviderBook } from '../../liquidity/providerBook'
import type { ProviderPosition } from '../../liquidity/providerPosition'
import { ShareManager, type ManagedPart } from '../../liquidity/shareManager'
import { addPair, noTokens } from '../../liquidity/tokenPair'
import { toTransfer } from '../erc20'

/**
 * Contracts that have positions in a Uniswap v3 pool for others and give out shares of their own for them: Arrakis' first vaults (G-UNI), Gamma's
 * Hypervisors, Charm's, ICHI's and Steer's vaults. A pool's `contracts` names each under `shareManager`, several under the word with a point and any other
 * behind it. The contract itself is the ERC-20 of its shares.
 *
 * @example toShareManagers({ positionManager: '0xc364…', 'shareManager.gUni': '0x4041…' }) // ['0x4041…']
 */
export const toShareManagers = (contracts: PoolPlace['contracts']): Address[] =>
  Object.entries(contracts).flatMap(([name, address]) => (name.split('.')[0] === 'shareManager' ? [address] : []))

/** What share managers are told: the pool's logs as they are replayed, and those of their shares. */
export interface OpenShareManagers {
  managers: ReadonlyMap<Address, ShareManager>
  /** Before a log is replayed: what it brings about is of this transaction */
  begin(log: Log): void
  /** Shares that moved. @throws Error where it is no Transfer of an ERC-20 */
  move(log: Log): void
  /** After a log */
  catchUp(): void
  /** After the last log of a block */
  end(): void
  takeFlows(): ProviderFlow[]
  /** Those that never did anything in the pool */
  withoutPositions(): Address[]
}

/**
 * Hands what share managers do in a pool on to those who have their shares: whatever of theirs the book would tell is told of these.
 *
 * @example const open = openShareManagers(book, ['0x4041…']); open.begin(log); book.add(event); open.catchUp(); open.takeFlows()
 */
export function openShareManagers(book: ProviderBook, accounts: readonly Address[]): OpenShareManagers {
  let flows: ProviderFlow[] = []
  let transaction = ''
  const positions = new Map(accounts.map((account) => [account, new Set<ProviderPosition>()]))
  const feesPaid = new Map(accounts.map((account) => [account, noTokens]))
  const acted = new Set<Address>()
  const managers = new Map(accounts.map((account) => [account, new ShareManager(account, () => look(account), (flow) => void flows.push(flow))]))

  function look(account: Address): ManagedPart {
    const { sqrtPrice, tick } = book.core
    const own = positions.get(account)!
    let [principal, earned, loss] = [noTokens, feesPaid.get(account)!, book.losses.get(account) ?? 0n]
    for (const position of own) {
      // One that was handed on or is empty for good comes back with its next flow.
      if (position.owner !== account || (position.liquidity === 0n && position.account.owed.every((amount) => amount === 0n))) own.delete(position)
      if (position.owner !== account) continue
      principal = addPair(principal, positionAmounts(position, { sqrtPrice: sqrtPrice!, tick }))
      earned = addPair(earned, book.feesOwedTo(position))
      loss += book.lossOf(position)
    }
    return { principal, sqrtPrice: sqrtPrice ?? 0n, earned: [...earned, loss] }
  }

  book.hear = (flow, position) => {
    const { account, kind, amounts } = flow
    const manager = managers.get(account)
    if (!manager) return false
    positions.get(account)!.add(position)
    acted.add(account)
    manager.hear(flow, transaction)
    if (kind === 'fees') feesPaid.set(account, addPair(feesPaid.get(account)!, amounts))
    return true
  }
  const each = (what: 'catchUp' | 'end') => {
    for (const manager of managers.values()) manager[what]()
  }
  return {
    managers,
    begin: ({ transactionHash, blockNumber }) => void (transaction = transactionHash ?? String(blockNumber)),
    move: (log) => {
      const reading = toTransfer(log)
      if (reading.status === 'rejected') throw new Error(reading.reason)
      const { from, to, amount } = reading.transfer
      if (amount > 0n && from !== to) managers.get(log.address)!.move(from, to, amount, log, transaction)
    },
    catchUp: () => each('catchUp'),
    end: () => each('end'),
    takeFlows: () => {
      const taken = flows
      flows = []
      return taken
    },
    withoutPositions: () => accounts.filter((account) => !acted.has(account)),
  }
}
