import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startAnvil } from './anvil'
import { endOrphan, noteNode } from './orphan'

const directory = mkdtempSync(path.join(tmpdir(), 'lorenz-orphan-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('ends a node only when the process that kept it is gone', async () => {
  await endOrphan(directory)
  const anvil = await startAnvil({ pruneHistory: true })
  await noteNode(directory, anvil.pid)
  await endOrphan(directory)
  expect(anvil.process.signalCode).toBe(null)

  const gone = spawnSync(process.execPath, ['--version']).pid
  writeFileSync(path.join(directory, 'node.json'), JSON.stringify({ pid: anvil.pid, owner: gone }))
  const ended = new Promise((resolve) => anvil.process.once('exit', (_, signal) => resolve(signal)))
  await endOrphan(directory)
  expect(await ended).toBe('SIGKILL')
})

test('leaves a process alone that is no anvil, and a note that was cut off', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const gone = spawnSync(process.execPath, ['--version']).pid
  writeFileSync(path.join(directory, 'node.json'), JSON.stringify({ pid: other.pid, owner: gone }))
  await endOrphan(directory)
  writeFileSync(path.join(directory, 'node.json'), '{"pid":')
  await endOrphan(directory)
  expect(process.kill(other.pid!, 0)).toBe(true)
  other.kill()
})
