import { stakingRewardsStakes } from '../../stakingRewards'
import { toContract } from '../../wrapperFacts'
import type { ShareKeeper } from './shareKeeper'

/** It says in its contracts what is staked: a pool's shares may be no more than its reward. */
export const stakingRewards: ShareKeeper = {
  id: 'stakingRewards',
  toKeepings: (wrapper) => [{ asset: toContract(wrapper, 'stakingRewards', 'stakingToken'), stakes: stakingRewardsStakes }],
}
