import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Lorenz as a reader meets it: built, served, filled from the demo chain. */
export interface RunningLorenz {
  /** Without a slash at its end */
  address: string
  /** Where its database is; null for one that ran already */
  dataDirectory: string | null
  stop: () => Promise<void>
}

const root = path.resolve(import.meta.dirname, '..', '..')

/**
 * Starts Lorenz with one command in a directory of its own and waits for the address that it prints; or takes the one that runs at
 * LORENZ_TEST_URL and leaves it running.
 *
 * @param onStart told where it keeps its data, and when its process ends
 * @throws with what it said, where it ends before it serves
 */
export async function startLorenz(onStart: (dataDirectory: string, ended: Promise<unknown>) => void): Promise<RunningLorenz> {
  const running = process.env.LORENZ_TEST_URL
  if (running) return { address: running.replace(/\/$/, ''), dataDirectory: null, stop: async () => undefined }
  const directory = await mkdtemp(path.join(tmpdir(), 'lorenz-browser-'))
  const env: NodeJS.ProcessEnv = { ...process.env, LORENZ_DATA_DIR: directory, PORT: '0', NODE_ENV: 'production' }
  // A database of its own, whatever the one is that the other tests use.
  delete env.DATABASE_URL
  const child = spawn(process.execPath, [path.join(root, 'bin', 'lorenz.mjs'), 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  onStart(directory, ended)
  const stop = async () => {
    child.kill('SIGINT')
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const printed = /Lorenz is at (http:\/\/\S+)/.exec(output)?.[1]
      if (printed) resolve(printed)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(([code]) => reject(new Error(`lorenz start ended with ${String(code)}:\n${output.slice(-4_000)}`)))
  }).catch(async (error: unknown) => {
    await rm(directory, { recursive: true, force: true })
    throw error
  })
  return { address, dataDirectory: directory, stop }
}
