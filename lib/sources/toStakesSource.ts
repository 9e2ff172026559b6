import { followStakes, toClaims, toStakeFilter, type StakeLogs } from './foldStakes'
import type { Source } from './source'
import { toOwnership } from './toOwnership'
import { toOnlyAsset } from './wrapperFacts'

/**
 * A contract family that keeps books of who put in how much of its one asset, and gives out no token for it. What lies there beyond the books is
 * 'surplus'. Another contract may hold such a stake for others: its wrapper names this contract as its asset.
 *
 * @param told by which logs stakes are put in and taken back
 * @example toStakesSource({ id: 'voteEscrow', name, description, role: 'voteEscrow' }, stakes).logs(wrapper) // [{ address, topics: [putIn, takenBack] }]
 */
export function toStakesSource(family: Pick<Source, 'id' | 'name' | 'description' | 'role'>, told: StakeLogs): Source {
  const stakesOf = followStakes(told)
  return {
    ...family,
    ledgers: () => [],
    logs: ({ address }) => [toStakeFilter(address, told)],
    toOwnerships: (input) =>
      toOwnership(input, {
        source: family.id,
        asset: toOnlyAsset(input.wrapper, family.id),
        shares: input.wrapper.address,
        claims: toClaims(stakesOf(input)),
        rest: 'surplus',
      }),
  }
}
