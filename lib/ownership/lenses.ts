import type { AccountRole, Label } from '../domain/label'
import { toDistribution, type Claim, type Distribution } from '../domain/distribution'
import type { Lens, LensId } from '../domain/lens'
import type { Measurement } from '../domain/snapshot'

/** Every lens, in the order in which it is offered. The id is the URL, the API key, the CSV value and the database value. */
export const lenses: readonly Lens[] = [
  {
    id: 'raw',
    name: { en: 'All addresses', de: 'Alle Adressen' },
    description: {
      en: 'Every address that holds the token counts as one holder: people, contracts, exchanges and the treasury alike.',
      de: 'Jede Adresse, die den Token hält, zählt als ein Halter: Menschen, Contracts, Börsen und die Treasury gleichermaßen.',
    },
    denominator: { en: 'total supply', de: 'Gesamtmenge' },
    excludedRoles: [],
  },
  {
    id: 'circulating',
    name: { en: 'Circulating', de: 'Umlauf' },
    description: {
      en: 'Without what nobody can spend today: burned tokens, the treasury and its timelock, tokens not yet vested or not yet distributed.',
      de: 'Ohne das, was heute niemand ausgeben kann: verbrannte Token, die Treasury und ihr Timelock, noch nicht freigegebene oder verteilte Token.',
    },
    denominator: { en: 'circulating supply', de: 'umlaufende Menge' },
    excludedRoles: ['burn', 'treasury', 'timelock', 'vesting', 'distributor'],
  },
]

/**
 * The lens of an id.
 *
 * @throws Error that names the lenses there are
 */
export function toLens(id: LensId): Lens {
  const lens = lenses.find((candidate) => candidate.id === id)
  if (!lens) throw new Error(`no lens "${id}"; there are ${lenses.map(({ id }) => id).join(', ')}`)
  return lens
}

/** What a lens keeps, and what it leaves out by role. Conservation: distribution.total + Σ excluded.amount = Σ claims. */
export interface Seen {
  distribution: Distribution
  excluded: Measurement['excluded']
}

/**
 * Looks at claims through a lens: leaves out the accounts whose label has one of the lens's excluded roles.
 * An account without a label is kept.
 *
 * @example throughLens([{account: treasury, amount: 4n}, {account: a, amount: 6n}], [label(treasury, 'treasury')], toLens('circulating'))
 * // distribution.total 6n, excluded [{role: 'treasury', accounts: 1, amount: 4n}]
 */
export function throughLens(claims: readonly Claim[], labels: readonly Label[], lens: Lens): Seen {
  const out = new Map<string, AccountRole>()
  for (const { address, role } of labels) if (role && lens.excludedRoles.includes(role)) out.set(address, role)
  const excluded = new Map<AccountRole, { accounts: number; amount: bigint }>()
  const kept: Claim[] = []
  for (const claim of claims) {
    const role = out.get(claim.account)
    if (!role) kept.push(claim)
    else {
      const sum = excluded.get(role) ?? { accounts: 0, amount: 0n }
      excluded.set(role, { accounts: sum.accounts + 1, amount: sum.amount + claim.amount })
    }
  }
  return {
    distribution: toDistribution(kept),
    excluded: lens.excludedRoles.flatMap((role) => {
      const sum = excluded.get(role)
      return sum ? [{ role, ...sum }] : []
    }),
  }
}
