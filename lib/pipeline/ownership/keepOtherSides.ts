import { loadDayEnds } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { findFollowedToken, loadChosenBlocks, loadNewestBlock, loadSnapshotsBefore, saveChosenSides } from '@/db/otherSides'
import type { ChosenSide } from '../../domain/otherSide'
import type { Block } from '../../domain/snapshot'
import type { Ledger } from '../ledger'

/**
 * Chooses with which snapshot of its other side each bridge's escrow is looked through, at the ends of days and at a block, and keeps it: from then on
 * what is published of the block can be made again. It is the newest that is not later than the block, for the end of a day than the day. Where
 * there is none, that is kept too.
 *
 * @param block of the snapshot that is taken; null for the ends of days alone
 */
export async function keepOtherSides(database: Database, { token: { chainId, address }, outlook: { wrappers } }: Pick<Ledger, 'token' | 'outlook'>, block: Block | null): Promise<void> {
  for (const wrapper of wrappers.filter(({ assets }) => assets.includes(address))) {
    const followed = wrapper.otherSide && (await findFollowedToken(database, wrapper.otherSide))
    const askedUpTo = followed && (await loadNewestBlock(database, followed.tokenId))
    if (!followed || askedUpTo === null || askedUpTo === undefined) continue
    const known = await loadChosenBlocks(database, chainId, wrapper)
    const days = [...(await loadDayEnds(database, chainId))].map(([day, { number }]) => ({ number, limit: Date.parse(day) / 1000 + 86_399 }))
    const moments = [...days, ...(block ? [{ number: block.number, limit: block.timestamp }] : [])].filter(({ number }) => number >= wrapper.firstBlock && !known.has(number))
    const found = await loadSnapshotsBefore(database, followed.tokenId, moments.map(({ limit }) => limit))
    await saveChosenSides(database, chainId, wrapper, new Map(moments.map(({ number }, place): [number, ChosenSide | null] => {
      const side = found[place]
      return [number, side ? { ...side, askedUpTo } : null]
    })))
  }
}
