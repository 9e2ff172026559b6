import type { Database } from '@/db/database'
import type { Address } from '../domain/address'
import type { HoldingChange } from '../domain/changedDistribution'
import type { Lens } from '../domain/lens'
import type { Block } from '../domain/snapshot'
import { toSeenChanges } from '../ownership/behind'
import { toExcludedRoles } from '../ownership/throughLens'
import type { Ledger } from './ledger'
import { openBehind, type BehindAt } from './ownership/openBehind'
import { walkBalances } from './walkBalances'

/** What changed under a lens up to the end of a day since the end before. */
export interface SeenDay {
  day: string
  block: Block
  /** Each account once whose amount under the lens changed */
  changes: readonly HoldingChange[]
  /** What everybody holds under the lens, nothing of nobody; it goes on changing with the walk */
  held: ReadonlyMap<Address, bigint>
  /** What each account whose own balance changed holds now, under no lens; less than nothing too */
  balances: ReadonlyMap<Address, bigint>
  /** What stands behind contracts; null where every address is its own owner */
  behind: BehindAt | null
}

/**
 * What accounts hold under a lens, from one end to the next, from the ledger alone: nobody is put in order, and of those who did not change only the
 * few are looked at that stand behind contracts.
 *
 * @param ends oldest first, from the token's beginning on
 * @param lens none that leaves out dust
 * @example for await (const { day, changes } of walkSeenBalances({ database, ledger, lens: toLens(headlineLens) }, [...days])) …
 */
export async function* walkSeenBalances({ database, ledger, lens }: { database: Database; ledger: Ledger; lens: Lens }, ends: readonly (readonly [day: string, block: Block])[]): AsyncGenerator<SeenDay> {
  const last = ends.at(-1)
  if (!last) return
  const roles = toExcludedRoles(ledger.outlook.labels, lens)
  const behindAt = await openBehind(database, ledger, last[1].number)
  const own = new Map<Address, bigint>()
  const held = new Map<Address, bigint>()
  const balanceOf = (account: Address) => own.get(account) ?? 0n
  let seenOtherwise: readonly Address[] = []
  for await (const { day, block, changes: changed } of walkBalances({ tokenId: ledger.tokenId, database }, ends)) {
    for (const [account, balance] of changed) set(own, account, balance)
    const behind = await behindAt(block.number, { balanceOf })
    const seen = toSeenChanges(balanceOf, roles, behind?.behind ?? null, lens)
    const otherwise = seen.changes.map(({ account }) => account)
    const changes: HoldingChange[] = []
    // Who is looked at a second time has not changed any more.
    for (const accounts of [changed.keys(), seenOtherwise, otherwise]) for (const account of accounts) {
      const [before, after] = [held.get(account) ?? 0n, seen.amountOf(account)]
      if (before === after) continue
      changes.push({ account, before, after })
      set(held, account, after)
    }
    seenOtherwise = otherwise
    yield { day, block, changes, held, balances: changed, behind }
  }
}

/** Whoever is below zero holds nothing. */
function set(balances: Map<Address, bigint>, account: Address, balance: bigint): void {
  if (balance > 0n) balances.set(account, balance)
  else balances.delete(account)
}
