import type { Address } from '../domain/address'
import type { GasPayment } from './providerResults'

/** That an account did something in a transaction; null where nobody knows in which. */
export interface Doing {
  account: Address
  blockNumber: number
  transaction: string | null
}

/** Transactions in which accounts did something: who shares each, and what nobody knows the transaction of. */
export interface SharedTransactions {
  /** By hash; each account once, in the order of what they did */
  shared: ReadonlyMap<string, { accounts: readonly Address[]; blockNumber: number }>
  /** Of which nothing can be told: `wei` is null */
  unknown: readonly GasPayment[]
}

/**
 * Each transaction once, with all who did something in it.
 *
 * @example toSharedTransactions([{ account: a, blockNumber: 7, transaction: '0x1' }, { account: b, blockNumber: 7, transaction: '0x1' }]).shared.get('0x1')?.accounts.length // 2
 */
export function toSharedTransactions(doings: Iterable<Doing>): SharedTransactions {
  // Of a quarter of a million transactions hardly one is shared: a list takes a fifth of what a set does.
  const shared = new Map<string, { accounts: Address[]; blockNumber: number }>()
  const unknown: GasPayment[] = []
  for (const { account, blockNumber, transaction } of doings) {
    if (transaction === null) unknown.push({ account, blockNumber, wei: null })
    else {
      const known = shared.get(transaction)
      if (!known) shared.set(transaction, { accounts: [account], blockNumber })
      else if (!known.accounts.includes(account)) known.accounts.push(account)
    }
  }
  return { shared, unknown }
}

/**
 * What each account paid: a transaction's cost in equal parts, what cannot be divided to the first by address.
 *
 * @param weiOf null where what a transaction cost is not known
 * @example divideGas(twoInOne, () => 5n).map(({ wei }) => wei) // [3n, 2n]
 */
export function divideGas({ shared, unknown }: SharedTransactions, weiOf: (hash: string) => bigint | null): GasPayment[] {
  const known = [...shared].flatMap(([hash, { accounts, blockNumber }]) => {
    const wei = weiOf(hash)
    const count = BigInt(accounts.length)
    return [...accounts].sort().map((account, place): GasPayment => ({ account, blockNumber, wei: wei === null ? null : wei / count + (place === 0 ? wei % count : 0n) }))
  })
  return [...unknown, ...known]
}
