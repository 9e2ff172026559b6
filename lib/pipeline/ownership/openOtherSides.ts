import { loadAccountCodes } from '@/db/accountCodes'
import type { Database } from '@/db/database'
import { loadOutlook } from '@/db/labelSets'
import { loadCursor } from '@/db/ledger'
import { findFollowedToken, loadChosenSide } from '@/db/otherSides'
import { loadProtocol } from '@/db/protocols'
import { toReason } from '../../chain/reason'
import type { Address } from '../../domain/address'
import type { ContractOwnership } from '../../domain/contractOwnership'
import type { Claim } from '../../domain/distribution'
import type { ChosenSide, SideOwners, StandingOf } from '../../domain/otherSide'
import type { Outlook } from '../../domain/outlook'
import type { Wrapper } from '../../domain/protocol'
import type { Gap } from '../../domain/snapshot'
import { toFinalOwners, type LookedThrough } from '../../ownership/lookThrough'
import { isSameSide, toSideOwners, toStandings } from '../../ownership/otherSide'
import type { Ledger } from '../ledger'
import { openBalances } from './openBalances'
import { openWrappers, type AskOtherSide } from './openWrappers'

/** What the owners on an other side were made of, and from what. */
interface Found {
  ownerships: readonly ContractOwnership[]
  list: readonly Claim[]
  owners: Pick<LookedThrough, 'owners' | 'unresolved'>
}

/**
 * Asks at one block after the other who owns the twin of what a bridge's escrow holds: the final owners there, looked at as on the day on which the
 * block was first looked through, from the database alone. Escrows on the other side are not looked through: no token is handed on twice.
 */
export function openOtherSides(database: Database, { token, outlook }: Pick<Ledger, 'token' | 'outlook'>): AskOtherSide {
  const opened = new Map<Wrapper, Promise<Awaited<ReturnType<typeof openSide>>>>()
  return async (wrapper, block, holds) => {
    const chosen = await loadChosenSide(database, token.chainId, wrapper, block)
    if (!chosen) return nobody
    try {
      const known = opened.get(wrapper)
      const side = known ?? openSide(database, token.decimals, wrapper)
      if (!known) opened.set(wrapper, side)
      return await (await side)(chosen, outlook, holds)
    } catch (error) {
      return { owners: null, gaps: [{ subject: `owners of what ${wrapper.address} holds`, reason: toReason(error) }] }
    }
  }
}

/** Not read as far back, or not at all: what lies in the escrow is unresolved, as its source says. */
const nobody = { owners: null, gaps: [] }

/** @throws Error where the token of the other side is not followed, or counts in another unit */
async function openSide(database: Database, decimals: number, { otherSide, address }: Wrapper) {
  const followed = otherSide && (await findFollowedToken(database, otherSide))
  const protocol = followed && (await loadProtocol(database, followed.protocol))
  if (!otherSide || !protocol) throw new Error(`the token on chain ${otherSide?.chainId} that ${address} keeps for is no longer followed here`)
  const { token, tokenId } = followed
  if (token.decimals !== decimals) throw new Error(`${token.symbol} on chain ${token.chainId} has ${token.decimals} decimals, and ${decimals} here`)
  const balancesAt = openBalances(database, protocol.ledgers)
  const codes = await loadAccountCodes(database, token.chainId)
  const end = (await loadCursor(database.db, tokenId))?.block.number ?? -1
  const views = new Map<string, Promise<{ outlook: Outlook; at: Awaited<ReturnType<typeof openWrappers>>['at'] }>>()
  let last: Found | null = null
  let told: { owners: Found['owners']; made: SideOwners } | null = null

  async function openView(version: string) {
    const outlook = await loadOutlook(database, tokenId, version)
    if (!outlook) throw new Error(`how ${token.symbol} on chain ${token.chainId} was looked at (${version}) is no longer kept`)
    return { outlook, at: (await openWrappers(database, { token, outlook, ledgers: protocol!.ledgers }, end)).at }
  }

  return async ({ block, labelVersion, askedUpTo }: ChosenSide, here: Outlook, holds: (account: Address) => boolean): Promise<{ owners: SideOwners; gaps: readonly Gap[] }> => {
    const view = views.get(labelVersion) ?? openView(labelVersion)
    views.set(labelVersion, view)
    const { outlook, at } = await view
    const balances = await balancesAt(token.address, block.number)
    if (!balances) throw new Error(`the ledger of ${token.symbol} on chain ${token.chainId} does not reach its block ${block.number}`)
    const { ownerships, gaps } = await at(block.number, balances)
    const list = balances.list()
    if (last?.list !== list || last.ownerships.length !== ownerships.length || last.ownerships.some((one, place) => one !== ownerships[place]))
      last = { list, ownerships, owners: toOwnersOf(list, ownerships, token.address) }
    const standingOf: StandingOf = toStandings({
      here: { labels: here.labels, wrappers: here.wrappers, holds },
      there: { labels: outlook.labels, hasCode: (account) => codes.get(account)?.findLast(({ block }) => block <= askedUpTo)?.hasCode ?? null },
    })
    const made = toSideOwners(last.owners, standingOf)
    if (!told || told.owners !== last.owners || !isSameSide(told.made, made)) told = { owners: last.owners, made }
    return { owners: told.made, gaps: gaps.map(({ subject, reason }) => ({ subject: `chain ${token.chainId}: ${subject}`, reason })) }
  }
}

/** Only contracts that hold for others and those they hold for are looked at: all other holders, most of them, own what they hold. Claims of one account add up. */
function toOwnersOf(list: readonly Claim[], ownerships: readonly ContractOwnership[], token: Address): Found['owners'] {
  const contracts = new Set(ownerships.flatMap(({ contract, asset }) => (asset === token ? [contract] : [])))
  if (contracts.size === 0) return { owners: list, unresolved: [] }
  const { owners, unresolved } = toFinalOwners(list.filter(({ account }) => contracts.has(account)), ownerships, token)
  return { owners: [...list.filter(({ account }) => !contracts.has(account)), ...owners], unresolved }
}
