import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadArtifact } from '../demo/artifact'
import { addressSchema, zeroAddress, type Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import type { Claim } from '../domain/distribution'
import { wrapperSchema } from '../domain/protocol'
import { compileContracts } from '../../tests/compileContracts'
import { startExchangeChain, type ExchangeChain } from '../../tests/exchangeChain'
import { toHoldings } from '../../tests/toHoldings'
import { deployer, toAccount } from '../../tests/tokenChain'
import { uniswapV2Pair } from './uniswapV2Pair'

const [ann, bob, eve, treasury] = [toAccount(1), toAccount(2), toAccount(3), toAccount(4)]
let chain: ExchangeChain
let factory: Address
let start: unknown

beforeAll(async () => {
  chain = await startExchangeChain()
  factory = await chain.deploy('v2Factory', [deployer])
})
afterAll(() => chain?.stop())

/** Two fresh tokens and their pair; token0 first. */
async function openPair(deployToken: () => Promise<Address> = chain.deployToken) {
  const tokens = [await chain.deployToken(), await deployToken()].sort() as [Address, Address]
  await chain.act(deployer, factory, 'createPair', ...tokens)
  const pair = addressSchema.parse(await chain.ask(factory, 'getPair', ...tokens))
  chain.know(pair, loadArtifact('v2Pair').abi)
  const wrapper = wrapperSchema.parse({ source: 'uniswapV2Pair', address: pair, name: 'pair', firstBlock: 0, assets: tokens, fact: 'deployed by the test' })
  const deposit = async (owner: Address, amount0: bigint, amount1: bigint) => {
    await chain.act(deployer, tokens[0], 'transfer', pair, amount0)
    await chain.act(deployer, tokens[1], 'transfer', pair, amount1)
    await chain.act(deployer, pair, 'mint', owner)
  }
  const toOwnerships = async (answered = true) => {
    const { input, gaps } = await chain.toInput(uniswapV2Pair, wrapper)
    expect(gaps).toEqual([])
    return uniswapV2Pair.toOwnerships(answered ? input : { ...input, answers: null })
  }
  return { tokens, pair, deposit, toOwnerships, wrapper }
}

/** Who has how much of what the pair holds: its balance by the ownership's proportions, rounded down. */
async function share({ contract, asset, claims, unresolved }: ContractOwnership) {
  const balance = (await chain.ask(asset, 'balanceOf', contract)) as bigint
  const total = [...claims, ...unresolved].reduce((sum, { amount }) => sum + amount, 0n)
  const of = (amount: bigint) => (balance * amount) / total
  return Object.fromEntries([...claims.map(({ account, amount }) => [account, of(amount)]), ...unresolved.map(({ reason, amount }) => [reason, of(amount)])])
}
const shareAll = async (ownerships: readonly ContractOwnership[]) => Promise.all(ownerships.map(share))

/** What `burn` pays for all LP tokens of an account, as the contract does it. */
const cashOut = (pair: Address, tokens: readonly Address[], owner: Address) =>
  chain.tryOut(async () => {
    await chain.act(owner, pair, 'transfer', pair, await chain.ask(pair, 'balanceOf', owner))
    await chain.act(owner, pair, 'burn', owner)
    return Promise.all(tokens.map((token) => chain.ask(token, 'balanceOf', owner)))
  })

describe('a pair of two plain tokens', () => {
  let opened: Awaited<ReturnType<typeof openPair>>
  // Ann puts in 40,000 and 10,000: √(4 · 10⁸) = 20,000 LP tokens, of which 1,000 are locked at the zero address. Bob puts in half as much: 10,000.
  beforeAll(async () => {
    opened = await openPair()
    await opened.deposit(ann, 40_000n, 10_000n)
    await opened.deposit(bob, 20_000n, 5_000n)
  })
  beforeEach(async () => void (start = await chain.rpc.call('evm_snapshot')))
  afterEach(() => chain.rpc.call('evm_revert', start))

  it('belongs to the holders of its LP token and to nobody, to the unit', async () => {
    // 60,000 and 15,000, over 30,000 LP tokens: 2 and ½ for each. 19,000 · 2 = 38,000, 10,000 · 2 = 20,000, 1,000 · 2 = 2,000.
    const expected = [
      { [ann]: 38_000n, [bob]: 20_000n, locked: 2_000n },
      { [ann]: 9_500n, [bob]: 5_000n, locked: 500n },
    ]
    const ownerships = await opened.toOwnerships()
    expect(await shareAll(ownerships)).toEqual(expected)
    expect(await cashOut(opened.pair, opened.tokens, ann)).toEqual([38_000n, 9_500n])
    expect(await cashOut(opened.pair, opened.tokens, bob)).toEqual([20_000n, 5_000n])
    expect(ownerships.map(({ contract, asset, source, shares }) => [contract, asset, source, shares])).toEqual(
      opened.tokens.map((token) => [opened.pair, token, 'uniswapV2Pair', opened.pair]),
    )
    // Nothing lies above the reserves, so it is the same without answers.
    expect(await shareAll(await opened.toOwnerships(false))).toEqual(expected)
  })

  it('belongs to nobody where it was sent there without a deposit, and what skim leaves is paid out', async () => {
    await chain.act(deployer, opened.tokens[0], 'transfer', opened.pair, 7n)
    const expected = { [ann]: 38_000n, [bob]: 20_000n, locked: 2_000n }
    expect(await shareAll(await opened.toOwnerships())).toEqual([{ ...expected, surplus: 7n }, { [ann]: 9_500n, [bob]: 5_000n, locked: 500n }])
    // Without answers all 60,007 are handed on: 60,007 · 19 / 30 = 38,004.4…, 60,007 · 10 / 30 = 20,002.3…, 60,007 / 30 = 2,000.2…
    expect((await shareAll(await opened.toOwnerships(false)))[0]).toEqual({ [ann]: 38_004n, [bob]: 20_002n, locked: 2_000n })
    await chain.act(eve, opened.pair, 'skim', eve)
    expect(await chain.ask(opened.tokens[0], 'balanceOf', eve)).toBe(7n)
    expect(await cashOut(opened.pair, opened.tokens, ann)).toEqual([38_000n, 9_500n])
  })

  it('belongs to nobody for LP tokens that the pair holds: the next burn takes them', async () => {
    await chain.act(bob, opened.pair, 'transfer', opened.pair, 4_000n)
    // 4,000 · 2 = 8,000 and 4,000 / 2 = 2,000; Bob has 6,000 left.
    expect(await shareAll(await opened.toOwnerships())).toEqual([
      { [ann]: 38_000n, [bob]: 12_000n, locked: 2_000n, surplus: 8_000n },
      { [ann]: 9_500n, [bob]: 3_000n, locked: 500n, surplus: 2_000n },
    ])
    await chain.act(eve, opened.pair, 'burn', eve)
    expect(await chain.ask(opened.tokens[0], 'balanceOf', eve)).toBe(8_000n)
  })

  it('is locked for LP tokens sent to the zero address, which look burned in the logs', async () => {
    await chain.act(bob, opened.pair, 'transfer', zeroAddress, 4_000n)
    // 1,000 + 4,000 are locked now: 5,000 · 2 and 5,000 / 2.
    expect(await shareAll(await opened.toOwnerships())).toEqual([
      { [ann]: 38_000n, [bob]: 12_000n, locked: 10_000n },
      { [ann]: 9_500n, [bob]: 3_000n, locked: 2_500n },
    ])
    expect(await cashOut(opened.pair, opened.tokens, ann)).toEqual([38_000n, 9_500n])
  })

  it('says what could not be read', async () => {
    const { input } = await chain.toInput(uniswapV2Pair, opened.wrapper)
    const elsewhere = { ...input, wrapper: { ...opened.wrapper, address: opened.tokens[0] } }
    const reader = { readContracts: async () => Array.from({ length: 5 }, () => ({ status: 'failed' as const, reason: 'no such function' })), readBlock: () => Promise.reject(new Error('not asked')) }
    expect(await uniswapV2Pair.read!(elsewhere, reader, 1)).toEqual({
      answers: null,
      gaps: [{ subject: `books of the pair ${opened.tokens[0]}`, reason: 'no such function' }],
    })
  })
})

it('owes the protocol its fee, where one is taken', async () => {
  await chain.act(deployer, factory, 'setFeeTo', treasury)
  const { deposit, pair, tokens, toOwnerships } = await openPair()
  await deposit(ann, 10_000n, 10_000n)
  // A gift that is synchronised raises the reserves to 14,400 and 10,000 and so √k from 10,000 to 12,000, as fees of trades do:
  // 10,000 · (12,000 − 10,000) / (5 · 12,000 + 10,000) = 285.7…: 285 LP tokens are minted before the next withdrawal, 10,285 in all.
  await chain.act(deployer, tokens[0], 'transfer', pair, 4_400n)
  await chain.act(eve, pair, 'sync')
  // Of 14,400: 9,000 / 10,285 are 12,600.8…, 1,000 / 10,285 are 1,400.09…, 285 / 10,285 are 399.02…; of 10,000: 8,750.6…, 972.2…, 277.1….
  expect(await shareAll(await toOwnerships())).toEqual([
    { [ann]: 12_600n, locked: 1_400n, protocolFees: 399n },
    { [ann]: 8_750n, locked: 972n, protocolFees: 277n },
  ])
  expect(await cashOut(pair, tokens, ann)).toEqual([12_600n, 8_750n])
  await chain.act(deployer, factory, 'setFeeTo', zeroAddress)
})

it('holds what a fee on transfer leaves of a deposit', async () => {
  const feeToken = compileContracts(path.join(import.meta.dirname, '../../tests/system/OddTokens.sol')).get('FeeToken')!
  const { deposit, pair, tokens, toOwnerships } = await openPair(async () => {
    const token = await chain.deploy(feeToken)
    await chain.act(deployer, token, 'mint', deployer, 10n ** 9n)
    return token
  })
  await deposit(ann, 100_000n, 100_000n)
  await chain.act(deployer, tokens[0], 'transfer', pair, 1_000n)
  await chain.act(deployer, tokens[1], 'transfer', pair, 1_000n)
  // Of the token that keeps one in ten, 90,000 arrive, and 900 of the gift. √(90,000 · 100,000) = 94,868 LP tokens, 1,000 of them locked:
  // of 90,000: 93,868 / 94,868 are 89,051.3…, 948.6…; of 100,000: 98,945.9…, 1,054.09….
  const [taxed, plain] = (await chain.ask(tokens[0], 'balanceOf', pair)) === 90_900n ? [0, 1] : [1, 0]
  const shares = await shareAll(await toOwnerships())
  expect(shares[taxed!]).toEqual({ [ann]: 89_051n, locked: 948n, surplus: 900n })
  expect(shares[plain!]).toEqual({ [ann]: 98_945n, locked: 1_054n, surplus: 1_000n })
})

it('says nothing of a pair in which nobody ever put anything', async () => {
  const { toOwnerships } = await openPair()
  expect(await toOwnerships()).toEqual([])
})

describe('what cannot happen to plain tokens', () => {
  const [asset, other, pair] = [toAccount(10), toAccount(11), toAccount(12)]
  const wrapper = wrapperSchema.parse({ source: 'uniswapV2Pair', address: pair, name: 'pair', firstBlock: 0, assets: [asset, other], fact: 'made up' })
  const answers = { token0: asset, reserves: ['0', '10'], totalSupply: '100', kLast: null }
  const ledgers = (balance: bigint): Record<Address, Claim[]> => ({
    [pair]: [{ account: ann, amount: 100n }],
    [asset]: balance > 0n ? [{ account: pair, amount: balance }] : [],
    [other]: [{ account: pair, amount: 8n }],
  })
  const look = (balance: bigint) => uniswapV2Pair.toOwnerships({ wrapper, ...toHoldings((token) => ledgers(balance)[token]!), logs: [], answers })

  it('a reserve of nothing leaves all to whoever skims it', () => {
    const [{ claims, unresolved }] = look(5n) as [ContractOwnership]
    expect([claims.map(({ amount }) => amount), unresolved]).toEqual([[0n], [{ reason: 'surplus', amount: 500n }]])
  })
  it('a pair that holds nothing still belongs to the holders of its LP token', () => {
    expect(look(0n)[0]).toMatchObject({ claims: [{ account: ann, amount: 100n }], unresolved: [] })
  })
  it('a balance below the reserve, of a token that shrinks, is handed on whole', () => {
    expect(look(5n)[1]).toMatchObject({ claims: [{ account: ann, amount: 1000n }], unresolved: [] })
  })
})
