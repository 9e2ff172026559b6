import { createHash } from 'node:crypto'
import { toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { toCanonicalJson } from './canonicalJson'
import type { View } from './view'

/**
 * Raised whenever a definition changes, so that the same ledger gives other figures: metrics, lenses, what a snapshot reads.
 * It stands in every citation.
 */
export const methodVersion = 1

/** What a view's data are of, beside the data themselves. */
export interface Identity {
  /** The slug, 'all' or 'account' */
  protocol: string
  /** The LP token, lower case; null for tokens */
  pool: string | null
  /** The pool as a place of trade, lower case; left out for all else, so that fingerprints stay what they were */
  market?: string
  /** Lower case; left out likewise */
  account?: string
  /** Its word; left out likewise */
  proposal?: string
  /** The word of an imported list; left out likewise */
  list?: string
  lens: string
  /** The word for the rules by which addresses become one holder; left out for the usual ones, so that fingerprints stay what they were */
  rules?: string
  block: { number: number; hash: string | null } | null
  /** The UTC day under which it is kept where no block can fix it; left out likewise */
  day?: string
}

/**
 * The fingerprint of a view's data: SHA-256 over their canonical JSON (RFC 8785) together with what they are of. The same in every language,
 * form and theme; another as soon as one digit changes.
 *
 * @returns 64 hexadecimal digits
 * @example toContentHash(view, { protocol: 'uniswap', pool: null, lens: 'raw', block: { number: 21500000, hash: '0x…' } }) // 'b1946ac9…'
 */
export function toContentHash({ id, data }: Pick<View, 'id' | 'data'>, { protocol, pool, market, account, proposal, list, lens, rules, block, day }: Identity): string {
  const of = { chart: id, protocol, pool, ...(market === undefined ? {} : { market }), ...(account === undefined ? {} : { account }), ...(proposal === undefined ? {} : { proposal }), ...(list === undefined ? {} : { list }), lens, ...(rules === undefined ? {} : { rules }), block, ...(day === undefined ? {} : { day }) }
  // Inside a text its quotes are escaped: nothing but the name itself is written like this.
  const [head, tail] = toCanonicalJson({ ...of, columns: data.columns.map(({ name }) => name), rows: [] }).split(noRows) as [string, string]
  const hash = createHash('sha256').update(`${head}"rows":[`)
  let between = ''
  for (const row of data.eachRow()) {
    hash.update(between + toCanonicalJson(row))
    between = ','
  }
  return hash.update(`]${tail}`).digest('hex')
}

const noRows = '"rows":[]'

/**
 * The rules that somebody chose, as a fingerprint and a citation have them.
 *
 * @example toRulesOf({ rules: ['sharedEntity', 'safeOwners'] }) // { rules: 'sharedEntity,safeOwners' }
 */
export function toRulesOf({ rules }: { rules?: readonly string[] | null }): { rules?: string } {
  const word = toRulesWord(rules)
  return word === null ? {} : { rules: word }
}
