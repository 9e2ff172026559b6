import type { Address } from '@/lib/domain/address'
import type { Claim } from '@/lib/domain/distribution'
import type { SourceInput } from '@/lib/sources/source'

/** Both ways in which a source asks for balances, of the same lists. */
export const toHoldings = (balances: (token: Address) => readonly Claim[]): Pick<SourceInput, 'balances' | 'balanceOf'> => ({
  balances,
  balanceOf: (token, account) => balances(token).reduce((held, claim) => (claim.account === account ? held + claim.amount : held), 0n),
})
