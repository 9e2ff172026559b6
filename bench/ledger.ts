import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'
import { migrate } from '@/db/migrate'
import { saveProtocol } from '@/db/protocols'
import { openRpc } from '@/lib/demo/rpc'
import { protocolSchema } from '@/lib/domain/protocol'
import type { TransferHistory } from './ledger/history'
import { measurePonder } from './ledger/ponder'
import { tokenAddress } from './ledger/renderLogs'
import { verifyLedger } from './ledger/verify'

const holders = 150_000

const start = (file: string, ...args: string[]): ChildProcess =>
  fork(path.join(import.meta.dirname, 'ledger', file), args, { execArgv: ['--import', 'tsx'] })

async function ask<T>(file: string, question: object): Promise<T> {
  const child = start(file)
  child.send(question)
  const [answer] = (await Promise.race([once(child, 'message'), failure(child, file)])) as [T]
  return answer
}

const failure = (child: ChildProcess, file: string) =>
  once(child, 'exit').then(([code]): never => {
    throw new Error(`bench/ledger/${file} ended with ${code} before it answered`)
  })

type Expected = TransferHistory['expected'] & Pick<TransferHistory, 'firstBlock' | 'lastBlock'>

/**
 * `npm run -s bench -- ledger`: a token's whole history from a node into Postgres, against viem fetching and parsing the same answers and,
 * where that is wanted, against Ponder on the same server and a database of its own.
 */
export async function benchLedger(logs: number, { againstPonder }: { againstPonder: boolean }): Promise<Record<string, number>> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lorenz-bench-'))
  const node = start('node.ts', String(logs), String(holders))
  const postgres = await startPostgres({ directory: path.join(directory, 'postgres') })
  const database = openDatabase(postgres.url)
  try {
    const [port] = (await Promise.race([once(node, 'message'), failure(node, 'node.ts')])) as [number]
    const url = `http://127.0.0.1:${port}`
    const rpc = openRpc(url)
    const { firstBlock, lastBlock, ...expected } = (await rpc.call('bench_expected')) as Expected
    await migrate(database)
    const protocol = await saveProtocol(database, toProtocol(firstBlock), 0)
    const sync = await ask<{ seconds: number; cpuSeconds: number; peakRssMb: number }>('sync.ts', { url, databaseUrl: postgres.url })
    const ranges = await rpc.call('bench_takeServed')
    const bytes = await verifyLedger({ database, protocol, url, expected })
    const floor = await ask<{ seconds: number; logs: number }>('floor.ts', { url, ranges })
    if (floor.logs !== logs) throw new Error(`the floor read ${floor.logs} logs of ${logs}`)
    const comparePonder = async () => {
      const app = { url, firstBlock, lastBlock }
      const own = await startPostgres({ directory: path.join(directory, 'postgres'), database: 'ponder' })
      const options = { app, directory: path.join(directory, 'ponder'), databaseUrl: own.url, digest: expected.digest }
      const { seconds, peakRssMb } = await measurePonder(options).finally(own.stop)
      return {
        ponderSeconds: round(seconds),
        ponderPeakRssMb: Math.round(peakRssMb),
        quotient: round(seconds / sync.seconds),
      }
    }
    return {
      logs,
      floorSeconds: round(floor.seconds),
      syncSeconds: round(sync.seconds),
      syncCpuSeconds: round(sync.cpuSeconds),
      ratio: round(sync.seconds / floor.seconds),
      logsPerSecond: Math.round(logs / sync.seconds),
      peakRssMb: Math.round(sync.peakRssMb),
      bytesPerTransfer: round(bytes / logs),
      ...(againstPonder ? await comparePonder() : {}),
    }
  } finally {
    node.kill()
    await database.close()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

const toProtocol = (firstBlock: number) =>
  protocolSchema.parse({
    slug: 'bench',
    name: 'Bench',
    category: 'exchange',
    website: 'https://example.org/',
    token: { chainId: 1, address: tokenAddress, symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock },
    pools: [],
    labels: [],
  })

const round = (value: number) => Math.round(value * 100) / 100
