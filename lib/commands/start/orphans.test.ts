import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { currentProcess, readRunningProcess } from '@/db/embedded/runningProcess'
import { findOrphans, runVariable, stopOrphans, toRunMark } from './orphans'

const directory = `/nowhere/lorenz-${process.pid}`
const children: ChildProcess[] = []
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

/** A child that says when it is there, marked as belonging to a run. */
async function startChild(mark: string, script = ''): Promise<ChildProcess> {
  const words = ['-e', `${script};console.log('here');setInterval(() => {}, 1000)`]
  const child = spawn(process.execPath, words, { env: { ...process.env, [runVariable]: mark }, stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}

test('the processes of a live run are not orphans, those of a run that is gone are', async () => {
  const living = await startChild(toRunMark(directory, currentProcess()))
  // The run's pid is taken again, by this very process, which began at another moment.
  const left = await startChild(toRunMark(directory, { pid: process.pid, startedAt: 'another-boot:7' }))
  const elsewhere = await startChild(toRunMark(`${directory}-other`, { pid: process.pid, startedAt: 'another-boot:7' }))
  expect(findOrphans(directory).map(({ pid }) => pid)).toEqual([left.pid])
  expect(await stopOrphans(directory)).toBe(1)
  expect(readRunningProcess(left.pid!)).toBeNull()
  expect(readRunningProcess(living.pid!)).not.toBeNull()
  expect(readRunningProcess(elsewhere.pid!)).not.toBeNull()
})

test('an orphan that does not listen is killed', async () => {
  const deaf = await startChild(toRunMark(directory, { pid: process.pid, startedAt: 'another-boot:7' }), "process.on('SIGTERM', () => {})")
  expect(await stopOrphans(directory)).toBe(1)
  expect(readRunningProcess(deaf.pid!)).toBeNull()
})
