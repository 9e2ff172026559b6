import { loadBalancesAt, loadChangedBalances } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadCursor } from '@/db/ledger'
import type { Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'

/** A token's balances after a block. */
export interface BalancesAt {
  /** 0n for whoever holds nothing, or less */
  balanceOf: (account: Address) => bigint
  /** Every positive balance; the same list as long as nothing changed */
  list: () => readonly Claim[]
}

/**
 * The balances of tokens at one block after the other, from their ledgers: going on is cheaper than going back.
 *
 * @param ledgers ids of the ledgers by token
 * @returns asks for a token at a block; null where its ledger is not kept or does not reach the block
 */
export function openBalances(database: Database, ledgers: ReadonlyMap<Address, number>): (token: Address, block: number) => Promise<BalancesAt | null> {
  const followed = new Map<Address, Awaited<ReturnType<typeof follow>>>()
  return async (token, block) => {
    const tokenId = ledgers.get(token)
    if (tokenId === undefined) return null
    let one = followed.get(token)
    if (!one || one.at > block) followed.set(token, (one = await follow(database, tokenId, block)))
    else await one.goOn(block)
    return one.end >= block ? one : null
  }
}

async function follow(database: Database, tokenId: number, first: number) {
  const end = (await loadCursor(database.db, tokenId))?.block.number ?? -1
  const balances = await loadBalancesAt(database, tokenId, first)
  const known = new Map<number, Address>()
  let list: readonly Claim[] | null = null
  const one = {
    at: first,
    end,
    async goOn(block: number) {
      if (block === one.at) return
      const changed = await loadChangedBalances(database, tokenId, one.at, block, known)
      // An account that is empty for good should not be carried along.
      for (const [account, balance] of changed) balance === 0n ? balances.delete(account) : balances.set(account, balance)
      if (changed.size > 0) list = null
      one.at = block
    },
    balanceOf: (account: Address) => positive(balances.get(account) ?? 0n),
    list: () => (list ??= [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))),
  }
  return one
}

const positive = (amount: bigint) => (amount > 0n ? amount : 0n)
