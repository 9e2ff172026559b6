import { loadSnapshotFacts, type SnapshotFacts } from '@/db/accountHoldings'
import type { Database } from '@/db/database'
import { loadLookThrough, loadRouteOwners, type LookThroughSummary } from '@/db/lookThroughs'
import type { TrackedProtocol } from '@/db/protocols'
import type { WrappedHolding } from '../../domain/account'
import type { Address } from '../../domain/address'
import { toSource } from '../../sources/registry'
import { toAccountToken, toAssetName } from './accountToken'

/** So many owners are named. */
const ownersShown = 10

/** For whom a contract holds what it holds, of each token that is looked through; none where the account is no such contract. */
export async function loadWrapped(database: Database, contract: Address, protocols: readonly TrackedProtocol[]): Promise<WrappedHolding[]> {
  const through = protocols.filter(({ wrappers }) => wrappers.some(({ address }) => address === contract))
  const facts = await loadSnapshotFacts(database, { lookedThrough: through.map(({ slug }) => slug) })
  const wrapped = await Promise.all(facts.map(async (snapshot) => {
    const protocol = through.find(({ slug }) => slug === snapshot.protocol)
    const summary = await loadLookThrough(database, snapshot.snapshotId)
    return protocol && summary ? toWrapped(database, contract, protocol, snapshot, summary) : []
  }))
  return wrapped.flat()
}

async function toWrapped(database: Database, contract: Address, protocol: TrackedProtocol, snapshot: SnapshotFacts, { flows, routes, unresolved }: LookThroughSummary): Promise<WrappedHolding[]> {
  const token = toAccountToken(snapshot, [protocol])
  if (!token) return []
  const inflows = flows.flatMap(({ to, amount }) => (to.kind === 'contract' && to.step.contract === contract ? [{ ...to.step, amount }] : []))
  const assets = [...new Set(inflows.map(({ asset }) => asset))].sort()
  return Promise.all(assets.map(async (asset) => {
    const isHere = (step: { contract: Address; asset: Address }) => step.contract === contract && step.asset === asset
    const places = routes.flatMap(({ steps }, place) => (steps.some(isHere) ? [place] : []))
    const { owners, count, owned } = await loadRouteOwners(database, snapshot.snapshotId, places, ownersShown)
    const { source } = inflows.find((step) => step.asset === asset)!
    return {
      ...token,
      source,
      sourceName: toSource(source).name,
      asset,
      assetName: toAssetName(protocol, asset),
      held: inflows.filter((step) => step.asset === asset).reduce((sum, { amount }) => sum + amount, 0n),
      owners: owners.map(({ account, amount }) => ({ account, amount, label: protocol.labels.find(({ address }) => address === account)?.name ?? null })),
      ownerCount: count,
      owned,
      unresolved: unresolved.filter(isHere).map(({ reason, amount }) => ({ reason, amount })),
    }
  }))
}
