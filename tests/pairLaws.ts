import { expect } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { ProviderFlow } from '@/lib/domain/provider'
import { openPair } from '@/lib/liquidity/pairBook'
import { toShareKeepers } from '@/lib/sources/pools/keepers/registry'
import { toKept, uniswapV2Pair } from '@/lib/sources/pools/uniswapV2Pair'
import { openPairLogs, pairEvents } from '@/lib/sources/pools/uniswapV2Logs'
import type { PairChain } from './pairChain'

/** The source's book of a pair on a chain; beside it a ledger fed with the same logs, to look into, and what its swaps must have paid in fees. */
export function openPairBooks(world: PairChain) {
  const book = uniswapV2Pair.open(world.facts, world.wrappers)
  const keepers = toShareKeepers(world.facts.address, world.wrappers)
  const given = keepers.flatMap(({ wrapper, keeping }) => ('token' in keeping ? [{ contract: wrapper.address, token: keeping.token, asset: keeping.asset }] : []))
  const pair = openPair(world.facts, given)
  const tell = openPairLogs(world.facts.address, toKept(keepers), pair.events)
  const flows: ProviderFlow[] = []
  const fees: [bigint, bigint] = [0n, 0n]
  return {
    world,
    book,
    flows,
    fees,
    sharesOf: pair.ledger.sharesOf,
    async mine() {
      const logs = await world.mine()
      book.add(logs)
      tell(logs)
      flows.push(...book.takeFlows())
      for (const { topics, data } of logs)
        // 0.3 % of amount0In and of amount1In, which are the first two words.
        if (topics[0] === pairEvents.swap.topic) for (const token of [0, 1] as const) fees[token] += (BigInt(`0x${data.slice(2 + 64 * token, 66 + 64 * token)}`) * 3n) / 1000n
    },
  }
}
export type PairBooks = ReturnType<typeof openPairBooks>

const total = (amounts: readonly (readonly [bigint, bigint])[], token: 0 | 1) => amounts.reduce((sum, pair) => sum + pair[token], 0n)

/**
 * What holds of any pair at any time, whoever did what.
 *
 * @param rounding what each holding may lack at most: where contracts keep shares, each of these rounds a share of the pair too
 */
export function expectPairLaws({ world, book, flows, fees }: PairBooks, rounding = 1n) {
  const state = book.state(world.chain.blockNumber)
  const holdings = book.holdings()
  const of = (...kinds: ProviderFlow['kind'][]) => flows.filter(({ kind }) => kinds.includes(kind))
  expect(state.fees).toEqual(fees)
  for (const token of [0, 1] as const) {
    const paid = total(of('fees').map(({ amounts }) => amounts), token)
    const owed = total(holdings.map((holding) => holding.owed), token)
    expect(paid + owed + state.protocolFees[token] + state.unownedFees[token]).toBe(state.fees[token])
    expect(state.unownedFees[token]).toBeGreaterThanOrEqual(0n)
    expect(state.justInTimeFees[token]).toBeLessThanOrEqual(paid)
    const begun = total(of('deposit', 'received').map(({ basis }) => basis), token)
    const ended = total(of('withdrawal', 'given').map(({ basis }) => basis), token)
    expect(begun).toBe(ended + total(holdings.map(({ basis }) => basis), token))
    // Everybody's principal is rounded down for itself.
    const lacking = state.amounts[token] - total(holdings.map(({ principal }) => principal), token)
    expect(lacking).toBeGreaterThanOrEqual(0n)
    expect(lacking).toBeLessThanOrEqual(rounding * BigInt(holdings.length))
  }
  for (const { lossVersusRebalancing } of holdings) expect(lossVersusRebalancing).toBeGreaterThanOrEqual(0n)
  return { state, holdings }
}

/** Each account alone: its shares as the chain counts them, and what the chain would pay for them now, to the unit. */
export async function expectPayouts(books: PairBooks, accounts: readonly Address[]) {
  const { world } = books
  const { state, holdings } = expectPairLaws(books)
  const [reserve0, reserve1] = (await world.chain.read(world.pair, 'getReserves')) as [bigint, bigint]
  expect(state.price).toBe(reserve0 === 0n ? null : (reserve1 * 2n ** 128n) / reserve0)
  expect(state.liquidity ** 2n).toBeLessThanOrEqual(reserve0 * reserve1)
  expect((state.liquidity + 1n) ** 2n).toBeGreaterThan(reserve0 * reserve1)
  let sharesChecked = 0
  for (const account of accounts) {
    const shares = await world.sharesOf(account)
    expect(books.sharesOf(account)).toBe(shares)
    const holding = holdings.find((one) => one.account === account && one.positions === 1)
    const reckoned = holding ? [holding.principal[0] + holding.owed[0], holding.principal[1] + holding.owed[1]] : null
    expect(reckoned).toEqual(shares === 0n ? null : await world.cashOut(account))
    if (shares > 0n) sharesChecked++
  }
  return sharesChecked
}
