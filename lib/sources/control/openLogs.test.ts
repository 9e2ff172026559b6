import { expect, it } from 'vitest'
import type { ChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { openLogs } from './openLogs'

const [known, found] = [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`] as [Address, Address]
const topic = `0x${'a'.repeat(64)}` as const

/** A chain of 1,000 blocks in which the second contract has code from block 613 on; what was asked is written down. */
function toReader(codes?: ChainReader['readCodes']) {
  const asked: [Address, number][] = []
  const reader: Pick<ChainReader, 'readCodes' | 'readEvents'> = {
    readCodes: codes ?? (async (addresses, block) => addresses.map(() => ({ status: 'ok', bytes: block < 613 ? '0x' : '0x60' }))),
    readEvents: async function* ({ address, fromBlock, toBlock }) {
      asked.push([address, fromBlock])
      yield { fromBlock, toBlock, logs: [] }
    },
  }
  return { reader, asked }
}

it('begins where the contract did: as is known, or as the node says, and asks once', async () => {
  const { reader, asked } = toReader()
  const readLogs = openLogs(reader, 1000, new Map([[known, 77]]))
  await Promise.all([readLogs(known, [topic]), readLogs(found, [topic]), readLogs(found, [topic])])
  expect(asked.sort()).toEqual([[known, 77], [found, 613]])
})

it('with a node that keeps no old states, at the chain’s beginning', async () => {
  let codes = 0
  const { reader, asked } = toReader(async () => (codes++, [{ status: 'failed', reason: 'missing trie node' }]))
  const readLogs = openLogs(reader, 1000, new Map())
  expect([await readLogs(found, [topic]), await readLogs(known, [topic])]).toEqual([[], []])
  expect(asked).toEqual([[found, 0], [known, 0]])
  // It is believed the first time.
  expect(codes).toBe(1)
})
