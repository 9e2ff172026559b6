import { keccak256, toBytes } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { startReplayChain, type ReplayChain } from '@/tests/replayChain'
import { sumOf } from '@/tests/poolChain'
import { toAccount } from '@/tests/tokenChain'
import type { Address } from '../../domain/address'
import type { PoolBook } from '../pools/poolSource'
import { uniswapV3Pool } from '../pools/uniswapV3Pool'
import { sqrtPriceAtTick, maxTick, minTick } from '../../liquidity/sqrtPriceAtTick'
import { addPair, noTokens, subtractPair } from '../../liquidity/tokenPair'
import { nftKeepers, toNftKeepers } from './registry'

const [ann, bob, eve] = [toAccount(1), toAccount(2), toAccount(3)]
const unit = 10n ** 18n
let chain: ReplayChain
let start: unknown
let pool: Address
let book: PoolBook
let next = 0

beforeAll(async () => {
  chain = await startReplayChain()
  for (const account of [ann, bob, eve]) await chain.fund(account, 10n ** 24n)
})
afterAll(() => chain?.stop())
beforeEach(async () => {
  start = await chain.rpc.call('evm_snapshot')
  pool = await chain.openPool()
  const facts = await uniswapV3Pool.readFacts(chain.toPlace(pool), chain.reader, Number(await chain.rpc.call('eth_blockNumber')))
  book = uniswapV3Pool.open({ ...facts, quote: 1 }, [])
  next = 0
})
afterEach(() => chain.rpc.call('evm_revert', start))

const flows = async () => {
  book.add(await chain.readLogs(pool, next))
  next = Number(await chain.rpc.call('eth_blockNumber')) + 1
  return book.takeFlows().map(({ account, kind, amounts, basis }) => [account, kind, amounts, basis])
}
const trade = async () => {
  await chain.trade(pool, true, unit, sqrtPriceAtTick(minTick) + 1n)
  await chain.trade(pool, false, unit, sqrtPriceAtTick(maxTick) - 1n)
}
const deposit = (from: Address, tokenId: bigint) => chain.act(from, chain.manager, 'safeTransferFrom', from, chain.staker, tokenId)
/** Principal and fees of everybody, as the book has them. */
const holdings = () => book.holdings().map(({ account, principal, owed }) => [account, ...addPair(principal, owed)])

it('leaves a deposited NFT its owner’s: coming, lying there and leaving are no flow, and fees go on', async () => {
  const tokenId = await chain.open(ann, 3000, [-600, 600], 10n * unit)
  await chain.open(bob, 3000, [-600, 600], 10n * unit)
  await flows()
  await trade()
  await deposit(ann, tokenId)
  await trade()
  expect(await flows()).toEqual([])
  // What the manager pays for the NFT now, which is the staker's for it.
  const paid = await chain.cashOut(chain.staker, tokenId)
  expect(holdings()).toContainEqual([ann, ...paid])
  expect(book.holdings().map(({ account }) => account)).not.toContain(chain.staker)
  expect(book.weights().map(({ account }) => account).sort()).toEqual([ann, bob].sort())
  // The same of the pool's tokens: what the look-through hands on is all that lies there.
  const shares = await chain.look(pool)
  expect([shares[0]![ann], shares[1]![ann]]).toEqual(paid)
  expect(sumOf(shares)).toEqual(await chain.balancesOf(pool))

  await chain.act(ann, chain.staker, 'withdrawToken', tokenId, ann, '0x')
  await trade()
  expect(await flows()).toEqual([])
  expect(holdings()).toContainEqual([ann, ...(await chain.cashOut(ann, tokenId))])
})

it('hands it on where the staker says so, and where it leaves to somebody else, once, at what it is worth', async () => {
  const tokenId = await chain.open(ann, 3000, [-600, 600], 10n * unit)
  const [[, , paidIn]] = (await flows()) as [[Address, string, readonly [bigint, bigint]]]
  await deposit(ann, tokenId)
  await trade()
  const fees = await chain.gain(chain.staker, () => chain.collect(chain.staker, tokenId))
  const worth = await chain.cashOut(chain.staker, tokenId)
  await chain.act(ann, chain.staker, 'transferDeposit', tokenId, bob)
  expect(await flows()).toEqual([
    [ann, 'fees', fees, noTokens],
    [ann, 'given', worth, paidIn],
    [bob, 'received', worth, worth],
    [bob, 'withdrawal', fees, fees],
  ])
  // Bob has it leave to Eve: given by him, and not by the staker.
  await chain.act(bob, chain.staker, 'withdrawToken', tokenId, eve, '0x')
  const principal = subtractPair(worth, fees)
  expect(await flows()).toEqual([
    [bob, 'given', principal, principal],
    [eve, 'received', principal, principal],
  ])
  expect(holdings().map(([account]) => account)).toEqual([eve, ann])
})

it('of one that is merely sent there, and of another pool’s, nobody but the staker is told', async () => {
  const stuck = await chain.open(ann, 3000, [-600, 600], unit)
  await chain.openPool(500)
  const others = await chain.open(bob, 500, [-600, 600], unit)
  await flows()
  await chain.act(ann, chain.manager, 'transferFrom', ann, chain.staker, stuck)
  await deposit(bob, others)
  expect((await flows()).map(([account, kind]) => [account, kind])).toEqual([[ann, 'given'], [chain.staker, 'received']])
  const paid = await chain.cashOut(chain.staker, stuck)
  expect(holdings()).toEqual([[chain.staker, ...paid]])
  const shares = await chain.look(pool)
  // Nothing was traded: token by token the same as the manager pays.
  expect([shares[0]![chain.staker], shares[1]![chain.staker]]).toEqual(paid)
})

it('knows keepers by their family’s id, several under words behind a point', () => {
  const [first, second, manager] = ['1', '2', '3'].map((digit) => `0x${digit.repeat(40)}` as Address) as [Address, Address, Address]
  const keepers = toNftKeepers({ positionManager: manager, uniswapV3Staker: first, 'uniswapV3Staker.old': second, uniswapV3StakerOf: manager })
  expect([...keepers].map(([address, { id }]) => [address, id])).toEqual([[first, 'uniswapV3Staker'], [second, 'uniswapV3Staker']])
  expect(new Set(nftKeepers.map(({ id }) => id)).size).toBe(nftKeepers.length)
  expect(nftKeepers.map(({ topics }) => topics)).toEqual([[keccak256(toBytes('DepositTransferred(uint256,address,address)'))]])
})
