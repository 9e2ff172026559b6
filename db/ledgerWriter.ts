import { drizzle } from 'drizzle-orm/node-postgres'
import type { Block } from '@/lib/domain/snapshot'
import { PackedLedger } from '@/lib/ledger/packedLedger'
import type { PackedTransfers } from '@/lib/ledger/packedTransfers'
import { ChangeChunks } from './changeChunks'
import type { Database } from './database'
import { loadCursor, loadSettledBlock } from './ledger'
import { internAccounts, loadSettled, smallLookups, usualLookups } from './ledgerAccounts'
import { savePiece, settleBalances, settleFromChanges, type RejectedLog } from './ledgerTransactions'
import * as schema from './schema'
import { takeSyncLock } from './syncLock'

/** Accounts kept in memory; beyond, balances are settled and the memory begins anew. About 150 bytes each. */
const mostAccounts = 600_000

/** Writes one token's ledger; while it is open, nobody else does. */
export interface LedgerWriter {
  /** Where the ledger ends; null where it is empty */
  end(): Block | null
  /** Folds transfers of the blocks that come next. Kept in memory until `commit`. */
  write(transfers: PackedTransfers, rejected: readonly RejectedLog[]): Promise<void>
  /** Begins to keep what was written, up to and with this block; what comes next can be written meanwhile. */
  commit(end: Block): Promise<void>
  /** Waits until all is kept, and brings the newest balances up to it. */
  settle(): Promise<void>
  /** What was not committed is lost. */
  close(): Promise<void>
}

/**
 * Opens one token's ledger for writing. Where another process writes it, waits until that one is done.
 *
 * @param onWait told once, before waiting
 */
export async function openLedgerWriter(database: Database, tokenId: number, { onWait, accounts = mostAccounts }: { onWait?: () => void; accounts?: number } = {}): Promise<LedgerWriter> {
  const client = await database.pool.connect()
  const lookups = await database.pool.connect()
  let broken: Error | undefined
  // Without this a connection that breaks while nothing is asked of it would end the process.
  const onError = (error: Error) => void (broken ??= error)
  client.on('error', onError)
  lookups.on('error', onError)
  let unlock = async () => undefined as void
  const close = async () => {
    await Promise.all([saving, waiting?.introduced]).catch(onError)
    if (!broken) await unlock().catch(onError)
    if (!broken) await lookups.query(usualLookups).catch(onError)
    for (const each of [client, lookups]) {
      each.off('error', onError)
      each.release(broken)
    }
  }
  let saving: Promise<void> = Promise.resolve()
  /** Transfers whose accounts are being introduced, and are folded when the next ones come: the database works meanwhile. */
  let waiting: { packed: PackedTransfers; met: Int32Array; introduced: Promise<void> } | undefined
  let [end, isSettled, hasSettled]: [Block | null, boolean, boolean] = [null, true, false]
  try {
    unlock = await takeSyncLock(client, tokenId, onWait)
    const db = drizzle({ client, schema })
    await lookups.query(smallLookups)
    end = (await loadCursor(db, tokenId))?.block ?? null
    if (end && (await loadSettledBlock(db, tokenId))?.number !== end.number) await settleFromChanges(client, tokenId)
    hasSettled = end !== null
  } catch (error) {
    onError(error as Error)
    await close()
    throw error
  }

  const chunks = new ChangeChunks(tokenId)
  let ledger = new PackedLedger()
  let ids: number[] = []
  let [transfers, rejected]: [number, RejectedLog[]] = [0, []]

  /** How many accounts were introduced, or are being so */
  let met = 0

  /** Gives accounts that are met for the first time their ids and what they held. */
  async function introduce(first: number, addresses: Buffer): Promise<void> {
    if (addresses.length === 0) return
    const fresh = await internAccounts(lookups, addresses)
    for (const id of fresh) ids.push(id)
    if (!hasSettled) return
    const held = await loadSettled(lookups, tokenId, fresh)
    fresh.forEach((id, index) => {
      const balance = held.get(id)
      if (balance !== undefined) ledger.balances[first + index] = balance
    })
  }

  /** The addresses of the accounts that were met since the last time. */
  function takeNew(): { first: number; addresses: Buffer } {
    const { words, size } = ledger.accounts
    const first = met
    const addresses = Buffer.alloc((size - first) * 20)
    for (let word = first * 5; word < size * 5; word += 1) addresses.writeUInt32BE(words[word]!, (word - first * 5) * 4)
    met = size
    return { first, addresses }
  }

  async function foldWaiting(): Promise<void> {
    if (!waiting) return
    const { packed, met: accountsOf, introduced } = waiting
    waiting = undefined
    await introduced
    ledger.fold(packed, accountsOf, (block, account, balance) => chunks.append(block, ids[account]!, balance))
  }

  async function settle(): Promise<void> {
    await saving
    if (isSettled) return
    const changed = function* () {
      for (const account of ledger.takeChanged()) yield [ids[account]!, ledger.balances[account]!] as const
    }
    await settleBalances(client, tokenId, changed())
    ;[isSettled, hasSettled] = [true, true]
  }

  return {
    end: () => end,
    async write(packed, refused) {
      if (broken) throw broken
      const accountsOf = ledger.meet(packed)
      const { first, addresses } = takeNew()
      const before = waiting?.introduced
      const introduced = (async () => {
        await before
        await introduce(first, addresses)
      })()
      introduced.catch(onError)
      const last = foldWaiting()
      waiting = { packed, met: accountsOf, introduced }
      await last
      transfers += packed.count
      rejected.push(...refused)
    },
    async commit(block) {
      await foldWaiting()
      await saving
      const piece = { tokenId, after: end?.number ?? null, end: block, transfers, chunks: chunks.take(), rejected }
      ;[end, transfers, rejected, isSettled] = [block, 0, [], false]
      saving = savePiece(client, piece)
      // Met again at the next step; until then a failure must not count as unhandled.
      saving.catch(onError)
      if (ledger.accounts.size <= accounts) return
      await settle()
      ;[ledger, ids, met] = [new PackedLedger(), [], 0]
    },
    settle,
    close,
  }
}
