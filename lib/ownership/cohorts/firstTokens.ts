import type { Address } from '../../domain/address'
import type { Arrival } from './arrivals'
import type { Receipt } from './keptReceipts'

/** By how much an account's balance changed in a block, all transfers of the block together. */
export interface Move {
  block: number
  change: bigint
}

/** Whose first tokens came in a block, and what it had after it. */
export type FirstTokens = Arrival & { balance: bigint }

/**
 * Whom a distributor paid, as far as balances tell: accounts whose first tokens came in a block in which it paid, where all of these together had no more
 * than it gave. Where they had more, somebody else gave too, and of that block nobody is named. Later payments to the same account are not seen.
 *
 * @param moves of the distributor
 * @param firsts of accounts whose first tokens came in one of these blocks, in the order of blocks
 * @example toFirstTokens([{ block: 7, change: -5n }], [{ account: a, block: 7, balance: 5n }]) // [{ account: a, block: 7, amount: 5n }]
 */
export function toFirstTokens(moves: readonly Move[], firsts: readonly FirstTokens[]): Receipt[] {
  const paid = new Map(moves.flatMap(({ block, change }) => (change < 0n ? [[block, -change] as const] : [])))
  const had = new Map<number, bigint>()
  for (const { block, balance } of firsts) had.set(block, (had.get(block) ?? 0n) + balance)
  return firsts.flatMap(({ account, block, balance }) => (balance > 0n && had.get(block)! <= (paid.get(block) ?? 0n) ? [{ account, block, amount: balance }] : []))
}

/**
 * All that left an account, block by block.
 *
 * @example toPaidOut([{ block: 1, change: 9n }, { block: 7, change: -5n }]) // 5n
 */
export const toPaidOut = (moves: readonly Pick<Move, 'change'>[]): bigint => moves.reduce((sum, { change }) => (change < 0n ? sum - change : sum), 0n)
