import { transferTopic } from '../erc20'
import type { EventShape } from '../eventWords'

/** What iExec's proxy tells of deposits and of work, in its fifth version. https://github.com/iExecBlockchainComputing/PoCo/tree/v5.5.0/contracts/modules */
export const pocoEvents = {
  /** Transfer(address indexed from, address indexed to, uint256 value): of what is deposited; what is locked stands with the proxy itself */
  transfer: { name: 'Transfer', topic: transferTopic, indexed: 2, words: 1 },
  /** Lock(address owner, uint256 amount) */
  lock: { name: 'Lock', topic: '0x625fed9875dada8643f2418b838ae0bc78d9a148a18eee4ee1979ff0f3f5d427', indexed: 0, words: 2 },
  /** Unlock(address owner, uint256 amount) */
  unlock: { name: 'Unlock', topic: '0x6381d9813cabeb57471b5a7e05078e64845ccdb563146a6911d536f24ce960f1', indexed: 0, words: 2 },
  /** Reward(address owner, uint256 amount, bytes32 ref): the task */
  reward: { name: 'Reward', topic: '0xc2aca55aa696938c7e95842e8939ca0fbb2120a3eeb8948cdcee2b70da566672', indexed: 0, words: 3 },
  /** Seize(address owner, uint256 amount, bytes32 ref): what was locked for a task pays for it */
  seize: { name: 'Seize', topic: '0x1bccc549c38561cd5b57f0db11ceb8dde1b0b6ee05ab5e155b51c7c5ba64becb', indexed: 0, words: 3 },
  /** TaskInitialize(bytes32 indexed taskId, address indexed workerpool) */
  initialized: { name: 'TaskInitialize', topic: '0x252992fb0468d68d6a5784ec03214f0d0a362083f2d7ebd157af43b017a22e06', indexed: 2, words: 0 },
  /** TaskContribute(bytes32 indexed taskId, address indexed worker, bytes32 hash) */
  contributed: { name: 'TaskContribute', topic: '0x3fdb8d7797562d49a81078dbf7fa1771958ea452f8b13d1148383bd9506aecfb', indexed: 2, words: 1 },
} as const satisfies Record<string, EventShape>

/** Transfer(address indexed from, address indexed to, uint256 indexed tokenId) of the registry of workerpools: a pool is a token, whoever has it its scheduler. */
export const poolTransfer = { name: 'Transfer', topic: transferTopic, indexed: 3, words: 0 } as const satisfies EventShape
