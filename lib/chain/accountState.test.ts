import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { openChainReader, type ChainReader } from './reader'

let chain: TokenChain
let reader: ChainReader
beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
})
afterAll(() => chain?.stop())

const atNewest = async () => Number(await chain.rpc.call('eth_blockNumber'))
const slot = (index: number) => `0x${index.toString(16).padStart(64, '0')}` as const

it('reads code, and none where there is none, for more addresses than travel at once', async () => {
  const people = Array.from({ length: 230 }, (_, index) => toAccount(index))
  const codes = await reader.readCodes([chain.token, ...people, chain.pair], await atNewest())
  expect(codes).toHaveLength(232)
  expect(codes[0]).toEqual({ status: 'ok', bytes: await chain.rpc.call('eth_getCode', chain.token, 'latest') })
  expect(codes.slice(1, 231)).toEqual(people.map(() => ({ status: 'ok', bytes: '0x' })))
  expect(codes[231]).toEqual({ status: 'ok', bytes: await chain.rpc.call('eth_getCode', chain.pair, 'latest') })
})

it('reads storage as it was at the block', async () => {
  const address = toAccount(1)
  const before = await atNewest()
  await chain.rpc.call('anvil_setStorageAt', address, slot(7), slot(0xabc))
  await chain.mine()
  expect(await reader.readStorage([{ address, slot: slot(7) }, { address, slot: slot(8) }], await atNewest())).toEqual([
    { status: 'ok', bytes: slot(0xabc) },
    { status: 'ok', bytes: slot(0) },
  ])
  expect(await reader.readStorage([{ address, slot: slot(7) }], before - 1)).toEqual([{ status: 'ok', bytes: slot(0) }])
})

it('says what could not be read, and why, without the address of the endpoint', async () => {
  const [code, word] = await Promise.all([reader.readCodes([chain.token], 1_000_000), reader.readStorage([{ address: chain.token, slot: slot(0) }], 1_000_000)])
  for (const [result] of [code, word]) {
    expect(result).toMatchObject({ status: 'failed', reason: expect.stringMatching(/\w/) })
    expect(JSON.stringify(result)).not.toContain('127.0.0.1')
  }
})
