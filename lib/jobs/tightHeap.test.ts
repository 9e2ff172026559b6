import { setFlagsFromString } from 'node:v8'
import { expect, it, vi } from 'vitest'
import { inTightHeap } from './tightHeap'

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }))
const said = () => vi.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag.split('=')[1])

it('sweeps sooner as long as anybody works in it, and no longer', async () => {
  let end = (_: string) => {}
  const long = inTightHeap(() => new Promise<string>((resolve) => void (end = resolve)))
  await expect(inTightHeap(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
  expect(said()).toEqual(['40'])
  end('done')
  expect(await long).toBe('done')
  expect(said()).toEqual(['40', '0'])
})
