import { expect, it, vi } from 'vitest'
import { createVersionClock } from './versionClock'

it('asks the database once for all who come in a quarter of a second, and at once where it must be known', async () => {
  let [time, asked] = [0, 0]
  const clock = createVersionClock(async () => `${(asked += 1)}`, () => time)
  expect(await Promise.all([clock.current(), clock.current()])).toEqual(['1', '1'])
  time = 249
  expect(await clock.current()).toBe('1')
  expect(await clock.ask()).toBe('2')
  time = 249 + 250
  expect(await clock.current()).toBe('3')
})

it('knows nothing where the database fails, or does not answer within a second', async () => {
  expect(await createVersionClock(() => Promise.reject(new Error('away'))).current()).toBeNull()
  vi.useFakeTimers()
  const waiting = createVersionClock(() => new Promise(() => undefined)).current()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await waiting).toBeNull()
  vi.useRealTimers()
})
