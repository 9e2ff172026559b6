import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Block } from '@/lib/domain/snapshot'

/** As if the ledger of a protocol's token had been read up to a block. */
export const settle = ({ pool }: Database, { tokenId }: Pick<TrackedProtocol, 'tokenId'>, { number, hash, timestamp }: Block) =>
  pool.query(
    `insert into cursors (token_id, block_number, block_hash, block_timestamp, transfers, settled_number, settled_hash, settled_timestamp) values ($1, $2, $3, $4, 0, $2, $3, $4)
     on conflict (token_id) do update set block_number = $2, block_timestamp = $4, settled_number = $2, settled_hash = $3, settled_timestamp = $4`,
    [tokenId, number, Buffer.from(hash.slice(2), 'hex'), timestamp],
  )
