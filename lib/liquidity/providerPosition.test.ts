import { describe, expect, it } from 'vitest'
import { toEmptyAccount } from './feeAccount'
import { putFresh, splitBasis, takeFresh, type ProviderPosition } from './providerPosition'

const toPosition = (): ProviderPosition => ({
  ...{ key: '1', tokenId: 1n, owner: `0x${'a'.repeat(40)}`, tickLower: -60, tickUpper: 60, liquidity: 0n, account: toEmptyAccount() },
  ...{ inPool: { ...toEmptyAccount(), lastLoss: 0n }, basis: [0n, 0n], notFees: [0n, 0n], last: [0n, 0n, 0n], fresh: [] },
})

describe('splitBasis', () => {
  it('rounds down, and gives all that is left with the last of it', () => {
    const position = { basis: [10n, 1n] as const, liquidity: 3n }
    // 10/3 and 1/3, rounded down.
    expect(splitBasis(position, 1n)).toEqual([3n, 0n])
    expect(splitBasis(position, 3n)).toEqual([10n, 1n])
  })
})

describe('liquidity of one block', () => {
  // Growth of 2¹²⁸ is one unit for each unit of liquidity.
  const grown = (units: bigint) => [units << 128n, 0n] as const

  it('is taken out newest first, with what it earned since', () => {
    const position = toPosition()
    putFresh(position, { blockNumber: 7, liquidity: 10n, inside: grown(0n) })
    putFresh(position, { blockNumber: 7, liquidity: 5n, inside: grown(2n) })
    // All 5 of the second, at 3 − 2, and 1 of the first, at 3 − 0.
    expect(takeFresh(position, 7, 6n, grown(3n))).toEqual([5n * 1n + 1n * 3n, 0n])
    expect(position.fresh).toEqual([{ blockNumber: 7, liquidity: 9n, inside: grown(0n) }])
    // No more than the 9 that are left.
    expect(takeFresh(position, 7, 100n, grown(3n))).toEqual([27n, 0n])
  })
  it('is none of it in a later block', () => {
    const position = toPosition()
    putFresh(position, { blockNumber: 7, liquidity: 10n, inside: grown(0n) })
    expect(takeFresh(position, 8, 10n, grown(3n))).toEqual([0n, 0n])
    putFresh(position, { blockNumber: 8, liquidity: 1n, inside: grown(3n) })
    expect(position.fresh).toHaveLength(1)
  })
})
