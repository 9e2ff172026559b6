import type { EventShape } from '../eventWords'

/** What Livepeer's BondingManager, its RoundsManager and its TicketBroker tell. https://github.com/livepeer/protocol/tree/delta/contracts */
export const bondingEvents = {
  /** Bond(address indexed newDelegate, address indexed oldDelegate, address indexed delegator, uint256 additionalAmount, uint256 bondedAmount) */
  bond: { name: 'Bond', topic: '0xe5917769f276ddca9f2ee7c6b0b33e1d1e1b61008010ce622c632dd20d168a23', indexed: 3, words: 2 },
  /** Unbond(address indexed delegate, address indexed delegator, uint256 unbondingLockId, uint256 amount, uint256 withdrawRound) */
  unbond: { name: 'Unbond', topic: '0x2d5d98d189bee5496a08db2a5948cb7e5e786f09d17d0c3f228eb41776c24a06', indexed: 2, words: 3 },
  /** Rebond(address indexed delegate, address indexed delegator, uint256 unbondingLockId, uint256 amount) */
  rebond: { name: 'Rebond', topic: '0x9f5b64cc71e1e26ff178caaa7877a04d8ce66fde989251870e80e6fbee690c17', indexed: 2, words: 2 },
  /** TransferBond(address indexed oldDelegator, address indexed newDelegator, uint256 oldUnbondingLockId, uint256 newUnbondingLockId, uint256 amount) */
  transferBond: { name: 'TransferBond', topic: '0xf136b986590e86cf1abd7b6600186a7a1178ad3cbbdf0f3312e79f6214a2a567', indexed: 2, words: 3 },
  /** WithdrawStake(address indexed delegator, uint256 unbondingLockId, uint256 amount, uint256 withdrawRound) */
  withdrawStake: { name: 'WithdrawStake', topic: '0x1340f1a8f3d456a649e1a12071dfa15655e3d09252131d0f980c3b405cc8dd2e', indexed: 1, words: 3 },
  /** EarningsClaimed(address indexed delegate, address indexed delegator, uint256 rewards, uint256 fees, uint256 startRound, uint256 endRound) */
  earningsClaimed: { name: 'EarningsClaimed', topic: '0xd7eab0765b772ea6ea859d5633baf737502198012e930f257f90013d9b211094', indexed: 2, words: 4 },
  /** Reward(address indexed transcoder, uint256 amount) */
  reward: { name: 'Reward', topic: '0x619caafabdd75649b302ba8419e48cccf64f37f1983ac4727cfb38b57703ffc9', indexed: 1, words: 1 },
  /** TranscoderUpdate(address indexed transcoder, uint256 rewardCut, uint256 feeShare) */
  update: { name: 'TranscoderUpdate', topic: '0x7346854431dbb3eb8e373c604abf89e90f4865b8447e1e2834d7b3e4677bf544', indexed: 1, words: 2 },
  /** TranscoderActivated(address indexed transcoder, uint256 activationRound) */
  activated: { name: 'TranscoderActivated', topic: '0x65d72d782835d64c3287844a829608d5abdc7e864cc9affe96d910ab3db665e9', indexed: 1, words: 1 },
  /** TranscoderDeactivated(address indexed transcoder, uint256 deactivationRound) */
  deactivated: { name: 'TranscoderDeactivated', topic: '0xfee3e693fc72d0a0a673805f3e606c551f4c677b9072444b90dd2d0406bc995c', indexed: 1, words: 1 },
  /** TranscoderSlashed(address indexed transcoder, address finder, uint256 penalty, uint256 finderReward) */
  slashed: { name: 'TranscoderSlashed', topic: '0xf4b71fed8e2c9a8c67c388bc6d35ad20b9368a24eed6d565459f2b277b6c0c22', indexed: 1, words: 3 },
} as const satisfies Record<string, EventShape>

/** NewRound(uint256 indexed round, bytes32 blockHash), of the RoundsManager */
export const newRound: EventShape = { name: 'NewRound', topic: '0x22f2fc17c5daf07db2379b3a03a8ef20a183f761097a58fce219c8a14619e786', indexed: 1, words: 1 }

/** WinningTicketTransfer(address indexed sender, address indexed recipient, uint256 amount), of the TicketBroker: wei that work was paid with */
export const ticketPaid: EventShape = { name: 'WinningTicketTransfer', topic: '0x8b87351a208c06e3ceee59d80725fd77a23b4129e1b51ca231fc89b40712649c', indexed: 2, words: 1 }
