import type { Address } from '../domain/address'
import type { ContractOwnership, UnresolvedReason } from '../domain/contractOwnership'
import type { Claim } from '../domain/distribution'
import type { SourceInput } from './source'

type Held = Pick<SourceInput, 'wrapper' | 'balanceOf'>

/**
 * What a wrapper holds of a token at the block. Zero, too, where the token's ledger is not kept.
 *
 * @example holdingOf({ wrapper, balanceOf }, asset) // 910n
 */
export const holdingOf = ({ wrapper, balanceOf }: Held, asset: Address): bigint => balanceOf(asset, wrapper.address)

/**
 * The ownership of claims in units of the asset itself: what the wrapper holds beyond them is unresolved.
 * Where it holds less than its claims, all of them share what there is.
 *
 * @returns none where nobody claims anything and nothing lies there
 * @example toOwnership(input, { source, asset, shares: null, claims: [{ account, amount: 900n }], rest: 'surplus' })
 * // [{ contract, asset, source, shares: null, claims: […], unresolved: [{ reason: 'surplus', amount: 10n }] }]
 */
export function toOwnership(
  input: Held,
  { source, asset, shares, claims, rest }: Pick<ContractOwnership, 'source' | 'asset' | 'shares' | 'claims'> & { rest: UnresolvedReason },
): ContractOwnership[] {
  const beyond = claims.reduce((left, { amount }) => left - amount, holdingOf(input, asset))
  const unresolved = beyond > 0n ? [{ reason: rest, amount: beyond }] : []
  return claims.length + unresolved.length === 0 ? [] : [{ contract: input.wrapper.address, asset, source, shares, claims, unresolved }]
}

/**
 * Of a wrapper nobody can be named for: all that it holds, of each of its assets, is unresolved.
 *
 * @example toNobody(input, 'bridgeEscrow', 'otherChain') // [{ contract, asset, …, claims: [], unresolved: [{ reason: 'otherChain', amount: 910n }] }]
 */
export function toNobody(input: Held, source: string, rest: UnresolvedReason): ContractOwnership[] {
  return input.wrapper.assets.flatMap((asset) => toOwnership(input, { source, asset, shares: null, claims: [], rest }))
}
