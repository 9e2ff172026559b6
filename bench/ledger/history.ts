import { createHash } from 'node:crypto'
import { toRandom } from '../random'

/** A token's made-up past: one mint, then transfers among holders who come one after the other; few of them do most of it. */
export interface TransferHistory {
  /** Account → its address without 0x */
  accounts: readonly string[]
  /** Per log: sender (−1 for a mint), receiver, block */
  from: Int32Array
  to: Int32Array
  block: Uint32Array
  /** Per log, smallest units as 16 bytes, big-endian */
  amounts: Buffer
  firstBlock: number
  lastBlock: number
  /** What each account holds at the end */
  balances: readonly bigint[]
  /** What a complete ledger says at its end, to hold the database against */
  expected: { changes: number; blockSum: string; balanceSum: string; digest: string }
}

export const supply = 10n ** 27n
const firstBlock = 1_000_000

/** The digest of a ledger's newest balances: lines of address and amount, without zeros, in order of address. */
export function toDigest(rows: Iterable<readonly [address: string, amount: bigint]>): string {
  const lines = [...rows].filter(([, amount]) => amount !== 0n).map(([address, amount]) => `${address} ${amount}\n`)
  const hash = createHash('sha256')
  for (const line of lines.sort()) hash.update(line)
  return hash.digest('hex')
}

/** Makes the history of so many logs: the same on every machine. Activity falls with rank as 1/rank (Zipf). */
export function toTransferHistory(logs: number, holders: number): TransferHistory {
  const random = toRandom(11)
  const word = () => Math.floor(random() * 2 ** 32).toString(16).padStart(8, '0')
  const accounts = Array.from({ length: holders }, () => word() + word() + word() + word() + word())
  const [from, to, block] = [new Int32Array(logs), new Int32Array(logs), new Uint32Array(logs)]
  const amounts = Buffer.alloc(logs * 16)
  const balances = accounts.map(() => 0n)
  const expected = { changes: 0, blockSum: 0n, balanceSum: 0n }
  const touched = new Map<number, bigint>()
  const endBlock = (number: number) => {
    for (const [account, before] of touched) {
      if (balances[account] === before) continue
      expected.changes += 1
      expected.blockSum += BigInt(number)
      expected.balanceSum += balances[account]! * BigInt((number % 1009) + 1)
    }
    touched.clear()
  }
  const add = (account: number, amount: bigint) => {
    if (!touched.has(account)) touched.set(account, balances[account]!)
    balances[account]! += amount
  }
  const every = Math.max(1, Math.floor(logs / holders))
  let [known, number] = [1, firstBlock]
  for (let log = 0; log < logs; log += 1) {
    // Two logs in five share their block with the one before; the busy tenth has no empty blocks between.
    const gap = log > 0 && random() < 0.6 ? 1 + Math.floor(random() * (log % logs < logs / 10 ? 1 : 3)) : 0
    if (gap > 0) endBlock(number)
    number += gap
    const pick = () => Math.floor(known ** random()) - 1
    const sender = log === 0 ? -1 : pick()
    const receiver = log > 0 && log % every === 0 && known < holders ? known++ : log === 0 ? 0 : pick()
    const amount = sender < 0 ? supply : (balances[sender]! * BigInt(Math.floor(random() * 65_536))) >> 18n
    from[log] = sender
    to[log] = receiver
    block[log] = number
    amounts.writeBigUInt64BE(amount >> 64n, log * 16)
    amounts.writeBigUInt64BE(amount & 0xffff_ffff_ffff_ffffn, log * 16 + 8)
    if (sender >= 0) add(sender, -amount)
    add(receiver, amount)
  }
  endBlock(number)
  const digest = toDigest(accounts.map((address, index) => [address, balances[index]!] as const))
  const { changes, blockSum, balanceSum } = expected
  const sums = { changes, blockSum: String(blockSum), balanceSum: String(balanceSum), digest }
  return { accounts, from, to, block, amounts, firstBlock, lastBlock: number, balances, expected: sums }
}
