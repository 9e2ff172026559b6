import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPoolChain, type PoolChain } from '../../tests/poolChain'
import { toAccount } from '../../tests/tokenChain'
import type { ChainReader, ContractCall } from '../chain/reader'
import type { Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import { uniswapV3Pool } from './uniswapV3Pool'

const [ann, bob, eve] = [toAccount(1), toAccount(2), toAccount(3)]
const unit = 10n ** 18n
let chain: PoolChain
let start: unknown

beforeAll(async () => {
  chain = await startPoolChain()
  for (const account of [ann, bob, eve]) await chain.fund(account, 10n ** 24n)
})
afterAll(() => chain?.stop())
beforeEach(async () => void (start = await chain.rpc.call('evm_snapshot')))
afterEach(() => chain.rpc.call('evm_revert', start))

describe('what cannot be read', () => {
  /** The node, but that calls to some functions fail. */
  const failing = (fails: (call: ContractCall) => boolean): Pick<ChainReader, 'readContracts' | 'readBlock'> => ({
    readContracts: async (calls, block) =>
      (await chain.reader.readContracts(calls, block)).map((answer, place) => (fails(calls[place]!) ? { status: 'failed', reason: 'out of gas' } : answer)),
    readBlock: chain.reader.readBlock,
  })

  it('of a pool’s own state is one gap and leaves the logs', async () => {
    const pool = await chain.openPool()
    const { input, gaps } = await chain.toInput(uniswapV3Pool, chain.toWrapper(pool), failing(({ functionName }) => functionName === 'slot0'))
    expect([input.answers, gaps]).toEqual([null, [{ subject: `fees of the pool ${pool}`, reason: 'out of gas' }]])
  })

  it.each([
    ['position', 'positions', ({ functionName, args }: ContractCall) => functionName === 'positions' && args![0] === 1n, '1 of 2 positions'],
    ['tick', 'ticks', ({ functionName, args }: ContractCall) => functionName === 'ticks' && args![0] === -120, '1 of 4 ticks'],
  ] as const)('of one %s is a gap and leaves its fees without an owner', async (_, __, fails, subject) => {
    const pool = await chain.openPool()
    await chain.open(ann, 3000, [-120, 120], unit)
    await chain.open(bob, 3000, [-60, 60], unit)
    // Bob's range is half as wide: twice the liquidity, and two thirds of the fees while the price is in it.
    await chain.swap(eve, 3000, 0, 10n ** 15n)
    const whole = await chain.toInput(uniswapV3Pool, chain.toWrapper(pool))
    const part = await chain.toInput(uniswapV3Pool, chain.toWrapper(pool), failing(fails))
    expect(part.gaps).toEqual([{ subject: `${subject} of the pool ${pool}`, reason: 'out of gas' }])
    const [[full], [seen]] = [whole, part].map(({ input }) => uniswapV3Pool.toOwnerships(input)) as [ContractOwnership[], ContractOwnership[]]
    const of = (ownership: ContractOwnership, account: Address) => ownership.claims.find((claim) => claim.account === account)!.amount
    expect(of(seen!, bob)).toBe(of(full!, bob))
    // 3 · 10¹² in all, of which a third is Ann's, but for what her rounder liquidity makes of it.
    const missing = of(full!, ann) - of(seen!, ann)
    expect(Number(missing) / 1e12).toBeCloseTo(1, 2)
    expect(seen!.unresolved).toEqual([{ reason: 'fees', amount: missing + full!.unresolved[0]!.amount }])
  })

  it('of liquidity and price where the logs say something else is a gap too', async () => {
    const pool = await chain.openPool()
    const tokenId = await chain.open(ann, 3000, [-60, 60], unit)
    const { input } = await chain.toInput(uniswapV3Pool, chain.toWrapper(pool))
    await chain.increase(ann, tokenId, unit)
    await chain.swap(eve, 3000, 0, 10n ** 15n)
    const { gaps } = await uniswapV3Pool.read!(input, chain.reader, Number(await chain.rpc.call('eth_blockNumber')))
    expect(gaps.map(({ subject }) => subject)).toEqual([`liquidity of 1 of 1 positions of the pool ${pool}`, `price of the pool ${pool}`])
  })
})
