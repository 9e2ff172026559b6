import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { toLossesByBorrower } from './lossesByBorrower'

const account = (nth: number) => `0x${String(nth).padStart(40, '0')}` as Address

it('adds up what each borrower lost, the largest loss first, and counts what is not known instead of taking it for 0', () => {
  const [ann, bob, carl, one, two] = [1, 2, 3, 8, 9].map(account) as [Address, Address, Address, Address, Address]
  const lost = (borrower: Address, liquidator: Address, amount: bigint | null, timestamp: number) => ({ borrower, liquidator, amount, timestamp })
  expect(toLossesByBorrower([lost(bob, one, 4n, 50), lost(carl, one, 9n, 20), lost(bob, two, 5n, 10), lost(bob, two, null, 30), lost(ann, one, null, 40)])).toEqual([
    // Both lost 9: by address.
    { borrower: bob, liquidations: 3, amount: 9n, unknown: 1, liquidators: 2, first: 10, last: 50 },
    { borrower: carl, liquidations: 1, amount: 9n, unknown: 0, liquidators: 1, first: 20, last: 20 },
    { borrower: ann, liquidations: 1, amount: 0n, unknown: 1, liquidators: 1, first: 40, last: 40 },
  ])
})
