import type { Address } from '@/lib/domain/address'
import { toRandom } from './random'

/** What moved on one day: the balance of each account after each block that changed it. */
export interface TransferDay {
  day: number
  rows: { block: number; account: number; balance: bigint }[]
}

/** How long a life is. */
export interface HistorySize {
  transfers: number
  /** In the end */
  holders: number
  days: number
}

export const blocksADay = 7200

/** @example toBenchAddress(1) // 20 bytes that look like a hash, always the same */
export function toBenchAddress(account: number): Address {
  let hex = ''
  for (let word = 0, mixed = account + 1; word < 5; word++) {
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    hex += (mixed >>> 0).toString(16).padStart(8, '0')
  }
  // The number itself at the end keeps them apart.
  return `0x${hex.slice(0, 32)}${account.toString(16).padStart(8, '0')}`
}

/**
 * A token's life, the same on every machine: a billion tokens minted to the first account; every transfer takes part of what its sender
 * has, the sender is someone early more often than someone late, one in twelve receivers is new, and now and then a sender leaves.
 */
export function* toTransferHistory({ transfers, days, holders }: HistorySize): Generator<TransferDay> {
  const random = toRandom(11)
  const next = () => random()
  const balances: bigint[] = [10n ** 27n]
  const perDay = Math.ceil(transfers / days)
  // A few leave, so a few more come than are to be there in the end.
  const arrivals = (holders * 1.05) / transfers
  for (let day = 0, done = 0; day < days; day++) {
    const rows: TransferDay['rows'] = day === 0 ? [{ block: 0, account: 0, balance: balances[0]! }] : []
    for (let nth = 0; nth < perDay && done < transfers; nth++, done++) {
      const block = day * blocksADay + 1 + Math.floor((nth * (blocksADay - 1)) / perDay)
      let from = Math.floor(balances.length * next() ** 2)
      while (balances[from] === 0n) from = (from + 1) % balances.length
      const to = next() < arrivals ? balances.length : Math.floor(balances.length * next() ** 2)
      if (to === from) continue
      const amount = next() < 0.004 ? balances[from]! : (balances[from]! * BigInt(1 + Math.floor(next() ** 3 * 1e6))) / 2_000_000n
      if (amount === 0n) continue
      balances[from]! -= amount
      balances[to] = (balances[to] ?? 0n) + amount
      rows.push({ block, account: from, balance: balances[from]! }, { block, account: to, balance: balances[to]! })
    }
    yield { day, rows }
  }
}
