import type { PublicClient } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { openChainReader, type ChainReader } from './reader'
import { readTransactionFees } from './transactionFees'

let chain: TokenChain
let reader: ChainReader
beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
})
afterAll(() => chain?.stop())

const [rich, other] = [toAccount(1), toAccount(2)]
const readBalance = async (account: string) => BigInt((await chain.rpc.call('eth_getBalance', account, 'latest')) as string)

it('is what the senders of transactions have less by', async () => {
  const before = 10n ** 18n
  for (const account of [rich, other]) await chain.rpc.call('anvil_setBalance', account, `0x${before.toString(16)}`)
  const send = (from: string, gasPrice: bigint) => chain.rpc.call('eth_sendTransaction', { from, to: other, data: '0x', gas: '0x989680', gasPrice: `0x${gasPrice.toString(16)}` }) as Promise<string>
  const hashes = [await send(rich, 3_000_000_007n), await send(other, 5_000_000_011n)]
  await chain.mine()
  const fees = await reader.readTransactionFees([...hashes, `0x${'9'.repeat(64)}`])
  expect(fees.slice(0, 2)).toEqual([
    { status: 'ok', sender: rich, wei: before - (await readBalance(rich)) },
    { status: 'ok', sender: other, wei: before - (await readBalance(other)) },
  ])
  // Plain sending costs 21,000 gas (Ethereum yellow paper, appendix G).
  expect(fees[0]).toMatchObject({ wei: 21_000n * 3_000_000_007n })
  expect(fees[2]).toEqual({ status: 'failed', reason: 'the endpoint knows no receipt of it' })
})

it('counts what a rollup pays Ethereum, and takes no other receipt for an answer', async () => {
  const hash = `0x${'a'.repeat(64)}`
  const ask = async (answer: unknown) => (await readTransactionFees({ request: () => Promise.resolve(answer) } as unknown as PublicClient, [hash]))[0]
  const receipt = { transactionHash: hash, from: rich, gasUsed: '0x2', effectiveGasPrice: '0x3' }
  expect(await ask({ ...receipt, l1Fee: '0x64' })).toEqual({ status: 'ok', sender: rich, wei: 106n })
  expect(await ask({ ...receipt, l1Fee: null })).toMatchObject({ wei: 6n })
  expect(await ask({ ...receipt, effectiveGasPrice: undefined })).toMatchObject({ status: 'failed', reason: expect.stringMatching('effectiveGasPrice') })
  expect(await ask({ ...receipt, transactionHash: `0x${'b'.repeat(64)}` })).toMatchObject({ status: 'failed' })
})
