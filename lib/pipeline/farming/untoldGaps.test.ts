import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { RewardPayment } from '@/lib/domain/provider'
import { toAccount } from '@/tests/tokenChain'
import { toUntoldGaps } from './untoldGaps'

const [uni, other, ann, bob, staker] = [1, 2, 3, 4, 5].map(toAccount) as [Address, Address, Address, Address, Address]
const toPayment = (account: Address, token: Address, amount: bigint): RewardPayment => ({ contract: staker, account, token, amount, blockNumber: 7, logIndex: 0 })

it('names what was paid and cannot be told apart, token by token, each account once', () => {
  const gaps = toUntoldGaps({ name: 'Pool' }, [toPayment(ann, uni, 150n), toPayment(ann, uni, 25n), toPayment(ann, other, 3n), toPayment(bob, other, 4n)], [{ address: uni, symbol: 'UNI', decimals: 2 }])
  // 1.5 and 0.25; 3 and 4 of a token of which nothing is known.
  expect(gaps.map(({ subject }) => subject)).toEqual(['1.75 UNI that Pool paid to 1 account', `7 smallest units of ${other} that Pool paid to 2 accounts`])
  expect(toUntoldGaps({ name: 'Pool' }, [], [])).toEqual([])
})
