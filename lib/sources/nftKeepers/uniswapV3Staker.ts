import { zeroAddress } from '../../domain/address'
import { toIndexedAddress } from '../eventWords'
import type { NftKeeper } from './nftKeeper'

/** DepositTransferred(uint256 indexed tokenId, address indexed oldOwner, address indexed newOwner) */
const depositTransferred = '0xcdfc765b85e1048bee3c6a0f9d1c91fc7c4631f5fe5745a55fc6843db5c3260f'

/**
 * Uniswap's own staking of position NFTs. An NFT comes by `safeTransferFrom` and is the sender's, who may hand it on within the contract; it leaves
 * by `withdrawToken`. One that comes otherwise lies there for ever, as the contract's own.
 * https://github.com/Uniswap/v3-staker/blob/v1.0.0/contracts/UniswapV3Staker.sol
 */
export const uniswapV3Staker: NftKeeper = {
  id: 'uniswapV3Staker',
  topics: [depositTransferred],
  numberTopic: 1,
  toKept: ({ topics, data }) => {
    const owner = topics.length === 4 && data === '0x' ? toIndexedAddress(topics[3]!) : null
    return owner ? { tokenId: BigInt(topics[1]!), owner: owner === zeroAddress ? null : owner } : null
  },
}
