import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import type { StakeChange } from '../../liquidity/stakers'
import { absorbedDebt } from '../cometBooks'
import { transferTopic } from '../erc20'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'

const moved = { indexed: 2, words: 1 }
/** Supply(address indexed from, address indexed dst, uint256 amount): lent, or a debt paid back, or both */
const supplied: EventShape = { name: 'Supply', topic: '0xd1cf3d156d5f8f0d50f6c122ed609cec09d35c9b9fb3fff6ea0959134dae424e', ...moved }
/** Withdraw(address indexed src, address indexed to, uint256 amount): taken back, or borrowed, or both */
const withdrawn: EventShape = { name: 'Withdraw', topic: '0x9b1bfa7fa9ee420a16e124f794c35ac9f90472acc99140eb2f6447c714cad8eb', ...moved }
/** Transfer(address indexed from, address indexed to, uint256 amount): what of that was lent or taken back, from or to nobody */
const lentChange: EventShape = { name: 'Transfer', topic: transferTopic, ...moved }

/** First topics of the logs that tell what is lent to a market of Compound v3 and owed to it. */
export const cometStakeTopics: readonly `0x${string}`[] = [transferTopic, supplied.topic, withdrawn.topic, absorbedDebt.topic]

/** Amounts are principals at an index, rounded down: what was paid in or out, and what is told of it, may differ by so few units. */
export const cometRounding = 10n

/** A change of what an account has lent, or of what it owes. */
export interface CometChange extends StakeChange {
  isDebt: boolean
}

/** A payment in or out of which the next log tells what part was lent or taken back. */
interface Open {
  log: Log
  isDebtPaid: boolean
  account: Address
  amount: bigint
}

/**
 * What accounts lend to a market of Compound v3 and owe to it, from its logs: what was put in less what was taken out, without the interest, which no log tells. Who takes out
 * interest too, or pays it, ends with nothing and not below it. A debt that is taken or paid back by a transfer within the market leaves no log.
 *
 * @returns `add` takes one log after the other, in the chain's order, and answers what is certain by then; `end` what is left when no other follows
 * @example followCometStakes().add(supplyOf5, …) // []: how much of it was lent the next log says
 */
export function followCometStakes(): { add: (log: Log) => CometChange[]; end: () => CometChange[] } {
  const stakes = { lent: new Map<Address, bigint>(), owed: new Map<Address, bigint>() }
  let open: Open | null = null

  function change({ blockNumber, logIndex }: Log, isDebt: boolean, account: Address, by: bigint): CometChange[] {
    const side = isDebt ? stakes.owed : stakes.lent
    const before = side.get(account) ?? 0n
    const after = before + by > 0n ? before + by : 0n
    side.set(account, after)
    return after === before ? [] : [{ account, blockNumber, logIndex, change: after - before, isDebt }]
  }

  /** What of an open payment was not lent or taken back is a debt, but for rounding. */
  function close(lent: bigint | null): CometChange[] {
    if (!open) return []
    const { log, isDebtPaid, account, amount } = open
    open = null
    const rest = amount - (lent ?? 0n)
    return lent !== null && rest <= cometRounding ? [] : change(log, true, account, isDebtPaid ? -rest : rest)
  }

  function addTransfer(log: Log): CometChange[] {
    assertEvent(log, lentChange)
    const [from, to, amount] = [toParty(log, 1), toParty(log, 2), toWord(log, 0)]
    const [account, by] = from === zeroAddress ? [to, amount] : [from, -amount]
    const isOfOpen = open?.account === account && open.isDebtPaid === by > 0n && open.log.blockNumber === log.blockNumber && open.log.logIndex === log.logIndex - 1
    return [...close(isOfOpen ? amount : null), ...change(log, false, account, by)]
  }

  return {
    add(log) {
      if (log.topics[0] === transferTopic) return addTransfer(log)
      const before = close(null)
      if (log.topics[0] === absorbedDebt.topic) {
        assertEvent(log, absorbedDebt)
        const account = toParty(log, 2)
        return [...before, ...change(log, true, account, -(stakes.owed.get(account) ?? 0n))]
      }
      const isDebtPaid = log.topics[0] === supplied.topic
      assertEvent(log, isDebtPaid ? supplied : withdrawn)
      open = { log, isDebtPaid, account: toParty(log, isDebtPaid ? 2 : 1), amount: toWord(log, 0) }
      return before
    },
    end: () => close(null),
  }
}
