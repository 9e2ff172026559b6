import { absorbed, toCometTopics } from '../cometBooks'
import { assertEvent, toParty, toWord } from '../eventWords'
import type { LiquidationSource } from './liquidationSource'

/**
 * Compound v3: the market itself takes all collateral of whoever owes too much, and the debt with it; the liquidator is who had it do so, and gets none of
 * either. There is one log for each token. The debt is forgiven against all of them together, so that nothing was paid for one (`repaid` null); what the
 * market owes beyond it is credited to the borrower.
 * https://github.com/compound-finance/comet/blob/17a6e7ac032d9adac209c20b4a9ff9051a599bb4/contracts/Comet.sol
 */
export const comet: LiquidationSource = {
  id: 'comet',
  // The same logs as its owners are told from: they are read once.
  logs: (wrapper) => [{ address: wrapper.address, topics: toCometTopics(wrapper) }],
  toLiquidation({ address, assets }, log) {
    if (log.topics[0] !== absorbed.topic) return null
    assertEvent(log, absorbed)
    const token = toParty(log, 3)
    if (!assets.includes(token)) return null
    const { blockNumber, logIndex } = log
    return { contract: address, liquidator: toParty(log, 1), borrower: toParty(log, 2), token, seized: toWord(log, 0), debt: address, repaid: null, blockNumber, logIndex }
  },
  toAmount: ({ seized }) => seized,
}
