import { decodeFunctionResult, encodeDeployData, encodeFunctionData, type Abi } from 'viem'
import { z } from 'zod'
import { logSchema, type Log } from '@/lib/chain/log'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { startAnvil } from '@/lib/demo/anvil'
import { loadArtifact, loadMulticall3CreationCode, type Artifact, type PublishedContract } from '@/lib/demo/artifact'
import { openRpc } from '@/lib/demo/rpc'
import { inChainOrder } from '@/lib/domain/chainOrder'
import { addressSchema, type Address } from '@/lib/domain/address'
import type { Claim } from '@/lib/domain/distribution'
import type { Wrapper } from '@/lib/domain/protocol'
import type { Gap } from '@/lib/domain/snapshot'
import { foldTransfers } from '@/lib/ledger/foldTransfers'
import { toTransfer, transferTopic } from '@/lib/sources/erc20'
import type { Source, SourceInput } from '@/lib/sources/source'
import { toHoldings } from './toHoldings'
import { deployer } from './tokenChain'

const genesis = Date.UTC(2024, 0, 1) / 1000

/** A real chain to try exchanges on: each call is a block of its own, made by any account without a key, and must succeed. */
export type ExchangeChain = Awaited<ReturnType<typeof startExchangeChain>>

export async function startExchangeChain() {
  const anvil = await startAnvil({ timestamp: genesis, autoImpersonate: true, noMining: true, slotsInAnEpoch: 1, pruneHistory: 10_000 })
  const rpc = openRpc(anvil.url)
  const abis = new Map<Address, Abi>()
  const receiptSchema = z.object({ status: z.string(), blockNumber: z.string(), contractAddress: addressSchema.nullable() })

  async function send(from: Address, to: Address | null, data: `0x${string}`, what: string) {
    const transaction = { from, ...(to ? { to } : {}), data, gas: '0x989680', gasPrice: '0x0' }
    const hash = await rpc.call('eth_sendTransaction', transaction)
    await rpc.call('evm_mine')
    const receipt = receiptSchema.parse(await rpc.call('eth_getTransactionReceipt', hash))
    if (receipt.status !== '0x1') await rpc.call('eth_call', transaction, 'latest').then(() => Promise.reject(new Error(`${what} failed`)))
    return receipt
  }

  async function deploy(artifact: Artifact | PublishedContract, args: readonly unknown[] = []): Promise<Address> {
    const { abi, bytecode, name } = typeof artifact === 'string' ? loadArtifact(artifact) : artifact
    const { contractAddress } = await send(deployer, null, encodeDeployData({ abi, bytecode, args }), `new ${name}`)
    abis.set(contractAddress!, abi)
    return contractAddress!
  }

  const act = async (from: Address, to: Address, functionName: string, ...args: unknown[]) =>
    Number((await send(from, to, encodeFunctionData({ abi: abis.get(to)!, functionName, args }), `${functionName}(${args.map(String).join(', ')})`)).blockNumber)

  async function ask(to: Address, functionName: string, ...args: unknown[]): Promise<unknown> {
    const abi = abis.get(to)!
    const data = (await rpc.call('eth_call', { to, data: encodeFunctionData({ abi, functionName, args }) }, 'latest')) as `0x${string}`
    return decodeFunctionResult({ abi, functionName, data })
  }

  /** Does something that is undone again: what it gave back is what would happen. */
  async function tryOut<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const id = await rpc.call('evm_snapshot')
    const result = await attempt()
    await rpc.call('evm_revert', id)
    return result
  }

  async function readLogs(address: Address, topics: readonly string[], toBlock: number): Promise<Log[]> {
    return z.array(logSchema).parse(await rpc.call('eth_getLogs', { address, topics: [topics], fromBlock: '0x0', toBlock: `0x${toBlock.toString(16)}` }))
  }

  async function readBalances(token: Address, block: number): Promise<Claim[]> {
    const transfers = (await readLogs(token, [transferTopic], block)).flatMap((log) => {
      const reading = toTransfer(log)
      return reading.status === 'transfer' ? [reading.transfer] : []
    })
    const balances = new Map<Address, bigint>()
    foldTransfers(balances, transfers)
    return [...balances].filter(([, amount]) => amount > 0n).map(([account, amount]) => ({ account, amount }))
  }

  await rpc.call('anvil_setCode', '0xcA11bde05977b3631167028862bE2a173976CA11', await rpc.call('eth_call', { data: loadMulticall3CreationCode() }, 'latest'))
  const reader: ChainReader = await openChainReader({ chainId: 31337, urls: [anvil.url] })

  /** What a source is handed for a wrapper at the newest block, its answers included; `asked` answers in the node's place. */
  async function toInput(source: Source, wrapper: Wrapper, asked: Pick<ChainReader, 'readContracts' | 'readBlock'> = reader): Promise<{ input: SourceInput; gaps: Gap[] }> {
    const block = Number(await rpc.call('eth_blockNumber'))
    const tokens = new Set([...source.ledgers(wrapper), ...wrapper.assets])
    const ledgers = new Map(await Promise.all([...tokens].map(async (token) => [token, await readBalances(token, block)] as const)))
    const logs = (await Promise.all(source.logs(wrapper).map(({ address, topics }) => readLogs(address, topics, block)))).flat()
    logs.sort(inChainOrder)
    const input = { wrapper, ...toHoldings((token) => ledgers.get(token) ?? []), logs }
    const { answers, gaps } = (await source.read?.(input, asked, block)) ?? { answers: null, gaps: [] }
    // As they are kept: JSON.
    return { input: { ...input, answers: JSON.parse(JSON.stringify(answers)) }, gaps }
  }

  /** A UNI token, all 10²⁷ units of it held by the deployer. */
  const deployToken = () => deploy('uni', [deployer, deployer, BigInt(genesis + 4000 * 86_400)])
  const know = (address: Address, abi: Abi) => void abis.set(address, abi)
  return { anvil, rpc, deploy, deployToken, know, act, ask, tryOut, toInput, reader, stop: anvil.stop }
}
