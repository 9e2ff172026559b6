import type { Database } from '@/db/database'
import { findList } from '@/db/holders'
import { loadLookThrough, loadOwnerParts } from '@/db/lookThroughs'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Address } from '../../domain/address'
import type { Lens } from '../../domain/lens'
import type { ShownSide } from '../../domain/otherSide'
import type { Outlook } from '../../domain/outlook'
import type { Snapshot } from '../../domain/snapshot'
import { toParts, type LookedThrough, type Part } from '../../ownership/lookThrough'
import { toExcludedRoles } from '../../ownership/throughLens'
import { shortAddress, type HolderRow, type HolderWay } from '../../views/holderRow'
import { toNames } from '../../views/lookThroughTables'
import type { Ledger } from '../ledger'
import { replaySight } from '../replay'
import { loadShownSides, noSides, toStepSide } from './loadShownSides'
import { toRepresentatives } from './representatives'

/** Says of rows by which ways they came to what they own. */
export type AddWays = (rows: readonly HolderRow[]) => Promise<readonly HolderRow[]>

/** Parts of some accounts; who owns all in an own wallet may be missing. */
type LoadParts = (accounts: readonly Address[]) => Promise<(account: Address) => readonly Part[]>

/**
 * By which ways the holders of a snapshot came to what they own, from what is kept of the newest look-through, else from the ledger. Under
 * lenses that do not look through contracts rows stay as they are.
 */
export async function openHolderWays(database: Database, ledger: Ledger, { id, block }: Pick<Snapshot, 'block'> & { id: number }, lens: Lens): Promise<AddWays> {
  if (!lens.looksThrough || !block) return (rows) => Promise.resolve(rows)
  const { wrappers } = ledger.outlook
  if (wrappers.length === 0) return toAddWaysOf(ledger.outlook, lens, null)
  const sides = await loadShownSides(database, ledger, block.number)
  const kept = await loadLookThrough(database, id)
  if (kept) {
    return toAddWays(ledger.outlook, lens, sides, async (accounts) => {
      const parts = await loadOwnerParts(database, id, accounts)
      return (account) => (parts.get(account) ?? []).map(({ route, amount }) => ({ route: kept.routes[route]!, amount }))
    })
  }
  // A list without a look-through: no contract had any of it.
  const lookedThrough = (await findList(database, id, lens.id)) ? null : (await replaySight(database, ledger, block.number)).lookedThrough
  return toAddWaysOf(ledger.outlook, lens, lookedThrough, sides)
}

/** The same from a look-through that is at hand. */
export const toAddWaysOf = (outlook: Outlook, lens: Lens, lookedThrough: LookedThrough | null, sides: ReadonlyMap<Address, ShownSide> = noSides): AddWays =>
  lens.looksThrough ? toAddWays(outlook, lens, sides, () => Promise.resolve(toLoadParts(lookedThrough))) : (rows) => Promise.resolve(rows)

const toLoadParts = (lookedThrough: LookedThrough | null) => (account: Address): readonly Part[] => (lookedThrough ? toParts(lookedThrough, account) : noParts)
const noParts: readonly Part[] = []

function toAddWays(outlook: Outlook, lens: Lens, sides: ReadonlyMap<Address, ShownSide>, load: LoadParts): AddWays {
  const { labels, wrappers } = outlook
  const nameOf = toNames(labels, wrappers, (address) => shortAddress(toChecksumAddress(address)))
  const members = lens.mergesEntities ? toMembers(outlook, lens) : new Map<Address, Address[]>()
  // Few contracts stand in many rows: to write an address for people takes a hash.
  const written = new Map<Address, HolderWay['contracts'][number]>()
  const write = (contract: Address) => {
    const known = written.get(contract) ?? { address: toChecksumAddress(contract), name: nameOf(contract), ...toStepSide(sides, contract) }
    written.set(contract, known)
    return known
  }
  return async (rows) => {
    const accounts = rows.map(({ address }) => address.toLowerCase() as Address)
    const partsOf = await load(members.size === 0 ? accounts : accounts.flatMap((account) => members.get(account) ?? [account]))
    return rows.map(({ rank, address, amount, label }, place) => {
      const account = accounts[place]!
      const of = members.get(account)
      return { rank, address, amount, label, ways: toWays(of ? of.flatMap(partsOf) : partsOf(account), amount, write) }
    })
  }
}

/** Whose accounts count for whom under a lens: what it leaves out is nobody's. */
function toMembers(outlook: Outlook, lens: Lens): Map<Address, Address[]> {
  const left = toExcludedRoles(outlook.labels, lens)
  const members = new Map<Address, Address[]>()
  for (const [account, representative] of toRepresentatives(outlook)) if (!left.has(account)) members.set(representative, [...(members.get(representative) ?? []), account])
  return members
}

/** No contract between: shared by all, as most have nothing else. */
const ownWallet: HolderWay['contracts'] = []

/** An owner's ways, largest first, of equals the shorter, then by address; what did not come through a contract lies in the own wallet. */
function toWays(parts: readonly Part[], amount: bigint, write: (contract: Address) => HolderWay['contracts'][number]): HolderWay[] {
  if (parts.length === 0) return [{ contracts: ownWallet, merged: false, amount }]
  const ways = new Map<string, { steps: readonly Address[]; merged: boolean; amount: bigint }>()
  let inWallet = amount
  for (const { route: { steps, merged }, amount: part } of parts) {
    if (steps.length === 0) continue
    inWallet -= part
    const contracts = steps.map(({ contract }) => contract)
    const key = [merged, ...contracts].join()
    ways.set(key, { steps: contracts, merged, amount: part + (ways.get(key)?.amount ?? 0n) })
  }
  if (inWallet > 0n) ways.set('', { steps: [], merged: false, amount: inWallet })
  return [...ways]
    .sort(([one, a], [other, b]) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : a.steps.length - b.steps.length || (one < other ? -1 : 1)))
    .map(([, { steps, merged, amount }]) => ({ merged, amount, contracts: steps.map(write) }))
}
