import type { TokenPair } from '../domain/pool'

const million = 1_000_000n

/**
 * Whether a swap of a Uniswap v2 pair has paid a fee at least: the product of the reserves, those after it without the fee of what was paid in, is no less
 * than before it. That is what the pair's own `swap` asks for its fee, so that none pays less than the true one, and some pay hardly more.
 *
 * @param swap reserves before and after it, and what was paid in
 * @param feePpm in millionths
 * @example paysFee({ before: [1000n, 1000n], after: [1100n, 910n], paidIn: [100n, 0n] }, 3000) // true: 1,099.7 · 910 = 1,000,727
 */
export function paysFee({ before, after, paidIn }: { before: TokenPair; after: TokenPair; paidIn: TokenPair }, feePpm: number): boolean {
  const fee = BigInt(feePpm)
  const [left0, left1] = [after[0] * million - paidIn[0] * fee, after[1] * million - paidIn[1] * fee]
  return left0 * left1 >= before[0] * before[1] * million * million
}
