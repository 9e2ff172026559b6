import { zeroAddress, type Address } from '../domain/address'

/** An amount that moved. From the zero address it is a mint, to it a burn. */
export interface Transfer {
  from: Address
  to: Address
  /** smallest units */
  amount: bigint
  blockNumber: number
  logIndex: number
}

/** An account's balance after the last transfer of a block that changed it. */
export interface BalanceChange {
  blockNumber: number
  account: Address
  balance: bigint
}

/**
 * Folds transfers, in the chain's order, onto balances and gives one row for each account and block that changed.
 *
 * The zero address is no account: what comes from it is minted, what goes to it is burned. One exception: a transfer from
 * zero to zero is minted and held there (Uniswap v2 locks its first 1,000 units of liquidity so, and counts them in
 * totalSupply). A balance below zero is kept as it is: it says that the token moves without logs, and the audit shows it.
 *
 * @param balances what each account held before; changed in place. Accounts that are absent held nothing.
 * @param transfers in order of block and log index
 * @example
 * foldTransfers(new Map(), [{from: zeroAddress, to: a, amount: 5n, blockNumber: 1, logIndex: 0}])
 * // [{blockNumber: 1, account: a, balance: 5n}]
 */
export function foldTransfers(balances: Map<Address, bigint>, transfers: Iterable<Transfer>): BalanceChange[] {
  const changes: BalanceChange[] = []
  let touched = new Map<Address, bigint>()
  let blockNumber = -1
  const endBlock = () => {
    for (const [account, before] of touched) {
      const balance = balances.get(account)!
      if (balance !== before) changes.push({ blockNumber, account, balance })
    }
    touched = new Map()
  }
  const add = (account: Address, amount: bigint) => {
    const before = balances.get(account) ?? 0n
    if (!touched.has(account)) touched.set(account, before)
    balances.set(account, before + amount)
  }
  for (const transfer of transfers) {
    if (transfer.blockNumber !== blockNumber) {
      if (transfer.blockNumber < blockNumber)
        throw new RangeError(`foldTransfers: block ${transfer.blockNumber} comes after block ${blockNumber}`)
      endBlock()
      blockNumber = transfer.blockNumber
    }
    const { from, to, amount } = transfer
    if (from !== zeroAddress) add(from, -amount)
    if (to !== zeroAddress || from === zeroAddress) add(to, amount)
  }
  endBlock()
  return changes
}
