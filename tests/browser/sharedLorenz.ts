import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findRunDirectory } from '../runDirectory'
import { startLorenz, type RunningLorenz } from './server'

/** As `RunningLorenz`, or why there is none. */
interface Answer {
  address?: string
  dataDirectory?: string | null
  error?: string
}

const toFiles = (directory: string) => ({ wanted: path.join(directory, 'lorenz.wanted'), found: path.join(directory, 'lorenz.json') })

/**
 * vitest's global setup: one Lorenz for all tests that only read its pages, started when the first of them asks for it and stopped here. It is a child
 * of this process, as those of the tests end one after the other.
 */
export default function setup(): () => Promise<void> {
  const { wanted, found } = toFiles(findRunDirectory())
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
  const tell = async (answer: Answer) => {
    // Whole or not at all: others look for it.
    await writeFile(`${found}.part`, JSON.stringify(answer))
    await rename(`${found}.part`, found)
  }
  try {
    const { keepPlayed, startedStory } = await import('../playedStory')
    // The story that it plays for its first start is the one that others ask for too; where it cannot be kept, they play it themselves.
    const keep = (directory: string, ended: Promise<unknown>) => keepPlayed(startedStory, path.join(directory, 'demo'), ended).catch(() => undefined)
    const lorenz = await startLorenz((directory, ended) => void keep(directory, ended))
    await tell({ address: lorenz.address, dataDirectory: lorenz.dataDirectory })
    return lorenz
  } catch (error) {
    await tell({ error: String(error) })
    return null
  }
}

/**
 * Where the run's Lorenz is; waits until it serves.
 *
 * @throws with what it said, where it ended before
 */
export async function findLorenz(): Promise<Pick<RunningLorenz, 'address' | 'dataDirectory'>> {
  const { wanted, found } = toFiles(findRunDirectory())
  await writeFile(wanted, '')
  while (!existsSync(found)) await sleep(200)
  const { address, dataDirectory = null, error } = JSON.parse(await readFile(found, 'utf8')) as Answer
  if (address === undefined) throw new Error(error)
  return { address, dataDirectory }
}
