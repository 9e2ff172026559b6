import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from '@/db/embedded/lock'

/** What the built pages depend on. */
const sources = ['app', 'components', 'lib', 'db', 'public', 'next.config.ts', 'next.config.mjs', 'tsconfig.json', 'package-lock.json']
const isLeftOut = (path: string) => /\.test\.[cm]?tsx?$/.test(path) || path === join('lib', 'commands') || path === join('lib', 'demo')

/** A hash over all that the built pages depend on: a build with the same one need not be made again. */
export async function readSourceHash(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) await addToHash(hash, root, source)
  return hash.digest('hex')
}

async function addToHash(hash: ReturnType<typeof createHash>, root: string, path: string): Promise<void> {
  if (isLeftOut(path)) return
  try {
    const entries = await readdir(join(root, path))
    for (const entry of entries.sort()) await addToHash(hash, root, join(path, entry))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') hash.update(`${path}\0`).update(await readFile(join(root, path)))
    else if (code !== 'ENOENT') throw error
  }
}

/**
 * Builds the pages where the sources have changed since the last build. The stamp is taken away before a build and written after it, so
 * a build that was cut off is never served.
 *
 * @returns whether there was anything to build
 * @throws with what Next said, where the build fails
 */
export async function buildPages({ root, signal }: { root: string; signal: AbortSignal }): Promise<boolean> {
  const cache = join(root, 'node_modules', '.cache')
  await mkdir(cache, { recursive: true })
  return withLock(join(cache, 'lorenz-build.lock'), async () => {
    const stamp = join(root, '.next', 'lorenz-sources')
    const hash = await readSourceHash(root)
    if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return false
    await rm(stamp, { force: true })
    await runNextBuild(root, signal)
    await writeFile(stamp, hash)
    return true
  }, 600_000)
}

async function runNextBuild(root: string, signal: AbortSignal): Promise<void> {
  const words = [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build']
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const child = spawn(process.execPath, words, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const kill = () => {
    if (child.pid === undefined) return
    // Next builds with several processes of its own: the group is killed, and nothing of an unstamped build is used.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  }
  signal.addEventListener('abort', kill, { once: true })
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  signal.removeEventListener('abort', kill)
  if (code !== 0) throw new Error(`The pages could not be built (next build):\n${output.trim()}`)
}
