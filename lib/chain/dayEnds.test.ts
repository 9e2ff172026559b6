import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../domain/snapshot'
import { findDayEnds, toDay } from './dayEnds'

const toBlock = (number: number, timestamp: number): Block => ({ number, timestamp, hash: `0x${number.toString(16).padStart(64, '0')}` })

describe('findDayEnds', () => {
  it('finds the last block before each midnight', async () => {
    // 86,400 s a day: blocks every 10 hours from midnight lie at 0, 10, 20 | 30, 40 | 50, 60, 70 | 80 h.
    const blocks = Array.from({ length: 9 }, (_, number) => toBlock(number, number * 36_000))
    const ends = await findDayEnds(async (number) => blocks[number]!, blocks[0]!, blocks[8]!)
    expect([...ends].map(([day, { number }]) => [day, number])).toEqual([
      ['1970-01-01', 2],
      ['1970-01-02', 4],
      ['1970-01-03', 7],
    ])
  })

  it('equals the plain search on any chain, and asks for few blocks', async () => {
    const gap = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 300_000 }))
    await fc.assert(
      fc.asyncProperty(fc.array(gap, { minLength: 1, maxLength: 200 }), fc.nat(86_400), async (gaps, start) => {
        let timestamp = start
        const blocks = [toBlock(0, start), ...gaps.map((seconds, index) => toBlock(index + 1, (timestamp += seconds)))]
        const last = blocks.at(-1)!
        const ends = await findDayEnds(async (number) => blocks[number]!, blocks[0]!, last)
        const expected = new Map<string, number>()
        for (let end = (Math.floor(start / 86_400) + 1) * 86_400; end <= last.timestamp; end += 86_400)
          expected.set(toDay(end - 1), blocks.findLast((block) => block.timestamp < end)!.number)
        expect(new Map([...ends].map(([day, { number }]) => [day, number]))).toEqual(expected)
      }),
    )
  })

  it('asks less than three times a day on a chain with even block times', async () => {
    let asked = 0
    const read = async (number: number) => {
      asked += 1
      return toBlock(number, number * 12)
    }
    const ends = await findDayEnds(read, toBlock(0, 0), toBlock(7200 * 100, 7200 * 100 * 12))
    expect(ends.size).toBe(100)
    expect(asked).toBeLessThan(300)
  })
})
