import type { Database } from '@/db/database'
import { savePoolFacts, type SavedPool } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../../chain/reader'
import type { PoolFacts, PoolToken } from '../../domain/pool'
import type { ReadPool } from './poolPlaces'

/** A pool that is followed, with what never changes of it. */
export interface FollowedPool extends ReadPool {
  id: number
  facts: PoolFacts
}

/**
 * What never changes of a pool: asked of its contract once, and again only where the protocol's file says something else of it.
 *
 * @param kept what is kept of it; undefined where nothing is
 * @returns null where no contract stands at its address
 * @throws Error where its contract cannot be read
 */
export async function readPoolFacts(
  { protocol, reader, database }: { protocol: Pick<TrackedProtocol, 'slug' | 'token' | 'money'>; reader: Pick<ChainReader, 'readContracts' | 'readCodes'>; database: Database },
  pool: ReadPool,
  kept: SavedPool | undefined,
  blockNumber: number,
): Promise<FollowedPool | null> {
  if (!kept && !(await isThere(reader, pool, blockNumber))) return null
  const known = kept && isSame(kept.facts, pool) ? kept.facts : await pool.source.readFacts(pool.place, reader, blockNumber)
  const facts = withQuote(known, protocol)
  const isKept = kept && known === kept.facts && facts.quote === kept.facts.quote
  return { ...pool, facts, id: isKept ? kept.id : await savePoolFacts(database, protocol.slug, facts) }
}

/**
 * Whether there is a contract at a pool's address; where that cannot be read, reading the pool says why.
 *
 * @example await isThere(reader, pool, 7) // false on a chain that has no such pool
 */
export async function isThere(reader: Pick<ChainReader, 'readCodes'>, { place }: Pick<ReadPool, 'place'>, blockNumber: number): Promise<boolean> {
  const [code] = await reader.readCodes([place.address], blockNumber)
  return code?.status !== 'ok' || code.bytes !== '0x'
}

const isSame = ({ source, chainId, address, name, firstBlock, contracts, feePpm }: PoolFacts, { place, source: { usualFeePpm } }: ReadPool): boolean =>
  feePpm === (place.feePpm ?? usualFeePpm ?? feePpm) &&
  JSON.stringify([source, chainId, address, name, firstBlock, Object.entries(contracts).sort()]) ===
  JSON.stringify([place.source, place.chainId, place.address, place.name, place.firstBlock, Object.entries(place.contracts).sort()])

/**
 * Which token values are told in: dollars before wrapped ether before any other that is not the protocol's own; token1 where both are alike.
 *
 * @example withQuote({ tokens: [uni, weth], … }, { token: uni, money: { wrappedEther: weth.address, dollars: [] } }).quote // 1
 */
export function withQuote(facts: Omit<PoolFacts, 'quote'>, { token, money }: Pick<TrackedProtocol, 'token' | 'money'>): PoolFacts {
  const toRank = ({ address }: PoolToken) => (money.dollars.includes(address) ? 0 : address === money.wrappedEther ? 1 : address === token.address ? 3 : 2)
  return { ...facts, quote: toRank(facts.tokens[0]) < toRank(facts.tokens[1]) ? 0 : 1 }
}
