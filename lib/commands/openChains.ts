import type { Database } from '@/db/database'
import { forgetChain, loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { toReason } from '@/lib/chain/reason'
import type { Environment } from '@/lib/domain/environment'
import type { Protocol } from '@/lib/domain/protocol'
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
  return { protocols: await followWithBooks(question, protocols), readers, demoChain: null, close: async () => undefined }
}

/** What the installed address books say of the accounts of what is followed is kept with it; a book that cannot be read keeps nobody from reading chains. */
async function followWithBooks({ database, reporter }: ChainQuestion, protocols: readonly Protocol[]): Promise<TrackedProtocol[]> {
  const followed = await follow(database, protocols)
  try {
    const [{ readAddressBooks }, { saveAddressBooks }] = await Promise.all([import('./labels/readAddressBooks'), import('./labels/saveAddressBooks')])
    const books = await readAddressBooks()
    const today = new Date().toISOString().slice(0, 10)
    for (const protocol of followed)
      for (const { file, labels } of await saveAddressBooks(database, protocol, books, today)) reporter.say(`${protocol.name}: ${labels.toLocaleString('en')} labels of the address book ${file} kept`)
  } catch (error) {
    reporter.say(toReason(error))
  }
  return followed
}

/** The demo's protocols do not stand beside real ones: they are made up, and can be played again at any time. */
async function forgetDemo(database: Database): Promise<void> {
  const demo = (await loadProtocols(database)).filter((protocol) => protocol.demo)
  for (const chainId of new Set(demo.map(({ token }) => token.chainId))) await forgetChain(database, chainId)
}
