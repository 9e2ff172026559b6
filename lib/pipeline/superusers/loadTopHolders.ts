import { countCommonHolders, loadNewestLists, type CommonHolders, type ComparedList, type NewestList } from '@/db/commonHolders'
import type { Database } from '@/db/database'
import { findList, loadHolders } from '@/db/holders'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '../../domain/address'
import type { AccountRole } from '../../domain/label'
import type { Inside } from '../../domain/otherSide'
import type { TopHolders } from '../../domain/superuser'
import { holdsForOthers } from '../../ownership/entities/entityRule'
import { toInsides } from '../../ownership/insides'
import { headlineLens } from '../../ownership/lenses'
import { askOnce } from '../askOnce'

/** The largest holders of every protocol, and the whole lists that they stand in. */
export interface LoadedTopHolders {
  lists: TopHolders[]
  /** In the order of the lists */
  compared: ComparedList[]
  /** Names of protocols of which no such list is kept */
  missing: string[]
  /** Those whose tokens another one's list has already */
  insides: Inside[]
}

/** A treasury, or what acts for it, holds other protocols' tokens as an owner does. */
const forItself: readonly AccountRole[] = ['treasury', 'timelock']

/** Who holds for others, by what any protocol's labels say: an exchange is one everywhere, whoever knows it. */
function toHoldingForOthers(protocols: readonly Pick<TrackedProtocol, 'labels'>[]): Address[] {
  const roles = holdsForOthers.filter((role) => !forItself.includes(role))
  return [...new Set(protocols.flatMap(({ labels }) => labels.flatMap(({ address, role }) => (role && roles.includes(role) ? [address] : []))))].sort()
}

/** The largest holders of each protocol's token at its newest snapshot under the headline's lens, without those who hold for others. Only the top of each list is read. */
export async function loadTopHolders(database: Database, protocols: readonly TrackedProtocol[]): Promise<LoadedTopHolders> {
  const newest = await loadNewestLists(database, protocols.map(({ tokenId }) => tokenId))
  const leftOut = toHoldingForOthers(protocols)
  const all = await Promise.all(protocols.map(async (protocol) => {
    const list = newest.find(({ tokenId }) => tokenId === protocol.tokenId)
    return list && list.denominator > 0n ? toTop(database, protocol, list, leftOut) : null
  }))
  const wholes = toInsides(protocols.filter((_, place) => all[place]))
  const found = all.map((one, place) => (wholes.has(protocols[place]!.slug) ? 'inside' : one))
  const insides = protocols.flatMap(({ slug, name }) => (wholes.has(slug) ? [{ name, whole: wholes.get(slug)!.name }] : []))
  const kept = found.filter((one) => one !== null && one !== 'inside')
  return {
    lists: kept.map(({ top }) => top),
    compared: kept.map(({ compared }) => compared),
    missing: protocols.flatMap(({ name }, place) => (found[place] ? [] : [name])),
    insides,
  }
}

/** How many stand in each list, and in two: every row of all lists is read for it, once for each set of snapshots. */
export function loadCommonHolders(database: Database, compared: readonly ComparedList[]): Promise<CommonHolders> {
  const key = [...compared.map(({ snapshotId, list }) => `${snapshotId}:${list}`), ...compared.flatMap(({ leftOut }) => leftOut)].join()
  return askOnce('commonHolders', key, () => countCommonHolders(database, compared), 1)
}

async function toTop(database: Database, { slug, name, demo, token, labels }: TrackedProtocol, list: NewestList, leftOut: readonly Address[]) {
  const { snapshotId, day, block, timestamp, denominator, holders } = list
  const depth = { hundred: 100, hundredth: Math.ceil(holders / 100) }
  const kept = await findList(database, snapshotId, headlineLens)
  const largest = await loadHolders(database, { snapshotId, lens: headlineLens, offset: 0, limit: Math.max(depth.hundred, depth.hundredth) })
  if (!kept || !largest) return null
  const left = new Set(leftOut)
  const top = largest.rows.flatMap(({ account, rank, amount }) => (left.has(account) ? [] : [{ account, rank, amount }]))
  // A list of every address has those among it whom the lens leaves out.
  const ofLens = labels.flatMap(({ address, role }) => (role && kept.excludedRoles.includes(role) ? [address] : []))
  return {
    top: { protocol: slug, protocolName: name, symbol: token.symbol, demo, day, block, timestamp, denominator, depth, top },
    compared: { snapshotId, list: kept.list, leftOut: [...new Set([...leftOut, ...ofLens])] },
  }
}
