import { encodeFunctionData, formatUnits } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { wrapperSchema } from '@/lib/domain/protocol'
import { cometAbi, cometIsMissing, openCometMarket, openCometRewards } from '@/tests/cometMarket'
import { act, ask } from '@/tests/contracts'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { makeFarming } from './makeFarming'
import { readRewards } from './readRewards'

const unit = 10n ** 18n
const all = 2n ** 256n - 1n
const people = [1, 2, 3].map(toAccount) as [Address, Address, Address]
const [ann, bob, carl] = people

describe.skipIf(cometIsMissing)('rewards of Compound v3, from a chain to what is published', () => {
  let chain: TokenChain
  let reader: ChainReader
  let server: OpenTestDatabase
  let protocol: TrackedProtocol
  let [market, rewards]: Address[] = []
  const run = (from: Address, to: Address, functionName: string, args: readonly unknown[], seconds?: number) => act(chain, from, to, encodeFunctionData({ abi: cometAbi, functionName, args } as never), seconds)
  const read = (to: Address, functionName: string, args: readonly unknown[]) => ask(chain, to, cometAbi, functionName, args) as Promise<bigint>

  beforeAll(async () => {
    chain = await startTokenChain()
    reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
    server = await openTestDatabase()
    const { token, other } = chain
    market = (await openCometMarket(chain, { base: other, collateral: [{ asset: token, price: 5n }], yearly: 0n, speeds: { lent: 2_000n, borrowed: 4_000n } })).comet
    rewards = await openCometRewards(chain, token, [market])
    await run(deployer, token, 'transfer', [rewards, 1_000_000n * unit])
    for (const account of people) {
      await run(deployer, other, 'transfer', [account, 10_000n * unit])
      await run(account, other, 'approve', [market, all])
    }
    await run(deployer, token, 'transfer', [carl, 200n * unit])
    await run(carl, token, 'approve', [market, all])
    for (const account of [ann, bob]) await run(account, market, 'supply', [other, 500n * unit])
    await run(carl, market, 'supply', [token, 200n * unit])
    await run(carl, market, 'withdraw', [other, 400n * unit])
    for (const account of [ann, carl]) await run(account, rewards, 'claim', [market, account, true], 100)
    // Ann takes it back and borrows: what she is paid then was earned on both sides.
    await run(deployer, token, 'transfer', [ann, 200n * unit])
    await run(ann, token, 'approve', [market, all])
    await run(ann, market, 'supply', [token, 200n * unit])
    await run(ann, market, 'withdraw', [other, 600n * unit])
    await run(ann, rewards, 'claim', [market, ann, true], 100)
    await chain.mine(4)
    const wrapper = wrapperSchema.parse({
      source: 'comet', address: market, name: 'Market', firstBlock: 1, assets: [token], contracts: { cometRewards: rewards, rewardsToken: token, baseToken: other }, fact: 'the test',
    })
    protocol = await saveProtocol(server.database, { ...chain.protocol, pools: [], wrappers: [wrapper] }, 0)
    await syncProtocol({ protocol, reader, database: server.database })
    await takeSnapshots({ protocol, reader, database: server.database })
  }, 120_000)
  afterAll(async () => {
    await server?.close()
    await chain?.stop()
  })

  it('are not told before the contract was asked for which market it paid', async () => {
    const { programs, gaps } = (await makeFarming(server.database, protocol))!
    expect(programs).toEqual([])
    expect(gaps.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual(['rewards of Market', 'rewards of Market (borrowed)'].map((subject) => `${subject}: it says in no log for which stake it pays, and was not asked yet`))
  })

  it('are by side what arrived and what is owed, with what nobody can tell apart beside them', async () => {
    await readRewards({ protocol, reader, database: server.database }, { isInterrupted: () => false })
    const { programs, gaps } = (await makeFarming(server.database, protocol))!
    const of = (isDebt: boolean) => programs.find((program) => program.isDebt === isDebt)!
    const rewardsOf = (isDebt: boolean) => of(isDebt).each.map(({ account, rewards: paid }) => [account, paid]).sort()
    // Ann was given 200 for collateral, which lie in the market: what she has was paid, in two parts, of which the second is told of no side.
    const [annHas, carlHas] = [await read(chain.token, 'balanceOf', [ann]), await read(chain.token, 'balanceOf', [carl])]
    const first = of(false).paid!.all
    expect(rewardsOf(false)).toEqual([[ann, first], [bob, 0n]])
    expect(rewardsOf(true)).toEqual([[ann, 0n], [carl, carlHas]])
    expect(gaps.map(({ subject }) => subject).filter((subject) => !subject.startsWith('rewards owed'))).toEqual([`${formatUnits(annHas - first, 18)} UNI that Market paid to 1 account`])
    // Bob has never fetched anything: since he lent he has earned for it alone.
    const block = of(false).owed!.block
    const [said] = await reader.readContracts([{ address: rewards!, abi: cometAbi, functionName: 'getRewardOwed', args: [market, bob] }], block)
    expect(said).toMatchObject({ status: 'ok', value: { owed: of(false).owed!.all } })
    expect([of(false).stake, of(true).stake]).toEqual([{ symbol: 'cUNIv3', decimals: 18 }, { symbol: 'UNI', decimals: 18 }])
    expect([of(false).began, of(false).window]).toEqual([true, null])
  })
})
