import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startLorenz, type RunningLorenz } from './server'

// As tests/postgres.ts names it: the directory of this run.
const variable = 'LORENZ_TEST_DIRECTORY'
const toFiles = (directory: string) => ({ wanted: path.join(directory, 'lorenz.wanted'), found: path.join(directory, 'lorenz.json') })

/**
 * vitest's global setup: one Lorenz for all tests that only read its pages, started when the first of them asks for it and stopped here. It is a child
 * of this process, as those of the tests end one after the other.
 */
export default function setup(): () => Promise<void> {
  const { wanted, found } = toFiles(process.env[variable]!)
  let starting: Promise<RunningLorenz | null> | undefined
  const look = setInterval(() => {
    if (!starting && existsSync(wanted)) starting = start(found)
  }, 200)
  return async () => {
    clearInterval(look)
    await (await starting)?.stop()
  }
}

async function start(found: string): Promise<RunningLorenz | null> {
  const tell = async (answer: { address?: string; error?: string }) => {
    // Whole or not at all: others look for it.
    await writeFile(`${found}.part`, JSON.stringify(answer))
    await rename(`${found}.part`, found)
  }
  try {
    const lorenz = await startLorenz()
    await tell({ address: lorenz.address })
    return lorenz
  } catch (error) {
    await tell({ error: String(error) })
    return null
  }
}

/**
 * Where the run's Lorenz is, without a slash at its end; waits until it serves.
 *
 * @throws with what it said, where it ended before
 */
export async function findLorenz(): Promise<string> {
  const directory = process.env[variable]
  if (!directory) throw new Error('findLorenz works in vitest only, with tests/postgres.ts and tests/browser/sharedLorenz.ts as its global setups.')
  const { wanted, found } = toFiles(directory)
  await writeFile(wanted, '')
  while (!existsSync(found)) await sleep(200)
  const { address, error } = JSON.parse(await readFile(found, 'utf8')) as { address?: string; error?: string }
  if (address === undefined) throw new Error(error)
  return address
}
