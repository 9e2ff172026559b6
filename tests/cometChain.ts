import { encodeFunctionData } from 'viem'
import { expect } from 'vitest'
import { openChainReader } from '@/lib/chain/reader'
import type { Log } from '@/lib/chain/log'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import { toFinalOwners } from '@/lib/ownership/lookThrough'
import { comet } from '@/lib/sources/comet'
import { toCometTopics } from '@/lib/sources/cometBooks'
import { cometAbi, openCometMarket } from './cometMarket'
import { act, ask } from './contracts'
import { toWrapper } from './sourceChain'
import { toHoldings } from './toHoldings'
import { deployer, genesis, startTokenChain, toAccount } from './tokenChain'

const unit = 10n ** 18n

/** Who lends and borrows: each has 100,000 of every token. */
export const people = [1, 2, 3, 4, 5, 6].map(toAccount) as [Address, Address, Address, Address, Address, Address]

export type CometChain = Awaited<ReturnType<typeof startCometChain>>

/**
 * A token chain with a Compound v3 market: its other UNI is lent; UNI for 5 dollars and a third token for 20 are collateral. What a source is handed of it
 * at the newest block comes from the logs of everything that `run` did.
 *
 * @param yearly interest, as openCometMarket takes it
 */
export async function startCometChain(yearly: bigint) {
  const chain = await startTokenChain()
  const reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  const third = await chain.deploy(loadArtifact('uni'), [deployer, deployer, BigInt(genesis + 10 ** 9)])
  const { token, other: lent } = chain
  const { comet: market, feeds } = await openCometMarket(chain, { base: lent, collateral: [{ asset: token, price: 5n }, { asset: third, price: 20n }], yearly })
  const wrapper = toWrapper('comet', { address: market, assets: [token, lent, third], contracts: { baseToken: lent } })
  const topics: readonly string[] = toCometTopics(wrapper)
  const logs: Log[] = []

  async function run(from: Address, to: Address, functionName: string, args: readonly unknown[], seconds = 12) {
    const written = await act(chain, from, to, encodeFunctionData({ abi: cometAbi, functionName, args } as never), seconds)
    logs.push(...written.filter((log) => log.address === market && topics.includes(log.topics[0]!)))
    return written
  }
  const read = <Answer>(name: string, args: readonly unknown[] = [], of = market) => ask(chain, of, cometAbi, name, args) as Promise<Answer>
  const held = (asset: Address) => read<bigint>('balanceOf', [market], asset)
  const newest = async () => Number(await chain.rpc.call('eth_blockNumber'))

  /** What the source is handed and asks at the newest block, and what it makes of that; answers as they come back from where they are kept. */
  async function resolve() {
    const amounts = new Map(await Promise.all(wrapper.assets.map(async (asset) => [asset, await held(asset)] as const)))
    const input = { wrapper, logs: [...logs], ...toHoldings((asset) => [{ account: market, amount: amounts.get(asset) ?? 0n }]) }
    const { answers, gaps } = await comet.read!(input, reader, await newest())
    expect(gaps).toEqual([])
    return { input, answers, ownerships: comet.toOwnerships({ ...input, answers: JSON.parse(JSON.stringify(answers)) }) }
  }

  /** Who owns what the market holds of a token, after look-through, with what stays unresolved by its reason. */
  async function ownersOf(asset: Address): Promise<Record<string, bigint>> {
    const { ownerships } = await resolve()
    const { owners, unresolved } = toFinalOwners([{ account: market, amount: await held(asset) }], ownerships, asset)
    return Object.fromEntries([...owners.map(({ account, amount }) => [account, amount]), ...unresolved.map(({ reason, amount }) => [reason, amount])])
  }

  for (const asset of wrapper.assets)
    for (const account of people) {
      await run(deployer, asset, 'transfer', [account, 100_000n * unit])
      await run(account, asset, 'approve', [market, 2n ** 96n - 1n])
    }
  const inMarket = (from: Address, name: string, args: readonly unknown[], seconds?: number) => run(from, market, name, args, seconds)
  return { token, lent, third, market, feeds, wrapper, reader, run, inMarket, read, held, newest, resolve, ownersOf, stop: chain.stop }
}
