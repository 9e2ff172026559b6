import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people, startCometChain, type CometChain } from '@/tests/cometChain'
import { cometIsMissing } from '@/tests/cometMarket'
import { deployer } from '@/tests/tokenChain'
import { comet } from './comet'
import { recognise } from './recognise/recognise'

const unit = 10n ** 18n
const all = 2n ** 256n - 1n
const [alice, bob, carol, dave, erin, frank] = people

describe.skipIf(cometIsMissing)('a Compound v3 market without interest, from its real bytecode', () => {
  let world: CometChain
  beforeAll(async () => void (world = await startCometChain(0n)))
  afterAll(() => world?.stop())

  it('hands what nobody borrowed on to those who lent it, and collateral to whom it belongs', async () => {
    const { lent, token, market, inMarket, ownersOf, resolve } = world
    // Lent are 600, 300 and 100. For 100 UNI at 5 dollars Dave borrows 300 of them: the 700 that are left belong to the three as 6 : 3 : 1. Of the UNI
    // 100 are Dave's; of the 40 that Erin puts in she hands 15 to Frank and takes back 5.
    for (const [account, amount] of [[alice, 600n], [bob, 300n], [carol, 100n]] as const) await inMarket(account, 'supply', [lent, amount * unit])
    await inMarket(dave, 'supply', [token, 100n * unit])
    await inMarket(dave, 'withdraw', [lent, 300n * unit])
    await inMarket(erin, 'supply', [token, 40n * unit])
    await inMarket(erin, 'transferAsset', [frank, token, 15n * unit])
    await inMarket(erin, 'withdraw', [token, 5n * unit])
    expect(await ownersOf(lent)).toEqual({ [alice]: 420n * unit, [bob]: 210n * unit, [carol]: 70n * unit })
    expect(await ownersOf(token)).toEqual({ [dave]: 100n * unit, [erin]: 20n * unit, [frank]: 15n * unit })
    const { ownerships } = await resolve()
    expect(ownerships.map(({ asset, shares, source }) => [asset, shares, source])).toEqual([[token, null, 'comet'], [lent, market, 'comet']])
  })

  it('tells lenders by their logs alone where the market could not be asked, and says so', async () => {
    const { lent, reader, wrapper, newest, resolve } = world
    const { input } = await resolve()
    const deaf = { ...input, wrapper: { ...wrapper, address: alice } }
    const { answers, gaps } = await comet.read!(deaf, reader, await newest())
    expect(gaps).toEqual([{ subject: `who lent to ${alice}`, reason: expect.any(String) }])
    expect(comet.toOwnerships({ ...input, answers }).find(({ asset }) => asset === lent)).toMatchObject({ unresolved: [], claims: [{ account: alice, amount: 600n * unit }, { account: bob, amount: 300n * unit }, { account: carol, amount: 100n * unit }] })
  })

  it('leaves absorbed collateral with the protocol until somebody buys it', async () => {
    const { lent, token, feeds, run, inMarket, ownersOf } = world
    // At 3 dollars the 100 UNI are worth 300: 255 of debt are allowed, Dave owes 300. 90 % of 300 pay 270 of it, the rest is forgiven. The protocol has
    // 100 UNI and 700 − 1000 = −300 of the base: no reserves in it.
    await run(deployer, feeds.get(token)!, 'tell', [3n * 10n ** 8n])
    await inMarket(bob, 'absorb', [bob, [dave]])
    expect(await ownersOf(token)).toEqual({ [erin]: 20n * unit, [frank]: 15n * unit, reserves: 100n * unit })
    expect(await ownersOf(lent)).toEqual({ [alice]: 420n * unit, [bob]: 210n * unit, [carol]: 70n * unit })
    // Half of the ten per cent is the buyer's: 2.85 dollars each, 40 of them for 114. There are 814 then: 488.4, 244.2 and 81.4.
    await inMarket(frank, 'buyCollateral', [token, 0n, 114n * unit, frank])
    expect(await ownersOf(token)).toEqual({ [erin]: 20n * unit, [frank]: 15n * unit, reserves: 60n * unit })
    expect(await ownersOf(lent)).toEqual({ [alice]: (4_884n * unit) / 10n, [bob]: (2_442n * unit) / 10n, [carol]: (814n * unit) / 10n })
  })

  it('keeps reserves apart, and what the market has in itself with them', async () => {
    const { lent, token, market, run, inMarket, ownersOf } = world
    // With 486 more there are 1300 for 1000 lent: 300 of reserves. Carol's 100, handed to the market itself, are the protocol's too; so are 7 UNI sent there
    // and 2 that Erin supplies for the market.
    await run(bob, lent, 'transfer', [market, 486n * unit])
    expect(await ownersOf(lent)).toEqual({ [alice]: 600n * unit, [bob]: 300n * unit, [carol]: 100n * unit, reserves: 300n * unit })
    await inMarket(carol, 'transfer', [market, 100n * unit])
    await run(erin, token, 'transfer', [market, 7n * unit])
    await inMarket(erin, 'supplyTo', [market, token, 2n * unit])
    expect(await ownersOf(lent)).toEqual({ [alice]: 600n * unit, [bob]: 300n * unit, reserves: 400n * unit })
    expect(await ownersOf(token)).toEqual({ [erin]: 20n * unit, [frank]: 15n * unit, reserves: 69n * unit })
  })

  it('leaves to the protocol what nobody lent', async () => {
    const { lent, inMarket, ownersOf } = world
    await inMarket(alice, 'withdraw', [lent, all])
    await inMarket(bob, 'withdraw', [lent, all])
    expect(await ownersOf(lent)).toEqual({ reserves: 400n * unit })
  })

  it('knows the market by what it answers', async () => {
    const { lent, token, third, market, feeds, reader, newest } = world
    const { recognised } = await recognise(reader, [market, feeds.get(third)!], await newest())
    expect(recognised[0]).toMatchObject({
      ...{ role: 'lendingMarket', name: 'Compound v3 market', family: 'comet', evidence: 'answers', kind: 'contract' },
      ...{ assets: [lent, token, third], contracts: { baseToken: lent } },
    })
    expect(recognised[1]).toMatchObject({ role: null, family: null })
  })
})
