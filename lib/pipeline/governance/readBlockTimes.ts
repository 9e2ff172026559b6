import { loadBlockTimes, saveBlockTimes } from '@/db/blockTimes'
import type { Database } from '@/db/database'
import type { ChainReader } from '../../chain/reader'
import type { OnProgress } from '../progress'

/** So many blocks are asked for and kept together. */
const pieceLength = 500

/**
 * When some final blocks came, exactly: each is asked for once and kept, piece by piece, so that what was read is not lost. Votes have block
 * numbers alone; in between nothing is interpolated.
 *
 * @returns Unix seconds by block number
 */
export async function readBlockTimes(options: {
  numbers: Iterable<number>
  label: string
  reader: Pick<ChainReader, 'chainId' | 'readBlock'>
  database: Database
  onProgress?: OnProgress
}): Promise<ReadonlyMap<number, number>> {
  const { numbers, label, reader, database, onProgress } = options
  const wanted = [...new Set(numbers)].sort((a, b) => a - b)
  if (wanted.length === 0) return new Map()
  const times = await loadBlockTimes(database, reader.chainId, wanted[0]!, wanted.at(-1)!)
  const missing = wanted.filter((number) => !times.has(number))
  for (let from = 0; from < missing.length; from += pieceLength) {
    const blocks = await Promise.all(missing.slice(from, from + pieceLength).map(reader.readBlock))
    const read = new Map(blocks.map(({ number, timestamp }) => [number, timestamp]))
    await saveBlockTimes(database, reader.chainId, read)
    for (const [number, timestamp] of read) times.set(number, timestamp)
    onProgress?.({ label, unit: 'blocks', done: Math.min(from + pieceLength, missing.length), total: missing.length })
  }
  return times
}
