import { expect, it } from 'vitest'
import { paysFee } from './paysFee'

it('is what UniswapV2Pair requires: 997 of 1,000 paid in must keep the product', () => {
  // 100 into 1,000 and 1,000: getAmountOut is 99,700 · 1,000 / 1,099,700 = 90.66…, so 90 go out at most.
  const swap = (out: bigint) => ({ before: [1_000n, 1_000n] as const, after: [1_100n, 1_000n - out] as const, paidIn: [100n, 0n] as const })
  expect([paysFee(swap(90n), 3000), paysFee(swap(91n), 3000)]).toEqual([true, false])
  // At 0 % 100,000 · 1,000 / 1,100,000 = 90.9; at 1 % 99,000 · 1,000 / 1,099,000 = 90.08; at 1.2 % 98,800 / 1,098.8 = 89.9.
  expect([paysFee(swap(90n), 10_000), paysFee(swap(90n), 12_000), paysFee(swap(91n), 0)]).toEqual([true, false, false])
})

it('counts both tokens of a flash swap', () => {
  // 1,000,000 of each go out and come back with 3,010 more: 0.3 % of 1,003,010 is 3,009.03. With 3,009 more the product is a little too small.
  const flash = (more: bigint) => ({ before: [10n ** 9n, 10n ** 9n] as const, after: [10n ** 9n + more, 10n ** 9n + more] as const, paidIn: [1_000_000n + more, 1_000_000n + more] as const })
  expect([paysFee(flash(3_010n), 3000), paysFee(flash(3_009n), 3000)]).toEqual([true, false])
})
