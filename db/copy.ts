import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Rows are joined to pieces of about this many characters: one write a row would cost more than the row. */
const pieceLength = 1 << 16

function* toPieces(rows: Iterable<readonly (string | number | bigint | null)[]>): Generator<string> {
  let piece = ''
  for (const row of rows) {
    piece += row.map((value) => value ?? '\\N').join('\t') + '\n'
    if (piece.length >= pieceLength) {
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

/**
 * Writes rows with COPY, many times faster than INSERT. Only for values whose text needs no escaping:
 * numbers, hexadecimal and plain identifiers; bytea as `\\x…` with a doubled backslash.
 *
 * @param target table and columns, as in 'balances (token_id, account_id, balance)'; never text from outside
 */
export async function copyRows(
  client: pg.PoolClient,
  target: string,
  rows: Iterable<readonly (string | number | bigint | null)[]>,
): Promise<void> {
  await copyBytes(client, target, toPieces(rows))
}

/** The same for rows that are written already as COPY reads them: values between tabs, a line break behind each row. */
export async function copyBytes(client: pg.PoolClient, target: string, pieces: Iterable<string | Buffer>): Promise<void> {
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy ${target} from stdin`)))
}
