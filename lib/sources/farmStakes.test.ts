import { encodeFunctionData, toFunctionSelector } from 'viem'
import { expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import { toTopicFilter } from '@/lib/chain/eventLogs'
import type { Address } from '@/lib/domain/address'
import { toWrapper } from '@/tests/sourceChain'
import { toTopicsKey } from '@/db/eventLogs'
import { toFarmStakes } from './farmStakes'
import { toProgramPlaces } from './rewards/registry'

const [farm, ann, bob] = ['ee', 'aa', 'bb'].map((each) => `0x${each.repeat(20)}`) as [Address, Address, Address]
const word = (value: string | number) => `0x${(typeof value === 'number' ? value.toString(16) : value.slice(2)).padStart(64, '0')}` as const
const stakes = toFarmStakes(12)
const [deposit, , leave, laterDeposit, laterWithdraw] = stakes.topics as [string, string, string, string, string]
const toLog = (topics: readonly string[], amount = 5): Log => ({ address: farm, topics: [...topics], data: word(amount), blockNumber: 7, blockHash: word(7), logIndex: 3 })

it('a log of a pool tells whose stake it is: of the first form the caller’s, of the later one that of who is named, and the caller’s going out', () => {
  expect(stakes.toStake(toLog([deposit, word(ann), word(12)]))).toEqual({ account: ann, amount: 5n, isPutIn: true })
  expect(stakes.toStake(toLog([leave, word(ann), word(12)]))).toEqual({ account: ann, amount: 5n, isPutIn: false })
  expect(stakes.toStake(toLog([laterDeposit, word(ann), word(12), word(bob)]))).toEqual({ account: bob, amount: 5n, isPutIn: true })
  expect(stakes.toStake(toLog([laterWithdraw, word(ann), word(12), word(bob)]))).toEqual({ account: ann, amount: 5n, isPutIn: false })
})

it('one of another pool tells nothing, one of another form is an error', () => {
  expect(stakes.toStake(toLog([deposit, word(ann), word(11)]))).toBeNull()
  expect(() => stakes.toStake(toLog([laterDeposit, word(ann), word(12)]))).toThrow(`log 3 of block 7 of ${farm} is no Deposit: 2 of its fields are indexed, expected were 3`)
  expect(() => stakes.toStake(toLog([word(1), word(ann), word(12)]))).toThrow('is no Deposit: its first topic is 0x')
})

it('only logs of the pool are asked for, and kept apart from those of others', () => {
  expect(toTopicFilter(stakes)).toEqual([stakes.topics, null, [word(12)]])
  expect(toTopicFilter({ topics: ['0x1'], second: ['0x2'] })).toEqual([['0x1'], ['0x2']])
  expect(toTopicsKey({ topics: ['0x2', '0x1'], third: ['0x3'] })).toBe('0x1,0x2::0x3')
  expect(toTopicsKey({ topics: ['0x1'], second: ['0x4'], third: ['0x3'] })).toBe('0x1:0x4:0x3')
  expect(toTopicsKey({ topics: ['0x1'], second: ['0x4'] })).toBe('0x1:0x4')
})

it('a farm is asked what it owes by the name that its file says', () => {
  const wrapper = toWrapper('masterChef', { address: farm, assets: [ann], contracts: { rewardsToken: bob }, farm: { pools: [{ id: 4, asset: ann }], owed: 'pendingCake' } })
  const [{ source, wrapper: own }] = toProgramPlaces(wrapper) as [ReturnType<typeof toProgramPlaces>[number]]
  const { abi, functionName, args } = source.owed.toCall(own, bob)
  expect(encodeFunctionData({ abi, functionName, args })).toBe(`${toFunctionSelector('pendingCake(uint256,address)')}${word(4).slice(2)}${word(bob).slice(2)}`)
})
