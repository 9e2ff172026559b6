import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { loadPools } from '@/db/pools'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadProviderResults } from '@/db/providerResults'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import { protocolSchema } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { startPoolChain, type PoolChain } from '@/tests/poolChain'
import { openStakedPool, type IncentiveKey, type StakedPool } from '@/tests/stakedPool'
import { toAccount } from '@/tests/tokenChain'
import { readLiquidity } from '../liquidity/readLiquidity'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { makeFarming } from './makeFarming'
import { readRewards } from './readRewards'

const [ann, bob, friend, refundee] = [1, 2, 3, 4].map(toAccount) as [Address, Address, Address, Address]
const unit = 10n ** 18n
const whole = [-887_220, 887_220] as const

let chain: PoolChain
let staking: StakedPool
let server: OpenTestDatabase
let protocol: TrackedProtocol
let token: Address
let pool: Address
let key: IncentiveKey
let second: bigint
/** What Ann's friend received */
let annsPay: bigint

const isInterrupted = () => false
/** What the contract said at a block that Bob's position had earned. */
async function earnedAt(block: number): Promise<bigint> {
  const [said] = await chain.reader.readContracts([{ address: chain.staker, abi: loadArtifact('v3Staker').abi, functionName: 'getRewardInfo', args: [key, second] }], block)
  return z.object({ value: z.tuple([z.bigint(), z.bigint()]) }).parse(said).value[0]
}
const balanceOf = (account: Address) => chain.ask(token, 'balanceOf', account) as Promise<bigint>

beforeAll(async () => {
  chain = await startPoolChain()
  staking = openStakedPool(chain)
  server = await openTestDatabase()
  token = chain.tokens[0]
  for (const account of [ann, bob]) await chain.fund(account, 10_000n * unit)
  pool = await chain.openPool()
  const idle = await chain.openPool(500)
  const begin = (await staking.now()) + 1_000n
  key = { rewardToken: token, pool, startTime: begin, endTime: begin + 1_000n, refundee }
  await staking.promise(key, 1_000n * unit)
  const first = await chain.open(ann, 3000, whole, 100n * unit)
  second = await chain.open(bob, 3000, whole, 100n * unit)
  await staking.at(begin)
  await staking.depositAndStake(ann, first, key)
  await staking.depositAndStake(bob, second, key)
  // Ann's is a half of 600 seconds' rewards, sent to a friend at once.
  await staking.at(begin + 600n)
  await staking.unstakeAndClaim(ann, first, key, friend)
  annsPay = await balanceOf(friend)
  await staking.at(begin + 700n)
  for (let block = 0; block < 4; block++) await chain.rpc.call('evm_mine')
  const facts = { symbol: 'T0', name: 'T0', decimals: 18, chainId: 31337, firstBlock: 0 }
  protocol = await saveProtocol(server.database, protocolSchema.parse({
    slug: 'staked', name: 'Staked', category: 'exchange', website: 'https://example.org/', token: { ...facts, address: token }, money: { dollars: [chain.tokens[1]] },
    wrappers: [{ ...staking.toWrapper(pool, token), name: 'Pool' }, { ...staking.toWrapper(idle, token), name: 'Idle pool' }],
  }), 0)
  await syncProtocol({ protocol, reader: chain.reader, database: server.database })
  await takeSnapshots({ protocol, reader: chain.reader, database: server.database })
  await readRewards({ protocol, reader: chain.reader, database: server.database }, { isInterrupted })
}, 120_000)

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

it('names each programme, its window, what it paid and what it owes; one without a log too', async () => {
  const { programs, gaps } = (await makeFarming(server.database, protocol))!
  expect(gaps).toEqual([])
  const [program, idle] = programs
  const { block } = program!.owed!
  const bobs = await earnedAt(block)
  // The contract rounds down: a few smallest units below a half of 600.
  expect(300n * unit - annsPay <= 4n && annsPay <= 300n * unit && bobs > 300n * unit).toBe(true)
  expect(program).toMatchObject({ began: true, window: { from: Number(key.startTime), to: Number(key.endTime) }, stakers: 2, isDebt: false, paid: { all: annsPay }, owed: { all: bobs } })
  // Sent on in the transaction that paid it: given away, and Ann's all the same.
  expect(program!.each.map(({ account, rewards }) => [account, rewards]).sort()).toEqual([[ann, annsPay], [bob, 0n]].sort())
  expect(idle).toMatchObject({ wrapper: { name: 'Idle pool' }, began: false, window: null, paid: null, stakers: 0, owed: { all: 0n } })
})

it('stands with the pool’s results, wallet by wallet', async () => {
  await readLiquidity({ protocol, reader: chain.reader, database: server.database }, { isInterrupted })
  const followed = (await loadPools(server.database, 'staked')).find(({ facts }) => facts.address === pool)!
  const results = await loadProviderResults(server.database, followed.id)
  const rewardsOf = (account: Address) => results.find((result) => result.account === account)!.rewards
  expect(rewardsOf(ann)).toEqual([{ token, amount: annsPay, owed: 0n }])
  expect(rewardsOf(bob)).toEqual([{ token, amount: 0n, owed: await earnedAt(followed.reading!.block.number) }])
  expect(results.some(({ account }) => account === chain.staker)).toBe(false)
})
