import { asc, eq, inArray, notInArray, and, type SQL } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { EntityEvidence } from '@/lib/domain/entityEvidence'
import type { Label } from '@/lib/domain/label'
import { toStatement } from '@/lib/domain/labelStatement'
import type { OtherSide } from '@/lib/domain/otherSide'
import { protocolSchema, type Pool, type Protocol, type Token, type Wrapper } from '@/lib/domain/protocol'
import { inTransaction, type Database, type Queries } from './database'
import { loadEntityEvidence } from './entityEvidence'
import { loadEffectiveLabels, replaceStatements, settleLabelsWithin } from './labels'
import { loadReadySides, toSideKey } from './otherSides'
import { loadFoundManagers, type FoundManagers } from './shareManagers'
import { blockTimes, dayEnds, eventFilters, incidents, poolDayPrices, protocols, recognisedAccounts, tokens, transactionFees, wrapperAnswers } from './schema'

/**
 * A protocol that this installation follows, with the ids under which its tokens' ledgers stand. Its wrappers have the pairs of its pools among
 * them, and an other side only where it can stand in their place; its `labels` are those that count: its file's, and what imported files, address books and the chain say beside it.
 */
export type TrackedProtocol = Omit<Protocol, 'pools'> & {
  tokenId: number
  pools: (Pool & { tokenId: number })[]
  /** Every ledger that is kept for it, by the token's address: its own, its pools' and its wrappers' shares */
  ledgers: ReadonlyMap<Address, number>
  /** What the chain tells of who belongs together */
  evidence?: readonly EntityEvidence[]
  /** Managers of liquidity that were found in its pools, beside those that its file names */
  managers?: FoundManagers
  /** By which rules somebody chose to join them; absent for the usual ones */
  rules?: readonly string[]
}

/** Every followed protocol, in the registry's order. */
export async function loadProtocols({ db }: Database): Promise<TrackedProtocol[]> {
  const rows = await db.select().from(protocols).orderBy(asc(protocols.position), asc(protocols.slug))
  const [tokenIds, labels, evidence, managers] = await Promise.all([loadTokenIds({ db }), loadEffectiveLabels({ db }), loadEntityEvidence({ db }), loadFoundManagers({ db })])
  const parsed = rows.map(({ definition }) => protocolSchema.parse(definition))
  const ready = await loadReadySides({ db }, parsed.flatMap(toOtherSides))
  return parsed.map((protocol) => toTracked(protocol, { tokenIds, ready, labels: labels.get(protocol.slug), evidence: evidence.get(protocol.slug), managers: managers.get(protocol.slug) }))
}

/** The tokens whose ledgers are kept for a protocol, each once. */
export function toTokens({ token, pools, wrappers }: Pick<Protocol, 'token' | 'pools' | 'wrappers'>): Token[] {
  const all = [token, ...pools.map(({ lpToken }) => lpToken), ...wrappers.flatMap(({ shareToken }) => shareToken ?? [])]
  return all.filter((one, place) => all.findIndex(({ address }) => address === one.address) === place)
}

/** A pool's pair holds the protocol's token for its providers. */
const toPairWrapper = ({ lpToken, source }: Pool, { token }: Protocol): Wrapper => ({
  source: 'uniswapV2Pair', address: lpToken.address, name: `${lpToken.name} pair`, firstBlock: lpToken.firstBlock, assets: [token.address], shareToken: lpToken, contracts: {}, fact: source,
})

/** Under which ids ledgers stand, by chain and address. */
async function loadTokenIds({ db }: Pick<Database, 'db'>, which?: SQL): Promise<Map<string, number>> {
  const rows = await db.select({ id: tokens.id, chainId: tokens.chainId, address: tokens.address }).from(tokens).where(which)
  return new Map(rows.map(({ id, chainId, address }) => [`${chainId}:${address}`, id]))
}

/** The chains that followed tokens are on. */
export async function loadChainIds({ db }: Database): Promise<number[]> {
  const rows = await db.selectDistinct({ chainId: tokens.chainId }).from(tokens)
  return rows.map(({ chainId }) => chainId)
}

/** One followed protocol, or null where it is not followed. */
export async function loadProtocol(database: Database, slug: string): Promise<TrackedProtocol | null> {
  // It may come straight from an address: a NUL in it is an error to Postgres, and to us the name of nothing.
  if (!protocolSchema.shape.slug.safeParse(slug).success) return null
  const [row] = await database.db.select().from(protocols).where(eq(protocols.slug, slug))
  if (!row) return null
  const protocol = protocolSchema.parse(row.definition)
  const [tokenIds, ready, labels, evidence, managers] = await Promise.all([
    loadTokenIds(database, inArray(tokens.address, toTokens(protocol).map(({ address }) => address))),
    loadReadySides(database, toOtherSides(protocol)),
    loadEffectiveLabels(database, slug),
    loadEntityEvidence(database, slug),
    loadFoundManagers(database),
  ])
  return toTracked(protocol, { tokenIds, ready, labels: labels.get(slug), evidence: evidence.get(slug), managers: managers.get(slug) })
}

const toOtherSides = ({ wrappers }: Protocol): OtherSide[] => wrappers.flatMap(({ otherSide }) => otherSide ?? [])

/** An escrow whose other side is not followed, or not read yet, has none: when that changes, it is looked at in another way from then on. */
const toReady = ({ otherSide, ...wrapper }: Wrapper, ready: ReadonlySet<string>): Wrapper => (otherSide && ready.has(toSideKey(otherSide)) ? { ...wrapper, otherSide } : wrapper)

/** What is known of a protocol beside its file. */
interface Known {
  tokenIds: ReadonlyMap<string, number>
  ready: ReadonlySet<string>
  labels: readonly Label[] | undefined
  evidence: readonly EntityEvidence[] | undefined
  managers: FoundManagers | undefined
}

function toTracked(protocol: Protocol, { tokenIds, ready, labels = [], evidence = [], managers }: Known): TrackedProtocol {
  const idOf = ({ chainId, address }: Token): number => {
    const id = tokenIds.get(`${chainId}:${address}`)
    if (id === undefined) throw new Error(`database: ${protocol.slug} names token ${address} on chain ${chainId}, which has no row`)
    return id
  }
  return {
    ...protocol,
    labels: [...labels],
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(managers ? { managers } : {}),
    tokenId: idOf(protocol.token),
    pools: protocol.pools.map((pool) => ({ ...pool, tokenId: idOf(pool.lpToken) })),
    wrappers: [
      ...protocol.pools.filter(({ lpToken }) => !protocol.wrappers.some(({ address }) => address === lpToken.address)).map((pool) => toPairWrapper(pool, protocol)),
      ...protocol.wrappers.map((wrapper) => toReady(wrapper, ready)),
    ],
    ledgers: new Map(toTokens(protocol).map((token) => [token.address, idOf(token)])),
  }
}

/**
 * Saves what a protocol's file says today: its definition, labels and tokens. Ledgers of tokens that stay are kept;
 * a token that its file no longer names goes with its ledger. What others say of its accounts stays.
 */
export async function saveProtocol(database: Database, protocol: Protocol, position: number): Promise<TrackedProtocol> {
  await inTransaction(database, async (db) => {
    const row = { slug: protocol.slug, position, definition: protocol }
    await db.insert(protocols).values(row).onConflictDoUpdate({ target: protocols.slug, set: row })
    await saveTokens(db, protocol)
    await replaceStatements(db, { protocol: protocol.slug, origin: 'protocol', file: '' }, protocol.labels.map(toStatement))
    await settleLabelsWithin(db, protocol.slug)
  })
  const saved = await loadProtocol(database, protocol.slug)
  if (!saved) throw new Error(`database: protocol ${protocol.slug} was saved and is not there`)
  return saved
}

async function saveTokens(db: Queries, protocol: Protocol): Promise<void> {
  const keep: number[] = []
  for (const token of toTokens(protocol)) {
    const row = { protocol: protocol.slug, ...token }
    const [saved] = await db
      .insert(tokens)
      .values(row)
      .onConflictDoUpdate({ target: [tokens.chainId, tokens.address], set: row })
      .returning({ id: tokens.id })
    keep.push(saved!.id)
  }
  await db.delete(tokens).where(and(eq(tokens.protocol, protocol.slug), notInArray(tokens.id, keep)))
}

/** Forgets everything read from a chain: for a demo chain that was played anew. */
export async function forgetChain({ db }: Database, chainId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx.delete(tokens).where(eq(tokens.chainId, chainId)).returning({ protocol: tokens.protocol })
    await tx.delete(dayEnds).where(eq(dayEnds.chainId, chainId))
    await tx.delete(blockTimes).where(eq(blockTimes.chainId, chainId))
    await tx.delete(incidents).where(eq(incidents.chainId, chainId))
    await tx.delete(eventFilters).where(eq(eventFilters.chainId, chainId))
    await tx.delete(wrapperAnswers).where(eq(wrapperAnswers.chainId, chainId))
    await tx.delete(recognisedAccounts).where(eq(recognisedAccounts.chainId, chainId))
    await tx.delete(poolDayPrices).where(eq(poolDayPrices.chainId, chainId))
    await tx.delete(transactionFees).where(eq(transactionFees.chainId, chainId))
    const slugs = [...new Set(gone.map(({ protocol }) => protocol))]
    if (slugs.length > 0) await tx.delete(protocols).where(inArray(protocols.slug, slugs))
  })
}
