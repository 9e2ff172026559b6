import { encodeFunctionData, keccak256, toBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cometAbi, cometIsMissing, openCometMarket } from '@/tests/cometMarket'
import { act, ask } from '@/tests/contracts'
import { toHoldings } from '@/tests/toHoldings'
import { toWrapper } from '@/tests/sourceChain'
import { deployer, genesis, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { loadArtifact } from '@/lib/demo/artifact'
import { toFinalOwners } from '@/lib/ownership/lookThrough'
import { openChainReader, type ChainReader } from '../chain/reader'
import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import type { Wrapper } from '../domain/protocol'
import { comet } from './comet'
import { recognise } from './recognise/recognise'

const unit = 10n ** 18n
const most = 2n ** 256n - 1n
const [alice, bob, carol, dave, erin, frank] = [1, 2, 3, 4, 5, 6].map(toAccount) as [Address, Address, Address, Address, Address, Address]
const people = [alice, bob, carol, dave, erin, frank]

describe('what is asked of a market', () => {
  const [market, base, uni] = [alice, bob, carol]
  const hashes = (...signatures: string[]) => signatures.map((signature) => keccak256(toBytes(signature))).sort()
  const topicsOf = (assets: Address[]) => [...comet.logs(toWrapper('comet', { address: market, assets, contracts: { baseToken: base } }))[0]!.topics].sort()
  const collateral = ['AbsorbCollateral(address,address,address,uint256,uint256)', ...['SupplyCollateral', 'TransferCollateral', 'WithdrawCollateral'].map((name) => `${name}(address,address,address,uint256)`)]
  const lent = ['AbsorbDebt(address,address,uint256,uint256)', 'Transfer(address,address,uint256)']

  it('is what tells of the assets that the wrapper names, and no more', () => {
    expect(topicsOf([uni])).toEqual(hashes(...collateral))
    expect(topicsOf([base])).toEqual(hashes(...lent))
    expect(topicsOf([uni, base])).toEqual(hashes(...collateral, ...lent))
  })

  it('is nothing at the block where it holds collateral alone', async () => {
    const input = { wrapper: toWrapper('comet', { address: market, assets: [uni] }), logs: [], ...toHoldings(() => []) }
    expect(await comet.read!(input, undefined as never, 1)).toEqual({ answers: null, gaps: [] })
    expect(comet.toOwnerships({ ...input, answers: null })).toEqual([])
  })
})

describe.skipIf(cometIsMissing)('a Compound v3 market, from its real bytecode', () => {
  let chain: TokenChain
  let reader: ChainReader
  let third: Address
  let market: Awaited<ReturnType<typeof openCometMarket>>
  let wrapper: Wrapper
  let logs: Log[] = []

  beforeAll(async () => {
    chain = await startTokenChain()
    reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
    third = await chain.deploy(loadArtifact('uni'), [deployer, deployer, BigInt(genesis + 10 ** 9)])
  })
  afterAll(() => chain?.stop())

  /** `other` is lent; UNI for 5 dollars and the third token for 20 are collateral. */
  async function open(yearly: bigint) {
    market = await openCometMarket(chain, { base: chain.other, collateral: [{ asset: chain.token, price: 5n }, { asset: third, price: 20n }], yearly })
    wrapper = toWrapper('comet', { address: market.comet, assets: [chain.token, chain.other, third], contracts: { baseToken: chain.other } })
    logs = []
    for (const token of [chain.token, chain.other, third])
      for (const account of people) {
        await run(deployer, token, 'transfer', [account, 100_000n * unit])
        await run(account, token, 'approve', [market.comet, 2n ** 96n - 1n])
      }
  }
  async function run(from: Address, to: Address, functionName: string, args: readonly unknown[], seconds = 12) {
    const [{ topics }] = comet.logs(wrapper) as [{ topics: readonly string[] }]
    const written = await act(chain, from, to, encodeFunctionData({ abi: cometAbi, functionName, args } as never), seconds)
    logs = [...logs, ...written.filter((log) => log.address === market.comet && topics.includes(log.topics[0]!))]
  }
  const inMarket = (from: Address, name: string, args: readonly unknown[], seconds?: number) => run(from, market.comet, name, args, seconds)
  const read = <Answer>(name: string, args: readonly unknown[] = [], of = market.comet) => ask(chain, of, cometAbi, name, args) as Promise<Answer>
  const held = (token: Address) => read<bigint>('balanceOf', [market.comet], token)

  async function resolve() {
    const amounts = new Map(await Promise.all(wrapper.assets.map(async (asset) => [asset, await held(asset)] as const)))
    const input = { wrapper, logs, ...toHoldings((token) => [{ account: market.comet, amount: amounts.get(token) ?? 0n }]) }
    const { answers, gaps } = await comet.read!(input, reader, Number(await chain.rpc.call('eth_blockNumber')))
    expect(gaps).toEqual([])
    return { input, answers, ownerships: comet.toOwnerships({ ...input, answers: JSON.parse(JSON.stringify(answers)) }) }
  }
  /** Who owns what the market holds of a token, after look-through, to the wei. */
  async function ownersOf(asset: Address) {
    const { ownerships } = await resolve()
    const { owners, unresolved } = toFinalOwners([{ account: market.comet, amount: await held(asset) }], ownerships, asset)
    return { ...Object.fromEntries(owners.map(({ account, amount }) => [account, amount])), ...Object.fromEntries(unresolved.map(({ reason, amount }) => [reason, amount])) }
  }

  describe('without interest', () => {
    beforeAll(() => open(0n))

    it('hands what nobody borrowed on to those who lent it, and collateral to whom it belongs', async () => {
      // Lent are 600, 300 and 100. For 100 UNI at 5 dollars Dave borrows 300 of them: the 700 that are left belong to the three as 6 : 3 : 1. Of the UNI
      // 100 are Dave's; of the 40 that Erin puts in she hands 15 to Frank and takes back 5.
      for (const [account, amount] of [[alice, 600n], [bob, 300n], [carol, 100n]] as const) await inMarket(account, 'supply', [chain.other, amount * unit])
      await inMarket(dave, 'supply', [chain.token, 100n * unit])
      await inMarket(dave, 'withdraw', [chain.other, 300n * unit])
      await inMarket(erin, 'supply', [chain.token, 40n * unit])
      await inMarket(erin, 'transferAsset', [frank, chain.token, 15n * unit])
      await inMarket(erin, 'withdraw', [chain.token, 5n * unit])
      expect(await ownersOf(chain.other)).toEqual({ [alice]: 420n * unit, [bob]: 210n * unit, [carol]: 70n * unit })
      expect(await ownersOf(chain.token)).toEqual({ [dave]: 100n * unit, [erin]: 20n * unit, [frank]: 15n * unit })
      const { ownerships } = await resolve()
      expect(ownerships.map(({ asset, shares, source }) => [asset, shares, source])).toEqual([[chain.token, null, 'comet'], [chain.other, market.comet, 'comet']])
    })

    it('leaves absorbed collateral with the protocol until somebody buys it', async () => {
      // At 3 dollars the 100 UNI are worth 300: 255 of debt are allowed, Dave owes 300. 90 % of 300 pay 270 of it, the rest is forgiven. The protocol has
      // 100 UNI and 700 − 1000 = −300 of the base: no reserves in it.
      await run(deployer, market.feeds.get(chain.token)!, 'tell', [3n * 10n ** 8n])
      await inMarket(bob, 'absorb', [bob, [dave]])
      expect(await ownersOf(chain.token)).toEqual({ [erin]: 20n * unit, [frank]: 15n * unit, reserves: 100n * unit })
      expect(await ownersOf(chain.other)).toEqual({ [alice]: 420n * unit, [bob]: 210n * unit, [carol]: 70n * unit })
      // Half of the ten per cent is the buyer's: 2.85 dollars each, 40 of them for 114. There are 814 then: 488.4, 244.2 and 81.4.
      await inMarket(frank, 'buyCollateral', [chain.token, 0n, 114n * unit, frank])
      expect(await ownersOf(chain.token)).toEqual({ [erin]: 20n * unit, [frank]: 15n * unit, reserves: 60n * unit })
      expect(await ownersOf(chain.other)).toEqual({ [alice]: (4_884n * unit) / 10n, [bob]: (2_442n * unit) / 10n, [carol]: (814n * unit) / 10n })
    })

    it('keeps reserves apart, and what the market has in itself with them', async () => {
      // With 486 more there are 1300 for 1000 lent: 300 of reserves. Carol's 100, handed to the market itself, are the protocol's too; so are 7 UNI sent there
      // and 2 that Erin supplies for the market.
      await run(bob, chain.other, 'transfer', [market.comet, 486n * unit])
      expect(await ownersOf(chain.other)).toEqual({ [alice]: 600n * unit, [bob]: 300n * unit, [carol]: 100n * unit, reserves: 300n * unit })
      await inMarket(carol, 'transfer', [market.comet, 100n * unit])
      await run(erin, chain.token, 'transfer', [market.comet, 7n * unit])
      await inMarket(erin, 'supplyTo', [market.comet, chain.token, 2n * unit])
      expect(await ownersOf(chain.other)).toEqual({ [alice]: 600n * unit, [bob]: 300n * unit, reserves: 400n * unit })
      expect(await ownersOf(chain.token)).toEqual({ [erin]: 20n * unit, [frank]: 15n * unit, reserves: 69n * unit })
    })

    it('leaves to the protocol what nobody lent', async () => {
      await inMarket(alice, 'withdraw', [chain.other, most])
      await inMarket(bob, 'withdraw', [chain.other, most])
      expect(await ownersOf(chain.other)).toEqual({ reserves: 400n * unit })
    })

    it('knows the market by what it answers', async () => {
      const { recognised } = await recognise(reader, [market.comet, market.feeds.get(third)!], Number(await chain.rpc.call('eth_blockNumber')))
      expect(recognised[0]).toMatchObject({
        ...{ role: 'lendingMarket', name: 'Compound v3 market', family: 'comet', evidence: 'answers', kind: 'contract' },
        ...{ assets: [chain.other, chain.token, third], contracts: { baseToken: chain.other } },
      })
      expect(recognised[1]).toMatchObject({ role: null, family: null })
    })
  })

  describe('with interest', () => {
    beforeAll(() => open(unit / 2n))

    /** Everything that the market says of everybody, at the newest block, against what was folded from its logs and asked. */
    async function check() {
      // Interest is accrued in the newest block: its index is that of the balances.
      await inMarket(deployer, 'accrueAccount', [deployer], 86_400)
      const everybody = [...people, market.comet]
      const { answers, ownerships } = await resolve()
      for (const asset of [chain.token, third]) {
        const { claims, unresolved } = ownerships.find((ownership) => ownership.asset === asset) ?? { claims: [], unresolved: [] }
        const told = new Map(claims.map(({ account, amount }) => [account, amount]))
        for (const account of people) expect([account, told.get(account) ?? 0n]).toEqual([account, await read('collateralBalanceOf', [account, asset])])
        expect([...told.keys()].filter((account) => !people.includes(account))).toEqual([])
        const rest = unresolved.reduce((sum, { amount }) => sum + amount, 0n)
        expect(rest).toBe((await read<bigint>('getCollateralReserves', [asset])) + (await read<bigint>('collateralBalanceOf', [market.comet, asset])))
        expect(claims.reduce((sum, { amount }) => sum + amount, rest)).toBe(await held(asset))
      }
      const { principals } = answers as { principals: Record<Address, string> }
      const { baseSupplyIndex, totalSupplyBase } = await read<{ baseSupplyIndex: bigint; totalSupplyBase: bigint }>('totalsBasic')
      const cash = await held(chain.other)
      const reserves = await read<bigint>('getReserves')
      const all = (await read<bigint>('totalSupply')) + (reserves > 0n ? reserves : 0n)
      const owners = await ownersOf(chain.other)
      for (const account of everybody) {
        const [principal] = await read<readonly [bigint]>('userBasic', [account])
        const balance = await read<bigint>('balanceOf', [account])
        expect([account, BigInt(principals[account] ?? 0)]).toEqual([account, principal > 0n ? principal : 0n])
        expect((BigInt(principals[account] ?? 0) * baseSupplyIndex) / 10n ** 15n).toBe(balance)
        // Their part of the cash is balance : all. The contract rounds the balance, and its sum, down by less than 1 each; look-through less than 1 either way.
        const part = account === market.comet ? 0n : (owners[account] ?? 0n)
        const apart = part * all - cash * (account === market.comet ? 0n : balance)
        expect(apart <= 3n * (all > cash ? all : cash) && apart >= -3n * (all > cash ? all : cash)).toBe(true)
      }
      expect(Object.values(owners).reduce((sum, amount) => sum + amount, 0n)).toBe(cash)
      const sum = Object.values(principals).reduce((sum, principal) => sum + BigInt(principal), 0n)
      return { dust: totalSupplyBase - sum, reserves, borrowers: (await Promise.all(people.map((who) => read<readonly [bigint]>('userBasic', [who])))).filter(([principal]) => principal < 0n).length }
    }

    it('equals what the contract says of everybody, to the wei, all through a random story', async () => {
      // A fixed linear congruence (Numerical Recipes): the same story each time.
      let state = 20_261_123
      const random = (below: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below
      const done = new Map<string, number>()
      const seen: Awaited<ReturnType<typeof check>>[] = []
      for (let step = 0; step < 400; step += 1) {
        const [who, other] = [people[random(6)]!, people[random(6)]!]
        const asset = [chain.token, third][random(2)]!
        const some = random(8) === 0 ? BigInt(random(3)) : BigInt(1 + random(2 ** 31)) * BigInt(1 + random(2 ** 31)) * BigInt(1 + random(300))
        const amount = random(12) === 0 ? most : some
        const seconds = 12 + random(400_000)
        const absorb = async () => {
          for (const account of people) if (await read<boolean>('isLiquidatable', [account])) return inMarket(who, 'absorb', [other, [account]], seconds)
          throw new Error('nobody owes too much')
        }
        const acts: [name: string, happens: () => Promise<void>][] = [
          ['lend', () => inMarket(who, 'supply', [chain.other, amount], seconds)],
          ['lend for another', () => inMarket(who, 'supplyTo', [other, chain.other, amount], seconds)],
          ['lend for the market', () => inMarket(who, 'supplyTo', [market.comet, chain.other, some], seconds)],
          ['take out or borrow', () => inMarket(who, 'withdraw', [chain.other, amount], seconds)],
          ['borrow much', () => inMarket(who, 'withdraw', [chain.other, some * 20n], seconds)],
          ['hand on', () => inMarket(who, 'transfer', [other, amount], seconds)],
          ['give collateral', () => inMarket(who, 'supply', [asset, some], seconds)],
          ['give collateral for another', () => inMarket(who, 'supplyTo', [other, asset, some], seconds)],
          ['take collateral back', () => inMarket(who, 'withdrawTo', [other, asset, some], seconds)],
          ['hand collateral on', () => inMarket(who, 'transferAsset', [other, asset, some], seconds)],
          ['send without a word', () => run(who, asset, 'transfer', [market.comet, some], seconds)],
          ['new price', () => run(deployer, market.feeds.get(asset)!, 'tell', [BigInt(1 + random(1_000)) * 10n ** 7n], seconds)],
          ['absorb', absorb],
          ['buy', () => inMarket(who, 'buyCollateral', [asset, 0n, some, other], seconds)],
          ['governor takes reserves', () => inMarket(deployer, 'withdrawReserves', [frank, some], seconds)],
        ]
        const [name, happens] = acts[random(acts.length)]!
        // What the market refuses (too much to borrow, nobody to absorb) happens to nobody.
        if (await happens().then(() => true, () => false)) done.set(name, (done.get(name) ?? 0) + 1)
        if (step % 10 === 9) seen.push(await check())
      }
      // All of it happened, and each kind of book was seen: somebody in debt, reserves above and below nothing, units lost to rounding.
      console.log(done, seen)
      expect(done.size).toBe(15)
      expect(seen.some(({ borrowers }) => borrowers > 1)).toBe(true)
    })
  })
})
