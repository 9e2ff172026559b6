import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { wrapperSchema } from '@/lib/domain/protocol'
import { openCompoundMarket } from '@/tests/compoundMarket'
import { comp, compOf, compRewardsAbi, placeComp, runCompound } from '@/tests/compoundRewards'
import { ask } from '@/tests/contracts'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { loadFarming } from './keptFarming'
import { makeFarming } from './makeFarming'
import { readRewards } from './readRewards'

const unit = 10n ** 18n
const day = 86_400
const [ann, bob, friend] = [1, 2, 3].map(toAccount) as [Address, Address, Address]
/** Each lends ten tokens; twenty of them fetch their COMP */
const crowd = Array.from({ length: 30 }, (_, nth) => toAccount(100 + nth))

let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let protocol: TrackedProtocol
let comptroller: Address

const run = (from: Address, to: Address, functionName: string, args: readonly unknown[] = []) => runCompound(chain, from, to, functionName, args)
const readOnce = () => readRewards({ protocol, reader, database: server.database }, { isInterrupted: () => false })

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  server = await openTestDatabase()
  await placeComp(chain)
  const market = await openCompoundMarket(chain)
  comptroller = market.comptroller
  const { cToken } = market
  for (const account of [ann, bob, ...crowd]) {
    await run(deployer, chain.token, 'transfer', [account, 1_000n * unit])
    await run(account, chain.token, 'approve', [cToken, 2n ** 256n - 1n])
    await run(account, cToken, 'mint', [(crowd.includes(account) ? 10n : 300n) * unit])
  }
  await run(bob, comptroller, 'enterMarkets', [[cToken]])
  await run(bob, cToken, 'borrow', [10n * unit])
  await run(deployer, comptroller, '_setCompRate', [unit])
  await run(deployer, comptroller, '_addCompMarkets', [[cToken]])
  await run(deployer, comp, 'transfer', [comptroller, 100_000n * unit])
  await run(bob, cToken, 'borrow', [10n * unit])
  await chain.mine(1_000)
  for (const account of [ann, bob, ...crowd.slice(0, 20)]) await run(account, comptroller, 'claimComp', [account])
  // Ann gives half of it away.
  await run(ann, comp, 'transfer', [friend, (await compOf(chain, ann)) / 2n])
  // The others touch what they lent once there is no COMP left to pay them with: what has accrued is written down and owed.
  await run(comptroller, comp, 'transfer', [deployer, await compOf(chain, comptroller)])
  for (const account of crowd.slice(20)) await run(account, cToken, 'transfer', [ann, 1n])
  await chain.mine(35, day)
  const token = { chainId: 31337, address: comp, symbol: 'COMP', name: 'Compound', decimals: 18, firstBlock: 1 }
  const wrappers = [
    wrapperSchema.parse({
      source: 'compoundToken', address: cToken, name: 'Compound UNI', firstBlock: 1, assets: [chain.token], contracts: { comptroller, rewardsToken: comp }, fact: 'the test',
      shareToken: { chainId: 31337, address: cToken, symbol: 'cUNI', name: 'Compound UNI', decimals: 8, firstBlock: 1 },
    }),
  ]
  protocol = await saveProtocol(server.database, { ...chain.protocol, slug: 'lender', token, pools: [], wrappers }, 0)
  await syncProtocol({ protocol, reader, database: server.database })
  await takeSnapshots({ protocol, reader, database: server.database })
}, 120_000)

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

describe('rewards of a lending market, from a chain to what is published', () => {
  it('are by account what balances grew by, both sides together', async () => {
    const farming = (await makeFarming(server.database, protocol))!
    expect(farming.gaps).toEqual([])
    const paid = new Map<Address, bigint>()
    for (const { each } of farming.programs) for (const { account, rewards } of each) paid.set(account, (paid.get(account) ?? 0n) + rewards)
    for (const account of [bob, ...crowd]) expect([account, paid.get(account)]).toEqual([account, await compOf(chain, account)])
    expect(paid.get(ann)).toBe((await compOf(chain, ann)) + (await compOf(chain, friend)))
    // One borrower alone got as much as all lenders together, and some of these have not fetched theirs.
    expect(farming.programs.map(({ isDebt, stakers, stake }) => [isDebt, stakers, stake?.symbol ?? null])).toEqual([[true, 1, null], [false, 32, 'cUNI']])
  })

  it('go to tenths of lenders by size, by the ledger of cTokens', async () => {
    const [borrowed, lent] = (await makeFarming(server.database, protocol))!.programs
    if (lent!.farming.status !== 'ok') throw new Error(lent!.farming.reason)
    expect(borrowed!.farming).toEqual({ status: 'undefined', reason: 'fewStakers' })
    // Of 32 the largest tenth has four: ann and bob with 300 / 0.02 = 15,000 cUNI, and two with 500; ten units of it came to ann later.
    expect(lent!.farming.deciles[9]).toMatchObject({ stakers: 4, peak: 31_000n * 10n ** 8n + 10n })
    expect(lent!.each[0]).toMatchObject({ account: ann, peak: 15_000n * 10n ** 8n + 10n, stake: 15_000n * 10n ** 8n + 10n })
    // No pool leads from ether to COMP, and no receipt was read.
    expect(lent!.farming.deciles[9]!.gasInRewards).toBeNull()
  })

  it('were kept or given on; what was kept is part of what they hold', async () => {
    const { programs, compounding } = (await makeFarming(server.database, protocol))!
    const sum = (of: (used: (typeof programs)[number]['used']) => bigint) => programs.reduce((total, { used }) => total + of(used), 0n)
    expect(sum(({ given }) => given)).toBe(await compOf(chain, friend))
    const kept = (await Promise.all([ann, bob, ...crowd].map((account) => compOf(chain, account)))).reduce((total, amount) => total + amount, 0n)
    expect(sum((used) => used.kept)).toBe(kept)
    expect(compounding).toEqual({ fromRewards: kept, held: kept })
  })

  it('that are owed are what the Comptroller says, once it was asked', async () => {
    const [before] = (await makeFarming(server.database, protocol))!.programs
    expect(before!.owed).toBeNull()
    expect(await readOnce()).toMatchObject({ failures: [], said: [expect.stringContaining('owes'), expect.stringContaining('owes')] })
    const farming = (await makeFarming(server.database, protocol))!
    const said = (await Promise.all([ann, bob, ...crowd].map((account) => ask(chain, comptroller, compRewardsAbi, 'compAccrued', [account])))) as bigint[]
    const [borrowed, lent] = farming.programs.map(({ owed }) => owed!)
    // The ten, and ann, to whom they sent.
    expect(said.filter((amount) => amount > unit)).toHaveLength(11)
    expect(lent!.all).toBe(said.reduce((sum, amount) => sum + amount, 0n))
    expect(borrowed!.all).toBe(0n)
    expect(lent!.byDecile.reduce((sum, amount) => sum + amount, 0n)).toBe(lent!.all)
    expect(farming.gaps).toEqual([])
    // What pages are given was kept with it, and is what is made anew, but for who staked.
    const kept = await loadFarming(server.database, protocol)
    expect(kept).toEqual({ ...farming, programs: farming.programs.map(({ each: _, ...reading }) => reading) })
    // A second time within the day nobody is asked.
    expect(await readOnce()).toEqual({ failures: [], said: [] })
    // Receipts were read with it: on this chain gas is free.
    expect(farming.programs[1]!.each.find(({ account }) => account === ann)!.gasWei).toBe(0n)
  })
})
