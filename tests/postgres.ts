import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { currentProcess, readRunningProcess, type RunningProcess } from '@/db/embedded/runningProcess'
import { startPostgres, stopPostgres } from '@/db/embedded/startPostgres'

const prefix = 'lorenz-test-'
const variable = 'LORENZ_TEST_DIRECTORY'

export interface TestDatabase {
  /** A connection string */
  url: string
  drop: () => Promise<void>
}

/**
 * vitest's global setup: a directory for the run's PostgreSQL, which starts with the first test that asks for a database and is stopped here.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await removeAbandoned()
  const directory = join(tmpdir(), toName(currentProcess()))
  await mkdir(directory, { mode: 0o755 })
  process.env[variable] = directory
  return () => remove(directory)
}

/**
 * Makes an empty database for one test file, on the run's own PostgreSQL or, where DATABASE_URL is set, on that server.
 *
 * @example const { url, drop } = await createTestDatabase()
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await findServerUrl()
  const name = `lorenz_test_${randomBytes(6).toString('hex')}`
  await runStatement(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runStatement(server, `drop database if exists ${name} with (force)`) }
}

let serverUrl: Promise<string> | undefined

function findServerUrl(): Promise<string> {
  const directory = process.env[variable]
  if (process.env.DATABASE_URL) return Promise.resolve(process.env.DATABASE_URL)
  if (!directory) throw new Error('createTestDatabase works in vitest only, with tests/postgres.ts as its global setup.')
  return (serverUrl ??= startPostgres({ directory: join(directory, 'postgres'), database: 'postgres', durable: false }).then(({ url }) => url))
}

async function runStatement(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** What runs that were killed left behind, with the servers that still run there. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (!pid) continue
    const run = readRunningProcess(pid)
    if (run === null || toName(run) !== name) await remove(join(tmpdir(), name))
  }
}

/** The name says whose directory it is, so a run never takes away that of another one that is still going on. */
function toName({ pid, startedAt }: RunningProcess): string {
  return `${prefix}${pid}-${startedAt.replaceAll(/\W/g, '-')}`
}

async function remove(directory: string): Promise<void> {
  await stopPostgres(join(directory, 'postgres'), { whileUsed: true }).catch(() => undefined)
  await rm(directory, { recursive: true, force: true })
}
