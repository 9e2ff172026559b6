import { expect, it } from 'vitest'
import { SpareMemory } from './spareMemory'

const step = 1000
/** Bytes whose memory can be known again. */
const mark = (bytes: Uint8Array<ArrayBuffer>, value: number) => bytes.fill(value)

it('lends what was given back to whoever needs as much, or down to a quarter of it', () => {
  const spare = new SpareMemory(2, step)
  const first = mark(spare.take(4000), 7)
  expect(first.length).toBe(4000)
  spare.giveBack(first)
  // 4000 bytes and a tenth are 4400, in whole steps 5000: a quarter is 1250.
  expect(spare.take(1249).every((byte) => byte === 0)).toBe(true)
  const again = spare.take(1250)
  expect([again.length, again.buffer === first.buffer, again[0]]).toEqual([1250, true, 7])
  expect(spare.take(1250).buffer).not.toBe(first.buffer)
})

it('keeps no more pieces than it may, and of those the largest', () => {
  const spare = new SpareMemory(2, step)
  const pieces = [3000, 9000, 6000].map((length) => spare.take(length))
  for (const piece of pieces) spare.giveBack(piece)
  expect(spare.take(3000).buffer).toBe(pieces[2]!.buffer)
  expect(spare.take(3000).buffer).toBe(pieces[1]!.buffer)
  expect(spare.take(3000).buffer).not.toBe(pieces[0]!.buffer)
})

it('does not keep what is shorter than a step', () => {
  const spare = new SpareMemory(2, step)
  const short = spare.take(step - 1)
  expect(short.buffer.byteLength).toBe(step - 1)
  spare.giveBack(short)
  expect(spare.take(step - 1).buffer).not.toBe(short.buffer)
})
