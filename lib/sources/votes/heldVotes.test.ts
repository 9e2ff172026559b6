import { expect, it } from 'vitest'
import type { Address } from '../../domain/address'
import { openHeldVotes } from './heldVotes'

const [ann, bob, carl] = ['a', 'b', 'c'].map((digit) => `0x${digit.repeat(40)}`) as [Address, Address, Address]
const block = { number: 1, hash: '0x', timestamp: 1 } as const
const scale = 10n ** 10n

/**
 * Aave's own statement for version 3 (properties.md of aave-token-v3): power = (balance, unless it is delegated) + Σ over delegators of
 * balance ÷ 10^10 · 10^10. Ann has 3·10^10 + 7, Bob 5·10^10 + 9, Carl 10^10 − 1.
 */
it('rounds what was delegated, not what is one’s own, and begins anew', () => {
  const held = openHeldVotes()
  const votes = () => {
    held.changesAt(block, null)
    return [ann, bob, carl].map(held.votesOf)
  }
  held.hold(new Map([[ann, 3n * scale + 7n], [bob, 5n * scale + 9n], [carl, scale - 1n]]))
  held.delegate(ann, bob)
  // As version 2 counts: 3·10^10 + 7 and 5·10^10 + 9 together.
  expect(votes()).toEqual([0n, 8n * scale + 16n, scale - 1n])
  held.begin(scale)
  expect(votes()).toEqual([3n * scale + 7n, 5n * scale + 9n, scale - 1n])
  held.delegate(ann, bob)
  held.delegate(carl, bob)
  // Of Ann 3·10^10, of Carl nothing, and Bob's own whole.
  expect(votes()).toEqual([0n, 8n * scale + 9n, 0n])
  held.hold(new Map([[carl, scale + 1n], [ann, scale]]))
  expect(votes()).toEqual([0n, 7n * scale + 9n, 0n])
  held.delegate(ann, ann)
  held.delegate(carl, `0x${'0'.repeat(40)}`)
  expect(votes()).toEqual([scale, 5n * scale + 9n, scale + 1n])
})

it('counts shares as what they stand for, each account rounded down', () => {
  const held = openHeldVotes()
  held.hold(new Map([[ann, 10n], [bob, 1n]]))
  expect(held.changesAt(block, null)).toEqual([{ account: ann, before: 0n, after: 10n }, { account: bob, before: 0n, after: 1n }])
  // After a fifth was slashed 1.25 shares stand for one: 10 ÷ 1.25 = 8, 1 ÷ 1.25 = 0.8.
  held.setRate(125n * 10n ** 16n)
  expect(held.changesAt(block, null)).toEqual([{ account: ann, before: 10n, after: 8n }, { account: bob, before: 1n, after: 0n }])
  expect([...held.given()]).toEqual([{ giver: ann, delegate: ann, amount: 8n }, { giver: bob, delegate: bob, amount: 0n }])
})
