import type { EventShape } from '../eventWords'

/** What The Graph's Staking tells, in both of its forms of paying query fees. https://github.com/graphprotocol/contracts/tree/main/packages/contracts/contracts/staking */
export const graphStakingEvents = {
  /** StakeDeposited(address indexed indexer, uint256 tokens) */
  deposited: { name: 'StakeDeposited', topic: '0x0a7bb2e28cc4698aac06db79cf9163bfcc20719286cf59fa7d492ceda1b8edc2', indexed: 1, words: 1 },
  /** StakeLocked(address indexed indexer, uint256 tokens, uint256 until): all that is locked then */
  locked: { name: 'StakeLocked', topic: '0xa5ae833d0bb1dcd632d98a8b70973e8516812898e19bf27b70071ebc8dc52c01', indexed: 1, words: 2 },
  /** StakeWithdrawn(address indexed indexer, uint256 tokens) */
  withdrawn: { name: 'StakeWithdrawn', topic: '0x8108595eb6bad3acefa9da467d90cc2217686d5c5ac85460f8b7849c840645fc', indexed: 1, words: 1 },
  /** StakeSlashed(address indexed indexer, uint256 tokens, uint256 reward, address beneficiary) */
  slashed: { name: 'StakeSlashed', topic: '0xf2717be2f27d9d2d7d265e42dc556e40d2d9aeaba02f49c5286030f30c0571f3', indexed: 1, words: 3 },
  /** IndexerStakeTransferredToL2(address indexed indexer, address indexed l2Indexer, uint256 transferredStakeTokens) */
  movedToL2: { name: 'IndexerStakeTransferredToL2', topic: '0x869be114c2c3725ff5a2c6ea9ce2d37bf0d5a33c50fcc4905dc11d6958cd122c', indexed: 2, words: 1 },
  /** DelegationParametersUpdated(address indexed indexer, uint32 indexingRewardCut, uint32 queryFeeCut, uint32 cooldownBlocks) */
  terms: { name: 'DelegationParametersUpdated', topic: '0xdd5c1add84431df7ff63c721510522fbccafda37dfc33f0f5094d90135a8f22a', indexed: 1, words: 3 },
  /** StakeDelegated(address indexed indexer, address indexed delegator, uint256 tokens, uint256 shares) */
  delegated: { name: 'StakeDelegated', topic: '0xcd0366dce5247d874ffc60a762aa7abbb82c1695bbb171609c1b8861e279eb73', indexed: 2, words: 2 },
  /** StakeDelegatedLocked(address indexed indexer, address indexed delegator, uint256 tokens, uint256 shares, uint256 until) */
  undelegated: { name: 'StakeDelegatedLocked', topic: '0x0430183f84d9c4502386d499da806543dee1d9de83c08b01e39a6d2116c43b25', indexed: 2, words: 3 },
  /** StakeDelegatedWithdrawn(address indexed indexer, address indexed delegator, uint256 tokens) */
  delegationWithdrawn: { name: 'StakeDelegatedWithdrawn', topic: '0x1b2e7737e043c5cf1b587ceb4daeb7ae00148b9bda8f79f1093eead08f141952', indexed: 2, words: 1 },
  /** DelegationTransferredToL2(address indexed delegator, address indexed l2Delegator, address indexed indexer, address l2Indexer, uint256 transferredDelegationTokens) */
  delegationMovedToL2: { name: 'DelegationTransferredToL2', topic: '0x231e5cfeff7759a468241d939ab04a60d603b17e359057abbb8f52afc3e4986b', indexed: 3, words: 2 },
  /** RebateClaimed(address indexed indexer, bytes32 indexed, address indexed, uint256 epoch, uint256 forEpoch, uint256 tokens, uint256, uint256 delegationFees): until 2023 */
  rebateClaimed: { name: 'RebateClaimed', topic: '0xb5f11a762db39abff5529064f3103b1abb9a5a3ba3d61972c1a7006d09db7d20', indexed: 3, words: 5 },
  /**
   * RebateCollected(address assetHolder, address indexed indexer, bytes32 indexed, address indexed, uint256 epoch, uint256 tokens, uint256 protocolTax,
   * uint256 curationFees, uint256 queryFees, uint256 queryRebates, uint256 delegationRewards): since 2023
   */
  rebateCollected: { name: 'RebateCollected', topic: '0xf5ded07502b6feba4c13b19a0c6646efd4b4119f439bcbd49076e4f0ed1eec4b', indexed: 3, words: 8 },
} as const satisfies Record<string, EventShape>

/** What the RewardsManager tells: new tokens for an indexer and its delegators, which Staking shares at once. */
export const graphRewardEvents = {
  /** RewardsAssigned(address indexed indexer, address indexed allocationID, uint256 epoch, uint256 amount) */
  assigned: { name: 'RewardsAssigned', topic: '0x315d9cdbc182c9118c140c78a121ebb9f24bf73f841339a8a41cdc3586c34e18', indexed: 2, words: 2 },
  /** HorizonRewardsAssigned(address indexed indexer, address indexed allocationID, uint256 amount): the same, as the newest version calls it */
  assignedHorizon: { name: 'HorizonRewardsAssigned', topic: '0xa111914d7f2ea8beca61d12f1a1f38c5533de5f1823c3936422df4404ac2ec68', indexed: 2, words: 1 },
} as const satisfies Record<string, EventShape>
