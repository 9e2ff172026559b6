import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { keccak256, toBytes } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { logSchema, type Log } from '../chain/log'
import { toTransfer, transferTopic } from './erc20'

const from = `0x${'0'.repeat(24)}${'a'.repeat(40)}`
const to = `0x${'0'.repeat(24)}${'b'.repeat(40)}`
const log = (changes: Partial<Log>): Log => ({
  address: `0x${'c'.repeat(40)}`,
  topics: [transferTopic, from, to],
  data: `0x${'5'.padStart(64, '0')}`,
  blockNumber: 7,
  blockHash: `0x${'d'.repeat(64)}`,
  logIndex: 3,
  ...changes,
})

describe('toTransfer', () => {
  it('has the topic of Transfer(address,address,uint256)', () => {
    expect(transferTopic).toBe(keccak256(toBytes('Transfer(address,address,uint256)')))
  })
  it('reads sender, receiver and amount', () => {
    expect(toTransfer(log({}))).toEqual({
      status: 'transfer',
      transfer: { from: `0x${'a'.repeat(40)}`, to: `0x${'b'.repeat(40)}`, amount: 5n, blockNumber: 7, logIndex: 3 },
    })
  })
  it.each([
    ['an ERC-721 transfer', { topics: [transferTopic, from, to, from] }, 'four topics'],
    ['a log with nothing indexed', { topics: [transferTopic], data: `0x${'0'.repeat(192)}` }, '1 topics'],
    ['another event', { topics: [from, from, to] }, 'its first topic'],
    ['short data', { data: '0x05' }, 'its data has 1 bytes'],
    ['an address of 21 bytes', { topics: [transferTopic, `0x${'0'.repeat(22)}01${'a'.repeat(40)}`, to] }, 'more than 20 bytes'],
  ])('rejects %s and says why', (_, changes, reason) => {
    expect(toTransfer(log(changes))).toEqual({ status: 'rejected', reason: expect.stringContaining(reason) })
  })
})

const recordings = path.resolve(process.env.LORENZ_DATA_FIXTURES ?? path.join('..', 'shared', 'data'), 'rpc-mainnet')

describe.skipIf(!existsSync(recordings))('logs recorded from a mainnet node (skipped where the recordings are absent)', () => {
  const logs = new Map<string, Log>()
  const flat: { block: string; log_index: string; from: string; to: string; value_or_id: string; kind: string; source_file: string }[] = []

  beforeAll(() => {
    const folder = path.join(recordings, 'eth_getLogs')
    for (const name of readdirSync(folder))
      for (const { response } of JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { response: { result: unknown } }[])
        for (const log of z.array(logSchema).parse(response.result ?? [])) logs.set(`${log.blockNumber}/${log.logIndex}`, log)
    const rows = parse(readFileSync(path.join(recordings, 'transfers_flat_derived.csv')), { columns: true }) as typeof flat
    flat.push(...rows.filter(({ source_file }) => source_file.startsWith('eth_getLogs/')))
  })

  // The flat file was laid out by someone else's decoder: what it says is expected, never what ours printed.
  it('are read as the recordings’ own flat file says, each of 906', () => {
    expect(flat).toHaveLength(906)
    for (const { block, log_index, from, to, value_or_id, kind } of flat) {
      const reading = toTransfer(logs.get(`${block}/${log_index}`)!)
      if (kind === 'erc20') expect(reading).toMatchObject({ status: 'transfer', transfer: { from, to, amount: BigInt(value_or_id) } })
      else expect(reading).toMatchObject({ status: 'rejected', reason: expect.stringContaining(kind === 'erc721' ? 'four topics' : '1 topics') })
    }
  })
})
