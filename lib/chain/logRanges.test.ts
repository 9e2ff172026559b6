import { describe, expect, it } from 'vitest'
import { RangeRefusedError } from './errors'
import type { Log } from './log'
import { toLogRanges } from './logRanges'

const toLog = (blockNumber: number): Log => ({
  address: `0x${'a'.repeat(40)}`,
  topics: [],
  data: '0x',
  blockNumber,
  blockHash: `0x${'b'.repeat(64)}`,
  logIndex: 0,
})

/** A provider with one log a block that refuses more than `limit` blocks, and answers the later question first. */
function toProvider(limit: number) {
  const asked: number[] = []
  const fetchLogs = async (from: number, to: number) => {
    asked.push(to - from + 1)
    await new Promise((resolve) => setTimeout(resolve, from % 3))
    if (to - from + 1 > limit) throw new RangeRefusedError('query returned more than 10000 results')
    return Array.from({ length: to - from + 1 }, (_, index) => toLog(from + index))
  }
  return { asked, fetchLogs }
}

describe('toLogRanges', () => {
  it('gives every block once and in order, however small the ranges the provider allows', async () => {
    const { asked, fetchLogs } = toProvider(7)
    const blocks: number[] = []
    let next = 10
    for await (const { fromBlock, toBlock, logs } of toLogRanges(fetchLogs, 10, 400, { span: 50, inFlight: 4 })) {
      expect(fromBlock).toBe(next)
      next = toBlock + 1
      blocks.push(...logs.map((log) => log.blockNumber))
    }
    expect(next).toBe(401)
    expect(blocks).toEqual(Array.from({ length: 391 }, (_, index) => index + 10))
    expect(Math.max(...asked)).toBe(50)
  })

  it('has two questions on their way, not all it may, where one answer holds 50,000 logs', async () => {
    let [now, most] = [0, 0]
    const fetchLogs = async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise((resolve) => setTimeout(resolve, 5))
      now -= 1
      return { length: 50_000 }
    }
    // The first eight are asked before anything is known.
    const ranges = toLogRanges(fetchLogs, 0, 199, { span: 10, inFlight: 8 })
    for (let range = 0; range < 8; range += 1) await ranges.next()
    most = 0
    for await (const { logs } of ranges) expect(logs.length).toBe(50_000)
    expect(most).toBe(2)
  })

  it('widens while answers are comfortable', async () => {
    const widths: number[] = []
    const fetchLogs = async (from: number, to: number) => {
      widths.push(to - from + 1)
      return []
    }
    for await (const range of toLogRanges(fetchLogs, 0, 99_999, { span: 100, inFlight: 1 })) void range
    // 100, then double each time: 100·(2^10 − 1) = 102,300 covers 100,000 blocks in ten questions.
    expect(widths.slice(0, 3)).toEqual([100, 200, 400])
    expect(widths).toHaveLength(10)
  })

  it('gives up, with the provider’s words, when a single block is refused', async () => {
    const read = async () => {
      for await (const range of toLogRanges(toProvider(0).fetchLogs, 1, 4)) void range
    }
    await expect(read()).rejects.toThrow('query returned more than 10000 results')
  })

  it('lets other errors through', async () => {
    const fetchLogs = async () => {
      throw new Error('no such method')
    }
    const read = async () => {
      for await (const range of toLogRanges(fetchLogs, 1, 4)) void range
    }
    await expect(read()).rejects.toThrow('no such method')
  })
})
