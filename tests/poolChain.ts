import path from 'node:path'
import { loadArtifact } from '@/lib/demo/artifact'
import { addressSchema, type Address } from '@/lib/domain/address'
import { toDistribution } from '@/lib/domain/distribution'
import { wrapperSchema } from '@/lib/domain/protocol'
import { uniswapV3Pool } from '@/lib/sources/uniswapV3Pool'
import { compileContracts } from './compileContracts'
import { startExchangeChain } from './exchangeChain'
import { deployer } from './tokenChain'

const later = 2n ** 40n
const most = 2n ** 128n - 1n

/** A real Uniswap v3 on a real chain: two tokens, token0 first, one manager of position NFTs, Uniswap's staker of them, and a contract that deposits without it. */
export type PoolChain = Awaited<ReturnType<typeof startPoolChain>>

export async function startPoolChain() {
  const chain = await startExchangeChain()
  const { act, ask } = chain
  const weth = await chain.deploy('weth')
  const factory = await chain.deploy('v3Factory')
  const router = await chain.deploy('v3Router', [factory, weth])
  const manager = await chain.deploy('v3Positions', [factory, weth, weth])
  const staker = await chain.deploy('v3Staker', [factory, manager, 30 * 86_400, 365 * 86_400])
  const direct = await chain.deploy(compileContracts(path.join(import.meta.dirname, 'DirectProvider.sol')).get('DirectProvider')!)
  const tokens = [await chain.deployToken(), await chain.deployToken()].sort() as [Address, Address]
  for (const token of tokens) await act(deployer, token, 'transfer', direct, 10n ** 26n)

  /** Makes a pool; it has no price yet. */
  async function createPool(fee: number): Promise<Address> {
    await act(deployer, factory, 'createPool', ...tokens, fee)
    const pool = addressSchema.parse(await ask(factory, 'getPool', ...tokens, fee))
    chain.know(pool, loadArtifact('v3Pool').abi)
    return pool
  }
  /** The same at price 1. */
  async function openPool(fee = 3000): Promise<Address> {
    const pool = await createPool(fee)
    await act(deployer, pool, 'initialize', 2n ** 96n)
    return pool
  }
  /** Gives an account both tokens and lets Uniswap take them. */
  async function fund(account: Address, amount: bigint) {
    for (const token of tokens) {
      await act(deployer, token, 'transfer', account, amount)
      for (const spender of [manager, router]) await act(account, token, 'approve', spender, amount)
    }
  }
  /** A new NFT for at most so much of both tokens. @returns its number */
  async function open(owner: Address, fee: number, [tickLower, tickUpper]: readonly [number, number], amount: bigint): Promise<bigint> {
    const [token0, token1] = tokens
    const wanted = { amount0Desired: amount, amount1Desired: amount, amount0Min: 0, amount1Min: 0 }
    await act(owner, manager, 'mint', { token0, token1, fee, tickLower, tickUpper, ...wanted, recipient: owner, deadline: later })
    const count = (await ask(manager, 'balanceOf', owner)) as bigint
    return (await ask(manager, 'tokenOfOwnerByIndex', owner, count - 1n)) as bigint
  }
  const increase = (owner: Address, tokenId: bigint, amount: bigint) =>
    act(owner, manager, 'increaseLiquidity', { tokenId, amount0Desired: amount, amount1Desired: amount, amount0Min: 0, amount1Min: 0, deadline: later })
  const decrease = (owner: Address, tokenId: bigint, liquidity: bigint) =>
    act(owner, manager, 'decreaseLiquidity', { tokenId, liquidity, amount0Min: 0, amount1Min: 0, deadline: later })
  const collect = (owner: Address, tokenId: bigint, [amount0Max, amount1Max] = [most, most]) =>
    act(owner, manager, 'collect', { tokenId, recipient: owner, amount0Max, amount1Max })
  const swap = (trader: Address, fee: number, sold: 0 | 1, amountIn: bigint) =>
    act(trader, router, 'exactInputSingle', {
      ...{ tokenIn: tokens[sold], tokenOut: tokens[1 - sold], fee, recipient: trader, deadline: later },
      ...{ amountIn, amountOutMinimum: 0, sqrtPriceLimitX96: 0 },
    })

  const balancesOf = (account: Address) => Promise.all(tokens.map((token) => ask(token, 'balanceOf', account))) as Promise<[bigint, bigint]>
  /** What an account would get: its balances after an attempt that is undone, less those before. */
  async function gain(account: Address, attempt: () => Promise<unknown>): Promise<[bigint, bigint]> {
    const before = await balancesOf(account)
    const after = await chain.tryOut(async () => {
      await attempt()
      return balancesOf(account)
    })
    return [after[0] - before[0], after[1] - before[1]]
  }
  /** What burn and collect pay for a whole NFT. */
  const cashOut = async (owner: Address, tokenId: bigint) => {
    const liquidity = ((await ask(manager, 'positions', tokenId)) as unknown[])[7] as bigint
    return gain(owner, async () => {
      if (liquidity > 0n) await decrease(owner, tokenId, liquidity)
      await collect(owner, tokenId)
    })
  }
  const toWrapper = (pool: Address) =>
    wrapperSchema.parse({
      ...{ source: 'uniswapV3Pool', address: pool, name: 'pool', firstBlock: 0, fact: 'deployed by the test' },
      ...{ assets: [...tokens].reverse(), contracts: { positionManager: manager, uniswapV3Staker: staker } },
    })
  /** What the source says of both tokens of a pool, token0 first, as amounts by account and by reason. Fails where anything could not be read. */
  async function look(pool: Address, { answered } = { answered: true }): Promise<Record<string, bigint>[]> {
    const { input, gaps } = await chain.toInput(uniswapV3Pool, toWrapper(pool))
    if (gaps.length > 0) throw new Error(`${gaps[0]!.subject}: ${gaps[0]!.reason}`)
    return uniswapV3Pool.toOwnerships(answered ? input : { ...input, answers: null }).map(({ claims, unresolved }) => {
      const { accounts, amounts } = toDistribution(claims)
      const owned = accounts.map((account, place) => [account, amounts[place]!] as const)
      return Object.fromEntries<bigint>([...owned, ...unresolved.map(({ reason, amount }) => [reason, amount] as const)])
    })
  }

  const asked = { look, balancesOf, gain, cashOut, toWrapper }
  return { ...chain, ...asked, factory, manager, staker, direct, tokens, createPool, openPool, fund, open, increase, decrease, collect, swap }
}

export const sumOf = (shares: readonly Record<string, bigint>[]) => shares.map((each) => Object.values(each).reduce((sum, amount) => sum + amount, 0n))
export const without = (shares: readonly Record<string, bigint>[], reason: string) => shares.map(({ [reason]: _, ...others }) => others)
