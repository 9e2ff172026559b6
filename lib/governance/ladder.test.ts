import { expect, it } from 'vitest'
import { toDistribution } from '@/lib/domain/distribution'
import { measure } from '@/lib/metrics/registry'
import { toLadder, toRung, toUsuallyCast } from './ladder'

const [a, b, c] = ['0x000000000000000000000000000000000000000a', '0x000000000000000000000000000000000000000b', '0x000000000000000000000000000000000000000c'] as const
const seen = (...claims: (readonly [typeof a | typeof b | typeof c, bigint])[]) => ({ distribution: toDistribution(claims.map(([account, amount]) => ({ account, amount }))), excluded: [] })

it('usually cast is the mean over the proposals, 0 where somebody did not vote, and adds up to the mean turnout', () => {
  const { claims, proposals } = toUsuallyCast([
    { votes: [{ voter: a, votes: 6n }, { voter: b, votes: 2n }] },
    { votes: [{ voter: b, votes: 3n }] },
    { votes: [] },
  ])
  // a: (6 + 0 + 0) ÷ 3 = 2, b: (2 + 3 + 0) ÷ 3 = 5/3. Turnouts 8, 3 and 0: 11/3 in the mean.
  expect(claims).toEqual([{ account: a, amount: 6n }, { account: b, amount: 5n }])
  expect(proposals).toBe(3)
  const rung = toRung('cast', { distribution: toDistribution(claims), excluded: [{ accounts: 1, amount: 7n }] }, measure, { of: proposals })
  expect([rung.total, rung.accounts, rung.excluded]).toEqual([3n, 2, { accounts: 1, amount: 2n }])
  // HHI of 6/11 and 5/11: (36 + 25) ÷ 121.
  expect(rung.metrics.hhi).toEqual({ status: 'ok', value: 61 / 121 })
})

it('amplification is the HHI of a rung by that of what is held', () => {
  // Held 1/4 each by four would be 1/4; here 2, 1, 1: (4 + 1 + 1) ÷ 16 = 3/8. Delegated 3 and 1: (9 + 1) ÷ 16 = 5/8.
  const held = toRung('circulating', seen([a, 2n], [b, 1n], [c, 1n]), measure)
  const delegated = toRung('delegated', seen([a, 3n], [b, 1n]), measure)
  const { amplification, rungs, supply } = toLadder([held, delegated], 'circulating', 5n)
  expect(amplification).toEqual({ delegated: 0.625 / 0.375, cast: null })
  expect([rungs.map(({ id }) => id), supply]).toEqual([['circulating', 'delegated'], 5n])
})

it('takes shares of the supply where the lens does', () => {
  // 3 and 1 of a supply of 8: (9 + 1) ÷ 64. Summed over two proposals 6 and 2, of 16: the same.
  expect(toRung('delegated', seen([a, 3n], [b, 1n]), measure, { whole: 8n }).metrics.hhi).toEqual({ status: 'ok', value: 10 / 64 })
  expect(toRung('cast', seen([a, 6n], [b, 2n]), measure, { of: 2, whole: 8n }).metrics.hhi).toEqual({ status: 'ok', value: 10 / 64 })
})

it('has no amplification where nobody votes', () => {
  const rung = toRung('delegated', seen(), measure)
  expect(toLadder([toRung('supply', seen([a, 1n]), measure), rung], 'supply', null).amplification).toEqual({ delegated: null, cast: null })
})
