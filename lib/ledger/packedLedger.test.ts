import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zeroAddress, type Address } from '../domain/address'
import { toBalance } from './balanceWords'
import { foldTransfers, type BalanceChange, type Transfer } from './foldTransfers'
import { PackedLedger } from './packedLedger'
import { packTransfers, unpackTransfers } from './packedTransfers'

const account = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((digit) => `0x${String(digit).repeat(40)}` as Address),
  fc.bigInt(0n, 2n ** 160n - 1n).map((value) => `0x${value.toString(16).padStart(40, '0')}` as Address),
)
const amount = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 2n ** 256n - 1n), fc.constantFrom(0n, 2n ** 64n, 2n ** 128n, 2n ** 192n, 2n ** 256n - 1n))
const move = fc.record({ from: account, to: account, amount, step: fc.integer({ min: 0, max: 2 }) })
const history = fc.array(move, { maxLength: 300 }).map((moves) => {
  let blockNumber = 0
  return moves.map(({ from, to, amount: value, step }, logIndex): Transfer => ({ from, to, amount: value, blockNumber: (blockNumber += step), logIndex }))
})

function foldPacked(ledger: PackedLedger, transfers: readonly Transfer[]): BalanceChange[] {
  const changes: BalanceChange[] = []
  const packed = packTransfers(transfers)
  const toAddress = (index: number) => `0x${[...ledger.accounts.words.subarray(index * 5, index * 5 + 5)].map((word) => word.toString(16).padStart(8, '0')).join('')}` as Address
  ledger.fold(packed, ledger.meet(packed), (blockNumber, index, words, at) => changes.push({ blockNumber, account: toAddress(index), balance: toBalance(words, at) }))
  return changes
}

describe('PackedLedger', () => {
  it('gives the rows of foldTransfers, however the history is cut at blocks', () => {
    fc.assert(
      fc.property(history, fc.nat(), (transfers, cut) => {
        const expected = foldTransfers(new Map(), transfers)
        expect(foldPacked(new PackedLedger(), transfers)).toEqual(expected)
        const block = transfers.length > 0 ? transfers[cut % transfers.length]!.blockNumber : 0
        const ledger = new PackedLedger()
        const pieces = [transfers.filter(({ blockNumber }) => blockNumber <= block), transfers.filter(({ blockNumber }) => blockNumber > block)]
        expect(pieces.flatMap((piece) => foldPacked(ledger, piece))).toEqual(expected)
        expect(ledger.takeChanged().length).toBe(new Set(expected.map((change) => change.account)).size)
        expect(ledger.takeChanged()).toEqual([])
      }),
    )
  })

  it('finds thousands of accounts again', () => {
    const addresses = Array.from({ length: 10_000 }, (_, index) => `0x${(index % 7).toString(16)}${index.toString(16).padStart(39, '0')}` as Address)
    const transfers = [...addresses, ...addresses].map((to, logIndex): Transfer => ({ from: zeroAddress, to, amount: 1n, blockNumber: 1, logIndex }))
    const ledger = new PackedLedger()
    expect(foldPacked(ledger, transfers).map(({ balance }) => balance)).toEqual(addresses.map(() => 2n))
    expect(ledger.accounts.size).toBe(10_000)
  })

  it('refuses transfers that are out of order', () => {
    const to = `0x${'a'.repeat(40)}` as Address
    const at = (blockNumber: number): Transfer => ({ from: zeroAddress, to, amount: 1n, blockNumber, logIndex: 0 })
    expect(() => foldPacked(new PackedLedger(), [at(2), at(1)])).toThrow('block 1 comes after block 2')
  })
})

describe('packTransfers', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(history, (transfers) => {
        expect(unpackTransfers(packTransfers(transfers))).toEqual(transfers)
      }),
    )
  })
})
