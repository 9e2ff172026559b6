import { describe, expect, it } from 'vitest'
import { scanBeside } from './scanThread'
import { scanTransfers, type LogQuestion, type ScannedTransfers } from './scanTransfers'

const question: LogQuestion = { address: `0x${'ab'.repeat(20)}`, topic: `0x${'cd'.repeat(32)}`, fromBlock: 0, toBlock: 2 ** 30 }
const toHex = (value: number, length: number) => value.toString(16).padStart(length, '0')
const toLog = (index: number) =>
  `{"address":"${question.address}","topics":["${question.topic}","0x${toHex(index * 7919, 64)}","0x${toHex(index * 104_729, 64)}"],` +
  `"data":"0x${toHex(index * 31, 64)}","blockNumber":"0x${(index + 5).toString(16)}","transactionHash":"0x${'ee'.repeat(32)}",` +
  `"transactionIndex":"0x1f","blockHash":"0x${'aa'.repeat(32)}","logIndex":"0x5","removed":false}`

function toShared(text: string): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(text.length))
  bytes.set(Buffer.from(text))
  return bytes
}

/** The same for the same numbers: vitest compares arrays of numbers one by one, which takes a hundred times as long as all else here. */
const toLetters = (scanned: ScannedTransfers | null) =>
  scanned && JSON.stringify([scanned.lastBlockHash, Object.entries(scanned.transfers).map(([name, each]) => [name, ArrayBuffer.isView(each) ? Buffer.from(each.buffer, each.byteOffset, each.byteLength).toString('base64') : each])])

const answer = toShared(`{"jsonrpc":"2.0","id":3,"result":[${Array.from({ length: 3000 }, (_, index) => toLog(index)).join(',')}]}`)
const expected = scanTransfers(answer, question, 3)

describe('scanBeside', () => {
  it('finds what scanTransfers finds, from the first answer on and when its thread is there', async () => {
    expect(expected!.transfers.count).toBe(3000)
    for (let round = 0; round < 40; round += 1) {
      const answers = await Promise.all([scanBeside(answer, question, 3), scanBeside(answer, question, 4), scanBeside(answer, question, 3)])
      expect(answers.map(toLetters)).toEqual([toLetters(expected), null, toLetters(expected)])
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
})
