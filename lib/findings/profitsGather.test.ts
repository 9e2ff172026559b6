import { expect, it } from 'vitest'
import { expectToldReason } from '@/tests/expectToldReason'
import type { EarningsBySize, SizeGroup } from '../liquidity/earningsBySize'
import { profitsGather } from './profitsGather'

const dollar = 10n ** 18n
const group = (earned: number | null, provided: number, medianEarned: bigint, lost = 0): SizeGroup => ({
  providers: 10, earned: { amount: 1n, share: earned }, provided: { amount: 1n, share: provided }, medianEarned, lost,
})
const toEarnings = (top: number | null, half: number | null, more: { median?: bigint } = {}): EarningsBySize => ({
  largestTenth: group(top, 0.6, 4000n * dollar, 0.25), upperMiddle: group(top === null || half === null ? null : 1 - top - half, 0.3, 90n * dollar), smallerHalf: group(half, 0.1, more.median ?? 5n * dollar / 2n, 0.75),
})
const judge = (earnings: EarningsBySize | null, more: { providers?: number; inDollars?: boolean } = {}) => {
  const judgement = profitsGather.judge({ earnings, providers: more.providers ?? 100, pools: 2, poolsLeftOut: 1, inDollars: more.inDollars ?? true })
  expectToldReason(judgement)
  return judgement
}
const figureOf = (judgement: ReturnType<typeof judge>, id: string) => judgement.figures.find((figure) => figure.id === id)!.value

it('holds with half to the largest tenth and a tenth to the smaller half: the borders are in', () => {
  expect(judge(toEarnings(0.5, 0.1)).verdict).toBe('holds')
})

it('is mixed where one of both is so', () => {
  expect(judge(toEarnings(0.5, 0.11)).verdict).toBe('mixed')
  expect(judge(toEarnings(0.49, 0.1)).verdict).toBe('mixed')
})

it('does not hold where neither is so', () => {
  expect(judge(toEarnings(0.49, 0.11)).verdict).toBe('doesNotHold')
})

it('cannot be told of 29 providers, nor where nothing was earned, and says which', () => {
  const few = judge(null, { providers: 29 })
  expect([few.verdict, figureOf(few, 'providers'), figureOf(few, 'topTenthEarned')]).toEqual(['cannotBeTold', 29, null])
  expect(few.reason.en).toContain('thirty')
  const nothing = judge(toEarnings(null, null))
  expect([nothing.verdict, nothing.reason.en]).toEqual(['cannotBeTold', 'The {providers} providers have earned nothing yet.'])
})

it('tells dollars where it has them, and how many times as much in any currency', () => {
  const told = judge(toEarnings(0.7, 0.05))
  // 4,000 ÷ 2.5.
  expect(['largeMedian', 'smallMedian', 'timesAsMuch', 'largeLost', 'smallLost', 'topTenthProvided'].map((id) => figureOf(told, id))).toEqual([4000, 2.5, 1600, 0.25, 0.75, 0.6])
  const inEther = judge(toEarnings(0.7, 0.05), { inDollars: false })
  expect(['largeMedian', 'smallMedian', 'timesAsMuch'].map((id) => figureOf(inEther, id))).toEqual([null, null, 1600])
  expect(figureOf(judge(toEarnings(0.7, 0.05, { median: 0n })), 'timesAsMuch')).toBeNull()
})
