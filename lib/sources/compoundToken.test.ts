import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compoundAbi, openCompoundMarket } from '@/tests/compoundMarket'
import { toHoldings } from '@/tests/toHoldings'
import { act, ask } from '@/tests/contracts'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import type { Log } from '../chain/log'
import { openChainReader, type ChainReader } from '../chain/reader'
import type { Address } from '../domain/address'
import { wrapperSchema, type Wrapper } from '../domain/protocol'
import { foldTransfers } from '../ledger/foldTransfers'
import { compoundToken } from './compoundToken'
import { toTransfer } from './erc20'

const unit = 10n ** 18n
const [alice, bob, carol] = [toAccount(1), toAccount(2), toAccount(3)]

describe('a Compound v2 market', () => {
  let chain: TokenChain
  let reader: ChainReader
  let cToken: Address
  let wrapper: Wrapper
  let logs: Log[] = []

  beforeAll(async () => {
    chain = await startTokenChain()
    reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
    const market = await openCompoundMarket(chain)
    cToken = market.cToken
    wrapper = wrapperSchema.parse({ source: 'compoundToken', address: cToken, name: 'Compound UNI', firstBlock: 0, assets: [chain.token], fact: 'deployed by the test' })
    for (const account of [alice, bob, carol]) {
      await run(deployer, chain.token, 'transfer', [account, 10_000n * unit])
      await run(account, chain.token, 'approve', [cToken, 2n ** 256n - 1n])
      await run(account, market.comptroller, 'enterMarkets', [[cToken]])
    }
  })
  afterAll(() => chain?.stop())

  async function run(from: Address, to: Address, functionName: string, args: readonly unknown[] = []) {
    const written = await act(chain, from, to, encodeFunctionData({ abi: compoundAbi, functionName, args } as never))
    logs = [...logs, ...written.filter(({ address }) => address === cToken)]
  }
  const balanceOf = (token: Address, account: Address) => ask(chain, token, compoundAbi, 'balanceOf', [account]) as Promise<bigint>

  /** The ledger of cTokens, as the worker keeps it: from Transfer logs alone. */
  function balances() {
    const ledger = new Map<Address, bigint>()
    const transfers = logs.flatMap((log) => {
      const reading = toTransfer(log)
      return reading.status === 'transfer' ? [reading.transfer] : []
    })
    foldTransfers(ledger, transfers)
    return [...ledger].filter(([, amount]) => amount > 0n).map(([account, amount]) => ({ account, amount }))
  }
  async function resolve() {
    const input = { wrapper, logs: [], ...toHoldings(balances) }
    const { answers, gaps } = await compoundToken.read!(input, reader, Number(await chain.rpc.call('eth_blockNumber')))
    expect(gaps).toEqual([])
    return compoundToken.toOwnerships({ ...input, answers: JSON.parse(JSON.stringify(answers)) })[0]!
  }
  /** What each is handed of the cash, floored. */
  async function handOn() {
    const { claims, unresolved } = await resolve()
    const cash = await balanceOf(chain.token, cToken)
    const whole = [...claims, ...unresolved].reduce((sum, { amount }) => sum + amount, 0n)
    return {
      claims: Object.fromEntries(claims.map(({ account, amount }) => [account, (cash * amount) / whole])),
      unresolved: Object.fromEntries(unresolved.map(({ reason, amount }) => [reason, (cash * amount) / whole])),
      cash,
    }
  }

  it('asks for the ledger of its own token', () => {
    expect(compoundToken.ledgers(wrapper)).toEqual([cToken])
    expect(compoundToken.logs(wrapper)).toEqual([])
  })

  it('hands the cash on to the holders of cTokens, and not what was borrowed', async () => {
    // Alice lends 600 and Bob 400; at 0.02 they get 30,000 and 20,000 cUNI. Bob gives 5,000 of his to Carol. Alice borrows 100. The 900 that are
    // left belong to them as 30 : 15 : 5, i.e. 540, 270 and 90. Nothing has earned interest yet: the block of the loan is the last one.
    await run(alice, cToken, 'mint', [600n * unit])
    await run(bob, cToken, 'mint', [400n * unit])
    await run(bob, cToken, 'transfer', [carol, 5_000n * 10n ** 8n])
    await run(alice, cToken, 'borrow', [100n * unit])
    expect(balances()).toEqual([
      { account: alice, amount: 30_000n * 10n ** 8n },
      { account: bob, amount: 15_000n * 10n ** 8n },
      { account: carol, amount: 5_000n * 10n ** 8n },
    ])
    expect(await handOn()).toEqual({ claims: { [alice]: 540n * unit, [bob]: 270n * unit, [carol]: 90n * unit }, unresolved: {}, cash: 900n * unit })
  })

  it('keeps the reserves back for the protocol and cTokens sent to the market locked, to the wei', async () => {
    // Interest for 2,000 blocks; a tenth of it is reserved. Carol's 1,000 cUNI in the cToken contract itself belong to nobody any more.
    await run(carol, cToken, 'transfer', [cToken, 1_000n * 10n ** 8n])
    await chain.mine(2_000)
    await run(alice, cToken, 'accrueInterest')
    const reserves = (await ask(chain, cToken, compoundAbi, 'totalReserves')) as bigint
    expect(reserves).toBeGreaterThan(0n)
    const { claims, unresolved, cash } = await handOn()
    // Cash 900, borrowed 100 and interest i, a tenth of which is reserved as r: the whole is 1000 + i, r of it the protocol's, the rest as
    // 30 : 15 : 4 : 1 of 50. i is what the market logged as accrued.
    const whole = 1_000n * unit + interestFrom(logs)
    const part = (cTokens: bigint) => (cash * (whole - reserves) * cTokens) / (whole * 50n)
    expect(interestFrom(logs) / 10n).toBe(reserves)
    expect(claims).toEqual({ [alice]: part(30n), [bob]: part(15n), [carol]: part(4n) })
    expect(unresolved).toEqual({ protocolFees: (cash * reserves) / whole, locked: part(1n) })
    const handed = [...Object.values(claims), ...Object.values(unresolved)].reduce((sum, amount) => sum + amount, 0n)
    expect(cash - handed).toBeGreaterThanOrEqual(0n)
    expect(cash - handed).toBeLessThan(5n)
  })

  it('follows redeeming and repaying: who lends nothing any more is handed nothing', async () => {
    await run(alice, cToken, 'repayBorrow', [50n * unit])
    await run(bob, cToken, 'redeem', [15_000n * 10n ** 8n])
    const { claims } = await resolve()
    expect(claims.map(({ account }) => account)).toEqual([alice, carol])
    for (const { account, amount } of balances()) expect(amount).toBe(await balanceOf(cToken, account))
  })

  it('leaves all to the holders where the contract could not be asked', async () => {
    const { answers, gaps } = await compoundToken.read!({ wrapper: { ...wrapper, address: alice }, logs: [], ...toHoldings(balances) }, reader, 1)
    expect(answers).toBeNull()
    expect(gaps.map(({ subject }) => subject)).toEqual(['getCash', 'totalBorrows', 'totalReserves', 'totalSupply'].map((name) => `${name} of ${alice}`))
    expect(compoundToken.toOwnerships({ wrapper, logs: [], ...toHoldings(balances), answers })[0]).toMatchObject({ claims: balances(), unresolved: [] })
  })
})

/** All interest that the market logged: AccrueInterest(uint256 interestAccumulated, uint256 borrowIndex, uint256 totalBorrows). */
function interestFrom(logs: readonly Log[]): bigint {
  return logs
    .filter(({ topics }) => topics[0] === '0x875352fb3fadeb8c0be7cbbe8ff761b308fa7033470cd0287f02f3436fd76cb9')
    .reduce((sum, { data }) => sum + BigInt(data.slice(0, 66)), 0n)
}
