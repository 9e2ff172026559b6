import { encodeFunctionData, keccak256, toBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aaveAbi, openAaveMarket } from '@/tests/aaveMarket'
import { act, ask } from '@/tests/contracts'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import type { Log } from '../chain/log'
import { openChainReader, type ChainReader } from '../chain/reader'
import type { Address } from '../domain/address'
import { wrapperSchema, type Wrapper } from '../domain/protocol'
import { aaveToken } from './aaveToken'
import { foldScaledBalances, scaledTopics } from './scaledBalances'

const unit = 10n ** 18n
const [alice, bob, carol, dave] = [toAccount(1), toAccount(2), toAccount(3), toAccount(4)]
const treasury = toAccount(99)

it('the topics are those of the events', () => {
  const hash = (signature: string) => keccak256(toBytes(signature))
  expect(scaledTopics).toEqual({
    mint: hash('Mint(address,address,uint256,uint256,uint256)'),
    burn: hash('Burn(address,address,uint256,uint256,uint256)'),
    balanceTransfer: hash('BalanceTransfer(address,address,uint256,uint256)'),
    mintV2: hash('Mint(address,uint256,uint256)'),
    burnV2: hash('Burn(address,address,uint256,uint256)'),
  })
})

describe('an Aave v3 market', () => {
  let chain: TokenChain
  let reader: ChainReader
  let market: Awaited<ReturnType<typeof openAaveMarket>>
  let wrapper: Wrapper
  let logs: Log[] = []

  beforeAll(async () => {
    chain = await startTokenChain()
    reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
    market = await openAaveMarket(chain, treasury)
    wrapper = wrapperSchema.parse({
      source: 'aaveToken',
      address: market.aToken,
      name: 'Aave UNI',
      firstBlock: 0,
      assets: [chain.token],
      contracts: { pool: market.pool },
      fact: 'deployed by the test',
    })
    for (const account of [alice, bob, carol, dave]) {
      await act(chain, deployer, chain.token, encodeFunctionData({ abi: aaveAbi, functionName: 'transfer', args: [account, 10_000n * unit] }))
      await act(chain, account, chain.token, encodeFunctionData({ abi: aaveAbi, functionName: 'approve', args: [market.pool, 2n ** 256n - 1n] }))
    }
  })
  afterAll(() => chain?.stop())

  async function run(from: Address, to: Address, functionName: string, args: readonly unknown[], seconds = 12) {
    const { topics } = aaveToken.logs(wrapper)[0]!
    const written = await act(chain, from, to, encodeFunctionData({ abi: aaveAbi, functionName, args } as never), seconds)
    logs = [...logs, ...written.filter(({ address, topics: [first] }) => address === market.aToken && topics.includes(first as never))]
  }
  const pool = (from: Address, name: string, args: readonly unknown[], seconds?: number) => run(from, market.pool, name, [chain.token, ...args], seconds)
  const supply = (from: Address, amount: bigint, seconds?: number) => pool(from, 'supply', [amount, from, 0], seconds)
  const scaledOf = (account: Address) => ask(chain, market.aToken, aaveAbi, 'scaledBalanceOf', [account]) as Promise<bigint>
  const atNewest = async () => Number(await chain.rpc.call('eth_blockNumber'))

  async function resolve() {
    const input = { wrapper, logs, balances: () => [], balanceOf: () => 0n }
    const { answers, gaps } = await aaveToken.read!(input, reader, await atNewest())
    expect(gaps).toEqual([])
    return aaveToken.toOwnerships({ ...input, answers: JSON.parse(JSON.stringify(answers)) })[0]!
  }

  it('hands the cash on to those who lent it, and not what was borrowed', async () => {
    // Index 1: Alice lends 600, Bob 300, and Carol 100 of which she borrows 50 again. Nothing has earned interest before the loan, so scaled
    // balances are the amounts, and the 950 that are left belong to them as 6 : 3 : 1, i.e. 570, 285 and 95. The borrowed 50 are with Carol.
    await supply(alice, 600n * unit)
    await supply(bob, 300n * unit)
    await supply(carol, 100n * unit)
    await pool(carol, 'borrow', [50n * unit, 2, 0, carol])
    const { claims, unresolved, contract, asset, shares } = await resolve()
    expect({ contract, asset, shares }).toEqual({ contract: market.aToken, asset: chain.token, shares: market.aToken })
    expect(new Map(claims.map(({ account, amount }) => [account, amount]))).toEqual(
      new Map([[alice, 600n * unit], [bob, 300n * unit], [carol, 100n * unit]]),
    )
    expect(unresolved).toEqual([])
    const cash = (await ask(chain, chain.token, aaveAbi, 'balanceOf', [market.aToken])) as bigint
    expect(cash).toBe(950n * unit)
    expect(claims.map(({ amount }) => (cash * amount) / (1000n * unit))).toEqual([570n * unit, 285n * unit, 95n * unit])
  })

  it('keeps scaled balances through time, interest, transfers and a withdrawal below the interest', async () => {
    const year = 31_536_000
    // An amount that leaves a rest when it is divided by the index, a year after the loan: dave's scaled balance is amount · ray / index, half up.
    await supply(dave, 777_777_777_777_777_777n, year)
    const index = BigInt(`0x${logs.at(-1)!.data.slice(-64)}`)
    expect(index).toBeGreaterThan(10n ** 27n)
    expect(foldScaledBalances(logs).get(dave)).toBe((777_777_777_777_777_777n * 10n ** 27n + index / 2n) / index)
    // Alice earned more than 1 wei in that year: her withdrawal of 1 wei shows as a Mint below its own increase.
    const before = logs.length
    await pool(alice, 'withdraw', [1n, alice])
    expect(logs.slice(before).map(({ topics }) => topics[0])).toEqual([scaledTopics.mint])
    await run(bob, market.aToken, 'transfer', [dave, 12_345n])
    await run(alice, market.aToken, 'transfer', [alice, 5n * unit])
    const folded = foldScaledBalances(logs)
    for (const account of [alice, bob, carol, dave]) expect(folded.get(account)).toBe(await scaledOf(account))
  })

  it('gives the treasury what it drew, and leaves what it has not drawn unresolved', async () => {
    await pool(carol, 'repay', [10n * unit, 2, carol], 2_592_000)
    const drawn = await resolve()
    expect(drawn.claims.some(({ account }) => account === treasury)).toBe(false)
    expect(drawn.unresolved[0]!.amount).toBeGreaterThan(0n)
    await run(deployer, market.pool, 'mintToTreasury', [[chain.token]])
    const { claims, unresolved } = await resolve()
    expect(unresolved).toEqual([])
    // The pool mints the accrued scaled amount times the index, divided by it again: the same but for the rounding of one unit.
    const treasurys = claims.find(({ account }) => account === treasury)!.amount
    expect(treasurys - drawn.unresolved[0]!.amount).toBeGreaterThanOrEqual(-1n)
    expect(treasurys - drawn.unresolved[0]!.amount).toBeLessThanOrEqual(1n)
  })

  it('equals scaledBalanceOf of everybody after a random story, from the logs alone and as the contract says', async () => {
    const people = [alice, bob, carol, dave]
    // A fixed linear congruence (Numerical Recipes): the same story each time.
    let state = 20_260_401
    const random = (below: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below
    let done = 0
    for (let step = 0; step < 120; step += 1) {
      const who = people[random(4)]!
      const amount = BigInt(1 + random(2 ** 31)) * BigInt(1 + random(2 ** 31))
      const seconds = 12 + random(400_000)
      const acts = [
        () => supply(who, amount, seconds),
        () => pool(who, 'withdraw', [random(10) === 0 ? 2n ** 256n - 1n : amount, who], seconds),
        () => pool(who, 'borrow', [amount, 2, 0, who], seconds),
        () => pool(who, 'repay', [amount, 2, who], seconds),
        () => run(who, market.aToken, 'transfer', [people[random(4)], amount], seconds),
        () => run(deployer, market.pool, 'mintToTreasury', [[chain.token]], seconds),
      ]
      // What the pool refuses (nothing to repay, too much to borrow) happens to nobody.
      done += await acts[random(6)]!().then(() => 1, () => 0)
    }
    expect(done).toBeGreaterThan(60)
    const folded = foldScaledBalances(logs)
    for (const [account, amount] of folded) expect([account, amount]).toEqual([account, await scaledOf(account)])
    expect([...folded.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(await ask(chain, market.aToken, aaveAbi, 'scaledTotalSupply'))
    const { answers } = await aaveToken.read!({ wrapper, logs, balances: () => [], balanceOf: () => 0n }, reader, await atNewest())
    expect(answers).toEqual({ scaledBalances: {}, accruedToTreasury: expect.stringMatching(/^\d+$/) })
    const { claims } = await resolve()
    expect(new Map(claims.map(({ account, amount }) => [account, amount]))).toEqual(new Map([...folded].filter(([, amount]) => amount > 0n)))
  })

  it('believes the contract where it was asked, and says what it could not ask', async () => {
    const block = await atNewest()
    const deaf = { ...wrapper, contracts: { pool: alice } }
    const { answers, gaps } = await aaveToken.read!({ wrapper: deaf, logs, balances: () => [], balanceOf: () => 0n }, reader, block)
    expect(gaps).toEqual([{ subject: `getReserveData of ${alice}`, reason: expect.any(String) }])
    expect(aaveToken.toOwnerships({ wrapper: deaf, logs, balances: () => [], balanceOf: () => 0n, answers })[0]!.unresolved).toEqual([])
    // Logs of a contract that rounds otherwise: here Bob's last one is missing.
    const last = logs.findLastIndex(({ topics }) => topics[1]?.endsWith(bob.slice(2)) || topics[2]?.endsWith(bob.slice(2)))
    const short = await aaveToken.read!({ wrapper, logs: logs.toSpliced(last, 1), balances: () => [], balanceOf: () => 0n }, reader, block)
    expect(short.answers).toMatchObject({ scaledBalances: { [bob]: String(await scaledOf(bob)) } })
    const said = { scaledBalances: { [alice]: '7' }, accruedToTreasury: null }
    const claims = aaveToken.toOwnerships({ wrapper, logs, balances: () => [], balanceOf: () => 0n, answers: said })[0]!.claims
    expect(claims.find(({ account }) => account === alice)!.amount).toBe(7n)
    expect(claims.find(({ account }) => account === dave)!.amount).toBe(await scaledOf(dave))
  })
})
