import type { Address } from '@/lib/domain/address'
import type { Money } from '@/lib/domain/protocol'
import { loadArtifact } from './artifact'
import { follow, toDay } from './calendar'
import type { Cast } from './cast'
import { deployProvider } from './directProvider'
import { openRandom } from './random'
import { fromSqrtPrice, toSqrtPrice } from './sqrtPrice'
import type { Contract, StoryChain } from './storyChain'
import { noDeadline, units, type ExchangeContracts, type Habit } from './world'

const fee = 500
const tickSpacing = 10
/** The last tick that a multiple of the spacing can be */
const widest = 887_270

/** What an ether costs, in dollars. */
const etherPrice = [[toDay('2023-01-13'), 1600], [toDay('2024-03-15'), 3500], [toDay('2025-12-31'), 2400]] as const

/** A dollar token with 6 decimals, and where it is traded for ether. */
export interface Dollars {
  token: Contract
  money: Money
  /** What an ether costs in the pool now, in dollars */
  etherPrice: () => number
  habit: Habit
}

/**
 * Issues a dollar, and opens a Uniswap v3 pool of 0.05 % against wrapped ether, with liquidity at every price; every fourth day somebody trades there
 * until the price stands at the story's line, give or take 3 %.
 */
export async function openDollars(chain: StoryChain, { dollarIssuer, dollarMaker }: Cast, seed: string, exchanges: ExchangeContracts): Promise<Dollars> {
  const { weth, v3Factory, v3Router } = exchanges
  const token = chain.deploy(dollarIssuer, loadArtifact('dollar'), [dollarIssuer, dollars(1e9), 'Demo Dollar', 'DUSD', 6])
  chain.send(dollarIssuer, v3Factory, 'createPool', [token.address, weth.address, fee])
  const provider = deployProvider(chain, dollarIssuer)
  await chain.mine(chain.timestamp + 60)
  const firstBlock = chain.blockNumber
  const address = String(await chain.read(v3Factory, 'getPool', [token.address, weth.address, fee])).toLowerCase() as Address
  const pool: Contract = { name: 'dollar pool', address, abi: loadArtifact('v3Pool').abi }
  const dollarIsFirst = BigInt(token.address) < BigInt(weth.address)
  // In smallest units: a dollar has 6 decimals, ether 18.
  const toPool = (price: number) => toSqrtPrice(dollarIsFirst ? 1e12 / price : price / 1e12)

  const price = etherPrice[0][1]
  chain.send(dollarIssuer, pool, 'initialize', [toPool(price)])
  // At every price: liquidity is √(x · y). 3,000 ether and as many dollars as they are worth.
  const liquidity = BigInt(Math.floor(Math.sqrt(3000e18 * 3000e6 * price)))
  chain.send(dollarIssuer, weth, 'deposit', [], units(3001))
  chain.send(dollarIssuer, weth, 'transfer', [provider.address, units(3001)])
  chain.send(dollarIssuer, token, 'transfer', [provider.address, dollars(3001 * price)])
  chain.send(dollarIssuer, provider, 'provide', [pool.address, -widest, widest, liquidity])
  chain.send(dollarIssuer, token, 'transfer', [dollarMaker, dollars(5e7)])
  chain.send(dollarMaker, weth, 'deposit', [], units(20_000))
  for (const sold of [token, weth]) chain.send(dollarMaker, sold, 'approve', [v3Router.address, 2n ** 256n - 1n])
  await chain.mine(chain.timestamp + 60)

  const random = openRandom(seed, 'dollars')
  const habit: Habit = (today) => {
    if (today % 4 !== 0) return
    const wanted = toPool(follow(etherPrice, today) * random.between(0.97, 1.03))
    const now = chain.ledger.sqrtPriceOf(pool.address)
    if (wanted === now) return
    const [sold, bought] = wanted < now === dollarIsFirst ? [token, weth] : [weth, token]
    const swap = { tokenIn: sold.address, tokenOut: bought.address, fee, recipient: dollarMaker, deadline: noDeadline, amountOutMinimum: 0 }
    // More than it takes: the price at which to stop decides.
    const amountIn = sold === token ? dollars(1e7) : units(4000)
    chain.send(dollarMaker, v3Router, 'exactInputSingle', [{ ...swap, amountIn, sqrtPriceLimitX96: wanted }])
  }
  return {
    token,
    money: {
      wrappedEther: weth.address,
      dollars: [token.address],
      dollarPool: { source: 'uniswapV3Pool', address, name: 'Uniswap v3 pool DUSD/WETH 0.05 %', firstBlock, fact: 'deployed by the demo story' },
    },
    etherPrice: () => {
      const here = fromSqrtPrice(chain.ledger.sqrtPriceOf(pool.address))
      return dollarIsFirst ? 1e12 / here : here * 1e12
    },
    habit,
  }
}

/** Whole dollars in smallest units. */
export const dollars = (whole: number): bigint => BigInt(Math.round(whole * 1e6))
