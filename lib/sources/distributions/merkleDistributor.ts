import { assertEvent, toWord, toWordAddress } from '../eventWords'
import type { DistributionSource } from './distributionSource'

/** Claimed(uint256 index, address account, uint256 amount) */
const claimed = { name: 'Claimed', topic: '0x4ec90e965519d92681267467f775ada5bd214aa92c0dc93d90a5e880ce9ed026', indexed: 0, words: 3 } as const

/** Uniswap's MerkleDistributor and its copies: anyone may fetch for an account, and what is fetched goes to that account. */
export const merkleDistributor: DistributionSource = {
  id: 'merkleDistributor',
  logs: ({ address }) => [{ address, topics: [claimed.topic] }],
  toReceipt: (log) => {
    assertEvent(log, claimed)
    return { account: toWordAddress(log, 1), amount: toWord(log, 2) }
  },
}
