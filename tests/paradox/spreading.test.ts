import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toAmounts, toBalances, toGini, toTopShare } from './balances'
import { expectVerdicts } from './expectVerdicts'
import { openTurn, type Turn } from './openTurn'
import { verdicts } from './verdicts'

let turn: Turn
beforeAll(async () => {
  turn = await openTurn('spreading')
}, 900_000)
afterAll(() => turn?.close())

describe('the story in which power spreads', () => {
  it.each(['demo-swap', 'demo-lend', 'demo-compute'])('%s conserves its supply', async (slug) => {
    const { protocol, moves } = turn.plain.tokens.find((one) => one.protocol.slug === slug)!
    const held = [...toBalances(moves)].reduce((sum, [, amount]) => sum + amount, 0n)
    // totalSupply()
    expect(held).toBe(await turn.plain.chain.call(protocol.token.address, '0x18160ddd'))
  })

  it.each(['demo-swap', 'demo-lend', 'demo-compute'])('%s begins in few hands and ends in many, wallet by wallet', async (slug) => {
    const { protocol, moves } = turn.plain.tokens.find((one) => one.protocol.slug === slug)!
    // Half a year in, when airdrops are fetched, and at the end; without what lies with the treasury, its timelock, distributors and vesting wallets.
    const early = await turn.plain.chain.blockBefore(Date.UTC(2023, 6) / 1000)
    const out = new Set(protocol.labels.filter(({ role }) => role !== null && ['treasury', 'timelock', 'distributor', 'vesting'].includes(role)).map(({ address }) => address))
    for (const without of [new Set<string>(), out]) {
      const [first, last] = [toAmounts(toBalances(moves, early), without), toAmounts(toBalances(moves), without)]
      expect(toGini(last)).toBeLessThan(toGini(first) - 0.04)
      expect(toTopShare(last, 10)).toBeLessThan(toTopShare(first, 10) - 0.04)
    }
  })
})

it('is read without a failure', () => expect(turn.failures).toEqual([]))

it.each(Object.keys(verdicts) as (keyof typeof verdicts)[])('%s: the verdict of each protocol is the one worked out by hand', (id) => expectVerdicts(turn, id, 1))
