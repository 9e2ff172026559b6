import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { RewardPayment } from '@/lib/domain/provider'
import { rewardUses, sumUses, toOutflows, toRewardUses } from './rewardUse'

const account = (nth: number) => `0x${String(nth).padStart(40, '0')}` as Address
const [ann, bob] = [account(1), account(2)]
const paid = (who: Address, blockNumber: number, amount: bigint): RewardPayment => ({ contract: account(9), account: who, token: account(8), amount, blockNumber, logIndex: 0 })
const left = (who: Address, blockNumber: number, amount: bigint, kind: 'sold' | 'worked' | 'given') => ({ account: who, blockNumber, amount, kind })
/** A block every two seconds; payments have 20 seconds, and at second 100 that of those from block 41 on is not over */
const tenBlocks = [(block: number) => 2 * block, 20, 100] as const

describe('what left an account', () => {
  it('is what its balance fell by; in the block of a payment, what of it did not stay', () => {
    const moves = [{ account: ann, blockNumber: 5, change: -3n }, { account: ann, blockNumber: 7, change: 4n }, { account: bob, blockNumber: 7, change: 10n }, { account: ann, blockNumber: 8, change: 6n }]
    expect(toOutflows(moves, [paid(ann, 7, 6n), paid(ann, 7, 4n), paid(bob, 7, 10n)])).toEqual([
      { account: ann, blockNumber: 5, amount: 3n },
      // Paid 6 and 4, grew by 4.
      { account: ann, blockNumber: 7, amount: 6n },
    ])
  })

  it('is all of a payment that changed no balance: it went on at once', () => {
    // What a block leaves as it was stands in no ledger. Bob was paid 10 in block 6 and had as much before; ann's 4 of block 8 went on, her 3 of block 7 stayed.
    const moves = [{ account: ann, blockNumber: 7, change: 3n }, { account: bob, blockNumber: 9, change: -1n }]
    expect(toOutflows(moves, [paid(bob, 6, 10n), paid(ann, 7, 3n), paid(ann, 8, 1n), paid(ann, 8, 3n)])).toEqual([
      { account: bob, blockNumber: 6, amount: 10n },
      { account: ann, blockNumber: 8, amount: 4n },
      { account: bob, blockNumber: 9, amount: 1n },
    ])
  })
})

describe('what became of rewards', () => {
  it('goes by first in, first out, within each payment’s time, and never beyond what was paid', () => {
    const payments = [paid(ann, 1, 10n), paid(ann, 5, 5n), paid(bob, 6, 7n)]
    const outflows = [left(ann, 0, 99n, 'sold'), left(ann, 8, 12n, 'worked'), left(ann, 13, 2n, 'sold'), left(bob, 16, 4n, 'given'), left(ann, 15, 100n, 'given'), left(bob, 17, 3n, 'sold')]
    expect(toRewardUses(payments, outflows, ...tenBlocks)).toEqual([
      // What left at block 0 was before it. 10 of the 12 are the first payment.
      { payment: payments[0], sold: 0n, worked: 10n, given: 0n, kept: 0n, open: false },
      // 2 of the 12; 2 sold; of the 100 the last 1.
      { payment: payments[1], sold: 2n, worked: 2n, given: 1n, kept: 0n, open: false },
      // Bob's time ends with block 16: what he sold at 17 is no longer counted.
      { payment: payments[2], sold: 0n, worked: 0n, given: 4n, kept: 3n, open: false },
    ])
  })

  it('leaves payments whose time is not over out of sums', () => {
    const uses = toRewardUses([paid(ann, 1, 10n), paid(ann, 45, 5n), paid(bob, 2, 8n)], [left(ann, 46, 5n, 'sold')], ...tenBlocks)
    expect(uses[1]).toMatchObject({ sold: 5n, kept: 0n, open: true })
    expect(sumUses(uses)).toEqual({ sold: 0n, worked: 0n, given: 0n, kept: 18n })
    expect(sumUses(uses, (who) => who === bob).kept).toBe(8n)
  })

  it('adds up to what was paid, whatever happens', () => {
    const blocks = fc.integer({ min: 0, max: 50 })
    const who = fc.constantFrom(ann, bob)
    const byBlock = <One extends { blockNumber: number }>(list: One[]) => list.sort((a, b) => a.blockNumber - b.blockNumber)
    const payments = fc.array(fc.tuple(who, blocks, fc.bigInt({ min: 0n, max: 100n })).map(([one, block, amount]) => paid(one, block, amount))).map(byBlock)
    const outflows = fc.array(fc.tuple(who, blocks, fc.bigInt({ min: 1n, max: 100n }), fc.constantFrom('sold', 'worked', 'given')).map(([one, block, amount, kind]) => left(one, block, amount, kind as 'sold'))).map(byBlock)
    fc.assert(
      fc.property(payments, outflows, (all, gone) => {
        const uses = toRewardUses(all, gone, ...tenBlocks)
        for (const use of uses) {
          expect(rewardUses.reduce((sum, kind) => sum + use[kind], 0n)).toBe(use.payment.amount)
          for (const kind of rewardUses) expect(use[kind]).toBeGreaterThanOrEqual(0n)
        }
        for (const kind of ['sold', 'worked', 'given'] as const)
          expect(uses.reduce((sum, use) => sum + use[kind], 0n)).toBeLessThanOrEqual(gone.reduce((sum, flow) => sum + (flow.kind === kind ? flow.amount : 0n), 0n))
      }),
    )
  })
})
