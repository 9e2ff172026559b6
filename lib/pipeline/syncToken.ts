import { loadCursor, saveRange } from '@/db/ledger'
import type { Database } from '@/db/database'
import { WrongAnswerError } from '../chain/errors'
import type { LogRange } from '../chain/logRanges'
import type { ChainReader } from '../chain/reader'
import type { Token } from '../domain/protocol'
import type { Block } from '../domain/snapshot'
import type { Transfer } from '../ledger/foldTransfers'
import { toTransfer, transferTopic } from '../sources/erc20'
import type { OnProgress } from './progress'

/** Ranges are saved together until they hold enough logs or blocks: a transaction for each thin range would be all overhead. */
const enough = { logs: 5_000, blocks: 250_000 }

/**
 * Brings one token's ledger up to a final block: logs → transfers → balance changes, in order, resumable at any moment.
 *
 * @param finalized where to stop; later blocks may still be reorganised and are not read
 * @returns the block the ledger now reaches
 * @throws WrongAnswerError when the chain is not the one that the ledger was read from
 */
export async function syncToken(options: {
  token: Token
  tokenId: number
  reader: ChainReader
  database: Database
  finalized: Block
  onProgress?: OnProgress
  /** How much is saved in one transaction, and so lost at most when the run is killed. */
  piece?: { logs: number; blocks: number }
}): Promise<Block> {
  const { token, tokenId, reader, database, finalized, onProgress, piece = enough } = options
  const cursor = await loadCursor(database.db, tokenId)
  if (cursor) await assertSameChain(reader, token, cursor.block)
  const first = cursor ? cursor.block.number + 1 : token.firstBlock
  const report = (block: number) =>
    onProgress?.({ label: `sync ${token.symbol}`, unit: 'blocks', done: block - first + 1, total: finalized.number - first + 1 })
  let reached = cursor?.block ?? null
  let waiting: LogRange[] = []
  const save = async () => {
    const end = waiting.at(-1)!.toBlock
    const block = end === finalized.number ? finalized : await reader.readBlock(end)
    await saveRange(database, tokenId, { fromBlock: waiting[0]!.fromBlock, end: block, ...toTransfers(waiting) })
    reached = block
    waiting = []
    report(end)
  }
  const question = { address: token.address, topic: transferTopic, fromBlock: first, toBlock: finalized.number } as const
  for await (const range of reader.readLogs(question)) {
    waiting.push(range)
    const logs = waiting.reduce((sum, each) => sum + each.logs.length, 0)
    if (logs >= piece.logs || range.toBlock - waiting[0]!.fromBlock >= piece.blocks) await save()
  }
  if (waiting.length > 0) await save()
  if (!reached) throw new WrongAnswerError(`${token.symbol}: its first block ${token.firstBlock} lies after the final block ${finalized.number}`)
  return reached
}

function toTransfers(ranges: readonly LogRange[]) {
  const transfers: Transfer[] = []
  const rejected: { blockNumber: number; logIndex: number; reason: string }[] = []
  for (const { logs } of ranges)
    for (const log of logs) {
      const reading = toTransfer(log)
      if (reading.status === 'transfer') transfers.push(reading.transfer)
      else rejected.push({ blockNumber: log.blockNumber, logIndex: log.logIndex, reason: reading.reason })
    }
  return { transfers, rejected }
}

async function assertSameChain(reader: ChainReader, token: Token, known: Block): Promise<void> {
  const block = await reader.readBlock(known.number)
  if (block.hash !== known.hash)
    throw new WrongAnswerError(
      `${token.symbol}: block ${known.number} of chain ${reader.chainId} has the hash ${block.hash}, the ledger was read under ${known.hash}. ` +
        'The endpoint serves another chain or fork; nothing was written.',
    )
}
