import { expect, test } from 'vitest'
import type { Address } from '../domain/address'
import { divideGas, toSharedTransactions } from './sharedGas'

const [a, b, c] = ['a', 'b', 'c'].map((letter): Address => `0x${letter.repeat(40)}`) as [Address, Address, Address]
const doing = (account: Address, transaction: string | null, blockNumber = 7) => ({ account, blockNumber, transaction })

test('a transaction is paid once by all who share it, what cannot be divided by the first by address', () => {
  const shared = toSharedTransactions([doing(c, '0x1'), doing(a, '0x1'), doing(b, '0x1'), doing(a, '0x1'), doing(b, '0x2', 9)])
  // 8 wei by three: 2 each and 2 more for the first. 5 wei by one.
  expect(divideGas(shared, (hash) => (hash === '0x1' ? 8n : 5n))).toEqual([
    { account: a, blockNumber: 7, wei: 4n }, { account: b, blockNumber: 7, wei: 2n }, { account: c, blockNumber: 7, wei: 2n }, { account: b, blockNumber: 9, wei: 5n },
  ])
})

test('what is not known stays so', () => {
  expect(divideGas(toSharedTransactions([doing(a, null), doing(b, '0x1')]), () => null)).toEqual([{ account: a, blockNumber: 7, wei: null }, { account: b, blockNumber: 7, wei: null }])
})
