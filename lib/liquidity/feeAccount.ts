import type { TokenPair } from '../domain/pool'
import { earnedFees } from './feeGrowth'

/** What the pool keeps of a position, and the manager of NFTs in the same way of each of its own: liquidity, and what is owed beside it. */
export interface FeeAccount {
  liquidity: bigint
  /** Growth inside its range when it was last reckoned */
  last: TokenPair
  /** Fees reckoned so far and amounts taken out, not paid out */
  owed: TokenPair
}

/**
 * An account with nothing in it.
 *
 * @example toEmptyAccount().owed // [0n, 0n]
 */
export const toEmptyAccount = (): FeeAccount => ({ liquidity: 0n, last: [0n, 0n], owed: [0n, 0n] })

/**
 * What is owed, fees up to this growth included, rounded down as the contracts do (Position.update of v3-core, and NonfungiblePositionManager of
 * v3-periphery for its own).
 *
 * @example toOwed({ liquidity: 10n, last: [0n, 0n], owed: [1n, 0n] }, [2n ** 127n, 0n]) // [6n, 0n]
 */
export function toOwed({ liquidity, last, owed }: FeeAccount, inside: TokenPair): TokenPair {
  if (liquidity === 0n) return owed
  const [fees0, fees1] = earnedFees(liquidity, inside, last)
  return [BigInt.asUintN(128, owed[0] + fees0), BigInt.asUintN(128, owed[1] + fees1)]
}

/**
 * Reckons fees up to this growth; then liquidity changes, and what is taken out with it is owed.
 *
 * @example changeAccount(account, [2n ** 128n, 0n], -1n, [3n, 3n]) // of 10 units of liquidity 9 are left, and [13n, 3n] is owed more
 */
export function changeAccount(account: FeeAccount, inside: TokenPair, liquidity: bigint, takenOut: TokenPair): void {
  const [owed0, owed1] = toOwed(account, inside)
  account.owed = [owed0 + takenOut[0], owed1 + takenOut[1]]
  account.last = inside
  account.liquidity += liquidity
}
