import { parseAbi } from 'viem'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { Log } from '../../chain/log'
import type { StakeChange } from '../../liquidity/stakers'
import { assertEvent, toWord, toWordAddress, type EventShape } from '../eventWords'
import { transferTopic } from '../erc20'
import { toContract, toOnlyAsset } from '../wrapperFacts'
import { granted, openCompoundBook, toBorrowers, toSuppliers } from './compoundBook'
import type { LogFilter } from '../source'
import type { RewardBook, RewardSource, ToOwed } from './rewardSource'

const wrapperSource = 'compoundToken'

/** Borrow(address borrower, uint256 borrowAmount, uint256 accountBorrows, uint256 totalBorrows) */
const borrowed: EventShape = { name: 'Borrow', topic: '0x13ed6866d4e1ee6da46f845c46d7e54120883d75c5ea9a2dacc1c4ca8984ab80', indexed: 0, words: 4 }
/** RepayBorrow(address payer, address borrower, uint256 repayAmount, uint256 accountBorrows, uint256 totalBorrows) */
const repaid: EventShape = { name: 'RepayBorrow', topic: '0x1a2a22cb034d26d1854bdc6666a5b91fe25efbbb5dcad3b0355478d6f5c362a1', indexed: 0, words: 5 }

const abi = parseAbi(['function compAccrued(address) view returns (uint256)'])

/** What the Comptroller has added up for an account is for all markets: the logs say which part of it is for this one, where they come to the same sum. */
const toOwed: ToOwed = (account, answer, book) => {
  const { own, all } = book.accrued(account)!
  return all === answer ? own : `the Comptroller has added up ${answer} for ${account}, its logs ${all}`
}

const shared = {
  wrapperSource,
  logs: (wrapper: Wrapper): LogFilter[] => {
    const [comptroller, token] = [toContract(wrapper, wrapperSource, 'comptroller'), toContract(wrapper, wrapperSource, 'rewardsToken')]
    return [
      { address: comptroller, topics: [toSuppliers.topic, toBorrowers.topic, granted.topic] },
      { address: token, topics: [transferTopic], second: [`0x${comptroller.slice(2).padStart(64, '0')}`] },
    ]
  },
  owed: { toCall: (wrapper: Wrapper, account: Address) => ({ address: toContract(wrapper, wrapperSource, 'comptroller'), abi, functionName: 'compAccrued', args: [account] }), toOwed, isOwedTo: (account: Address, book: RewardBook) => book.accrued(account)!.own > 0n },
}

/**
 * Compound v2: whoever lends to a market holds its cTokens, and for these the Comptroller pays COMP. A wrapper names it as `contracts.comptroller` and COMP as
 * `contracts.rewardsToken`. What the Comptroller pays beyond what its logs say that it added up is told of no market.
 * https://github.com/compound-finance/compound-protocol/blob/v2.8.1/contracts/Comptroller.sol
 */
export const compoundLent: RewardSource = {
  ...shared,
  id: 'compoundLent',
  toProgram: ({ address, contracts: { comptroller, rewardsToken } }) => (comptroller && rewardsToken ? { stakeToken: address, rewardToken: rewardsToken, isDebt: false } : null),
  open: (wrapper) => openCompoundBook(wrapper.address, toContract(wrapper, wrapperSource, 'rewardsToken'), toSuppliers),
  stakes: ({ address }) => ({ ledger: address, without: address }),
}

/** The same for whoever borrows from a market. A debt is what the market said of it last: interest since then is not in it. */
export const compoundBorrowed: RewardSource = {
  ...shared,
  id: 'compoundBorrowed',
  toProgram: (wrapper) => {
    const { comptroller, rewardsToken } = wrapper.contracts
    return comptroller && rewardsToken ? { stakeToken: toOnlyAsset(wrapper, wrapperSource), rewardToken: rewardsToken, isDebt: true } : null
  },
  open: (wrapper) => openCompoundBook(wrapper.address, toContract(wrapper, wrapperSource, 'rewardsToken'), toBorrowers),
  stakes: ({ address }) => ({ logs: [{ address, topics: [borrowed.topic, repaid.topic] }], toChanges: toDebts }),
}

function toDebts(logs: readonly Log[]): StakeChange[] {
  const debts = new Map<Address, bigint>()
  return logs.map((log) => {
    const isRepaid = log.topics[0] === repaid.topic
    assertEvent(log, isRepaid ? repaid : borrowed)
    const [account, debt] = isRepaid ? [toWordAddress(log, 1), toWord(log, 3)] : [toWordAddress(log, 0), toWord(log, 2)]
    const change = debt - (debts.get(account) ?? 0n)
    debts.set(account, debt)
    return { account, blockNumber: log.blockNumber, logIndex: log.logIndex, change }
  })
}
