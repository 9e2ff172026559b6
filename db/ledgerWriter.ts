import { drizzle } from 'drizzle-orm/node-postgres'
import type { Block } from '@/lib/domain/snapshot'
import { PackedLedger } from '@/lib/ledger/packedLedger'
import type { PackedTransfers } from '@/lib/ledger/packedTransfers'
import { internAccounts } from './accounts'
import { ChangeChunks } from './changeChunks'
import type { Database } from './database'
import { loadCursor, loadSettledBlock } from './ledger'
import { savePiece, settleBalances, settleFromChanges, type RejectedLog } from './ledgerTransactions'
import * as schema from './schema'
import { loadSettled } from './settledBalances'
import { takeSyncLock } from './syncLock'

/** Accounts kept in memory; beyond, balances are settled and the memory begins anew. About 150 bytes each. */
const mostAccounts = 600_000

/** Answers whose accounts may be on their way at once: each takes a question to the database. */
const mostWaiting = 3

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
  const close = async () => {
    await Promise.all([saving, introduced]).catch(onError)
    if (!broken) await unlock().catch(onError)
    for (const each of [client, lookups]) {
      each.off('error', onError)
      each.release(broken)
    }
  }
  let saving: Promise<void> = Promise.resolve()
  /** Transfers whose accounts are being introduced, and are folded when later ones come: the database works meanwhile. */
  const waiting: { packed: PackedTransfers; met: Int32Array; introduced: Promise<void> }[] = []
  let introduced: Promise<void> = Promise.resolve()
  let [end, isSettled, hasSettled]: [Block | null, boolean, boolean] = [null, true, false]
  try {
    unlock = await takeSyncLock(client, tokenId, onWait)
    const db = drizzle({ client, schema })
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
      if (balance !== undefined) ledger.hold(first + index, balance)
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

  /** Folds what waits, but for so many of the last. */
  async function foldWaiting(most = 0): Promise<void> {
    while (waiting.length > most) {
      const { packed, met: accountsOf, introduced: known } = waiting.shift()!
      await known
      ledger.fold(packed, accountsOf, (block, account, words, at) => chunks.append(block, ids[account]!, words, at))
    }
  }

  async function settle(): Promise<void> {
    if (isSettled) return saving
    const changed = function* () {
      for (const account of ledger.takeChanged()) yield { id: ids[account]!, ...ledger.held(account) }
    }
    // Nobody is looked up now: the last piece and the balances after it are written side by side.
    await settleBalances(lookups, tokenId, changed(), saving)
    ;[isSettled, hasSettled] = [true, true]
  }

  return {
    end: () => end,
    async write(packed, refused) {
      if (broken) throw broken
      const accountsOf = ledger.meet(packed)
      const { first, addresses } = takeNew()
      const before = introduced
      introduced = (async () => {
        await before
        await introduce(first, addresses)
      })()
      introduced.catch(onError)
      waiting.push({ packed, met: accountsOf, introduced })
      await foldWaiting(mostWaiting)
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
