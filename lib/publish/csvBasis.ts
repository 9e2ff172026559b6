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
  const of = typeof basis === 'function' ? basis : () => basis
  return [
    { name: 'protocol', kind: 'code', value: (row) => of(row).protocol },
    { name: 'token_address', kind: 'code', value: (row) => of(row).tokenAddress },
    { name: 'lens', kind: 'code', value: (row) => of(row).lens },
    { name: 'denominator_raw', kind: 'number', value: (row) => String(of(row).denominator) },
    { name: 'origin', kind: 'code', value: (row) => of(row).origin },
    { name: 'day', kind: 'code', value: (row) => of(row).day },
    { name: 'block_number', kind: 'number', value: (row) => of(row).block?.number.toString() ?? null },
    {
      name: 'block_time',
      kind: 'code',
      value: (row) => {
        const { block } = of(row)
        return block && toIsoTime(block.timestamp)
      },
    },
  ]
}
