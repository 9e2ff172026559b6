import { stringToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import type { CallResult, ContractCall } from '../../chain/reader'
import type { PoolPlace } from '../../domain/pool'
import { readPoolFacts, toTickSpacing } from './uniswapV3Facts'
import { uniswapV3Pool } from './uniswapV3Pool'
import { poolTopics } from '../uniswapV3Logs'

const [address, maker, usd] = ['1', '2', '3'].map((digit) => `0x${digit.repeat(40)}` as const) as [`0x${string}`, `0x${string}`, `0x${string}`]
const place: PoolPlace = { source: 'uniswapV3Pool', chainId: 1, address, name: 'MKR/USD', firstBlock: 5, contracts: {} }

/** Contracts that answer what is written here, and fail for the rest. */
const answering = (answers: Record<string, unknown>) => ({
  readContracts: async (calls: readonly ContractCall[]) =>
    calls.map(({ address: to, functionName, abi }): CallResult => {
      const output = abi.flatMap((item) => (item.type === 'function' && item.name === functionName ? item.outputs.map(({ type }) => type) : []))[0]
      const value = answers[`${to} ${functionName} ${output}`]
      return value === undefined ? { status: 'failed', reason: 'reverted' } : { status: 'ok', value }
    }),
})
const said = {
  [`${address} token0 address`]: maker,
  [`${address} token1 address`]: usd,
  [`${address} fee uint24`]: 3000,
  [`${address} tickSpacing int24`]: 60,
  [`${maker} symbol bytes32`]: stringToHex('MKR', { size: 32 }),
  [`${maker} decimals uint8`]: 18,
  [`${usd} symbol string`]: 'USD',
  [`${usd} decimals uint8`]: 6,
}

describe('readPoolFacts', () => {
  it('reads symbols that are text and symbols that are 32 bytes', async () => {
    expect(await readPoolFacts(place, answering(said), 7)).toEqual({
      ...place,
      tokens: [{ address: maker, symbol: 'MKR', decimals: 18 }, { address: usd, symbol: 'USD', decimals: 6 }],
      feePpm: 3000,
    })
  })
  it.each([
    ['fee', `${address} fee uint24`, `fee() of ${address} at block 7 could not be read: reverted`],
    ['symbol', `${usd} symbol string`, `symbol() of ${usd} at block 7 could not be read: reverted`],
    ['decimals', `${maker} decimals uint8`, `decimals() of ${maker} at block 7 could not be read: reverted`],
  ])('says where a %s cannot be read', async (_, key, message) => {
    await expect(readPoolFacts(place, answering({ ...said, [key]: undefined }), 7)).rejects.toThrow(message)
  })
  it.each([[3000, 10], [2500, 50]])('takes no pool with a fee of %i and a tick spacing of %i', async (fee, spacing) => {
    await expect(readPoolFacts(place, answering({ ...said, [`${address} fee uint24`]: fee, [`${address} tickSpacing int24`]: spacing }), 7)).rejects.toThrow(String(fee))
  })
})

it.each([[100, 1], [500, 10], [3000, 60], [10_000, 200]])('a fee of %i has a tick spacing of %i, as v3-core and its governance say', (fee, spacing) => {
  expect(toTickSpacing(fee)).toBe(spacing)
})

describe('toPrice', () => {
  const word = (value: bigint) => value.toString(16).padStart(64, '0')
  const log = (topic: string, words: readonly bigint[]) => ({ address, topics: [topic], data: `0x${words.map(word).join('')}`, blockNumber: 1, blockHash: '0x', logIndex: 0 })
  it('is the square of the root: of 3 · 2⁹⁶, nine', () => {
    expect(uniswapV3Pool.toPrice(log(poolTopics.initialize, [3n << 96n, 0n]))).toBe(9n << 128n)
    expect(uniswapV3Pool.toPrice(log(poolTopics.swap, [1n, 2n, 3n << 96n, 4n, 5n]))).toBe(9n << 128n)
  })
  it('is told by no other log', () => {
    expect(uniswapV3Pool.toPrice(log(poolTopics.mint, [1n, 2n, 3n, 4n]))).toBeNull()
  })
})
