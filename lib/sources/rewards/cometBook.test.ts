import { keccak256, toBytes } from 'viem'
import { expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { toWrapper } from '@/tests/sourceChain'
import { toProgramPlaces } from './registry'

const toAddress = (pair: string) => `0x${pair.repeat(20)}` as Address
const [market, rewards, comp, other, base, ann, bob, carl] = ['c1', 'c2', 'c3', 'c4', 'c5', 'aa', 'bb', 'cc'].map(toAddress) as [Address, Address, Address, Address, Address, Address, Address, Address]
const wrapper = toWrapper('comet', { address: market, assets: [comp], contracts: { cometRewards: rewards, rewardsToken: comp, baseToken: base } })
const places = toProgramPlaces(wrapper)

/** The n-th log, in a block of its own unless it is said to stand in the block of the one before it. */
function toLog(nth: number, address: Address, event: string, parties: readonly Address[], words: readonly bigint[], block = nth): Log {
  const topics = [keccak256(toBytes(event)), ...parties.map((party) => `0x${party.slice(2).padStart(64, '0')}`)]
  return { address, blockNumber: block, blockHash: `0x${'0'.repeat(64)}`, logIndex: nth, topics, data: `0x${words.map((word) => word.toString(16).padStart(64, '0')).join('')}` }
}
// As Comet.sol and CometRewards.sol write them.
const supply = (nth: number, dst: Address, amount: bigint) => toLog(nth, market, 'Supply(address,address,uint256)', [dst, dst], [amount])
const withdraw = (nth: number, src: Address, amount: bigint) => toLog(nth, market, 'Withdraw(address,address,uint256)', [src, src], [amount])
const transfer = (nth: number, from: Address, to: Address, amount: bigint, block?: number) => toLog(nth, market, 'Transfer(address,address,uint256)', [from, to], [amount], block)
const absorb = (nth: number, borrower: Address) => toLog(nth, market, 'AbsorbDebt(address,address,uint256,uint256)', [bob, borrower], [70n, 70n])
const claim = (nth: number, src: Address, amount: bigint, token = comp) => toLog(nth, rewards, 'RewardClaimed(address,address,address,uint256)', [src, bob, token], [amount])

/** Ann lends 100 and later takes out 130, 40 of which she borrows; Carl borrows 70, which are absorbed with something left over. */
const logs = [
  supply(1, ann, 100n), transfer(2, zeroAddress, ann, 99n, 1),
  withdraw(3, carl, 70n),
  claim(4, ann, 5n), claim(5, carl, 7n), claim(6, ann, 3n), claim(7, ann, 9n, other),
  withdraw(8, ann, 130n), transfer(9, ann, zeroAddress, 90n, 8),
  absorb(10, carl), transfer(11, zeroAddress, carl, 20n, 10),
  claim(12, carl, 11n), claim(13, ann, 4n), claim(14, ann, 2n),
]

const stakesOf = (side: number) => {
  const stakes = places[side]!.source.stakes(wrapper)
  if (!('logs' in stakes)) throw new Error('stakes are told by logs')
  return stakes.toChanges(logs.filter(({ address }) => address === market)).map(({ account, change, blockNumber }) => [account, change, blockNumber])
}
function bookOf(side: number, sums?: ReadonlyMap<Address, bigint>, block = 14, upTo = 14) {
  const book = places[side]!.source.open(wrapper, sums && { block, sums })
  for (const log of logs.slice(0, upTo)) book.add(log)
  return book
}
const amountsOf = (payments: readonly { account: Address; amount: bigint }[]) => payments.map(({ account, amount }) => [account, amount])

it('reads both sides of a market from what it logs', () => {
  expect(places.map(({ program }) => program)).toEqual([{ stakeToken: market, rewardToken: comp, isDebt: false }, { stakeToken: base, rewardToken: comp, isDebt: true }])
  // Of Ann's 100 a unit was lost in rounding; of her 130 a rest of 40 is borrowed.
  expect(stakesOf(0)).toEqual([[ann, 99n, 1], [ann, -90n, 8], [carl, 20n, 10]])
  expect(stakesOf(1)).toEqual([[carl, 70n, 3], [ann, 40n, 8], [carl, -70n, 10]])
})

it('takes those payments for the market’s that add up to what the contract says, on the side where something stood', () => {
  // Of Ann's 5, 3, 4 and 2 the 5, 4 and 2 are for this market. Until the 4 she had something on both sides since the 5; then she owes, and 9 units are no more than rounding leaves.
  const sums = new Map([[ann, 11n], [carl, 18n]])
  const [lent, borrowed] = [bookOf(0, sums), bookOf(1, sums)]
  expect(amountsOf(lent.payments())).toEqual([[ann, 5n]])
  // Carl was paid 7 for what he owed, and 11 for that and for what the absorption left him.
  expect(amountsOf(borrowed.payments())).toEqual([[carl, 7n], [ann, 2n]])
  for (const book of [lent, borrowed]) expect(amountsOf(book.untold!())).toEqual([[carl, 11n], [ann, 4n]])
  expect([lent.earnedFor!(ann), lent.earnedFor!(carl), borrowed.earnedFor!(carl), lent.earnedFor!(bob)]).toEqual(['others', 'own', 'others', 'none'])
  expect(lent.payments()[0]).toMatchObject({ contract: rewards, token: comp, blockNumber: 4, logIndex: 4 })
})

it('tells none of an account whose sum is not known or is no sum of its payments, and of none after the question', () => {
  // 7 are 5 and 2, or 3 and 4.
  const without = bookOf(0, new Map([[ann, 7n]]))
  expect(without.payments()).toEqual([])
  expect(amountsOf(without.untold!())).toEqual([[ann, 5n], [ann, 3n], [ann, 4n], [ann, 2n], [carl, 7n], [carl, 11n]])
  const early = bookOf(0, new Map([[ann, 8n], [carl, 0n]]), 6)
  expect([amountsOf(early.payments()), amountsOf(early.untold!())]).toEqual([[[ann, 5n], [ann, 3n]], [[ann, 4n], [ann, 2n], [carl, 11n]]])
  // Before it is asked every payment in the token counts, for whichever market.
  expect(amountsOf(bookOf(0).payments())).toEqual([[ann, 5n], [carl, 7n], [ann, 3n], [carl, 11n], [ann, 4n], [ann, 2n]])
})

it('asks the market’s own contract, in whole numbers, and takes no answer for a zero', () => {
  const { source } = places[0]!
  const book = bookOf(0, new Map([[ann, 11n], [carl, 18n]]))
  expect(source.owed.toCall(wrapper, ann)).toMatchObject({ address: rewards, functionName: 'getRewardOwed', args: [market, ann] })
  expect(source.paidCall!(wrapper, ann)).toMatchObject({ address: rewards, functionName: 'rewardsClaimed', args: [market, ann] })
  expect(source.owed.toAnswer!({ token: comp, owed: 5n })).toBe(5n)
  expect([source.owed.toOwed(carl, 5n, book, []), source.owed.toOwed(ann, 0n, book, []), places[1]!.source.owed.toOwed(carl, 5n, bookOf(1, new Map([[carl, 18n]])), [])]).toEqual([5n, 0n, 0n])
  expect(source.owed.toOwed(ann, 5n, bookOf(0, new Map([[ann, 5n]]), 7, 9), [])).toMatch(/nothing says for which/)
  expect(toProgramPlaces({ ...wrapper, contracts: {} })).toEqual([])
})
