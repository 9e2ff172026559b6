import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import { assertEvent, toParty, toWord, toWordAddress, type EventShape } from '../eventWords'
import { transferTopic } from '../erc20'
import { openAccrualBook } from './accruals'
import type { RewardBook } from './rewardSource'

const distributed = { indexed: 2, words: 2 }
/** DistributedSupplierComp(address indexed cToken, address indexed supplier, uint256 compDelta, uint256 compSupplyIndex) */
export const toSuppliers: EventShape = { name: 'DistributedSupplierComp', topic: '0x2caecd17d02f56fa897705dcc740da2d237c373f70686f4e0d9bd3bf0400ea7a', ...distributed }
/** DistributedBorrowerComp(address indexed cToken, address indexed borrower, uint256 compDelta, uint256 compBorrowIndex) */
export const toBorrowers: EventShape = { name: 'DistributedBorrowerComp', topic: '0x1fc3ecc087d8d2d15e23d0032af5a47059c3892d003d8e139fdcb6bb327c99a6', ...distributed }
/** CompGranted(address recipient, uint256 amount): what governance gives away is no reward */
export const granted: EventShape = { name: 'CompGranted', topic: '0x98b2f82a3a07f223a0be64b3d0f47711c64dccd1feafb94aa28156b38cd9695c', indexed: 0, words: 2 }
/** Transfer(address indexed from, address indexed to, uint256 amount) of COMP */
const transferred: EventShape = { name: 'Transfer', topic: transferTopic, indexed: 2, words: 1 }

interface Paid {
  account: Address
  amount: bigint
  blockNumber: number
  logIndex: number
}

/**
 * The book of one side of one Compound v2 market. The Comptroller adds up what an account has earned in all markets on both sides, and pays all of it at
 * once by a transfer of COMP when it is asked to (the first Comptroller by itself, from a thousandth of a COMP on). What accrued in a block counts before what was paid in
 * it: the first Comptroller logs a payment before what it is for.
 *
 * @param own the market, and the event of the side
 * @example openCompoundBook(cDai, comp, toSuppliers).payments() // []
 */
export function openCompoundBook(market: Address, token: Address, own: EventShape): RewardBook {
  const book = openAccrualBook(market, token)
  let block = -1
  let paid: Paid[] = []
  const endBlock = () => {
    for (const one of paid) book.pay(one.account, one.amount, one)
    paid = []
  }
  const addDistributed = (log: Log): Address | null => {
    assertEvent(log, log.topics[0] === toSuppliers.topic ? toSuppliers : toBorrowers)
    const isOwn = log.topics[0] === own.topic && toParty(log, 1) === market
    const account = toParty(log, 2)
    book.accrue(account, toWord(log, 0), isOwn)
    return isOwn ? account : null
  }
  return {
    add(log) {
      if (log.blockNumber !== block) endBlock()
      block = log.blockNumber
      if (log.topics[0] === transferTopic) {
        assertEvent(log, transferred)
        paid.push({ account: toParty(log, 2), amount: toWord(log, 0), blockNumber: log.blockNumber, logIndex: log.logIndex })
        return null
      }
      if (log.topics[0] !== granted.topic) return addDistributed(log)
      assertEvent(log, granted)
      const place = paid.findLastIndex(({ account, amount }) => account === toWordAddress(log, 0) && amount === toWord(log, 1))
      if (place >= 0) paid.splice(place, 1)
      return null
    },
    payments() {
      endBlock()
      return book.payments()
    },
    accrued(account) {
      endBlock()
      return book.accrued(account)
    },
  }
}
