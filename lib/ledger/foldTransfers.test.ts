import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zeroAddress, type Address } from '../domain/address'
import { foldTransfers, type Transfer } from './foldTransfers'

const [a, b] = ['a', 'b'].map((digit) => `0x${digit.repeat(40)}` as Address) as [Address, Address]
const transfer = (from: Address, to: Address, amount: bigint, blockNumber: number, logIndex = 0): Transfer => ({
  from,
  to,
  amount,
  blockNumber,
  logIndex,
})

describe('foldTransfers', () => {
  it('mints, moves and burns, one row for each account and block that changed', () => {
    const balances = new Map<Address, bigint>()
    const changes = foldTransfers(balances, [
      transfer(zeroAddress, a, 10n, 1),
      transfer(a, b, 4n, 2, 0),
      transfer(b, a, 1n, 2, 1),
      transfer(b, zeroAddress, 3n, 5),
    ])
    expect(changes).toEqual([
      { blockNumber: 1, account: a, balance: 10n },
      { blockNumber: 2, account: a, balance: 7n },
      { blockNumber: 2, account: b, balance: 3n },
      { blockNumber: 5, account: b, balance: 0n },
    ])
    expect(balances).toEqual(new Map([[a, 7n], [b, 0n]]))
  })

  it('writes no row for what ends a block as it began: to oneself, there and back, nothing', () => {
    const balances = new Map([[a, 5n]])
    expect(foldTransfers(balances, [transfer(a, a, 5n, 1), transfer(a, b, 2n, 2, 0), transfer(b, a, 2n, 2, 1), transfer(a, b, 0n, 3)])).toEqual([])
  })

  it('keeps what is minted to the zero address there: the locked liquidity of a Uniswap v2 pair counts in its supply', () => {
    const balances = new Map<Address, bigint>()
    foldTransfers(balances, [transfer(zeroAddress, zeroAddress, 1000n, 1, 0), transfer(zeroAddress, a, 9000n, 1, 1)])
    expect(balances).toEqual(new Map([[zeroAddress, 1000n], [a, 9000n]]))
  })

  it('keeps a balance below zero: it shows a token that moves without logs', () => {
    expect(foldTransfers(new Map(), [transfer(a, b, 2n, 1)])[0]).toEqual({ blockNumber: 1, account: a, balance: -2n })
  })

  it('refuses transfers that are out of order', () => {
    expect(() => foldTransfers(new Map(), [transfer(a, b, 1n, 2), transfer(a, b, 1n, 1)])).toThrow('block 1 comes after block 2')
  })

  it('conserves, and gives the same however the history is cut into ranges (laws 1 and 4)', () => {
    const account = fc.integer({ min: 0, max: 5 }).map((index) => `0x${index.toString().repeat(40)}` as Address)
    const move = fc.record({ from: account, to: account, amount: fc.bigInt(0n, 10n ** 30n), step: fc.integer({ min: 0, max: 2 }) })
    fc.assert(
      fc.property(fc.array(move), fc.nat(), (moves, cut) => {
        let blockNumber = 0
        const transfers = moves.map(({ from, to, amount, step }, logIndex) => transfer(from, to, amount, (blockNumber += step), logIndex))
        const whole = new Map<Address, bigint>()
        const changes = foldTransfers(whole, transfers)
        const supply = transfers.reduce(
          (sum, { from, to, amount }) =>
            sum + (from === zeroAddress ? amount : 0n) - (to === zeroAddress && from !== zeroAddress ? amount : 0n),
          0n,
        )
        expect([...whole.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(supply)
        const cutBlock = transfers.length > 0 ? transfers[cut % transfers.length]!.blockNumber : 0
        const pieces = new Map<Address, bigint>()
        const before = foldTransfers(pieces, transfers.filter((each) => each.blockNumber <= cutBlock))
        const after = foldTransfers(pieces, transfers.filter((each) => each.blockNumber > cutBlock))
        expect([...before, ...after]).toEqual(changes)
        expect(pieces).toEqual(whole)
      }),
    )
  })
})
