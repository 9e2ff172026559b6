import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import { zeroAddress, type Address } from '@/lib/domain/address'
import type { Wrapper } from '@/lib/domain/protocol'
import { toToken, toWrapper } from '@/tests/sourceChain'
import { transferTopic } from '../erc20'
import { liquidityGaugeStakes } from '../liquidityGauge'
import { stakingRewardsStakes } from '../stakingRewards'
import { toSource } from '../registry'
import { shareKeepers, toShareKeepers } from './keepers/registry'
import { joinStakes } from './stakedShares'
import { uniswapV2Pair } from './uniswapV2Pair'

const [pair, gauge, ann, bob, carl] = ['ee', '99', 'aa', 'bb', 'cc'].map((each) => `0x${each.repeat(20)}`) as [Address, Address, Address, Address, Address]
const word = (value: string | bigint) => (typeof value === 'bigint' ? value.toString(16) : value.slice(2)).padStart(64, '0')
const stakings = [{ contract: gauge, asset: pair, stakes: liquidityGaugeStakes }]
const [gaugePutIn, gaugeTakenBack] = liquidityGaugeStakes.topics as [string, string]

/** A block: what was logged, in order. */
function block(...logs: (readonly [address: Address, topics: readonly string[], amount: bigint])[]): Log[] {
  return logs.map(([address, topics, amount], logIndex) => ({ address, topics: [...topics], data: `0x${word(amount)}`, blockNumber: 7, blockHash: `0x${word(7n)}`, logIndex }))
}
const moved = (from: Address, to: Address, amount: bigint) => [pair, [transferTopic, `0x${word(from)}`, `0x${word(to)}`], amount] as const
const putIn = (account: Address, amount: bigint) => [gauge, [gaugePutIn, `0x${word(account)}`], amount] as const
const takenBack = (account: Address, amount: bigint) => [gauge, [gaugeTakenBack, `0x${word(account)}`], amount] as const

/** What stands in each log's place. */
const join = (logs: Log[]) => {
  const joined = joinStakes(logs, stakings)
  return logs.map((log) => {
    const move = joined.get(log)
    return move ? [move.kind, move.from, move.to, move.shares] : move
  })
}

it('puts a stake and its Transfer together: who paid, and whose it is', () => {
  expect(join(block(moved(ann, gauge, 5n), putIn(ann, 5n)))).toEqual([['stake', ann, ann, 5n], null])
  expect(join(block(moved(carl, gauge, 5n), putIn(ann, 5n)))).toEqual([['stake', carl, ann, 5n], null])
  expect(join(block(moved(gauge, bob, 5n), takenBack(bob, 5n)))).toEqual([['unstake', bob, bob, 5n], null])
})

it('takes the nearest Transfer of as many shares, each once, and one behind where none comes before', () => {
  expect(join(block(moved(ann, gauge, 5n), moved(bob, gauge, 5n), putIn(bob, 5n), putIn(ann, 5n)))).toEqual([['stake', ann, ann, 5n], ['stake', bob, bob, 5n], null, null])
  expect(join(block(takenBack(ann, 5n), moved(gauge, ann, 4n), moved(gauge, ann, 5n)))).toEqual([null, undefined, ['unstake', ann, ann, 5n]])
})

it('without a Transfer makes a stake of what lies there, and of a stake what lies there', () => {
  expect(join(block(putIn(ann, 5n), moved(ann, bob, 5n), takenBack(ann, 3n)))).toEqual([['stake', gauge, ann, 5n], undefined, ['unstake', ann, gauge, 3n]])
})

it('leaves new shares to the pair, which were minted straight to the staking', () => {
  expect(join(block(moved(zeroAddress, gauge, 5n), putIn(ann, 5n)))).toEqual([undefined, ['stake', gauge, ann, 5n]])
})

it('names the log which is no event of its contract', () => {
  const [log] = block(putIn(ann, 5n))
  expect(() => join([{ ...log!, topics: [gaugePutIn] }])).toThrow(`log 0 of block 7 of ${gauge} is no Deposit`)
})

it('follows shares into contracts that keep them alone, and what these gave out into others', () => {
  const staked = (stakingToken: Address) => toWrapper('stakingRewards', { address: gauge, assets: [pair, ann], contracts: { stakingToken, rewardsToken: pair } })
  const keepers = (...wrappers: Wrapper[]) => toShareKeepers(pair, wrappers).map(({ wrapper: { address }, keeping }) => [address, keeping])
  expect(keepers(staked(pair))).toEqual([[gauge, { asset: pair, stakes: stakingRewardsStakes }]])
  expect(keepers(staked(ann))).toEqual([])
  expect(keepers(toWrapper('liquidityGauge', { address: gauge, assets: [pair] }))).toEqual([[gauge, { asset: pair, stakes: liquidityGaugeStakes }]])
  // Whatever the order: a gauge over a vault over the pair, and a vault of something else.
  const vault = toWrapper('erc4626Vault', { address: bob, assets: [pair], shareToken: toToken(bob) })
  const others = toWrapper('erc4626Vault', { address: carl, assets: [ann], shareToken: toToken(carl) })
  expect(keepers(staked(bob), others, vault)).toEqual([[bob, { asset: pair, token: bob }], [gauge, { asset: bob, stakes: stakingRewardsStakes }]])
  const place = { source: 'uniswapV2Pair', chainId: 1, address: pair, name: 'pair', firstBlock: 0, contracts: {} }
  expect(uniswapV2Pair.logs(place, [staked(pair), vault, others]).map(({ address, topics }) => [address, topics.length])).toEqual([[pair, 2], [pair, 3], [gauge, 2], [bob, 1]])
})

it('has every family under the id of its source, once', () => {
  const files = readdirSync(path.join(import.meta.dirname, 'keepers')).flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
  expect(shareKeepers.map(({ id }) => id).sort()).toEqual(files.filter((name) => name !== 'registry' && name !== 'shareKeeper').sort())
  for (const { id } of shareKeepers) expect(toSource(id).id).toBe(id)
})
