import { followStakes, toClaims, toTopics, type StakeEvents } from './foldStakes'
import type { Source } from './source'
import { toOwnership } from './toOwnership'
import { toOnlyAsset } from './wrapperFacts'

/**
 * A contract family that keeps books of who put in how much of its one asset, and gives out no token for it. What lies there beyond the books is
 * 'surplus'. Another contract may hold such a stake for others: its wrapper names this contract as its asset.
 *
 * @param events that put in and take back
 * @example toStakesSource({ id: 'voteEscrow', name, description, role: 'voteEscrow' }, events).logs(wrapper) // [{ address, topics: [putIn, takenBack] }]
 */
export function toStakesSource(family: Pick<Source, 'id' | 'name' | 'description' | 'role'>, events: StakeEvents): Source {
  const stakesOf = followStakes(events)
  return {
    ...family,
    ledgers: () => [],
    logs: ({ address }) => [{ address, topics: toTopics(events) }],
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
