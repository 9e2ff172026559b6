import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { reportPeak, toPeakRssMb, type ProcessCost } from '../measureProcess'
import { toDigest } from './history'
import { writePonderApp, type PonderApp } from './ponderApp'

const namespace = 'ponder'

/**
 * Ponder on the same history: installed into a folder of its own, started on an empty database, its balances held against the generator's.
 * The clock runs from when its server answers, so that starting is no part of the time, to when it says that it is ready.
 *
 * @throws Error where it does not install, ends too early, or its balances differ
 */
export async function measurePonder(options: { app: PonderApp; directory: string; databaseUrl: string; digest: string }): Promise<ProcessCost> {
  const { app, directory, databaseUrl, digest } = options
  await writePonderApp(directory, app)
  await promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: directory })
  const cost = await runPonder(directory, databaseUrl)
  const found = await readDigest(databaseUrl)
  if (found !== digest) throw new Error(`Ponder's balances are wrong: expected the digest ${digest}, found ${found}`)
  return cost
}

async function runPonder(directory: string, databaseUrl: string): Promise<ProcessCost> {
  const port = await findFreePort()
  const bin = path.join(directory, 'node_modules', 'ponder', 'dist', 'esm', 'bin', 'ponder.js')
  const child = spawn(process.execPath, ['--import', reportPeak, bin, 'start', '--schema', namespace, '--port', String(port)], {
    cwd: directory,
    env: { ...process.env, DATABASE_URL: databaseUrl, PONDER_TELEMETRY_DISABLED: 'true', PONDER_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (written += text))
  const closed = once(child, 'close')
  const waitFor = async (page: 'health' | 'ready') => {
    while (!(await answers(`http://127.0.0.1:${port}/${page}`))) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Ponder ended before it was ready: ${written}`)
      await wait(50)
    }
  }
  try {
    await waitFor('health')
    const began = performance.now()
    await waitFor('ready')
    const seconds = (performance.now() - began) / 1000
    child.kill()
    await closed
    return { seconds, peakRssMb: toPeakRssMb(written) }
  } finally {
    child.kill('SIGKILL')
  }
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function readDigest(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ address: string; balance: string }>(`select address, balance::text from ${namespace}.account`)
    return toDigest(rows.map(({ address, balance }) => [address.slice(2), BigInt(balance)] as const))
  } finally {
    await client.end()
  }
}
