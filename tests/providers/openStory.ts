import { toEventSelector, type Abi } from 'viem'
import { z } from 'zod'
import type { Database } from '@/db/database'
import { loadPoolDays } from '@/db/poolDays'
import { loadPools } from '@/db/pools'
import { saveProtocol } from '@/db/protocols'
import { loadProviderResults } from '@/db/providerResults'
import { openChainReader } from '@/lib/chain/reader'
import { loadArtifact, loadStakingRewards } from '@/lib/demo/artifact'
import { openRpc, type Rpc } from '@/lib/demo/rpc'
import type { Address } from '@/lib/domain/address'
import type { Protocol } from '@/lib/domain/protocol'
import { readLiquidity } from '@/lib/pipeline/liquidity/readLiquidity'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { takeSnapshots } from '@/lib/pipeline/takeSnapshots'
import { openTestDatabase } from '../openTestDatabase'
import { openPlayedStory, shortStory } from '../playedStory'
import { ask, cashOutPositions, cashOutShares } from './cashOut'
import { readDays, toMeans, toPrices } from './dayPrices'
import { none, plus, readHappenings, type Pair } from './happenings'
import { toPairPast } from './pairPast'
import { toPoolPast, type HandOver } from './poolPast'
import { toOwed } from './reckoning'

/** Every pool of it whose providers are followed. */
export const pools = [['demo-swap', 'uniswapV2Pair'], ['demo-lend', 'uniswapV2Pair'], ['demo-compute', 'uniswapV2Pair'], ['demo-swap', 'uniswapV3Pool']] as const

export const abis = { pair: loadArtifact('v2Pair').abi, pool: loadArtifact('v3Pool').abi, manager: loadArtifact('v3Positions').abi, staking: loadStakingRewards().abi }

/** The demo chain, read by Lorenz into a database of its own. */
export async function openStory() {
  const [demo, server] = await Promise.all([openPlayedStory(shortStory), openTestDatabase()])
  const { database } = server
  const reader = await openChainReader({ chainId: demo.chainId, urls: [demo.url] })
  const failures: unknown[] = []
  for (const [place, definition] of demo.protocols.entries()) {
    const work = { protocol: await saveProtocol(database, definition, place), reader, database }
    await syncProtocol(work)
    await takeSnapshots(work)
    failures.push(...(await readLiquidity(work, { isInterrupted: () => false })).failures)
  }
  const rpc = openRpc(demo.url)
  const { firstBlock, address } = demo.protocols[0]!.money.dollarPool!
  const days = await readDays(rpc, firstBlock, (await reader.readFinalizedBlock()).number)
  const dollarHappenings = await readHappenings(rpc, { pool: address, tokens: [], abis: new Map([[address, abis.pool]]) })
  const dollarMeans = toMeans(toPrices(dollarHappenings, address), days)
  const isDollarFirst = (await ask(rpc, address, abis.pool, 'token0') as string).toLowerCase() === demo.protocols[0]!.money.dollars[0]
  /** Units of 10⁻¹⁸ dollars for a wei; a dollar has 6 decimals */
  const dollarsOn = (day: number) => 1e12 * (isDollarFirst ? 1 / dollarMeans.get(day)! : dollarMeans.get(day)!)
  // Before anybody cashes out: what is undone on the chain takes its older states with it.
  const owedRewards = new Map<string, bigint>()
  for (const staking of demo.protocols.flatMap(({ wrappers }) => wrappers.filter(({ source }) => source === 'stakingRewards')))
    for (const account of await readStakers(rpc, staking.address))
      owedRewards.set(`${staking.address}${account}`, (await ask(rpc, staking.address, abis.staking, 'earned', [account], 'finalized')) as bigint)
  const close = async () => {
    await demo.stop()
    await server.close()
  }
  return { rpc, database, protocols: demo.protocols, failures, days, dollarsOn, owedRewards, close }
}
export type Story = Awaited<ReturnType<typeof openStory>>

/** What Lorenz says of a pool. */
export async function loadReckoned(database: Database, slug: string, source: string) {
  const saved = (await loadPools(database, slug)).find(({ facts }) => facts.source === source)!
  return { ...saved, results: await loadProviderResults(database, saved.id), days: await loadPoolDays(database, saved.id) }
}

/** Everybody who ever staked with a contract. */
async function readStakers(rpc: Rpc, staking: Address): Promise<ReadonlySet<string>> {
  const filter = { address: staking, topics: [toEventSelector('Staked(address,uint256)')], fromBlock: '0x0', toBlock: 'finalized' }
  const logs = z.array(z.object({ topics: z.array(z.string()) })).parse(await rpc.call('eth_getLogs', filter))
  return new Set(logs.map(({ topics }) => `0x${topics[1]!.slice(26)}`))
}

async function readTokens(rpc: Rpc, pool: Address): Promise<readonly [Address, Address]> {
  const read = async (name: string) => ((await ask(rpc, pool, abis.pair, name)) as string).toLowerCase() as Address
  return [await read('token0'), await read('token1')]
}

/** The same pool, told by receipts and by the contracts. */
export async function readIndependently({ rpc, days, owedRewards }: Story, { pools, wrappers, token, money }: Protocol, source: string) {
  const isPair = source === 'uniswapV2Pair'
  const wrapper = wrappers.find((one) => one.source === source)
  const pool = isPair ? pools[0]!.lpToken.address : wrapper!.address
  const around = isPair ? wrappers.find((one) => one.source === 'stakingRewards')!.address : wrapper!.contracts.positionManager!
  const tokens = await readTokens(rpc, pool)
  const known: [Address, Abi][] = isPair ? [[pool, abis.pair], [around, abis.staking]] : [[pool, abis.pool], [around, abis.manager]]
  const happenings = await readHappenings(rpc, { pool, tokens, abis: new Map(known) })
  const wethIsToken0 = tokens[0] === money.wrappedEther
  const past = isPair ? { ...toPairPast(happenings, { pair: pool, staking: around, token: token.address, wethIsToken0 }), positions: [], handOvers: [] as HandOver[] } : toPoolPast(happenings, { pool, manager: around, wethIsToken0 })
  const held = new Map<Address, { principal: Pair; owed: Pair; waiting: Pair; reward: bigint }>()
  for (const account of past.providers.keys()) {
    const waiting = past.positions.filter(({ owner }) => owner === account).reduce((sum, position) => plus(sum, position.waiting), none)
    const cashed = isPair
      ? await cashOutShares(rpc, account, { pair: pool, staking: around, tokens })
      : await cashOutPositions(rpc, account, { pool, manager: around, tokens, positions: past.positions })
    // What it would be paid for its stake at the block that was read, as the contract says.
    const reward = owedRewards.get(`${around}${account}`) ?? 0n
    held.set(account, { principal: cashed.principal, owed: toOwed(cashed, waiting), waiting, reward })
  }
  const means: ReadonlyMap<number, number> = toMeans(toPrices(happenings, pool), days)
  return { pool, tokens, happenings, ...past, held, means, wethIsToken0 }
}
