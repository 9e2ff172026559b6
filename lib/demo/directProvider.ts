import type { Address } from '@/lib/domain/address'
import { loadCompiled } from './artifact'
import { buyTokens, holdingOf, poolOf } from './market'
import { fromSqrtPrice, toSqrtPrice, toTick } from './sqrtPrice'
import type { Contract, StoryChain } from './storyChain'
import { noDeadline, shareOf, storyLabel, type Habit, type StoryProtocol, type World } from './world'

const fee = 3000
const tickSpacing = 60
/** Days between two swaps that somebody provides for alone */
const turnDays = 21

/** Collects the deployment of a contract that provides to v3 pools for its owner, without NFTs. */
export const deployProvider = (chain: StoryChain, owner: Address): Contract => chain.deploy(owner, loadCompiled('DemoProvider'))

/**
 * Two who provide straight in a v3 pool's own books. One puts liquidity around the price for a single large swap and takes it out in the same block,
 * every three weeks; the other stays, and takes half of it back when three fifths of the story are told.
 */
export function openDirectProviders(world: World, protocol: StoryProtocol, pool: Contract, days: number): Habit {
  const { chain, cast, exchanges } = world
  const { token, tokenIsFirst, character, labels } = protocol
  const { weth, v3Router } = exchanges
  const { justInTime, directProvider, largeTrader } = cast
  const [moment, lasting] = [deployProvider(chain, justInTime), deployProvider(chain, directProvider)]
  labels.push(storyLabel(moment.address, null, 'Demo just-in-time provider'), storyLabel(lasting.address, null, 'Demo direct provider'))
  const contracts = new Map([[justInTime, moment], [directProvider, lasting]])
  const priceNow = () => fromSqrtPrice(chain.ledger.sqrtPriceOf(pool.address))

  let wrapped = 0n
  const buy = () => {
    for (const account of [justInTime, directProvider, largeTrader]) {
      const ether = shareOf(poolOf(world, protocol).ether, 0.01)
      buyTokens(world, protocol, account, ether)
      chain.send(account, weth, 'deposit', [], ether)
      wrapped = ether
    }
  }
  const prepare = () => {
    const part = shareOf(poolOf(world, protocol).ether, 0.009)
    // The pool may have grown since.
    const ether = part < wrapped ? part : wrapped
    for (const [owner, { address }] of contracts) {
      chain.send(owner, token, 'transfer', [address, holdingOf(world, protocol, owner)])
      chain.send(owner, weth, 'transfer', [address, ether])
    }
    for (const sold of [token, weth]) chain.send(largeTrader, sold, 'approve', [v3Router.address, 2n ** 256n - 1n])
  }
  /** Most that a provider can put between two ticks around the price, less a fiftieth for rounding and what the price does meanwhile. */
  const affordable = ({ address }: Contract, lower: number, upper: number): bigint => {
    const held = [chain.ledger.balanceOf(token.address, address), chain.ledger.balanceOf(weth.address, address)].map(Number)
    const [amount0, amount1] = (tokenIsFirst ? held : held.reverse()) as [number, number]
    const [here, low, high] = [Math.sqrt(priceNow()), 1.0001 ** (lower / 2), 1.0001 ** (upper / 2)]
    return BigInt(Math.floor(0.98 * Math.min(amount0 / (1 / here - 1 / high), amount1 / (here - low))))
  }

  let stay: readonly [lower: number, upper: number, liquidity: bigint] | null = null
  const provideToStay = () => {
    const middle = Math.floor(toTick(priceNow()) / tickSpacing) * tickSpacing
    const [lower, upper] = [middle - 40 * tickSpacing, middle + 40 * tickSpacing]
    stay = [lower, upper, affordable(lasting, lower, upper)]
    chain.send(directProvider, lasting, 'provide', [pool.address, ...stay])
  }
  const takeHalf = () => {
    if (stay) chain.send(directProvider, lasting, 'withdraw', [pool.address, stay[0], stay[1], stay[2] / 2n])
  }
  const provideForOneSwap = async (turn: number) => {
    const lower = (Math.floor(toTick(priceNow()) / tickSpacing) - 1) * tickSpacing
    const upper = lower + 3 * tickSpacing
    const inUse = BigInt(String(await chain.read(pool, 'liquidity')))
    const most = affordable(moment, lower, upper)
    const liquidity = most < 3n * inUse ? most : 3n * inUse
    if (liquidity === 0n) return
    const buys = turn % 2 === 0
    const sold = buys ? weth : token
    // Wrapping ether is no transfer: what the story knows of the chain does not tell it.
    const amountIn = BigInt(String(await chain.read(sold, 'balanceOf', [largeTrader])))
    const limit = toSqrtPrice(priceNow() * (buys === tokenIsFirst ? 1.01 : 0.99))
    const swap = { tokenIn: sold.address, tokenOut: (buys ? token : weth).address, fee, recipient: largeTrader, deadline: noDeadline }
    chain.send(justInTime, moment, 'provide', [pool.address, lower, upper, liquidity])
    chain.send(largeTrader, v3Router, 'exactInputSingle', [{ ...swap, amountIn, amountOutMinimum: 0, sqrtPriceLimitX96: limit }])
    chain.send(justInTime, moment, 'withdraw', [pool.address, lower, upper, liquidity])
  }

  return async (today) => {
    const age = today - character.launch
    if (age === 10) buy()
    else if (age === 11) prepare()
    else if (age === 12) provideToStay()
    if (today === Math.round(days * 0.6)) takeHalf()
    if (age > turnDays && age % turnDays === 0) await provideForOneSwap(age / turnDays)
  }
}
