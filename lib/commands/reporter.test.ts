import { describe, expect, test } from 'vitest'
import { createReporter, toDuration, toProgressLine } from './reporter'

const step = { label: 'sync UNI', unit: 'blocks', done: 2_500, total: 12_500 }

describe('toProgressLine', () => {
  // 2,000 blocks in 10 s are 200/s; the 10,000 that are left take 50 s.
  test('has a count, a rate and what is left', () => {
    expect(toProgressLine(step, { done: 2_000, seconds: 10 })).toBe('sync UNI: 2,500 of 12,500 blocks, 200/s, 50 s left')
  })
  test('promises nothing before there is a rate', () => {
    expect(toProgressLine(step, { done: 0, seconds: 10 })).toBe('sync UNI: 2,500 of 12,500 blocks')
  })
})

test.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [120, '2 min'],
  [3_900, '65 min'],
  [7_500, '2 h 5 min'],
])('%d seconds are %s', (seconds, text) => expect(toDuration(seconds)).toBe(text))

describe('a reporter', () => {
  function report(isTTY: boolean): string {
    let written = ''
    let time = 0
    const reporter = createReporter({ isTTY, columns: 60, write: (text) => (written += text) }, () => time)
    for (; time <= 12_000; time += 50) reporter.progress({ ...step, done: time })
    reporter.say('done')
    return written
  }
  test('writes a line every five seconds to a log, and no control characters', () => {
    expect(report(false).split('\n')).toEqual([expect.stringContaining('5,000 of'), expect.stringContaining('10,000 of'), 'done', ''])
  })
  test('rewrites one line on a terminal, within its width, and clears it', () => {
    const frames = report(true).split('\r')
    expect(frames.length).toBeGreaterThan(100)
    expect(Math.max(...frames.map((frame) => frame.replaceAll('\u001b[K', '').length))).toBeLessThan(60)
    expect(frames.at(-1)).toBe('\u001b[Kdone\n')
  })
})
