import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorkerUtils, runOnce, type WorkerUtils } from 'graphile-worker'
import { loadOpenCrossings, saveAlert } from '@/db/alerts'
import { createSmallLedger, toBlock, type SmallLedger } from '@/tests/smallLedger'
import { checkAlerts, tellCrossing } from './alerts'

let ledger: SmallLedger
let utils: WorkerUtils
let server: Server
let answers: number[]
const told: { id: string; body: Record<string, unknown> }[] = []
let url: string
let day = 0

beforeAll(async () => {
  ledger = await createSmallLedger()
  utils = await makeWorkerUtils({ connectionString: ledger.url })
  await utils.migrate()
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      told.push({ id: String(request.headers['webhook-id']), body: JSON.parse(body) as Record<string, unknown> })
      response.writeHead(answers.shift() ?? 204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(async () => {
  server?.close()
  await utils?.release()
  await ledger?.close()
})

/** A snapshot in which so many holders have one token each, and the look that follows it. */
async function take(holders: number): Promise<void> {
  const block = toBlock(day++)
  await ledger.change(block, Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index + 1, index < holders ? 1 : 0])))
  await ledger.takeSnapshot(block)
  await look()
}
const look = () => checkAlerts({ protocol: ledger.protocol, database: ledger.database, queue: { addJobs: utils.addJobs.bind(utils), withPgClient: utils.withPgClient.bind(utils) } })

/** Lets the queue do what is due. */
const work = () =>
  runOnce({
    connectionString: ledger.url,
    taskList: { call: async (payload) => void (await tellCrossing(ledger.database, payload, { allowsPrivate: true, now: 1_700_000_000 })) },
    noHandleSignals: true,
  })

it('tells each crossing once, not what was so already, and again only after it was undone', async () => {
  answers = []
  await saveAlert(ledger.database, { protocol: 'small-swap', metric: 'holders', lens: 'raw', comparison: 'below', threshold: 10, url, secret: 'a secret of many words' })
  await take(8)
  await work()
  expect(told).toEqual([])
  for (const holders of [12, 9, 7, 10, 3]) {
    await take(holders)
    await look()
    await work()
  }
  expect(told.map(({ body }) => [body.type, body.metric, body.comparison, body.threshold, body.value])).toEqual([
    ['crossing', 'holders', 'below', 10, 9],
    ['crossing', 'holders', 'below', 10, 3],
  ])
  expect(told[0]!.body).toMatchObject({ protocol: 'small-swap', block_number: toBlock(2).number, block_hash: toBlock(2).hash, block_time: '2026-01-03T23:59:59Z' })
})

it('tries again what nobody took, under the same name, and never what was taken', async () => {
  told.length = 0
  answers = [500, 204]
  await take(15)
  await take(2)
  // Two looks at once put the call in the queue once.
  await Promise.all([look(), look()])
  await work()
  expect(told.length).toBe(1)
  expect(await loadOpenCrossings(ledger.database, 'small-swap')).toHaveLength(1)
  await look()
  await ledger.database.pool.query(`update graphile_worker._private_jobs set run_at = now()`)
  await work()
  expect(told.length).toBe(2)
  expect(told[0]!.id).toBe(told[1]!.id)
  await look()
  await work()
  expect(told.length).toBe(2)
  expect(await loadOpenCrossings(ledger.database, 'small-swap')).toEqual([])
})
