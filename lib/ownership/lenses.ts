import type { Address } from '../domain/address'
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
  const roles = toExcludedRoles(labels, lens)
  const excluded: { role: AccountRole; amount: bigint }[] = []
  const kept: Claim[] = []
  for (const claim of claims) {
    const role = roles.get(claim.account)
    if (role) excluded.push({ role, amount: claim.amount })
    else kept.push(claim)
  }
  return { distribution: toDistribution(kept), excluded: toExcluded(excluded, lens) }
}

/** The accounts that a lens leaves out, and the role for which it does. */
export function toExcludedRoles(labels: readonly Label[], lens: Lens): ReadonlyMap<Address, AccountRole> {
  return new Map(labels.flatMap(({ address, role }) => (role && lens.excludedRoles.includes(role) ? [[address, role]] : [])))
}

/** What is left out, per role, in the lens's order. */
export function toExcluded(parts: readonly { role: AccountRole; amount: bigint }[], lens: Lens): Measurement['excluded'] {
  return lens.excludedRoles.flatMap((role) => {
    const amounts = parts.filter((part) => part.role === role).map(({ amount }) => amount)
    return amounts.length > 0 ? [{ role, accounts: amounts.length, amount: amounts.reduce((a, b) => a + b) }] : []
  })
}
