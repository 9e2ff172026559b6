import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { compileContracts } from '@/tests/compileContracts'
import { startPairChain, visitorContracts, type PairChain } from '@/tests/pairChain'
import { expectPairLaws, expectPayouts, openPairBooks, type PairBooks } from '@/tests/pairLaws'
import { deployer } from '@/tests/sourceChain'
import { pairEvents } from './uniswapV2Logs'
import { uniswapV2Pair } from './uniswapV2Pair'

const [ann, bob, carl, eve, treasury] = ['a1', 'b2', 'c3', 'e5', 'f6'].map((pair) => `0x${pair.repeat(20)}`) as [Address, Address, Address, Address, Address]
const everybody = [ann, bob, carl, eve, treasury]
let world: PairChain
let books: PairBooks

afterEach(() => world.stop())
async function open() {
  world = await startPairChain([ann, bob, carl, eve])
  books = openPairBooks(world)
}

/** 2²³ and 2²¹ by Ann and Bob in equal parts: 2²² shares, of which 1,000 of Ann's are locked. Powers of two, so that growth per share is exact. */
async function openWithTwo() {
  await open()
  for (const owner of [ann, bob]) world.deposit(owner, 4_194_304n, 1_048_576n)
  await books.mine()
}

const holdingOf = (account: Address) => books.book.holdings().find((holding) => holding.account === account)
const state = () => books.book.state(world.chain.blockNumber)

it('keeps its laws while the protocol’s fee goes on and off, and pays as the chain from the first time on that it is taken', async () => {
  await openWithTwo()
  const trade = async () => {
    world.swap(eve, 0, 1_000_000n)
    await books.mine()
    expectPairLaws(books)
  }
  const touch = async () => {
    world.depositByRouter(carl, 40_000n, 40_000n)
    await books.mine()
    expectPairLaws(books)
  }
  await trade()
  world.chain.send(deployer, world.factory, 'setFeeTo', [treasury])
  await touch()
  await trade()
  // It is on, and no log says so: everything still seems to be the providers'.
  expect(state().protocolFees).toEqual([0n, 0n])
  await touch()
  // A sixth of the fee of the swap since the first deposit under it.
  expect(state().protocolFees).toEqual([500n, 0n])
  expect(books.flows.filter(({ account }) => account === treasury).map(({ kind }) => kind)).toEqual(['received'])
  await trade()
  expect(state().protocolFees).toEqual([1_000n, 0n])
  await expectPayouts(books, everybody)
  world.chain.send(deployer, world.factory, 'setFeeTo', [zeroAddress])
  await touch()
  // What was set aside for it was never taken.
  expect(state().protocolFees).toEqual([500n, 0n])
  await trade()
  await expectPayouts(books, everybody)
})

it('pays as the chain after gifts, synchronised, skimmed or lying there', async () => {
  await openWithTwo()
  world.chain.send(eve, world.tokens[0], 'transfer', [world.pair.address, 777_777n])
  world.chain.send(eve, world.pair, 'sync')
  await books.mine()
  expect(state()).toMatchObject({ fees: [0n, 0n], volume: [0n, 0n] })
  await expectPayouts(books, everybody)
  world.chain.send(eve, world.tokens[1], 'transfer', [world.pair.address, 5_555n])
  world.chain.send(carl, world.pair, 'skim', [carl])
  await books.mine()
  await expectPayouts(books, everybody)
  // Whoever trades next may take what lies there for a part of its payment: it is paid in.
  world.chain.send(eve, world.tokens[0], 'transfer', [world.pair.address, 400_000n])
  world.swap(eve, 0, 600_000n)
  await books.mine()
  expect(state()).toMatchObject({ fees: [3_000n, 0n], volume: [1_000_000n, 0n] })
  await expectPayouts(books, everybody)
})

describe('tokens that do not do as they are told', () => {
  const oddTokens = compileContracts(path.join(import.meta.dirname, '../../../tests/system/OddTokens.sol'))
  /** All but the odd token itself is as the chain has it; of that, `paid` arrives of what the pair pays. */
  async function expectOdd(paid: (amount: bigint) => bigint) {
    expectPairLaws(books)
    const odd = world.tokens.findIndex((token) => token === world.placed)
    for (const account of [ann, bob]) {
      const { principal, owed } = holdingOf(account)!
      const worth = [principal[0] + owed[0], principal[1] + owed[1]]
      expect(worth.map((amount, token) => (token === odd ? paid(amount) : amount))).toEqual(await world.cashOut(account))
    }
  }
  async function openOdd(name: string) {
    world = await startPairChain([ann, bob, carl, eve], oddTokens.get(name))
    books = openPairBooks(world)
    for (const owner of [ann, bob]) world.deposit(owner, 4_194_304n, 4_194_304n)
    await books.mine()
  }
  /** Straight at the pair: so much in for a little of the other. */
  const pay = (side: 0 | 1, amount: bigint) => {
    world.chain.send(eve, world.tokens[side], 'transfer', [world.pair.address, amount])
    world.chain.send(eve, world.pair, 'swap', [side === 0 ? 0n : 10_000n, side === 0 ? 10_000n : 0n, eve, '0x'])
  }

  it('count with what arrived, where a part of each transfer is kept', async () => {
    await openOdd('FeeToken')
    for (const side of [0, 1] as const) pay(side, 1_000_000n)
    await books.mine()
    // Of 1,000,000 in the odd token 900,000 arrive: 2,700 of fees beside 3,000.
    expect([...state().fees].sort()).toEqual([2_700n, 3_000n])
    await expectOdd((amount) => amount - amount / 10n)
  })

  it('are a gift where balances double without a log, from the next Sync on', async () => {
    await openOdd('RebasingToken')
    world.chain.send(eve, world.placed!, 'rebase')
    world.chain.send(eve, world.pair, 'sync')
    await books.mine()
    expect(state().fees).toEqual([0n, 0n])
    // Its balances have doubled, its transfers still move what there was: whoever is paid one has two.
    await expectOdd((amount) => amount * 2n)
  })
})

it('tells which log does not fit with those before it', async () => {
  await open()
  world.deposit(ann, 4_194_304n, 1_048_576n)
  const created = await world.mine()
  world.chain.send(ann, world.staking, 'stake', [1_000n])
  const staked = await world.mine()
  world.chain.send(ann, world.staking, 'withdraw', [1_000n])
  world.withdraw(ann, 5_000n)
  world.swap(eve, 0, 1_000n)
  const ended = await world.mine()
  const add = (...lists: (typeof created)[]) => () => uniswapV2Pair.open(world.facts, [world.wrapper]).add(lists.flat())
  const without = (logs: typeof created, wrong: (log: (typeof created)[number], place: number) => boolean) => logs.filter((log, place) => !wrong(log, place))
  const has = (topic: string) => (log: { topics: readonly string[] }) => log.topics[0] === topic
  expect(add(created, staked, ended)).not.toThrow()
  expect(created.map(({ topics }) => topics[0])).toEqual([expect.any(String), expect.any(String), pairEvents.sync.topic, pairEvents.mint.topic])
  const place = (log: { logIndex: number; blockNumber: number }) => `log ${log.logIndex} of block ${log.blockNumber} of`
  expect(add(staked)).toThrow(`${place(staked[0]!)} ${world.pair.address}: ${ann} passes on 1000 shares of the pair and has 0: logs before it are missing`)
  expect(add(without(created, (_, nth) => nth < 2))).toThrow(/no Transfer of new shares comes before this Mint/)
  expect(add(without(created, has(pairEvents.sync.topic)))).toThrow(/no Sync comes before this Mint/)
  expect(add(without(created, has(pairEvents.mint.topic)))).toThrow(/followed by no Mint and no Burn/)
  expect(add(created, ended)).toThrow(`${ann} takes back 1000 shares more than it has staked in ${world.staking.address}`)
  // Of the third block the Transfers are: out of the stake, to the pair, and the burned ones.
  const transfers = ended.filter(({ topics }) => topics[0] === created[0]!.topics[0])
  expect(add(created, staked, without(ended, (log) => log === transfers[1]))).toThrow(/5000 shares are burned, but 0 lie in the pair/)
  expect(add(created, staked, without(ended, (log) => log === transfers[2]))).toThrow(/no Transfer of burned shares comes before this Burn/)
  expect(add(created, staked, created)).toThrow(/comes after log/)
})

it('reads tokens, those too whose symbols are no text, and prices', async () => {
  await open()
  const { tokens: both, feePpm, quote: _, ...place } = world.facts
  expect(await uniswapV2Pair.readFacts(place, world.reader, world.chain.blockNumber)).toEqual({ ...place, tokens: both, feePpm })
  const contracts = visitorContracts()
  const short = world.chain.deploy(deployer, contracts.get('ShortToken')!)
  const pair = world.chain.deploy(deployer, contracts.get('ShortPair')!, [short.address, world.tokens[0].address])
  world.deposit(ann, 4_194_304n, 1_048_576n)
  const logs = await world.mine()
  const { tokens } = await uniswapV2Pair.readFacts({ ...world.facts, address: pair.address }, world.reader, world.chain.blockNumber)
  expect(tokens.map(({ symbol, decimals }) => [symbol, decimals])).toEqual([['MKR', 9], ['UNI', 18]])
  await expect(uniswapV2Pair.readFacts({ ...world.facts, address: eve }, world.reader, world.chain.blockNumber)).rejects.toThrow(`token0() of ${eve}`)
  // 1,048,576 / 4,194,304 = ¼, told by the Sync alone.
  const sync = logs.find(({ topics }) => topics[0] === uniswapV2Pair.priceTopics[0])!
  expect(logs.map((log) => uniswapV2Pair.toPrice(log))).toEqual(logs.map((log) => (log === sync ? 2n ** 126n : null)))
  expect(uniswapV2Pair.toPrice({ ...sync, data: `0x${'0'.repeat(128)}` })).toBeNull()
  expect(uniswapV2Pair.open(world.facts, []).state(1)).toMatchObject({ price: null, amounts: [0n, 0n], liquidity: 0n, unownedFees: [0n, 0n] })
})

it('says as a fault that swaps paid less than the fee that the protocol’s file names, and nothing where it names the true one', async () => {
  world = await startPairChain([ann, bob, eve])
  const logs: Log[] = []
  for (const owner of [ann, bob]) world.deposit(owner, 10n ** 21n, 10n ** 21n)
  logs.push(...(await world.mine()))
  for (const [side, amount] of [[0, 10n ** 20n], [1, 10n ** 18n], [0, 3n]] as const) {
    world.swap(eve, side, amount)
    logs.push(...(await world.mine()))
  }
  const gaps = (feePpm: number) => {
    const book = uniswapV2Pair.open({ ...world.facts, feePpm }, [])
    book.add(logs)
    return { gaps: book.gaps(), fees: book.state(world.chain.blockNumber).fees }
  }
  expect(gaps(3000)).toEqual({ gaps: [], fees: [3n * 10n ** 17n, 3n * 10n ** 15n] })
  // The router leaves less than a unit above 0.3 %: of 3 units, which bring 2 less than a unit, there is room for more.
  const first = logs.find(({ topics }) => topics[0] === pairEvents.swap.topic)!.blockNumber
  const reason = `they paid less than 0.3001 % by the product of the reserves, first in block ${first}: the protocol's file must name the pair's fee as feePpm`
  expect(gaps(3001).gaps).toEqual([{ subject: 'fees of 2 swaps', reason }])
  // A fee that is less than the true one is paid by all: this way it cannot be told.
  expect(gaps(2500)).toEqual({ gaps: [], fees: [25n * 10n ** 16n, 25n * 10n ** 14n] })
})
