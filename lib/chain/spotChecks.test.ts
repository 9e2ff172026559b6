import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { packTransfers } from '../ledger/packedTransfers'
import type { RangeLogs } from './logsAnswer'
import { compareAnswers, toSpotChecks } from './spotChecks'

const account = `0x${'a'.repeat(40)}` as Address

/** An answer with one transfer in each of some blocks. */
function toAnswer(blocks: readonly number[], amount = 5n, hash = `0x${'0'.repeat(64)}`): RangeLogs {
  const transfers = packTransfers(blocks.map((blockNumber) => ({ from: account, to: account, amount, blockNumber, logIndex: 3 })))
  return { length: blocks.length, transfers, odd: [], last: blocks.length > 0 ? { block: blocks.at(-1)!, hash } : null }
}
const toBlocks = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('toSpotChecks', () => {
  it('asks about all blocks where there are few logs or none', () => {
    expect(toSpotChecks({ fromBlock: 5, toBlock: 90 }, toAnswer([]))).toEqual([{ fromBlock: 5, toBlock: 90 }])
    expect(toSpotChecks({ fromBlock: 1, toBlock: 900 }, toAnswer(toBlocks(1, 64)))).toEqual([{ fromBlock: 1, toBlock: 900 }])
  })

  it('of many logs: a sixteenth, the longest silence, and what lies behind the last', () => {
    // 160 logs in blocks 1 to 80 and 201 to 280: ten to ask for; the hash ends in 0, so from the first on.
    const answer = toAnswer([...toBlocks(1, 80), ...toBlocks(201, 280)])
    expect(toSpotChecks({ fromBlock: 1, toBlock: 300 }, answer)).toEqual([
      { fromBlock: 1, toBlock: 11 },
      { fromBlock: 81, toBlock: 200 },
      { fromBlock: 281, toBlock: 300 },
    ])
  })

  it('asks nothing twice: the longest silence may be the end', () => {
    expect(toSpotChecks({ fromBlock: 1, toBlock: 1000 }, toAnswer(toBlocks(1, 160)))).toEqual([{ fromBlock: 1, toBlock: 11 }, { fromBlock: 161, toBlock: 1000 }])
    expect(toSpotChecks({ fromBlock: 1, toBlock: 160 }, toAnswer(toBlocks(1, 160)))).toEqual([{ fromBlock: 1, toBlock: 11 }])
  })

  it('never leaves the range, and of many logs asks for few', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 65, maxLength: 500 })
    const hash = fc.nat(0xffffffff).map((end) => `0x${'0'.repeat(56)}${end.toString(16).padStart(8, '0')}`)
    fc.assert(
      fc.property(gaps, hash, fc.nat(100), (steps, last, behind) => {
        let block = 0
        const blocks = steps.map((step) => (block += step))
        const range = { fromBlock: 1, toBlock: block + behind }
        const checks = toSpotChecks(range, toAnswer(blocks, 5n, last))
        for (const { fromBlock, toBlock } of checks) expect(fromBlock >= 1 && fromBlock <= toBlock && toBlock <= range.toBlock).toBe(true)
        const asked = blocks.filter((at) => checks.some(({ fromBlock, toBlock }) => at >= fromBlock && at <= toBlock))
        expect(asked.length).toBeGreaterThan(0)
        expect(asked.length).toBeLessThanOrEqual(Math.ceil(blocks.length / 16) + 1)
      }),
    )
  })
})

describe('compareAnswers', () => {
  const blocks = { fromBlock: 3, toBlock: 6 }
  it.each([
    ['the same, whatever lies outside', toAnswer([1, 3, 5, 9]), toAnswer([3, 5]), 'same'],
    ['one left out', toAnswer([1, 3, 9]), toAnswer([3, 5]), 'fewer'],
    ['one that the other left out', toAnswer([3, 4, 5]), toAnswer([3, 5]), 'more'],
    ['another block', toAnswer([3, 4]), toAnswer([3, 5]), 'different'],
    ['another amount', toAnswer([3], 6n), toAnswer([3]), 'different'],
    ['nothing, of both', toAnswer([9]), toAnswer([]), 'same'],
  ] as const)('%s', (_, answer, other, verdict) => expect(compareAnswers(answer, other, blocks)).toBe(verdict))
})
