import { parseAbi } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '../domain/address'
import type { Claim } from '../domain/distribution'
import { amountSchema } from './answers'
import { followStakes, toClaims, toStakeFilter, toStakeLogs, type StakeLogs } from './foldStakes'
import type { Source } from './source'
import { toOwnership } from './toOwnership'
import { toContract } from './wrapperFacts'

const id = 'stakingRewards'

/** Staked(address indexed user, uint256 amount) and Withdrawn(address indexed user, uint256 amount) */
export const stakingRewardsStakes: StakeLogs = toStakeLogs({
  putIn: { name: 'Staked', topic: '0x9e71bc8eea02a63969f509818f2dafb9254532904319f9dbda79b67bd34a5f3d', indexed: 1, words: 1 },
  takenBack: { name: 'Withdrawn', topic: '0x7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d5', indexed: 1, words: 1 },
})

const stakesOf = followStakes(stakingRewardsStakes)

const abi = parseAbi(['function earned(address account) view returns (uint256)'])

/** Who has earned how much and not fetched it */
const answersSchema = z.object({ earned: z.array(z.object({ account: addressSchema, amount: amountSchema })) })

/**
 * Synthetix' StakingRewards, its copy by Uniswap and theirs. A wrapper says in `contracts` which of its assets is the stakingToken and which the
 * rewardsToken: they may be the same. Whoever has taken back its stake may still have rewards to fetch, so everybody who ever staked is asked for.
 * https://github.com/Synthetixio/synthetix/blob/v2.102.1/contracts/StakingRewards.sol
 */
export const stakingRewards: Source = {
  id,
  name: { en: 'Staking rewards', de: 'Staking-Belohnungen' },
  description: {
    en: 'Stakes belong to those who staked, rewards to those who have earned them, fetched or not. Rewards that nobody has earned yet, and tokens that were merely sent there, stay unresolved.',
    de: 'Einlagen gehören denen, die sie eingebracht haben, Belohnungen denen, die sie verdient haben, abgeholt oder nicht. Noch nicht verdiente Belohnungen und einfach dorthin überwiesene Token bleiben ungeklärt.',
  },
  role: 'staking',
  ledgers: () => [],
  logs: ({ address }) => [toStakeFilter(address, stakingRewardsStakes)],
  async read(input, reader, blockNumber) {
    const { wrapper } = input
    if (!wrapper.assets.includes(toContract(wrapper, id, 'rewardsToken'))) return { answers: null, gaps: [] }
    const stakers = [...stakesOf(input).keys()]
    const calls = stakers.map((account) => ({ address: wrapper.address, abi, functionName: 'earned', args: [account] }))
    const answers = await reader.readContracts(calls, blockNumber)
    const earned: { account: Address; amount: string }[] = []
    const failures: string[] = []
    for (const [place, account] of stakers.entries()) {
      const answer = answers[place]
      if (answer?.status !== 'ok') failures.push(answer?.reason ?? 'no answer')
      else if (answer.value !== 0n) earned.push({ account, amount: String(answer.value) })
    }
    const subject = `rewards earned by ${failures.length} of ${stakers.length} stakers of ${wrapper.address}`
    return { answers: { earned }, gaps: failures.length === 0 ? [] : [{ subject, reason: failures[0]! }] }
  },
  toOwnerships(input) {
    const { wrapper, answers } = input
    const stakingToken = toContract(wrapper, id, 'stakingToken')
    const rewardsToken = toContract(wrapper, id, 'rewardsToken')
    const stakes = toClaims(stakesOf(input))
    const earned: Claim[] = answersSchema.nullable().parse(answers)?.earned ?? []
    return [...new Set([stakingToken, rewardsToken])]
      .filter((asset) => wrapper.assets.includes(asset))
      .flatMap((asset) => {
        const claims = [...(asset === stakingToken ? stakes : []), ...(asset === rewardsToken ? earned : [])]
        return toOwnership(input, { source: id, asset, shares: null, claims, rest: asset === rewardsToken ? 'undistributed' : 'surplus' })
      })
  },
}
