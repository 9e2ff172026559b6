import { expect, test } from 'vitest'
import { createStopper } from './stopper'

test('stops once, the last one first, and goes on after one that fails', async () => {
  const events: string[] = []
  const stopper = createStopper({ say: (line) => events.push(line) })
  stopper.add('database', async () => events.push('database'))
  stopper.add('chain', async () => Promise.reject(new Error('no answer')))
  stopper.add('pages', async () => events.push('pages'))
  await Promise.all([stopper.stop(), stopper.stop()])
  expect(events).toEqual(['pages', 'chain could not be stopped: no answer', 'database'])
  expect(stopper.signal.aborted).toBe(true)
})

test('stops what began while the run was ending', async () => {
  const events: string[] = []
  const stopper = createStopper({ say: () => undefined })
  stopper.add('database', async () => {
    stopper.add('late', async () => events.push('late'))
    events.push('database')
  })
  await stopper.stop()
  expect(events).toEqual(['database', 'late'])
})
