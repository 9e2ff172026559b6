import type { Database } from '@/db/database'
import { loadPieceEnd, type EventFilter } from '@/db/eventLogs'
import { loadEventPiece } from '@/db/eventPieces'
import type { Log } from '../../chain/log'
import { inChainOrder } from '../../domain/chainOrder'

/** So many logs of a filter come from the database at once, and some more of the same block: few enough that memory stays small. */
const logsAPiece = 10_000

/** Logs of whole blocks, those after the piece before. */
export interface LogPiece {
  logs: readonly Log[]
  /** Every block up to this one has been told */
  upTo: number
}

/**
 * The kept logs of some filters after one block and up to another, in the chain's order, piece by piece and never all at once. The next piece is
 * asked for while this one is folded: the database works meanwhile.
 */
export async function* streamLogs(database: Database, filters: readonly EventFilter[], after: number, upTo: number): AsyncGenerator<LogPiece> {
  const load = (from: number) => {
    const asked = loadPiece(database, filters, from, upTo)
    // Whoever waits for it hears of a failure; until then it is not unhandled.
    asked.catch(() => undefined)
    return asked
  }
  if (after >= upTo) return
  for (let next: Promise<LogPiece> | null = load(after); next; ) {
    const piece: LogPiece = await next
    next = piece.upTo < upTo ? load(piece.upTo) : null
    yield piece
  }
}

async function loadPiece(database: Database, filters: readonly EventFilter[], after: number, last: number): Promise<LogPiece> {
  const upTo = Math.min((await loadPieceEnd(database, filters, after, logsAPiece)) ?? last, last)
  const lists = await Promise.all(filters.map((filter) => loadEventPiece(database, filter, after, upTo)))
  const told = lists.filter((list) => list.length > 0)
  return { upTo, logs: told.length === 1 ? told[0]! : told.flat().sort(inChainOrder) }
}
