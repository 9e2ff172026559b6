import type { Database } from '@/db/database'
import { saveIncidents } from '@/db/incidents'
import { openLedgerWriter } from '@/db/ledgerWriter'
import { WrongAnswerError } from '../chain/errors'
import type { RangeLogs } from '../chain/logsAnswer'
import type { ChainReader } from '../chain/reader'
import type { Token } from '../domain/protocol'
import type { Block } from '../domain/snapshot'
import { toTransfer, transferTopic } from '../sources/erc20'
import type { OnProgress } from './progress'

/**
 * Ranges are saved together until they hold enough logs or blocks, or have taken long enough: a transaction for each thin range would be all
 * overhead, and each waits for what is under way. A run that is killed loses some seconds of work, however slow its endpoints are.
 */
const enough = { logs: 100_000, blocks: 250_000, milliseconds: 4_000 }

/**
 * Brings one token's ledger up to a final block: logs → transfers → balance changes, in order, resumable at any moment. While ranges are
 * fetched, those before are folded and those before them are copied into the database. Where another process syncs the token, waits
 * until that one is done.
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
  /** Told once where another process syncs the token at this moment */
  onWait?: () => void
  /** How much is saved in one transaction, and so lost at most when the run is killed. */
  piece?: { logs: number; blocks: number; milliseconds?: number }
}): Promise<Block> {
  const { token, tokenId, reader, database, finalized, onProgress, onWait, piece = enough } = options
  const writer = await openLedgerWriter(database, tokenId, { onWait })
  try {
    const known = writer.end()
    if (known) await assertSameChain(reader, token, known)
    if (known && known.number < finalized.number) await reader.assertJoined(known)
    const first = known ? known.number + 1 : token.firstBlock
    const question = { address: token.address, topic: transferTopic, fromBlock: first, toBlock: finalized.number } as const
    let [logs, from, began] = [0, first, performance.now()]
    for await (const range of reader.readLogs(question)) {
      logs += range.logs.length
      const isLast = range.toBlock === finalized.number
      const isLong = performance.now() - began >= (piece.milliseconds ?? Infinity)
      const isEnd = isLast || isLong || logs >= piece.logs || range.toBlock - from >= piece.blocks
      // Asked while the range is folded: a failure is met below.
      const end = isLast ? finalized : isEnd ? readJoined(reader, range.toBlock) : null
      if (end instanceof Promise) end.catch(() => undefined)
      await writer.write(range.logs.transfers, toRejected(range.logs))
      if (!end) continue
      await writer.commit(await end)
      await saveIncidents(database, token.chainId, reader.takeIncidents())
      ;[logs, from, began] = [0, range.toBlock + 1, performance.now()]
      const [done, total] = [range.toBlock - first + 1, finalized.number - first + 1]
      onProgress?.({ label: `sync ${token.symbol}`, unit: 'blocks', done, total })
    }
    await writer.settle()
    const reached = writer.end()
    if (!reached) throw new WrongAnswerError(`${token.symbol}: its first block ${token.firstBlock} lies after the final block ${finalized.number}`)
    return reached
  } finally {
    await writer.close()
    // What is not counted is lost: no reason to fail for it.
    await saveIncidents(database, token.chainId, reader.takeIncidents()).catch(() => undefined)
  }
}

function toRejected({ odd }: RangeLogs) {
  return odd.map((log) => {
    const reading = toTransfer(log)
    if (reading.status === 'transfer') throw new Error(`sync: log ${log.logIndex} of block ${log.blockNumber} is a transfer and was not read as one`)
    return { blockNumber: log.blockNumber, logIndex: log.logIndex, reason: reading.reason }
  })
}

/** A block that the next one follows. */
async function readJoined(reader: ChainReader, number: number): Promise<Block> {
  const block = await reader.readBlock(number)
  await reader.assertJoined(block)
  return block
}

async function assertSameChain(reader: ChainReader, token: Token, known: Block): Promise<void> {
  const block = await reader.readBlock(known.number)
  if (block.hash !== known.hash)
    throw new WrongAnswerError(
      `${token.symbol}: block ${known.number} of chain ${reader.chainId} has the hash ${block.hash}, the ledger was read under ${known.hash}. ` +
        'The endpoint serves another chain or fork; nothing was written.',
    )
}
