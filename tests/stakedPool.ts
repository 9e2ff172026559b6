import { encodeAbiParameters, encodeFunctionData, parseAbiParameters } from 'viem'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import type { Wrapper } from '@/lib/domain/protocol'
import type { PoolChain } from './poolChain'
import { deployer } from './tokenChain'

const { abi } = loadArtifact('v3Staker')

/** What names an incentive of UniswapV3Staker. */
export interface IncentiveKey {
  rewardToken: Address
  pool: Address
  startTime: bigint
  endTime: bigint
  refundee: Address
}

/** Staking of position NFTs on such a chain, at seconds that the test names: each call is a block of its own. */
export type StakedPool = ReturnType<typeof openStakedPool>

export function openStakedPool(chain: Pick<PoolChain, 'rpc' | 'act' | 'ask' | 'staker' | 'manager' | 'toWrapper'>) {
  const { rpc, act, ask, staker, manager } = chain
  /** The next block is of this second. */
  const at = (seconds: bigint) => rpc.call('evm_setNextBlockTimestamp', Number(seconds))
  const now = async () => BigInt(((await rpc.call('eth_getBlockByNumber', 'latest', false)) as { timestamp: string }).timestamp)
  const encode = (functionName: string, ...args: unknown[]) => encodeFunctionData({ abi, functionName, args })
  return {
    at,
    now,
    /** An incentive that the deployer pays for, as long as it lasts: it begins an hour from now at the earliest. */
    async promise(key: IncentiveKey, reward: bigint) {
      await act(deployer, key.rewardToken, 'approve', staker, reward)
      await act(deployer, staker, 'createIncentive', key, reward)
    },
    /** Deposits an NFT and stakes it in one call. */
    depositAndStake: (owner: Address, tokenId: bigint, { rewardToken, pool, startTime, endTime, refundee }: IncentiveKey) =>
      act(owner, manager, 'safeTransferFrom', owner, staker, tokenId, encodeAbiParameters(parseAbiParameters('address, address, uint256, uint256, address'), [rewardToken, pool, startTime, endTime, refundee])),
    deposit: (owner: Address, tokenId: bigint) => act(owner, manager, 'safeTransferFrom', owner, staker, tokenId),
    stake: (owner: Address, tokenId: bigint, key: IncentiveKey) => act(owner, staker, 'stakeToken', key, tokenId),
    unstake: (sender: Address, tokenId: bigint, key: IncentiveKey) => act(sender, staker, 'unstakeToken', key, tokenId),
    hand: (owner: Address, tokenId: bigint, to: Address) => act(owner, staker, 'transferDeposit', tokenId, to),
    /** Fetches so much, or with 0 all, for whomever. */
    claim: (owner: Address, token: Address, to: Address = owner, amount = 0n) => act(owner, staker, 'claimReward', token, to, amount),
    /** Unstakes and fetches all in one transaction, as Uniswap's own page does. */
    unstakeAndClaim: (owner: Address, tokenId: bigint, key: IncentiveKey, to: Address) =>
      act(owner, staker, 'multicall', [encode('unstakeToken', key, tokenId), encode('claimReward', key.rewardToken, to, 0n)]),
    end: (sender: Address, key: IncentiveKey) => act(sender, staker, 'endIncentive', key),
    liquidityOf: async (tokenId: bigint) => ((await ask(manager, 'positions', tokenId)) as unknown[])[7] as bigint,
    /** What the contract says that a staked position has earned. */
    earnedBy: async (tokenId: bigint, key: IncentiveKey) => ((await ask(staker, 'getRewardInfo', key, tokenId)) as [bigint, bigint])[0],
    rewardsOf: async (token: Address, owner: Address) => (await ask(staker, 'rewards', token, owner)) as bigint,
    /** The pool's wrapper, with what its incentives pay. */
    toWrapper(pool: Address, rewardsToken: Address): Wrapper {
      const wrapper = chain.toWrapper(pool)
      return { ...wrapper, contracts: { ...wrapper.contracts, rewardsToken } }
    },
  }
}
