import { z } from 'zod'
import { accountSchema, amountSchema, toFinding, toRecogniser } from '../recogniser'

/** Synthetix' StakingRewards and its copies: tokens staked, and rewards paid for it. */
export const stakingRewards = toRecogniser({
  id: 'stakingRewards',
  asks: [
    'stakingToken() view returns (address)',
    'rewardsToken() view returns (address)',
    'rewardRate() view returns (uint256)',
    'periodFinish() view returns (uint256)',
    'totalSupply() view returns (uint256)',
  ],
  answers: z.tuple([accountSchema, accountSchema, amountSchema, amountSchema, amountSchema]),
  examine: ([stakingToken, rewardsToken, , , staked]) =>
    toFinding({
      role: 'staking',
      name: 'staking rewards',
      said: `stakingToken() = ${stakingToken}, rewardsToken() = ${rewardsToken}, totalSupply() = ${staked}`,
      family: 'stakingRewards',
      assets: [...new Set([stakingToken, rewardsToken])],
      contracts: { stakingToken, rewardsToken },
    }),
})
