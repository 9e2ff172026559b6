import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aaveV2Abi, openAaveV2Market } from '@/tests/aaveV2Market'
import { act, ask } from '@/tests/contracts'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import { foldScaledBalances, scaledTopics } from './scaledBalances'

const [alice, bob, carol] = [toAccount(1), toAccount(2), toAccount(3)]
const ray = 10n ** 27n
const word = (value: bigint) => value.toString(16).padStart(64, '0')
const log = (topic: string, accounts: readonly Address[], values: readonly bigint[]): Log => ({
  address: toAccount(9),
  topics: [topic, ...accounts.map((account) => `0x${word(BigInt(account))}`)],
  data: `0x${values.map(word).join('')}`,
  blockNumber: 1,
  blockHash: `0x${'d'.repeat(64)}`,
  logIndex: 0,
})

describe('foldScaledBalances', () => {
  it('takes the interest out again, and rounds the half up', () => {
    // Index 2: 100 in are 50. Index 4, when these are worth 200: 15 in, logged with 100 of interest as 115, are 3.75, rounded 4. Then 30 out, logged
    // as a Mint of 70 because 100 of interest came in between, at index 4 too: 7.5, rounded 8. Leaves 50 + 4 − 8 = 46. 6 of them move to Bob.
    const logs = [
      log(scaledTopics.mint, [alice, alice], [100n, 0n, 2n * ray]),
      log(scaledTopics.mint, [alice, alice], [115n, 100n, 4n * ray]),
      log(scaledTopics.mint, [alice, alice], [70n, 100n, 4n * ray]),
      log(scaledTopics.balanceTransfer, [alice, bob], [6n, 4n * ray]),
    ]
    expect(foldScaledBalances(logs)).toEqual(new Map([[alice, 40n], [bob, 6n]]))
    // 20 out at index 4, 8 of interest: logged as a Burn of 12. 20 / 4 = 5.
    expect(foldScaledBalances([...logs, log(scaledTopics.burn, [bob, bob], [12n, 8n, 4n * ray])]).get(bob)).toBe(1n)
  })
  it('passes over what is none of these events', () => {
    expect(foldScaledBalances([log(`0x${word(1n)}`, [alice, bob], [1n, 1n]), log(scaledTopics.mint, [alice, bob], [5n])])).toEqual(new Map())
  })
})

describe('an Aave v2 market', () => {
  let chain: TokenChain
  let market: Awaited<ReturnType<typeof openAaveV2Market>>
  let logs: Log[] = []
  const treasury = toAccount(99)

  beforeAll(async () => {
    chain = await startTokenChain()
    market = await openAaveV2Market(chain, treasury)
    for (const account of [alice, bob, carol]) {
      await run(deployer, chain.token, 'transfer', [account, 10n ** 22n])
      await run(account, chain.token, 'approve', [market.pool, 2n ** 256n - 1n])
    }
  })
  afterAll(() => chain?.stop())

  async function run(from: Address, to: Address, functionName: string, args: readonly unknown[], seconds = 12) {
    const written = await act(chain, from, to, encodeFunctionData({ abi: aaveV2Abi, functionName, args } as never), seconds)
    logs = [...logs, ...written.filter(({ address }) => address === market.aToken)]
  }

  it('equals scaledBalanceOf of everybody after a random story, the treasury included', async () => {
    const people = [alice, bob, carol]
    // A fixed linear congruence (Numerical Recipes): the same story each time.
    let state = 20_260_402
    const random = (below: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below
    let done = 0
    for (let step = 0; step < 100; step += 1) {
      const who = people[random(3)]!
      const amount = BigInt(1 + random(2 ** 31)) * BigInt(1 + random(2 ** 31))
      const seconds = 12 + random(400_000)
      const pool = (name: string, args: readonly unknown[]) => () => run(who, market.pool, name, [chain.token, ...args], seconds)
      const acts = [
        pool('deposit', [amount, who, 0]),
        pool('withdraw', [random(10) === 0 ? 2n ** 256n - 1n : amount, who]),
        pool('borrow', [amount, 2, 0, who]),
        pool('repay', [amount, 2, who]),
        () => run(who, market.aToken, 'transfer', [people[random(3)], amount], seconds),
      ]
      // What the pool refuses (nothing to repay, too much to borrow) happens to nobody.
      done += await acts[random(5)]!().then(() => 1, () => 0)
    }
    expect(done).toBeGreaterThan(50)
    const folded = foldScaledBalances(logs)
    expect(folded.get(treasury)).toBeGreaterThan(0n)
    for (const [account, amount] of folded) expect([account, amount]).toEqual([account, await ask(chain, market.aToken, aaveV2Abi, 'scaledBalanceOf', [account])])
    expect([...folded.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(await ask(chain, market.aToken, aaveV2Abi, 'scaledTotalSupply'))
  })
})
