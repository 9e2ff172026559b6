import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { decodeEventLog, encodeAbiParameters, encodeEventTopics, erc20Abi, numberToHex, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { transferTopic } from '@/lib/sources/erc20'
import type { Address } from '../domain/address'
import { packTransfers, unpackTransfers } from '../ledger/packedTransfers'
import type { Transfer } from '../ledger/foldTransfers'
import { toRangeLogs } from './logsAnswer'
import { scanTransfers, type LogQuestion } from './scanTransfers'

const address = '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984' as Address
const question: LogQuestion = { address, topic: transferTopic, fromBlock: 0, toBlock: 1000 }
const blockHash = `0x${'ab'.repeat(32)}`
const toBytes = (answer: unknown) => new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(answer))
const toAnswer = (result: unknown, id: unknown = 7) => ({ jsonrpc: '2.0', id, result })

interface RawLog {
  address: string
  topics: Hex[]
  data: Hex
  blockNumber: string
  blockHash: string
  logIndex: string
  removed?: boolean
}

/** A log as viem itself encodes it. */
const toLog = ({ from, to, amount, blockNumber, logIndex }: Transfer): RawLog => ({
  address,
  topics: encodeEventTopics({ abi: erc20Abi, eventName: 'Transfer', args: { from, to } }) as Hex[],
  data: encodeAbiParameters([{ type: 'uint256' }], [amount]),
  blockNumber: numberToHex(blockNumber),
  blockHash,
  logIndex: numberToHex(logIndex),
  removed: false,
})

/** What viem's own decoder says of it; null where it is no ERC-20 transfer. */
function decodeWithViem({ topics, data, blockNumber, logIndex }: RawLog): Transfer | null {
  try {
    const { args } = decodeEventLog({ abi: erc20Abi, eventName: 'Transfer', topics: topics.map((topic) => topic.toLowerCase()) as [Hex], data, strict: true })
    const { from, to, value } = args as unknown as { from: string; to: string; value: bigint }
    return { from: from.toLowerCase() as Address, to: to.toLowerCase() as Address, amount: value, blockNumber: Number(blockNumber), logIndex: Number(logIndex) }
  } catch {
    return null
  }
}

const account = fc.bigInt(0n, 2n ** 160n - 1n).map((value) => numberToHex(value, { size: 20 }) as Address)
const transfers = fc
  .array(fc.record({ from: account, to: account, amount: fc.bigInt(0n, 2n ** 256n - 1n), step: fc.nat(2) }), { maxLength: 40 })
  .map((all) => {
    let blockNumber = 0
    return all.map(({ step, ...rest }, logIndex): Transfer => ({ ...rest, blockNumber: (blockNumber += step), logIndex }))
  })

describe('scanTransfers', () => {
  it('reads from the bytes what viem’s decoder reads, whatever the order of the fields', () => {
    fc.assert(
      fc.property(transfers, fc.boolean(), fc.boolean(), (all, reversed, further) => {
        const logs = all.map((transfer) => {
          const log = { ...toLog(transfer), ...(further ? { transactionHash: blockHash, transactionIndex: '0x1f', blockTimestamp: '0x5f', l1: null } : {}) }
          return reversed ? Object.fromEntries(Object.entries(log).reverse()) : log
        })
        const scanned = scanTransfers(toBytes(toAnswer(logs)), question, 7)
        expect(scanned).not.toBeNull()
        expect(unpackTransfers(scanned!.transfers)).toEqual(all.map(toLog).map(decodeWithViem))
        expect(scanned!.lastBlockHash).toBe(all.length > 0 ? blockHash : null)
      }),
    )
  })

  it('takes no answer that was changed anywhere in what it reads: each is left to JSON, which reads the same or refuses', () => {
    const all: Transfer[] = [1, 2, 3].map((step) => ({ from: numberToHex(step, { size: 20 }) as Address, to: address, amount: BigInt(step), blockNumber: step, logIndex: step }))
    const bytes = toBytes(toAnswer(all.map(toLog)))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (place, byte) => {
        const changed = bytes.slice()
        changed[place] = byte
        const scanned = scanTransfers(changed, question, 7)
        if (!scanned) return
        // Taken: then it is JSON, and says the same to a reader of JSON.
        const { result } = JSON.parse(new TextDecoder().decode(changed)) as { result: RawLog[] }
        expect(unpackTransfers(scanned.transfers)).toEqual(result.map(decodeWithViem))
      }),
      { numRuns: 3000 },
    )
    for (let end = 0; end < bytes.length; end += 1) expect(scanTransfers(bytes.subarray(0, end), question, 7)).toBeNull()
  })
})

describe('toRangeLogs', () => {
  const one: Transfer = { from: address, to: numberToHex(5, { size: 20 }) as Address, amount: 5n, blockNumber: 3, logIndex: 1 }
  const two: Transfer = { ...one, blockNumber: 4, logIndex: 0 }
  const read = (answer: unknown) => toRangeLogs(toBytes(answer), question, 7)

  it('reads unusual shapes as JSON: spaces, capital letters, no `removed`, logs out of order', () => {
    expect(unpackTransfers(toRangeLogs(toBytes(JSON.stringify(toAnswer([toLog(one)]), null, 1)), question, 7).transfers)).toEqual([one])
    expect(unpackTransfers(read(toAnswer([{ ...toLog(one), address: address.toUpperCase().replace('0X', '0x') }])).transfers)).toEqual([one])
    expect(unpackTransfers(read(toAnswer([toLog(two), toLog(one)])).transfers)).toEqual([one, two])
    expect(unpackTransfers(read({ result: [toLog(one)], id: 7, jsonrpc: '2.0' }).transfers)).toEqual([one])
  })

  it('puts what is no ERC-20 transfer aside', () => {
    const nft = { ...toLog(two), topics: [...toLog(two).topics, blockHash] }
    expect(read(toAnswer([toLog(one), nft]))).toMatchObject({ length: 2, odd: [{ blockNumber: 4 }], transfers: packTransfers([one]), last: { block: 4 } })
  })

  it.each([
    ['another question’s answer', toAnswer([], 8), 'another question'],
    ['null', toAnswer(null), 'null'],
    ['HTML', '<html>Bad gateway</html>', 'no JSON'],
    ['a log twice', toAnswer([toLog(one), toLog(one)]), 'twice'],
    ['a removed log', toAnswer([{ ...toLog(one), removed: true }]), 'removed'],
    ['a log of another block', toAnswer([{ ...toLog(one), blockNumber: '0x3e9' }]), 'block 1001'],
    ['a log of another token', toAnswer([{ ...toLog(one), address: blockHash.slice(0, 42) }]), 'a log of 0xabab'],
    ['a log without its block', toAnswer([{ ...toLog(one), blockHash: null }]), 'logs that are none'],
    ['a body that was cut off', JSON.stringify(toAnswer([toLog(one)])).slice(0, -3), 'no JSON'],
  ])('refuses %s', (_, answer, words) => expect(() => read(answer)).toThrow(words))

  it('throws the node’s own error', () => {
    expect(() => read({ jsonrpc: '2.0', id: 7, error: { code: -32005, message: 'query returned more than 10000 results' } })).toThrow('more than 10000 results')
  })
})

const recordings = path.resolve(process.env.LORENZ_DATA_FIXTURES ?? path.join('..', 'shared', 'data'), 'rpc-mainnet', 'eth_getLogs')

describe.skipIf(!existsSync(recordings))('logs recorded from a mainnet node (skipped where the recordings are absent)', () => {
  it('are read as viem’s decoder reads them, each', () => {
    let read = 0
    for (const name of readdirSync(recordings))
      for (const { response } of JSON.parse(readFileSync(path.join(recordings, name), 'utf8')) as { response: { result: RawLog[] | null } }[])
        for (const log of response.result ?? []) {
          const asked = { address: log.address.toLowerCase() as Address, topic: transferTopic, fromBlock: 0, toBlock: 1e9 } as const
          const expected = log.topics[0] === transferTopic ? decodeWithViem(log) : null
          const scanned = scanTransfers(toBytes(toAnswer([log])), asked, 7)
          expect(scanned === null ? null : unpackTransfers(scanned.transfers)[0]).toEqual(expected)
          read += 1
        }
    expect(read).toBeGreaterThan(900)
  })
})
