import { describe, expect, it } from 'vitest'
import type { Participation, SizeTenth, TookPart } from '../domain/participation'
import { expectToldReason } from '@/tests/expectToldReason'
import { complexityShutsOut } from './complexityShutsOut'

const group = (holders: number, either: number): TookPart => ({ holders, delegated: either, voted: 0, either })
const tenth = (holders: number, either: number): SizeTenth => ({ ...group(holders, either), least: 1n, most: 2n, meanDepth: 0 })
/** Ten tenths of a hundred each: so many of each of the five smallest take part, nobody of the next four, so many of the largest. */
const tenths = (small: number, large: number) => [...Array.from({ length: 5 }, () => tenth(100, small)), ...Array.from({ length: 4 }, () => tenth(100, 0)), tenth(100, large)]
const ether = 10n ** 18n

function judge(given: Partial<Participation>) {
  const judgement = complexityShutsOut.judge({
    participation: { all: group(1000, 0), tenths: tenths(6, 60), inHand: group(900, 300), throughContracts: group(100, 30), median: 1n, medianWei: ether, mustDelegate: true, costs: { delegation: { transactions: 9, wei: 1n }, vote: { transactions: 9, wei: 1n } }, ...given },
    depth: { mean: 0.4, behind: 0.3 },
  })
  expectToldReason(judgement)
  return judgement
}
const figureOf = (given: Partial<Participation>, id: string) => judge(given).figures.find((figure) => figure.id === id)
// 10 of 100 behind contracts against 300 of 900 in hand: 0.3 times as often, at most 0.54 (scipy: relative_risk(10, 100, 300, 900), interval 0.165 to 0.544).
const wrappedOut = { throughContracts: group(100, 10) }
const costs = (delegation: bigint, vote: bigint) => ({ costs: { delegation: { transactions: 5, wei: delegation }, vote: { transactions: 5, wei: vote } } })

describe('the gap between small and large', () => {
  // 30 of 500 against 60 of 100: scipy's relative_risk gives 0.1, 0.0682 to 0.1465
  it('is told with its interval', () => {
    const figure = figureOf({}, 'smallToLarge')!
    expect(figure.value).toBeCloseTo(0.1, 12)
    expect([figure.low, figure.high]).toEqual([expect.closeTo(0.06824491108153509, 10), expect.closeTo(0.14653107230299675, 10)])
    expect(figureOf({}, 'smallTakePart')?.value).toBe(0.06)
    expect(figureOf({}, 'largeTakePart')?.value).toBe(0.6)
  })

  it('four fifths as often is not shut out, however dear it is', () => {
    expect(judge({ tenths: tenths(48, 60), ...wrappedOut, ...costs(ether, ether) }).verdict).toBe('doesNotHold')
    expect(judge({ tenths: tenths(80, 60) }).verdict).toBe('doesNotHold')
  })

  // 235 of 500 against 60 of 100: 0.783, but its interval reaches 0.94
  it('less than that, but not by more than chance, is mixed', () => {
    expect(judge({ tenths: tenths(47, 60), ...wrappedOut }).verdict).toBe('mixed')
  })
})

describe('what stands in the way', () => {
  it('without contracts or fees in the way it is mixed', () => {
    expect(judge({}).verdict).toBe('mixed')
  })

  it('those behind contracts shut out too: it holds', () => {
    expect(judge(wrappedOut).verdict).toBe('holds')
    expect(figureOf(wrappedOut, 'throughToHand')).toMatchObject({ value: expect.closeTo(0.3, 12), high: expect.closeTo(0.544, 2) })
  })

  it('one per cent of the median holding is dear', () => {
    expect(judge(costs(ether / 200n, ether / 200n)).verdict).toBe('holds')
    expect(judge(costs(ether / 200n, ether / 201n)).verdict).toBe('mixed')
    expect(figureOf(costs(ether / 200n, ether / 200n), 'costOfMedian')?.value).toBe(0.01)
  })

  it('who need not delegate pays for the vote alone', () => {
    expect(figureOf({ ...costs(ether, ether / 100n), mustDelegate: false }, 'costOfMedian')?.value).toBe(0.01)
    expect(figureOf({ mustDelegate: true, costs: { delegation: null, vote: { transactions: 1, wei: ether } } }, 'costOfMedian')?.value).toBeNull()
  })

  it('fewer than thirty on one side are not compared, and a price that is not known is no cost', () => {
    expect(judge({ throughContracts: group(29, 0) }).verdict).toBe('mixed')
    expect(figureOf({ throughContracts: group(29, 0) }, 'throughToHand')?.value).toBeNull()
    expect(judge({ throughContracts: group(30, 0) }).verdict).toBe('holds')
    expect(figureOf({ medianWei: null, ...costs(ether, ether) }, 'costOfMedian')?.value).toBeNull()
  })
})

describe('where it cannot be told', () => {
  it('of too few holders, and where nobody large takes part', () => {
    expect(judge({ tenths: [], all: group(99, 20) })).toMatchObject({ verdict: 'cannotBeTold', reason: { en: 'Only {holders} holders are counted, too few to compare by size.' } })
    expect(judge({ tenths: tenths(5, 0) }).verdict).toBe('cannotBeTold')
  })
})
