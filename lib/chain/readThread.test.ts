import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBeside } from './readThread'
import type { TransfersQuestion } from './readTransfers'
import { scanTransfers, type LogQuestion, type ScannedTransfers } from './scanTransfers'

const question: LogQuestion = { address: `0x${'ab'.repeat(20)}`, topic: `0x${'cd'.repeat(32)}`, fromBlock: 0, toBlock: 2 ** 30 }
const toHex = (value: number, length: number) => value.toString(16).padStart(length, '0')
const toLog = (index: number) =>
  `{"address":"${question.address}","topics":["${question.topic}","0x${toHex(index * 7919, 64)}","0x${toHex(index * 104_729, 64)}"],` +
  `"data":"0x${toHex(index * 31, 64)}","blockNumber":"0x${(index + 5).toString(16)}","transactionHash":"0x${'ee'.repeat(32)}",` +
  `"transactionIndex":"0x1f","blockHash":"0x${'aa'.repeat(32)}","logIndex":"0x5","removed":false}`

/** The same for the same numbers: vitest compares arrays of numbers one by one, which takes a hundred times as long as all else here. */
const toLetters = (scanned: ScannedTransfers | null) =>
  scanned && JSON.stringify([scanned.lastBlockHash, Object.entries(scanned.transfers).map(([name, each]) => [name, ArrayBuffer.isView(each) ? Buffer.from(each.buffer, each.byteOffset, each.byteLength).toString('base64') : each])])

const text = `{"jsonrpc":"2.0","id":3,"result":[${Array.from({ length: 3000 }, (_, index) => toLog(index)).join(',')}]}`
const expected = scanTransfers(Buffer.from(text), question, 3)

let server: Server
let base: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/logs') response.writeHead(200, { 'content-length': text.length }).end(text)
    if (request.url === '/slow') response.writeHead(429, { 'retry-after': '7' }).end('slow down')
    if (request.url === '/cut') request.socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const toQuestion = (path: string, id = 3, mostBytes = 1e8): TransfersQuestion => ({
  request: { url: base + path, method: 'POST', headers: {}, body: '{}', mostBytes },
  question,
  id,
})
/** From the first question on, which waits for the thread to begin. */
const rounds = Array.from({ length: 8 }, (_, round) => round)

describe('readBeside', () => {
  it('finds what scanTransfers finds; of an answer to another question it gives the bytes', async () => {
    expect(expected!.transfers.count).toBe(3000)
    for (const _ of rounds) {
      const [one, other, again] = await Promise.all([3, 4, 3].map((id) => readBeside(toQuestion('/logs', id))))
      expect([one, other, again].map((answer) => toLetters(answer!.scanned))).toEqual([toLetters(expected), null, toLetters(expected)])
      expect([one!.content.length, Buffer.from(other!.content).toString() === text]).toEqual([0, true])
      await wait(100)
    }
  })

  it('answers a refusal with its status, its headers and its words', async () => {
    for (const _ of rounds.slice(4)) {
      const { status, headers, content, scanned } = await readBeside(toQuestion('/slow'))
      expect([status, headers['retry-after'], Buffer.from(content).toString(), scanned]).toEqual([429, '7', 'slow down', null])
    }
  })

  it('fails by name and code where there is no answer, one too long, or nobody waits any more', async () => {
    for (const _ of rounds.slice(4)) {
      await expect(readBeside(toQuestion('/logs', 3, 1e6))).rejects.toMatchObject({ name: 'ResponseBodyTooLargeError' })
      await expect(readBeside(toQuestion('/cut'))).rejects.toMatchObject({ code: 'ECONNRESET' })
      await expect(readBeside(toQuestion('/never'), AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'AbortError' })
      await expect(readBeside(toQuestion('/never'), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    }
  })
})
