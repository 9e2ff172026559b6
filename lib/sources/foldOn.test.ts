import { expect, it } from 'vitest'
import type { Log } from '../chain/log'
import { toWrapper } from '@/tests/sourceChain'
import { foldOn } from './foldOn'

const wrapper = toWrapper('test', { address: `0x${'c'.repeat(40)}`, assets: [`0x${'a'.repeat(40)}`] })
const toLog = (logIndex: number): Log => ({ address: wrapper.address, blockNumber: logIndex, blockHash: `0x${'0'.repeat(64)}`, logIndex, topics: [], data: '0x' })
const logs = [0, 1, 2, 3, 4].map(toLog)

/** Adds up where logs stand, and counts how many it had to look at. */
function toSum() {
  let seen = 0
  const sum = foldOn(() => ({ sum: 0 }), (folded, more) => {
    seen += more.length
    for (const { logIndex } of more) {
      if (logIndex === 99) throw new Error('no log of ours')
      folded.sum += logIndex
    }
  })
  return { sumOf: (list: readonly Log[], of = wrapper) => sum({ wrapper: of, logs: list }).sum, seen: () => seen }
}

it('looks at each log once while lists grow, also where a day brought none', () => {
  const { sumOf, seen } = toSum()
  // 0 + 1, the same again, 0 + 1 + 2 + 3 + 4
  expect([[], logs.slice(0, 2), logs.slice(0, 2), logs].map((list) => sumOf(list))).toEqual([0, 1, 1, 10])
  expect(seen()).toBe(5)
})

it('begins again with a shorter list, with another one, and for another wrapper', () => {
  const { sumOf, seen } = toSum()
  expect([sumOf(logs), sumOf(logs.slice(0, 3)), sumOf(logs.map((log) => ({ ...log })))]).toEqual([10, 3, 10])
  expect(sumOf(logs, { ...wrapper })).toBe(10)
  expect(seen()).toBe(5 + 3 + 5 + 5)
})

it('keeps nothing of a list that it could not read to its end', () => {
  const { sumOf } = toSum()
  expect(sumOf(logs.slice(0, 2))).toBe(1)
  expect(() => sumOf([...logs, toLog(99)])).toThrow('no log of ours')
  expect(sumOf(logs)).toBe(10)
})
