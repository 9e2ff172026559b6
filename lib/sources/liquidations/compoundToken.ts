import { compoundBooks } from '../compoundToken'
import { assertEvent, toWord, toWordAddress, type EventShape } from '../eventWords'
import type { LiquidationSource } from './liquidationSource'

/** LiquidateBorrow(address liquidator, address borrower, uint256 repayAmount, address cTokenCollateral, uint256 seizeTokens) */
const liquidated: EventShape = { name: 'LiquidateBorrow', topic: '0x298637f684da70674f26509b10f07ec2fbc77a335ab1e7d6215a4b2484d8bb52', indexed: 0, words: 5 }

/**
 * Compound v2: the market in which the debt is writes the log, whichever market's cTokens are seized. So this asks the wrapper's own market and
 * those that its `contracts` name, by whatever names but those of its rewards (`comptroller`, `rewardsToken`); collateral that was lost for debts in others is not seen. `seized` counts cTokens; they are
 * told in the token at the market's own rate, (cash + borrows − reserves) / supply.
 * https://github.com/compound-finance/compound-protocol/blob/v2.8.1/contracts/CToken.sol
 */
export const compoundToken: LiquidationSource = {
  id: 'compoundToken',
  logs: ({ address, contracts: { comptroller: _, rewardsToken: __, ...markets } }) => [...new Set([address, ...Object.values(markets)])].map((market) => ({ address: market, topics: [liquidated.topic] })),
  toLiquidation({ address }, log) {
    assertEvent(log, liquidated)
    if (toWordAddress(log, 3) !== address) return null
    const { blockNumber, logIndex } = log
    return {
      contract: address, liquidator: toWordAddress(log, 0), borrower: toWordAddress(log, 1), token: address, seized: toWord(log, 4), debt: log.address, repaid: toWord(log, 2), blockNumber, logIndex,
    }
  },
  toAmount({ seized }, answers) {
    const read = compoundBooks.nullable().parse(answers)
    return read && read.totalSupply > 0n ? (seized * (read.getCash + read.totalBorrows - read.totalReserves)) / read.totalSupply : null
  },
}
