import { assertEvent, toParty, toWord, toWordAddress, type EventShape } from '../eventWords'
import { toOnlyAsset } from '../wrapperFacts'
import type { LiquidationSource } from './liquidationSource'

const id = 'aaveToken'

/**
 * LiquidationCall(address indexed collateralAsset, address indexed debtAsset, address indexed user, uint256 debtToCover,
 * uint256 liquidatedCollateralAmount, address liquidator, bool receiveAToken)
 */
const liquidated: EventShape = { name: 'LiquidationCall', topic: '0xe413a321e8681d831f4dbccbca790d2952b56f977908e45be37335533e005286', indexed: 3, words: 4 }

/**
 * Aave v2 and v3: the pool writes one log for all its reserves. A wrapper names it as `contracts.pool` (v3) or `contracts.lendingPool` (v2).
 * `seized` is what went to the liquidator; where a v3 pool takes a part of the bonus for its treasury, the borrower lost that too, and the log does
 * not say it.
 * https://github.com/aave/aave-v3-core/blob/v1.19.3/contracts/protocol/libraries/logic/LiquidationLogic.sol
 */
export const aaveToken: LiquidationSource = {
  id,
  logs: ({ contracts: { pool, lendingPool } }) => [pool, lendingPool].flatMap((address) => (address ? [{ address, topics: [liquidated.topic] }] : [])),
  toLiquidation(wrapper, log) {
    assertEvent(log, liquidated)
    const token = toParty(log, 1)
    if (token !== toOnlyAsset(wrapper, id)) return null
    const { blockNumber, logIndex } = log
    return {
      contract: wrapper.address, liquidator: toWordAddress(log, 2), borrower: toParty(log, 3), token, seized: toWord(log, 1), debt: toParty(log, 2), repaid: toWord(log, 0), blockNumber, logIndex,
    }
  },
  toAmount: ({ seized }) => seized,
}
