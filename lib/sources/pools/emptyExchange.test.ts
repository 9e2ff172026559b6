import { expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { transferTopic } from '../erc20'
import { toFarmStakes } from '../farmStakes'
import { openStakes } from './exchangedStakes'
import type { Staking } from './stakedShares'

const [first, later, farm, ann, bob] = ['e1', 'e2', '99', 'aa', 'bb'].map((each) => `0x${each.repeat(20)}`) as [Address, Address, Address, Address, Address]
const word = (value: string | number) => (typeof value === 'number' ? value.toString(16) : value.slice(2)).padStart(64, '0')
const stakes = toFarmStakes(3)
const [deposit, withdraw] = stakes.topics as [string, string]
let block = 6

/** A further block: what was logged, in order. */
const toBlock = (...logs: (readonly [address: Address, topics: readonly string[], amount: number])[]): Log[] => {
  block++
  return logs.map(([address, topics, amount], logIndex) => ({ address, topics: [...topics], data: `0x${word(amount)}`, blockNumber: block, blockHash: `0x${word(block)}`, logIndex }))
}
const moved = (token: Address, from: Address, to: Address, amount: number) => [token, [transferTopic, `0x${word(from)}`, `0x${word(to)}`], amount] as const
const told = (topic: string, account: Address, amount: number) => [farm, [topic, `0x${word(account)}`, `0x${word(3)}`], amount] as const

const open = (asset: Address, place: Partial<Staking>) => openStakes([{ contract: farm, asset, stakes, ...place }], () => false)
const joinOf = (followed: ReturnType<typeof open>, logs: Log[]) => {
  const said = followed.join(logs)
  return { told: logs.map((log) => said?.joined.get(log)).map((move) => move && [move.kind, move.from, move.to, Number(move.shares)]), behind: [...(said?.behind.values() ?? [])].flat().map(({ kind, from, to, shares }) => [kind, from, to, Number(shares)]) }
}

it('of a farm that had none when it exchanged its token, the first stake tells which it takes in', () => {
  const [before, behind] = [open(first, { hasSuccessor: true }), open(later, { isSuccessor: true })]
  const both = (...logs: Parameters<typeof toBlock>) => {
    const made = toBlock(...logs)
    return [before, behind].map((followed) => joinOf(followed, made).told)
  }
  expect(both(moved(first, ann, farm, 5), told(deposit, ann, 5))).toEqual([[['stake', ann, ann, 5], null], [undefined, null]])
  expect(both(moved(first, farm, ann, 5), told(withdraw, ann, 5))).toEqual([[['unstake', ann, ann, 5], null], [undefined, null]])
  // Rewards may be fetched without a stake: that tells nothing.
  expect(both(told(deposit, ann, 0))).toEqual([[['stake', farm, ann, 0]], [null]])
  expect([block, before.isKept(farm, block), behind.isKept(farm, block)]).toEqual([9, true, false])
  expect(both(moved(later, bob, farm, 7), told(deposit, bob, 7))).toEqual([[undefined, null], [['stake', bob, bob, 7], null]])
  expect(both(moved(later, farm, bob, 7), told(withdraw, bob, 7))).toEqual([[undefined, null], [['unstake', bob, bob, 7], null]])
  expect([before.isKept(farm, block), behind.isKept(farm, block)]).toEqual([false, true])
})

it('who takes back everything as the only one, and a gift as large as all stakes, are no exchange', () => {
  const [before, behind] = [open(first, { hasSuccessor: true }), open(later, { isSuccessor: true })]
  for (const followed of [before, behind]) {
    followed.join(toBlock(moved(first, ann, farm, 5), told(deposit, ann, 5)))
    expect(joinOf(followed, toBlock(moved(first, bob, farm, 9))).behind).toEqual([])
  }
  const leaving = toBlock(moved(first, farm, ann, 5), told(withdraw, ann, 5))
  expect(joinOf(before, leaving)).toEqual({ told: [['unstake', ann, ann, 5], null], behind: [] })
  expect(before.isKept(farm, block + 1)).toBe(true)
})

it('all that lies there goes out at once and comes in as another token, each stake by itself and the farm’s own by itself', () => {
  const [before, behind] = [open(first, { hasSuccessor: true }), open(later, { isSuccessor: true })]
  for (const logs of [toBlock(moved(first, ann, farm, 5), told(deposit, ann, 5)), toBlock(moved(first, bob, farm, 2), told(deposit, bob, 2)), toBlock(moved(first, bob, farm, 1))]) for (const followed of [before, behind]) followed.join(logs)
  const exchange = toBlock(moved(first, farm, first, 8), moved(later, zeroAddress, farm, 8))
  expect(joinOf(before, exchange)).toEqual({ told: [null, undefined], behind: [['unstake', ann, first, 5], ['unstake', bob, first, 2], ['pass', farm, first, 1]] })
  expect(joinOf(behind, exchange)).toEqual({ told: [undefined, undefined], behind: [['stake', farm, ann, 5], ['stake', farm, bob, 2]] })
})
