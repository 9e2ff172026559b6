import { drizzle } from 'drizzle-orm/node-postgres'
import { toOrderBy } from '@/lib/domain/radixSort'
import type { Block } from '@/lib/domain/snapshot'
import { PackedLedger } from '@/lib/ledger/packedLedger'
import type { PackedTransfers } from '@/lib/ledger/packedTransfers'
import { AccountIds } from './accountIds'
import { ChangeChunks, putIds } from './changeChunks'
import type { Database } from './database'
import { loadCursor, loadSettledBlock } from './ledger'
import { savePiece, settleBalances, settleFromChanges, type RejectedLog } from './ledgerTransactions'
import * as schema from './schema'
import { takeSyncLock } from './syncLock'

/** Accounts kept in memory; beyond, balances are settled and the memory begins anew. About 150 bytes each. */
const mostAccounts = 600_000

/** Answers whose accounts may be on their way at once: each takes a question to the database. */
const mostWaiting = 3
/** Of a ledger without settled balances only ids are wanted, and not before its piece is kept: so many are asked for together. */
const manyAccounts = 20_000

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
  const lookups = await database.pool.connect().catch((error: unknown) => {
    client.release()
    throw error
  })
  let broken: Error | undefined
  // Without this a connection that breaks while nothing is asked of it would end the process.
  const onError = (error: Error) => void (broken ??= error)
  client.on('error', onError)
  lookups.on('error', onError)
  let unlock = async () => undefined as void
  let saving: Promise<void> = Promise.resolve()
  let asking: Promise<void> = Promise.resolve()
  const close = async () => {
    await Promise.all([saving, asking]).catch(onError)
    if (!broken) await unlock().catch(onError)
    for (const each of [client, lookups]) {
      each.off('error', onError)
      each.release(broken)
    }
  }
  let [end, isSettled]: [Block | null, boolean] = [null, true]
  try {
    unlock = await takeSyncLock(client, tokenId, onWait)
    const db = drizzle({ client, schema })
    end = (await loadCursor(db, tokenId))?.block ?? null
    if (end && (await loadSettledBlock(db, tokenId))?.number !== end.number) await settleFromChanges(client, tokenId)
  } catch (error) {
    onError(error as Error)
    await close()
    throw error
  }

  const chunks = new ChangeChunks(tokenId)
  let ledger = new PackedLedger()
  let known = new AccountIds(lookups, ledger, end === null ? null : tokenId)
  /** Transfers whose accounts are asked for what they held, and that are folded when later ones come: the database works meanwhile. */
  const waiting: { packed: PackedTransfers; met: Int32Array; held: Promise<void> }[] = []
  let [transfers, rejected]: [number, RejectedLog[]] = [0, []]

  /** Asks for the accounts that were met since the last time. */
  function ask(): Promise<void> {
    asking = known.ask()
    asking.catch(onError)
    return asking
  }

  /** Changes are kept with the accounts' numbers: their ids may come later. */
  const fold = (packed: PackedTransfers, met: Int32Array) => ledger.fold(packed, met, (block, account, words, at) => chunks.append(block, account, words, at))

  /** Folds what waits, but for so many of the last. */
  async function foldWaiting(most = 0): Promise<void> {
    while (waiting.length > most) {
      const { packed, met, held } = waiting.shift()!
      await held
      fold(packed, met)
    }
  }

  async function settle(): Promise<void> {
    if (isSettled) return saving
    await asking
    const { ids } = known
    const changed = ledger.takeChanged()
    const balances = function* () {
      // In the order of the key: Postgres adds each behind the one before.
      for (const place of toOrderBy(changed.length, (place) => ids[changed[place]!]!)) {
        const account = changed[place]!
        yield { id: ids[account]!, ...ledger.held(account) }
      }
    }
    // Nobody is looked up now: the last piece and the balances after it are written side by side.
    await settleBalances(lookups, tokenId, balances(), saving)
    isSettled = true
  }

  return {
    end: () => end,
    async write(packed, refused) {
      if (broken) throw broken
      const met = ledger.meet(packed)
      if (known.mayHold) {
        waiting.push({ packed, met, held: ask() })
        await foldWaiting(mostWaiting)
      } else {
        if (known.open >= manyAccounts) void ask()
        fold(packed, met)
      }
      transfers += packed.count
      rejected.push(...refused)
    },
    async commit(block) {
      await foldWaiting()
      const named = ask()
      await saving
      const [rows, { ids }] = [chunks.take(), known]
      const piece = { tokenId, after: end?.number ?? null, end: block, transfers, rejected }
      ;[end, transfers, rejected, isSettled] = [block, 0, [], false]
      saving = named.then(async () => {
        await savePiece(client, { ...piece, chunks: rows.map((row) => putIds(row, ids)) })
        chunks.giveBack(rows)
      })
      // Met again at the next step; until then a failure must not count as unhandled.
      saving.catch(onError)
      if (ledger.accounts.size <= accounts) return
      await settle()
      ledger = new PackedLedger()
      known = new AccountIds(lookups, ledger, tokenId)
    },
    settle,
    close,
  }
}
