import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadPools } from '@/db/pools'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { loadProviderResults } from '@/db/providerResults'
import type { PoolStakes, Superusers } from '../../domain/superuser'
import { overlapSignificance } from '../../metrics/overlapSignificance'
import { mergeEntities } from '../../ownership/entities/mergeEntities'
import { usualEntityRules } from '../../ownership/entities/registry'
import { toSharedEntityEvidence } from '../../ownership/entities/sharedEntity'
import { toPoolStakes } from '../../ownership/superusers/poolStakes'
import { superusers, toLargestOwners } from '../../ownership/superusers/superusers'
import { askOnce } from '../askOnce'
import { loadCommonHolders, loadTopHolders } from './loadTopHolders'

/** Who is large in several protocols and pools at once, at the newest snapshots and readings; made anew when something that pages show was saved. */
export async function loadLargeAccounts(database: Database): Promise<Omit<Superusers, 'overlaps'>> {
  return askOnce('largeAccounts', await loadContentVersion(database), async () => {
    const protocols = await loadProtocols(database)
    const { lists, missing, insides } = await loadTopHolders(database, protocols)
    const pools = await loadStakes(database, protocols)
    return {
      // Whom they name is many times what is told of them.
      lists: lists.map(({ top: _, ...list }) => list),
      pools: pools.map(({ stakes: _, ...pool }) => pool),
      superusers: superusers(lists, pools, toOwners(protocols)),
      missing,
      insides,
    }
  }, 1)
}

/** The same with what protocols' lists have in common, for which every holder is read: apart, so that an account's page need not wait for it. */
export async function loadSuperusers(database: Database): Promise<Superusers> {
  return askOnce('superusers', await loadContentVersion(database), async () => {
    const protocols = await loadProtocols(database)
    const { lists, compared } = await loadTopHolders(database, protocols)
    const { holders, both } = await loadCommonHolders(database, compared)
    const owners = toOwners(protocols)
    return { ...(await loadLargeAccounts(database)), overlaps: overlapSignificance(lists.map((list, place) => toLargestOwners(list, holders[place]!, owners)), both) }
  }, 1)
}

/** One pool after the other: all their results at once would be much. */
async function loadStakes(database: Database, protocols: readonly TrackedProtocol[]): Promise<PoolStakes[]> {
  const all: PoolStakes[] = []
  for (const { slug, name: protocolName, demo } of protocols) {
    for (const { id, facts, reading } of await loadPools(database, slug)) {
      if (reading) all.push({ protocol: slug, protocolName, demo, pool: facts.address, name: facts.name, stakes: toPoolStakes(await loadProviderResults(database, id), reading.marks) })
    }
  }
  return all
}

/** What all protocols' labels and evidence say together of who belongs to whom: an owner named in one is the same in the others. */
function toOwners(protocols: readonly TrackedProtocol[]) {
  const said = protocols.flatMap((protocol) => protocol.labels)
  // Of several the last one's role is heard: one that says none must not hide another's.
  const labels = [...said.filter(({ role }) => role === null), ...said.filter(({ role }) => role !== null)]
  const evidence = protocols.flatMap((protocol) => protocol.evidence ?? [])
  const names = new Map([...said].reverse().map(({ address, name }) => [address, name]))
  return { representatives: mergeEntities([...toSharedEntityEvidence(labels), ...evidence], labels, usualEntityRules).representatives, names }
}
