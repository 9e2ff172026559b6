import { afterAll, beforeAll, expect, it } from 'vitest'
import { people, startCometChain, type CometChain } from '@/tests/cometChain'
import { cometIsMissing } from '@/tests/cometMarket'
import { deployer } from '@/tests/tokenChain'
import type { Address } from '../domain/address'

const unit = 10n ** 18n
const most = 2n ** 256n - 1n

let world: CometChain
beforeAll(async () => {
  if (!cometIsMissing) world = await startCometChain(unit / 2n)
})
afterAll(() => world?.stop())

/** Everything that the market says of everybody, at the newest block, against what was folded from its logs and asked. */
async function check({ token, lent, third, market, inMarket, read, held, resolve, ownersOf }: CometChain) {
  // Interest is accrued in the newest block: its index is that of the balances.
  await inMarket(deployer, 'accrueAccount', [deployer], 86_400)
  const { answers, ownerships } = await resolve()
  for (const asset of [token, third]) {
    const { claims, unresolved } = ownerships.find((ownership) => ownership.asset === asset) ?? { claims: [], unresolved: [] }
    const told = new Map(claims.map(({ account, amount }) => [account, amount]))
    for (const account of people) expect([account, told.get(account) ?? 0n]).toEqual([account, await read('collateralBalanceOf', [account, asset])])
    expect([...told.keys()].filter((account) => !people.includes(account))).toEqual([])
    const rest = unresolved.reduce((sum, { amount }) => sum + amount, 0n)
    expect(rest).toBe((await read<bigint>('getCollateralReserves', [asset])) + (await read<bigint>('collateralBalanceOf', [market, asset])))
    expect(claims.reduce((sum, { amount }) => sum + amount, rest)).toBe(await held(asset))
  }
  const { principals } = answers as { principals: Record<Address, string> }
  const { baseSupplyIndex, totalSupplyBase } = await read<{ baseSupplyIndex: bigint; totalSupplyBase: bigint }>('totalsBasic')
  const cash = await held(lent)
  const reserves = await read<bigint>('getReserves')
  const all = (await read<bigint>('totalSupply')) + (reserves > 0n ? reserves : 0n)
  const owners = await ownersOf(lent)
  let borrowers = 0
  for (const account of [...people, market]) {
    const [principal] = await read<readonly [bigint]>('userBasic', [account])
    const balance = await read<bigint>('balanceOf', [account])
    expect([account, BigInt(principals[account] ?? 0)]).toEqual([account, principal > 0n ? principal : 0n])
    expect((BigInt(principals[account] ?? 0) * baseSupplyIndex) / 10n ** 15n).toBe(balance)
    if (principal < 0n) borrowers += 1
    if (account === market) continue
    // Their part of the cash is balance : all. The contract rounds balances down by less than 1, look-through less than 1 either way.
    const apart = (owners[account] ?? 0n) * all - cash * balance
    expect([account, apart < all + cash && apart > -all - cash]).toEqual([account, true])
  }
  expect(Object.values(owners).reduce((sum, amount) => sum + amount, 0n)).toBe(cash)
  return { lostToRounding: Object.values(principals).reduce((left, principal) => left - BigInt(principal), totalSupplyBase), reserves, borrowers }
}

it.skipIf(cometIsMissing)('of Compound v3 equals what the contract says of everybody, to the wei, all through a random story', async () => {
  const { token, lent, third, market, feeds, run, inMarket, read, held } = world
  // A fixed linear congruence (Numerical Recipes): the same story each time.
  let state = 20_261_123
  const random = (below: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below
  const done = new Map<string, number>()
  const prices = new Map([[token, 5n * 10n ** 8n], [third, 20n * 10n ** 8n]])
  const seen: Awaited<ReturnType<typeof check>>[] = []
  for (let step = 0; step < 400; step += 1) {
    const [who, other] = [people[random(6)]!, people[random(6)]!]
    const asset = [token, third][random(2)]!
    const some = random(8) === 0 ? BigInt(random(3)) : BigInt(1 + random(2 ** 31)) * BigInt(1 + random(2 ** 31)) * BigInt(1 + random(300))
    const amount = random(12) === 0 ? most : some
    const seconds = 12 + random(400_000)
    const borrow = async () => {
      const [cash, collateral] = [await held(lent), await read<bigint>('collateralBalanceOf', [who, asset])]
      const may = (collateral * prices.get(asset)! * 79n) / 10n ** 10n
      return inMarket(who, 'withdraw', [lent, (await read<bigint>('balanceOf', [who])) + (may < cash / 2n ? may : cash / 2n)], seconds)
    }
    const tell = async () => {
      prices.set(asset, BigInt(1 + random(1_000)) * 10n ** 6n)
      return run(deployer, feeds.get(asset)!, 'tell', [prices.get(asset)], seconds)
    }
    const absorb = async () => {
      for (const account of people) if (await read<boolean>('isLiquidatable', [account])) return inMarket(who, 'absorb', [other, [account]], seconds)
      throw new Error('nobody owes too much')
    }
    const acts: [name: string, happens: () => Promise<unknown>][] = [
      ['lend', () => inMarket(who, 'supply', [lent, amount], seconds)],
      ['lend for another', () => inMarket(who, 'supplyTo', [other, lent, amount], seconds)],
      ['lend for the market', () => inMarket(who, 'supplyTo', [market, lent, some], seconds)],
      ['take out or borrow', () => inMarket(who, 'withdraw', [lent, amount], seconds)],
      ['borrow what it may', borrow],
      ['hand on', () => inMarket(who, 'transfer', [other, amount], seconds)],
      ['give collateral', () => inMarket(who, 'supply', [asset, some], seconds)],
      ['give collateral for another', () => inMarket(who, 'supplyTo', [other, asset, some], seconds)],
      ['take collateral back', () => inMarket(who, 'withdrawTo', [other, asset, some], seconds)],
      ['hand collateral on', () => inMarket(who, 'transferAsset', [other, asset, some], seconds)],
      ['send without a word', () => run(who, asset, 'transfer', [market, some], seconds)],
      ['new price', tell],
      ['absorb', absorb],
      ['buy', () => inMarket(who, 'buyCollateral', [asset, 0n, some, other], seconds)],
      ['governor takes reserves', () => inMarket(deployer, 'withdrawReserves', [other, some], seconds)],
    ]
    const [name, happens] = acts[random(acts.length)]!
    // What the market refuses (too much to borrow, nobody to absorb) happens to nobody.
    if (await happens().then(() => true, () => false)) done.set(name, (done.get(name) ?? 0) + 1)
    if (step % 10 === 9) seen.push(await check(world))
  }
  // All of it happened, and each kind of book was seen: somebody in debt, reserves above and below nothing, units lost to rounding.
  expect([...done.values()].every((times) => times > 2)).toBe(true)
  expect(done.size).toBe(15)
  expect(seen.some(({ borrowers }) => borrowers > 2)).toBe(true)
  expect(seen.some(({ reserves }) => reserves > 0n)).toBe(true)
  expect(seen.some(({ reserves }) => reserves < 0n)).toBe(true)
  expect(seen.at(-1)!.lostToRounding).toBeGreaterThan(0n)
}, 120_000)
