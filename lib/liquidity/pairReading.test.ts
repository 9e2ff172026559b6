import { expect, it } from 'vitest'
import { zeroAddress, type Address } from '../domain/address'
import { openPair } from './pairBook'
import { openPairDays } from './pairDays'
import { pairHoldings } from './pairReading'

const [pairAddress, ann, bob] = ['ee', 'aa', 'bb'].map((pair) => `0x${pair.repeat(20)}`) as [Address, Address, Address]

/** 1,048,576 of both by Ann, of which 1,000 shares are locked. */
function begin() {
  const pair = openPair({ address: pairAddress, feePpm: 3000, quote: 1 })
  const { events } = pair
  events.beginBlock(1)
  events.transfer(zeroAddress, zeroAddress, 1_000n, 0)
  events.transfer(zeroAddress, ann, 1_047_576n, 1)
  events.sync([1_048_576n, 1_048_576n])
  events.mint([1_048_576n, 1_048_576n], 2)
  events.endBlock()
  return pair
}

it('owes fees by growth, at most what shares would pay: what is above that is nobody’s as long as it is so', () => {
  const pair = begin()
  const { events, ledger } = pair
  const days = openPairDays(pair, 1)
  events.beginBlock(2)
  // 0.3 % of 40,000,000 are 120,000, 0.1144… a share: Ann's 119,885.5…. Then the price has moved: 100,000 of token0 are left.
  events.sync([40_000_000n, 30_000n])
  events.swap([40_000_000n, 0n])
  events.sync([100_000n, 11_000_000n])
  events.swap([0n, 0n])
  events.endBlock()
  // 100,000 · 1,047,576 / 1,048,576 = 99,904.6…
  expect(pairHoldings(pair)[0]).toMatchObject({ principal: [0n, expect.any(BigInt)], owed: [99_904n, 0n] })
  expect(days.state(2)).toMatchObject({ fees: [120_000n, 0n], unownedFees: [20_096n, 0n], amounts: [0n, 10_989_509n] })
  events.beginBlock(3)
  events.sync([1_000_000n, 1_100_000n])
  events.swap([0n, 0n])
  events.endBlock()
  // 1,000,000 · 1,047,576 / 1,048,576 = 999,046.3…, less 119,885.
  expect(pairHoldings(pair)[0]).toMatchObject({ principal: [879_161n, expect.any(BigInt)], owed: [119_885n, 0n] })
  expect(days.state(3).unownedFees).toEqual([115n, 0n])
  // Burned while so little is there, the fees are all that is paid, for ever.
  events.beginBlock(4)
  events.sync([100_000n, 11_000_000n])
  events.swap([0n, 0n])
  events.transfer(ann, pairAddress, 1_047_576n, 3)
  events.transfer(pairAddress, zeroAddress, 1_047_576n, 4)
  events.sync([96n, 10_491n])
  events.burn([99_904n, 10_989_509n], 5)
  events.endBlock()
  expect(ledger.takeFlows().slice(1).map(({ kind, amounts }) => [kind, amounts])).toEqual([
    ['fees', [99_904n, 0n]],
    ['withdrawal', [0n, 10_989_509n]],
  ])
  expect(days.state(4)).toMatchObject({ unownedFees: [20_096n, 0n], amounts: [0n, 0n] })
})

it('of shares that come back within a block nothing is told, nor of a Transfer of none', () => {
  const pair = begin()
  const { events, ledger } = pair
  ledger.takeFlows()
  const before = pairHoldings(pair)
  events.beginBlock(2)
  events.transfer(ann, bob, 500n, 0)
  events.transfer(zeroAddress, bob, 0n, 1)
  events.transfer(bob, ann, 500n, 2)
  events.endBlock()
  expect(ledger.takeFlows()).toEqual([])
  expect(pairHoldings(pair)).toEqual(before)
})
