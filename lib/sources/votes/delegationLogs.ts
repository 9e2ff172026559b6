import type { EventShape } from '../eventWords'

/** DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate) */
export const delegated: EventShape = { name: 'DelegateChanged', topic: '0x3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f', indexed: 3, words: 0 }
/** DelegateVotesChanged(address indexed delegate, uint256 previousBalance, uint256 newBalance) */
export const votesChanged: EventShape = { name: 'DelegateVotesChanged', topic: '0xdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724', indexed: 1, words: 2 }
