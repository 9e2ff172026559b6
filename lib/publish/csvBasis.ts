import type { SnapshotOrigin } from '@/lib/domain/snapshot'
import type { CsvColumn } from './csv'

/** What the figures of a row rest on. */
export interface CsvBasis {
  /** slug */
  protocol: string
  tokenAddress: string
  lens: string
  /** What shares are taken of, smallest units */
  denominator: bigint
  origin: SnapshotOrigin
  /** UTC day */
  day: string
  /** null only for an imported list without a block */
  block: { number: number; timestamp: number } | null
}

/**
 * A moment in ISO 8601, UTC, to the second.
 *
 * @example toIsoTime(1775044800) // '2026-04-01T12:00:00Z'
 */
export const toIsoTime = (timestamp: number): string => new Date(timestamp * 1000).toISOString().replace('.000Z', 'Z')

/** The columns with which every file of ours ends: the same words in each, so that rows of several files can stand together. */
export function basisColumns<Row>(basis: CsvBasis | ((row: Row) => CsvBasis)): CsvColumn<Row>[] {
  if (typeof basis === 'function') return columns.map(({ name, kind, write }) => ({ name, kind, value: (row) => write(basis(row)) }))
  // The same in every row: written once.
  return columns.map(({ name, kind, write }) => {
    const text = write(basis)
    return { name, kind, value: () => text, constant: true }
  })
}

const columns: readonly (Pick<CsvColumn<never>, 'name' | 'kind'> & { write: (basis: CsvBasis) => string | null })[] = [
  { name: 'protocol', kind: 'code', write: ({ protocol }) => protocol },
  { name: 'token_address', kind: 'code', write: ({ tokenAddress }) => tokenAddress },
  { name: 'lens', kind: 'code', write: ({ lens }) => lens },
  { name: 'denominator_raw', kind: 'number', write: ({ denominator }) => String(denominator) },
  { name: 'origin', kind: 'code', write: ({ origin }) => origin },
  { name: 'day', kind: 'code', write: ({ day }) => day },
  { name: 'block_number', kind: 'number', write: ({ block }) => block?.number.toString() ?? null },
  { name: 'block_time', kind: 'code', write: ({ block }) => block && toIsoTime(block.timestamp) },
]
