import { createHash } from 'node:crypto'
import type { Label } from '@/lib/domain/label'
import { toCanonicalJson } from './canonicalJson'
import type { View } from './view'

/**
 * Raised whenever a definition changes, so that the same ledger gives other figures: metrics, lenses, what a snapshot reads.
 * It stands in every citation.
 */
export const methodVersion = 1

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a view's data are of, beside the data themselves. */
export interface Identity {
  /** The slug, or 'all' */
  protocol: string
  /** The LP token, lower case; null for tokens */
  pool: string | null
  lens: string
  block: { number: number; hash: string | null } | null
}

/**
 * The fingerprint of a view's data: SHA-256 over their canonical JSON (RFC 8785) together with what they are of. The same in every language,
 * form and theme; another as soon as one digit changes.
 *
 * @returns 64 hexadecimal digits
 * @example toContentHash(view, { protocol: 'uniswap', pool: null, lens: 'raw', block: { number: 21500000, hash: '0x…' } }) // 'b1946ac9…'
 */
export function toContentHash({ id, data }: Pick<View, 'id' | 'data'>, { protocol, pool, lens, block }: Identity): string {
  return hash(toCanonicalJson({ chart: id, protocol, pool, lens, block, columns: data.columns.map(({ name }) => name), rows: data.rows }))
}

/**
 * Which labels a view was made with: what they say of whom, in any order.
 *
 * @returns 12 hexadecimal digits
 * @example toLabelVersion(uniswap.labels) // '4f0c21aa9e07'
 */
export function toLabelVersion(labels: readonly Label[]): string {
  const rows = labels.map(({ address, kind, role, name, source }) => [address, kind, role, name, source])
  return hash(toCanonicalJson(rows.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)))).slice(0, 12)
}
