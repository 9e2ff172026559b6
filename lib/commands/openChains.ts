import type { Database } from '@/db/database'
import { forgetChain, loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import type { Environment } from '@/lib/domain/environment'
import { chooseProtocols } from './chooseProtocols'
import { follow } from './follow'
import { openDemo } from './openDemo'
import type { Reporter } from './reporter'

export interface OpenChains {
  /** What is followed, in the registry's order */
  protocols: TrackedProtocol[]
  readers: ReadonlyMap<number, ChainReader>
  /** null where real chains are read */
  demoChain: { chainId: number; url: string } | null
  close: () => Promise<void>
}

export interface ChainQuestion {
  environment: Environment
  /** Slugs that were picked; null for all */
  names: readonly string[] | null
  live: boolean
  database: Database
  reporter: Reporter
}

/**
 * Opens what is to be read: the demo chain, or, where an endpoint is set, protocols were picked or `live` is given, real chains. What is
 * read is noted in the database as followed.
 *
 * @throws UsageError for a protocol or chain that cannot be read
 */
export async function openChains(question: ChainQuestion): Promise<OpenChains> {
  const { environment, names, live, reporter } = question
  if (names === null && !live && environment.rpcUrls.size === 0) return openDemo(question)
  const [{ protocols: registry }, viemChains] = await Promise.all([import('@/lib/protocols/registry'), import('viem/chains')])
  const chains = Object.values(viemChains)
  const findPublicUrls = (chainId: number) => chains.find(({ id }) => id === chainId)?.rpcUrls.default.http ?? []
  const { protocols, rpcUrls, remarks } = chooseProtocols({ registry, names, rpcUrls: environment.rpcUrls, live, findPublicUrls })
  remarks.forEach(reporter.say)
  const readers = new Map<number, ChainReader>()
  for (const [chainId, urls] of rpcUrls) readers.set(chainId, await openChainReader({ chainId, urls }))
  await forgetDemo(question.database)
  return { protocols: await follow(question.database, protocols), readers, demoChain: null, close: async () => undefined }
}

/** The demo's protocols do not stand beside real ones: they are made up, and can be played again at any time. */
async function forgetDemo(database: Database): Promise<void> {
  const demo = (await loadProtocols(database)).filter((protocol) => protocol.demo)
  for (const chainId of new Set(demo.map(({ token }) => token.chainId))) await forgetChain(database, chainId)
}
