import type { Database } from '@/db/database'
import { savePoolFacts, savePoolReading } from '@/db/pools'
import { toDistribution } from '@/lib/domain/distribution'
import type { Address } from '@/lib/domain/address'
import type { PoolFacts, PoolState, TokenPair } from '@/lib/domain/pool'
import type { PoolConcentration, PoolDay, PoolReading } from '@/lib/domain/poolReading'
import type { ProviderMoney, ProviderRange, ProviderResult } from '@/lib/domain/provider'
import type { Block } from '@/lib/domain/snapshot'
import { measure } from '@/lib/metrics/registry'

const unit = 10n ** 18n
const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address

/** Two pools of the made-up protocol: one whose money is known in everything, with a name that means harm; and a small one without ether and dollars. */
export const marketAddresses: readonly [Address, Address] = [toAddress(0xb2), toAddress(0xd4)]

const toFacts = (place: 0 | 1): PoolFacts => ({
  source: place === 0 ? 'uniswapV2Pair' : 'uniswapV3Pool', chainId: 7, address: marketAddresses[place], name: 'Pool', firstBlock: 1, contracts: {},
  tokens: [{ address: toAddress(0xa1), symbol: 'MADE', decimals: 18 }, { address: toAddress(0xc3), symbol: '=1+1","<b>', decimals: 6 }], feePpm: place === 0 ? 3000 : 500, quote: 1,
})

/** The quote token has 6 decimals and is worth half a dollar; an ether is worth 2,000 dollars. */
const inCurrencies = (quote: ProviderMoney): ProviderResult['money'] => {
  const each = (change: (value: bigint) => bigint) => Object.fromEntries(Object.entries(quote).map(([part, value]) => [part, change(value as bigint)])) as unknown as ProviderMoney
  return { quote, ether: each((value) => (value * 10n ** 12n) / 4000n), dollar: each((value) => (value * 10n ** 12n) / 2n) }
}

/**
 * The n-th provider, from 0: puts in (n + 1)² · 100, earns 5 % of it in fees, pays 2 for gas; prices cost every third one a tenth of what it put in
 * and brought the others 2 %. Every sixth has taken all of it out again.
 */
export function toProvider(place: number, account: Address): ProviderResult {
  const whole = 1_000_000n
  const size = BigInt((place + 1) ** 2) * 100n * whole
  const [fees, gas] = [size / 20n, 2n * whole]
  const moved = place % 3 === 0 ? -size / 10n : size / 50n
  const [left, worth] = [place % 6 === 5, size + moved]
  const impermanentLoss = place % 3 === 0 ? -size / 20n : -size / 100n
  const money: ProviderMoney = {
    deposited: size, withdrawn: left ? worth : 0n, fees, rewards: 0n, gas, mark: left ? 0n : worth, net: moved + fees - gas,
    versusHolding: impermanentLoss + fees - gas, impermanentLoss, versusRebalancing: fees - gas - size / 40n, size,
  }
  const none: TokenPair = [0n, 0n]
  return {
    account, firstBlock: 2 + place % 10, lastBlock: left ? 15 : null, positions: left ? 0 : 1, inRange: left || place % 4 === 0 ? 0 : 1, liquidity: left || place % 4 === 0 ? 0n : size * 1000n,
    deposited: [size * 10n ** 12n / 2n, size / 2n], withdrawn: left ? [worth * 10n ** 12n / 2n, worth / 2n] : none, received: none, given: none, feesPaid: left ? [0n, fees] : none, feesOwed: left ? none : [0n, fees],
    principal: left ? none : [worth * 10n ** 12n / 2n, worth / 2n], lossVersusRebalancing: size / 40n, rewards: place === 2 ? [{ token: toAddress(0xa1), amount: 7n * unit, owed: 2n * unit }] : [], gasWei: 5n * 10n ** 14n,
    money: inCurrencies(money),
  }
}

/** So many provide the first pool, as accounts 1 to 60; the last of them without a receipt of its gas, so that nothing can be told in money. */
const providers = 60

const toResults = (place: 0 | 1): ProviderResult[] =>
  Array.from({ length: place === 0 ? providers : 29 }, (_, index) => {
    const result = toProvider(index, toAddress(1 + index))
    if (place === 1) return { ...result, money: { ...result.money, ether: null, dollar: null } }
    return index === providers - 1 ? { ...result, gasWei: null, money: { quote: null, ether: null, dollar: null } } : result
  })

const toConcentration = (results: readonly ProviderResult[]): PoolConcentration => {
  const claims = (of: (result: ProviderResult) => bigint) => toDistribution(results.map((result) => ({ account: result.account, amount: of(result) })))
  const [value, inRange] = [claims(({ principal }) => principal[1]), claims(({ liquidity }) => liquidity)]
  return { providers: value.count, inRangeProviders: inRange.count, byValue: measure(value), byInRange: measure(inRange) }
}

const toState = (block: number): PoolState => ({
  block, price: (1n << 128n) / 10n ** 12n, amounts: [BigInt(block) * 1000n * unit, BigInt(block) * 1_000_000_000n], liquidity: 10n ** 15n, volume: [BigInt(block) * 900n * unit, BigInt(block) * 900_000_000n],
  fees: [BigInt(block) * 3n * unit, BigInt(block) * BigInt(block) * 1_000_000n], protocolFees: [0n, 0n], unownedFees: [0n, 17n], justInTimeFees: [0n, BigInt(block) * 500_000n],
})

/** Each provider's liquidity between half and twice the price, of every fourth beside it. */
const toRanges = (results: readonly ProviderResult[]): ProviderRange[] => {
  // √(10⁻¹² · 2¹⁹²), for a price of one quote token for one token
  const price = (1n << 96n) / 10n ** 6n
  return results.flatMap(({ account, positions, inRange, liquidity }, place) =>
    positions === 0 ? [] : [{ account, lower: inRange ? (price * 10n) / 14n : price * 2n, upper: inRange ? (price * 14n) / 10n : price * 3n, liquidity: liquidity || BigInt(place + 1) * 10n ** 9n }])
}

/** Saves them, read at a block, with a day for each block before it but one. */
export async function fillMarkets(database: Database, protocol: string, toBlock: (number: number) => Block, lastBlock: number): Promise<void> {
  for (const place of [0, 1] as const) {
    const facts = toFacts(place)
    const results = toResults(place)
    const concentration = toConcentration(results)
    const ids = await savePoolFacts(database, protocol, facts)
    const path = [facts.address]
    const reading: PoolReading = {
      block: toBlock(lastBlock), markDay: toDay(toBlock(lastBlock - 1)), state: toState(lastBlock), concentration,
      marks: { quote: { values: [toState(1).price!, 1n << 128n], path }, ether: place === 0 ? { values: [1n << 120n, 1n << 110n], path: [...path, toAddress(0xe5)] } : null, dollar: place === 0 ? { values: [1n << 120n, 1n << 110n], path: [...path, toAddress(0xe5)] } : null },
      gaps: place === 0 ? [{ subject: `receipts of ${toAddress(providers)}`, reason: '@the node, "it" said no' }] : [{ subject: 'dollar', reason: 'no followed pool trades it' }],
    }
    const days = Array.from({ length: lastBlock - 1 }, (_, index) => index + 1).filter((number) => number !== 9).map((number): PoolDay => ({ day: toDay(toBlock(number)), state: toState(number), concentration: toConcentration(results.slice(0, 3 + number)) }))
    await savePoolReading(database, protocol, ids, { reading, results, ranges: toRanges(results), days, recipe: 'made up' })
  }
}

const toDay = ({ timestamp }: Block) => new Date(timestamp * 1000).toISOString().slice(0, 10)
