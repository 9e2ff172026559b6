import { encodeAbiParameters, encodeEventTopics, keccak256, parseAbi, parseAbiParameters, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import { managerTopics, poolTopics, toPoolEvent } from './uniswapV3Logs'

const [pool, manager, ann, bob] = ['1', '2', 'a', 'b'].map((digit) => `0x${digit.repeat(40)}` as Address) as [Address, Address, Address, Address]
const of = { pool, manager }
const log = (address: Address, topics: readonly string[], data: string): Log => ({ address, topics: [...topics], data, blockNumber: 7, blockHash: `0x${'d'.repeat(64)}`, logIndex: 3 })
const place = { blockNumber: 7, logIndex: 3 }

// viem writes what is read here.
const abi = parseAbi(['event Mint(address sender, address indexed owner, int24 indexed tickLower, int24 indexed tickUpper, uint128 amount, uint256 amount0, uint256 amount1)'])
const topics = encodeEventTopics({ abi, args: { owner: ann, tickLower: -887_220, tickUpper: -60 } }) as string[]
const data = encodeAbiParameters(parseAbiParameters('address, uint128, uint256, uint256'), [bob, 2n ** 128n - 1n, 5n, 2n ** 255n])

describe('toPoolEvent', () => {
  it.each([
    [poolTopics.initialize, 'Initialize(uint160,int24)'],
    [poolTopics.mint, 'Mint(address,address,int24,int24,uint128,uint256,uint256)'],
    [poolTopics.burn, 'Burn(address,int24,int24,uint128,uint256,uint256)'],
    [poolTopics.collect, 'Collect(address,address,int24,int24,uint128,uint128)'],
    [poolTopics.swap, 'Swap(address,address,int256,int256,uint160,uint128,int24)'],
    [poolTopics.flash, 'Flash(address,address,uint256,uint256,uint256,uint256)'],
    [poolTopics.feeProtocol, 'SetFeeProtocol(uint8,uint8,uint8,uint8)'],
    [poolTopics.protocolPayout, 'CollectProtocol(address,address,uint128,uint128)'],
    [managerTopics.increase, 'IncreaseLiquidity(uint256,uint128,uint256,uint256)'],
    [managerTopics.decrease, 'DecreaseLiquidity(uint256,uint128,uint256,uint256)'],
    [managerTopics.payout, 'Collect(uint256,address,uint256,uint256)'],
    [managerTopics.transfer, 'Transfer(address,address,uint256)'],
  ])('%s is the topic of %s', (topic, signature) => {
    expect(topic).toBe(keccak256(toBytes(signature)))
  })

  it('reads negative ticks, the largest liquidity and who pays', () => {
    const said = { kind: 'mint', sender: bob, owner: ann, tickLower: -887_220, tickUpper: -60, liquidity: 2n ** 128n - 1n, amounts: [5n, 2n ** 255n] }
    expect(toPoolEvent(log(pool, topics, data), of)).toEqual({ ...place, ...said })
  })

  it('reads the price after a swap, whose amounts are negative', () => {
    const swapped = encodeAbiParameters(parseAbiParameters('int256, int256, uint160, uint128, int24'), [-5n, 7n, 2n ** 96n, 9n, -1])
    const word = `0x${'0'.repeat(64)}`
    expect(toPoolEvent(log(pool, [poolTopics.swap, word, word], swapped), of)).toEqual({ ...place, kind: 'price', sqrtPrice: 2n ** 96n, tick: -1 })
  })

  it.each([
    ['of another contract', log(ann, topics, data)],
    ['of the manager under a topic of pools', log(manager, topics, data)],
    ['with a word too few', log(pool, topics, data.slice(0, -64))],
    ['with a topic too few', log(pool, topics.slice(0, 3), data)],
    ['without topics', log(pool, [], data)],
    ['of another event', log(pool, [`0x${'0'.repeat(64)}`], '0x')],
    ['of the manager that moves an amount, as ERC-20 does', log(manager, [managerTopics.transfer, `0x${'0'.repeat(64)}`, `0x${'0'.repeat(64)}`], `0x${'0'.repeat(64)}`)],
  ])('reads no log %s', (_, other) => {
    expect(toPoolEvent(other, of)).toBeNull()
  })

  it('reads nothing of a manager where there is none', () => {
    const word = `0x${'0'.repeat(63)}1`
    const transfer = log(manager, [managerTopics.transfer, word, word, word], '0x')
    expect(toPoolEvent(transfer, of)).toEqual({ ...place, kind: 'transfer', tokenId: 1n, from: `0x${'0'.repeat(39)}1`, to: `0x${'0'.repeat(39)}1` })
    expect(toPoolEvent(transfer, { pool, manager: null })).toBeNull()
  })
})
