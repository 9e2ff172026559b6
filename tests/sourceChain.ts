import { z } from 'zod'
import { openChainReader } from '@/lib/chain/reader'
import { toTopicFilter } from '@/lib/chain/eventLogs'
import { logSchema, type Log } from '@/lib/chain/log'
import { startAnvil } from '@/lib/demo/anvil'
import { loadArtifact, loadMulticall3CreationCode } from '@/lib/demo/artifact'
import { openRpc } from '@/lib/demo/rpc'
import { StoryChain } from '@/lib/demo/storyChain'
import { addressSchema, type Address } from '@/lib/domain/address'
import type { ContractOwnership } from '@/lib/domain/contractOwnership'
import type { Claim } from '@/lib/domain/distribution'
import { wrapperSchema, type Token, type Wrapper } from '@/lib/domain/protocol'
import { foldTransfers } from '@/lib/ledger/foldTransfers'
import { toTransfer, transferTopic } from '@/lib/sources/erc20'
import { toHoldings } from './toHoldings'
import type { LogFilter, Source, SourceInput } from '@/lib/sources/source'

export type SourceChain = Awaited<ReturnType<typeof startSourceChain>>

export const deployer = `0x${'d'.repeat(40)}` as Address
export const [ann, bob, carl] = ['aa', 'bb', 'cc'].map((pair) => `0x${pair.repeat(20)}` as Address) as [Address, Address, Address]

/** Unix seconds of the first block */
const genesis = Date.UTC(2024, 0, 1) / 1000

type WrapperFacts = Pick<Wrapper, 'address' | 'assets'> & Partial<Wrapper>

/**
 * A small real chain to try sources on: two UNI tokens, `token` and `other`, of which ann, bob and carl have 10,000 each, and what a source is handed
 * at its newest block. All happens at times that the test names.
 */
export async function startSourceChain() {
  const anvil = await startAnvil({ timestamp: genesis, gasLimit: 1e12, autoImpersonate: true, noMining: true, slotsInAnEpoch: 1, pruneHistory: 10_000 })
  const rpc = openRpc(anvil.url)
  const chain = new StoryChain(rpc, genesis)
  await chain.place('0xca11bde05977b3631167028862be2a173976ca11', loadMulticall3CreationCode())
  const reader = await openChainReader({ chainId: 31337, urls: [anvil.url] })
  const later = BigInt(genesis + 10 ** 9)
  const [token, other] = [0, 1].map(() => chain.deploy(deployer, loadArtifact('uni'), [deployer, deployer, later]))
  for (const contract of [token!, other!]) for (const person of [ann, bob, carl]) chain.send(deployer, contract, 'transfer', [person, 10_000n])
  await chain.mine(genesis + 12)

  const readLogs = async ({ address, ...asked }: LogFilter): Promise<Log[]> =>
    z.array(logSchema).parse(await rpc.call('eth_getLogs', { address, topics: toTopicFilter(asked), fromBlock: '0x0', toBlock: 'latest' }))

  async function readBalances(address: Address): Promise<Claim[]> {
    const balances = new Map<Address, bigint>()
    const logs = await readLogs({ address, topics: [transferTopic] })
    foldTransfers(balances, logs.map(toTransfer).flatMap((reading) => (reading.status === 'transfer' ? [reading.transfer] : [])))
    return [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
  }

  /** What the pipeline hands a source at the newest block, with the ledgers of further tokens; answers as they come back from where they are kept. */
  async function toInput(source: Source, wrapper: Wrapper, followed: readonly Address[] = []): Promise<SourceInput> {
    const kept = [...new Set([token!.address, other!.address, ...followed, ...source.ledgers(wrapper)])]
    const ledgers = new Map(await Promise.all(kept.map(async (address) => [address, await readBalances(address)] as const)))
    const logs = (await Promise.all(source.logs(wrapper).map(readLogs))).flat().sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
    const input = { wrapper, logs, ...toHoldings((address) => ledgers.get(address) ?? []) }
    const { answers, gaps } = (await source.read?.(input, reader, chain.blockNumber)) ?? { answers: null, gaps: [] }
    if (gaps.length > 0) throw new Error(gaps.map(({ subject, reason }) => `${subject}: ${reason}`).join('\n'))
    return { ...input, answers: JSON.parse(JSON.stringify(answers)) as unknown }
  }

  return {
    chain,
    url: anvil.url,
    rpc,
    reader,
    token: token!,
    other: other!,
    toInput,
    readOwnerships: async (source: Source, wrapper: Wrapper, followed?: readonly Address[]): Promise<readonly ContractOwnership[]> => source.toOwnerships(await toInput(source, wrapper, followed)),
    /** As the contract of the token says it, not our ledger */
    readBalance: async (asset: typeof token, account: Address) => z.bigint().parse(await chain.read(asset!, 'balanceOf', [account])),
    stop: anvil.stop,
  }
}

/** A wrapper with all that a test has no need to say. */
export const toWrapper = (source: string, facts: WrapperFacts): Wrapper =>
  wrapperSchema.parse({ source, name: source, firstBlock: 0, fact: 'deployed by the test', ...facts })

/** An ERC-20 token with all that a test has no need to say. */
export const toToken = (address: string): Token => ({ chainId: 31337, address: addressSchema.parse(address), symbol: 'T', name: 'T', decimals: 18, firstBlock: 0 })

/** Σ claims + unresolved: what the wrapper's balance must be where claims are in units of the asset. */
export const sumOf = ({ claims, unresolved }: ContractOwnership) => [...claims, ...unresolved].reduce((sum, { amount }) => sum + amount, 0n)
