import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readBinaries, type Binaries } from './binaries'
import { readServerUser, toServerCommand } from './serverUser'

/** The database's superuser; it is only reached over 127.0.0.1 and with the password. */
export const superuser = 'lorenz'

export interface Cluster {
  /** PostgreSQL's own directory (PGDATA) */
  dataDirectory: string
  password: string
  /** The first words of a command that runs PostgreSQL here, and as whom */
  command: string[]
  ids: { uid?: number; gid?: number }
}

/**
 * Opens the database directory, and makes it where there is none. It is made aside and put in place by one rename, so a directory that is
 * there is whole; what a killed run left half made is thrown away. The caller holds the directory's lock.
 *
 * @throws where the directory was made by another major version of PostgreSQL
 */
export async function openCluster(directory: string, { durable }: { durable: boolean }): Promise<Cluster> {
  const binaries = await readBinaries()
  const place = join(directory, 'cluster')
  const dataDirectory = join(place, 'data')
  const user = readServerUser()
  const { prefix, ids } = toServerCommand(user, [place, binaries.postgres])
  if (!(await exists(place))) await makeCluster({ directory, place, binaries, user, prefix, ids, durable })
  const version = (await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8')).trim()
  if (version !== String(binaries.majorVersion)) {
    throw new Error(
      `${directory} was made by PostgreSQL ${version}; this is PostgreSQL ${binaries.majorVersion}. Move it away: everything in it is read from the ` +
        'chain again, only imported lists have to be imported again.',
    )
  }
  return { dataDirectory, password: (await readFile(join(place, 'password'), 'utf8')).trim(), command: [...prefix, binaries.postgres], ids }
}

interface Making {
  directory: string
  place: string
  binaries: Binaries
  user: { uid: number; gid: number } | null
  prefix: string[]
  ids: { uid?: number; gid?: number }
  durable: boolean
}

async function makeCluster({ directory, place, binaries, user, prefix, ids, durable }: Making): Promise<void> {
  const aside = join(directory, 'cluster.unfinished')
  await rm(aside, { recursive: true, force: true })
  const [data, password] = [join(aside, 'data'), join(aside, 'password')]
  await mkdir(data, { recursive: true })
  await chmod(aside, 0o755)
  await chmod(data, 0o700)
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (user !== null) await Promise.all([data, password].map((path) => chown(path, user.uid, user.gid)))
  const [program = '', ...words] = [...prefix, binaries.initdb]
  const options = [`--pgdata=${data}`, `--username=${superuser}`, `--pwfile=${password}`, '--auth=scram-sha-256', '--encoding=UTF8']
  // PostgreSQL's own C.UTF-8 sorts the same on every machine; the system's locales do not.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  try {
    await promisify(execFile)(program, [...words, ...options, ...locale, ...(durable ? [] : ['--no-sync'])], { ...ids, cwd: '/', env: toServerEnvironment() })
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not make its directory ${place}: ${String((error as { stderr?: string }).stderr ?? error).trim()}`)
  }
  await rename(aside, place)
}

/** The process' environment without what would steer PostgreSQL from outside (PGPORT, PGDATA, …). */
export function toServerEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PG') && name !== 'LORENZ_RUN')), LC_ALL: 'C', NODE_ENV: env.NODE_ENV }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
