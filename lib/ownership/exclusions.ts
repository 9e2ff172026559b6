import type { Address } from '../domain/address'
import { toDistribution, type Claim, type Distribution } from '../domain/distribution'
import type { Label } from '../domain/label'

/** What is left once the accounts are gone that a published list leaves out, and who they are. */
export interface WithoutExcluded {
  distribution: Distribution
  /** In the order of the claims; `reason` in the list's own words */
  left: { account: Address; amount: bigint; reason: string }[]
}

/**
 * What do others count as holders? Leaves out the accounts that a published list leaves out (`Label.exclusion`), whatever their role: as a study
 * did, so that its figures can be made again. Conservation: distribution.total + Σ left.amount = Σ claims.
 *
 * @example withoutExcluded([{ account: a, amount: 4n }, { account: b, amount: 6n }], [{ address: a, exclusion: 'inert for governance', … }])
 * // distribution.total 6n, left [{ account: a, amount: 4n, reason: 'inert for governance' }]
 */
export function withoutExcluded(claims: readonly Claim[], labels: readonly Label[]): WithoutExcluded {
  const reasons = new Map(labels.flatMap(({ address, exclusion }) => (exclusion === undefined ? [] : [[address, exclusion] as const])))
  const left = claims.flatMap(({ account, amount }) => {
    const reason = reasons.get(account)
    return reason === undefined ? [] : [{ account, amount, reason }]
  })
  return { distribution: toDistribution(claims.filter(({ account }) => !reasons.has(account))), left }
}
