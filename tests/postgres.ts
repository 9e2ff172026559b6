import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { currentProcess, readRunningProcess, type RunningProcess } from '@/db/embedded/runningProcess'
import { startPostgres, stopPostgres } from '@/db/embedded/startPostgres'
import { findRunDirectory, setRunDirectory } from './runDirectory'

const prefix = 'lorenz-test-'

export interface TestDatabase {
  /** A connection string */
  url: string
  drop: () => Promise<void>
}

/** What databases of several test files begin with: written once in a run, by the first that asks, and copied for each. */
export interface Beginning {
  /** A word of its own */
  name: string
  /** Fills an empty database, and leaves no connection to it */
  fill: (url: string) => Promise<void>
}

/**
 * vitest's global setup: a directory for the run's PostgreSQL, which starts with the first test that asks for a database and is stopped here.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await removeAbandoned()
  const directory = join(tmpdir(), toName(currentProcess()))
  await mkdir(directory, { mode: 0o755 })
  setRunDirectory(directory)
  return async () => {
    if (givenUrl) await dropTemplates(givenUrl)
    await remove(directory)
  }
}

/**
 * Makes a database for one test file, on the run's own PostgreSQL or, where DATABASE_URL is set, on that server.
 *
 * @param beginning what stands in it; nothing where absent
 * @example const { url, drop } = await createTestDatabase()
 */
export async function createTestDatabase(beginning?: Beginning): Promise<TestDatabase> {
  const server = await findServerUrl()
  const name = `lorenz_test_${randomBytes(6).toString('hex')}`
  await runStatement(server, `create database ${name}${beginning ? ` template ${await findTemplate(server, beginning)}` : ''}`)
  return { url: toUrl(server, name), drop: () => runStatement(server, `drop database if exists ${name} with (force)`) }
}

const toUrl = (server: string, name: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).href

/** The database with this beginning that others are copied from; made by the first who asks, while the others wait. */
async function findTemplate(server: string, { name, fill }: Beginning): Promise<string> {
  const template = `${toTemplatePrefix()}${name}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template])
    if ((await client.query('select 1 from pg_database where datname = $1', [template])).rowCount === 1) return template
    await client.query(`drop database if exists ${template}_unfinished with (force)`)
    await client.query(`create database ${template}_unfinished`)
    await fill(toUrl(server, `${template}_unfinished`))
    await client.query(`alter database ${template}_unfinished rename to ${template}`)
    return template
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

/** Of this run alone: another one beside it may have other code. */
const toTemplatePrefix = () => `lorenz_template_${createHash('sha256').update(findRunDirectory()).digest('hex').slice(0, 8)}_`

/** On a server that is not the run's own nothing is left behind. */
async function dropTemplates(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [toTemplatePrefix()])
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  } finally {
    await client.end()
  }
}

let serverUrl: Promise<string> | undefined
// Tests set the variable to a database of theirs.
const givenUrl = process.env.DATABASE_URL

function findServerUrl(): Promise<string> {
  if (givenUrl) return Promise.resolve(givenUrl)
  return (serverUrl ??= startPostgres({ directory: join(findRunDirectory(), 'postgres'), database: 'postgres', durable: false }).then(({ url }) => url))
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
