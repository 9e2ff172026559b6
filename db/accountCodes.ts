import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Address } from '@/lib/domain/address'
import type { Database } from './database'
import { wrapperAnswers } from './schema'

/** Under which word it stands among what contracts answered: each answer is kept with its block, and none is ever changed. */
const source = 'accountCode'

/** What was found at an address: whether a contract stood there at the block. */
export interface FoundCode {
  block: number
  hasCode: boolean
}

/** Keeps at which addresses a contract stood at a block. What was kept first stays. */
export async function saveAccountCodes({ db }: Database, chainId: number, blockNumber: number, codes: ReadonlyMap<Address, boolean>): Promise<void> {
  const rows = [...codes].map(([address, hasCode]) => ({ chainId, source, address, blockNumber, answers: hasCode, gaps: [] }))
  for (let at = 0; at < rows.length; at += 1000) await db.insert(wrapperAnswers).values(rows.slice(at, at + 1000)).onConflictDoNothing()
}

/** All that was ever found at a chain's addresses, oldest first. @param among of these alone; absent for all */
export async function loadAccountCodes({ db }: Database, chainId: number, among?: readonly Address[]): Promise<Map<Address, FoundCode[]>> {
  const { address, blockNumber, answers } = wrapperAnswers
  const place = and(eq(wrapperAnswers.chainId, chainId), eq(wrapperAnswers.source, source), among ? inArray(address, [...among]) : undefined)
  const rows = await db.select({ address, blockNumber, answers }).from(wrapperAnswers).where(place).orderBy(blockNumber)
  const found = new Map<Address, FoundCode[]>()
  for (const row of rows) {
    const one = { block: row.blockNumber, hasCode: z.boolean().parse(row.answers) }
    const known = found.get(row.address)
    if (known) known.push(one)
    else found.set(row.address, [one])
  }
  return found
}
