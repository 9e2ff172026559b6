import { encodeFunctionData } from 'viem'
import type { Address } from '@/lib/domain/address'
import { squareRoot } from '@/lib/liquidity/squareRoot'
import { loadArtifact } from './artifact'
import { holdingOf, poolOf, priceOf } from './market'
import type { Contract } from './storyChain'
import { toStoryWrapper } from './storyWrapper'
import { toOperators } from './whales'
import { noDeadline, randomFor, shareOf, storyLabel, type Habit, type StoryProtocol, type World } from './world'

const fee = 3000
const tickSpacing = 60
const most = 2n ** 128n - 1n

/** A v3 pool, and what those who hold its NFTs do every day. */
export interface Positions {
  pool: Contract
  habit: Habit
}

/**
 * A Uniswap v3 pool beside the v2 pair. Providers, rich and small, hold positions in narrow and in wide ranges as NFTs, some give up, and traders
 * keep its price near the pair's.
 */
export async function openPositions(world: World, protocol: StoryProtocol, invited: readonly Address[]): Promise<Positions> {
  const { chain, cast, exchanges } = world
  const { token, tokenIsFirst, character } = protocol
  const { weth, v3Positions: manager, v3Router } = exchanges
  const random = randomFor(world, protocol, 'positions')
  const [token0, token1] = tokenIsFirst ? [token.address, weth.address] : [weth.address, token.address]
  const opened = 'createAndInitializePoolIfNecessary'
  chain.send(cast.deployer, manager, opened, [token0, token1, fee, pairSqrtPrice(world, protocol)])
  await chain.mine(chain.timestamp + 60)
  const address = String(await chain.read(exchanges.v3Factory, 'getPool', [token0, token1, fee])).toLowerCase() as Address
  const pool: Contract = { name: `${character.slug} v3 pool`, address, abi: loadArtifact('v3Pool').abi }
  protocol.wrappers.push(
    toStoryWrapper(chain, pool, {
      source: 'uniswapV3Pool', name: `Uniswap v3 pool ${character.symbol}/WETH 0.3 %`,
      assets: [token0, token1], contracts: { positionManager: manager.address },
    }),
  )
  protocol.labels.push(storyLabel(address, 'pool', `Uniswap v3 pool ${character.symbol}/WETH 0.3 %`))

  // Where power spreads everybody who comes may provide, and nobody rich does.
  const small = random.shuffle(character.spreading ? cast.people : invited).slice(0, 70)
  const large = character.spreading ? [] : [...cast.liquidityProviders.slice(6), ...toOperators(world, character).slice(0, 3)]
  const mintOn = new Map<number, Address[]>()
  const openOn = (mintDay: number, account: Address) => mintOn.set(mintDay, [...(mintOn.get(mintDay) ?? []), account])
  openOn(character.launch + 12, character.spreading ? small[0]! : cast.investors[0]!)
  for (const account of small) openOn(character.launch + 14 + random.integer(400), account)
  for (const account of large) for (let mint = 0; mint < 3; mint++) openOn(character.launch + 14 + random.integer(1000), account)

  const call = (functionName: string, args: readonly unknown[]) => encodeFunctionData({ abi: manager.abi, functionName, args })
  const mint = (account: Address) => {
    const amount = shareOf(holdingOf(world, protocol, account), small.includes(account) ? random.between(0.2, 0.6) : random.between(0.05, 0.15))
    if (amount === 0n) return
    const { tokens, ether } = poolOf(world, protocol)
    const worth = (amount * ether) / tokens
    const price = Number(chain.ledger.sqrtPriceOf(pool.address)) / 2 ** 96
    const tick = Math.round((2 * Math.log(price)) / Math.log(1.0001) / tickSpacing)
    // In steps of 60 ticks, 0.6 % each: from ±7 % to ±15 times.
    const reach = random.pick([12, 40, 120, 450])
    const [amount0, amount1] = tokenIsFirst ? [amount, worth] : [worth, amount]
    const range = { tickLower: (tick - reach) * tickSpacing, tickUpper: (tick + reach) * tickSpacing }
    const wanted = { amount0Desired: amount0, amount1Desired: amount1, amount0Min: 0, amount1Min: 0 }
    chain.send(account, token, 'approve', [manager.address, amount])
    const minted = call('mint', [{ token0, token1, fee, ...range, ...wanted, recipient: account, deadline: noDeadline }])
    chain.send(account, manager, 'multicall', [[minted, call('refundETH', [])]], worth)
  }
  const close = (tokenId: bigint, owner: Address, liquidity: bigint) => {
    const decreased = call('decreaseLiquidity', [{ tokenId, liquidity, amount0Min: 0, amount1Min: 0, deadline: noDeadline }])
    const collected = call('collect', [{ tokenId, recipient: owner, amount0Max: most, amount1Max: most }])
    chain.send(owner, manager, 'multicall', [[decreased, collected]])
  }
  const trade = () => {
    const here = Number(chain.ledger.sqrtPriceOf(pool.address)) ** 2 / 2 ** 192
    const dear = (tokenIsFirst ? here : 1 / here) / priceOf(world, protocol)
    const trader = random.pick(cast.traders)
    if (chain.isBusy(trader) || Math.abs(dear - 1) < 0.01) return
    const sell = dear > 1
    const tokenIn = sell ? token : weth
    const amountIn = shareOf(sell ? holdingOf(world, protocol, trader) : poolOf(world, protocol).ether, sell ? 0.2 : 0.002)
    if (amountIn === 0n || holdingOf(world, protocol, pool.address) === 0n) return
    if (sell) chain.send(trader, token, 'approve', [v3Router.address, amountIn])
    const swap = { tokenIn: tokenIn.address, tokenOut: (sell ? weth : token).address, fee, recipient: trader, deadline: noDeadline, amountIn }
    const limits = { amountOutMinimum: 0, sqrtPriceLimitX96: pairSqrtPrice(world, protocol) }
    chain.send(trader, v3Router, 'exactInputSingle', [{ ...swap, ...limits }], sell ? 0n : amountIn)
  }

  const habit: Habit = (today) => {
    for (const account of mintOn.get(today) ?? []) if (!chain.isBusy(account)) mint(account)
    for (const [tokenId, { owner, liquidity }] of chain.ledger.positions) {
      const patience = small.includes(owner) ? 0.002 : 0.0003
      if (liquidity > 0n && random.chance(patience) && !chain.isBusy(owner)) close(tokenId, owner, liquidity)
    }
    if (random.chance(0.6)) trade()
  }
  return { pool, habit }
}

/** The v2 pair's price as a v3 pool writes it: √(token1 / token0) in Q64.96. */
function pairSqrtPrice({ chain }: World, { pair }: StoryProtocol): bigint {
  const [reserve0, reserve1] = chain.ledger.reservesOf(pair.address)
  return squareRoot((reserve1 << 192n) / reserve0)
}
