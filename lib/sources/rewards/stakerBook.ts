import type { Abi } from 'viem'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { RewardPayment } from '../../domain/provider'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'
import { transferTopic } from '../erc20'
import { openEarnings, type EarnedFor } from './earnedFor'
import type { RewardBook } from './rewardSource'
import { openStakedPositions } from './stakedPositions'

/** RewardClaimed(address indexed to, uint256 reward): in whatever token, to whomever the owner names */
export const claimed: EventShape = { name: 'RewardClaimed', topic: '0x106f923f993c2149d49b4255ff723acafa1f2d94393f561d3eda32ae348f7241', indexed: 1, words: 1 }
/** IncentiveEnded(bytes32 indexed incentiveId, uint256 refund): what nobody earned goes back, and is no reward */
export const ended: EventShape = { name: 'IncentiveEnded', topic: '0x65124e6175aa9904f40735e87e2a37c76e87a609b855287bb4d1aba8257d9763', indexed: 1, words: 1 }
/** Transfer(address indexed from, address indexed to, uint256 amount) of the reward */
const transferred: EventShape = { name: 'Transfer', topic: transferTopic, indexed: 2, words: 1 }

interface Pool {
  pool: Address
  staker: Address
  token: Address
  /** What the contract is asked for what a staked position has earned */
  abi: Abi
}

/**
 * The book of a pool's incentives in one token. RewardClaimed names neither the token nor who has earned: it follows the transfer of the token that it tells of. It is
 * paid to its receiver where that has unstaked a position; else to the one whose position was unstaked in the same transaction; else its receiver alone is known.
 * What unstaking has added up is logged nowhere: a claim is for the pool in which positions were unstaked since the last one.
 *
 * @example openStakerBook({ pool, staker, token, abi }).payments() // []
 */
export function openStakerBook({ pool, staker, token, abi }: Pool): RewardBook {
  const positions = openStakedPositions(pool)
  const earnings = openEarnings()
  const [payments, untold]: [RewardPayment[], RewardPayment[]] = [[], []]
  /** What left the contract last and was not explained yet */
  let left: { to: Address; amount: bigint; blockNumber: number } | null = null
  let unstaked: { transaction: string; owners: Set<Address> } | null = null

  const isOnlyPool = () => [...positions.incentives.values()].every((incentive) => incentive.pool === pool)
  const orOnly = (earned: EarnedFor): EarnedFor => (earned === 'none' && isOnlyPool() ? 'own' : earned)

  function pay(log: Log): Address | null {
    assertEvent(log, claimed)
    const [to, amount] = [toParty(log, 1), toWord(log, 0)]
    const isIt = left?.blockNumber === log.blockNumber && left.to === to && left.amount === amount
    if (!isIt || amount === 0n) return null
    left = null
    const [owner] = unstaked?.transaction === log.transactionHash && unstaked?.owners.size === 1 ? unstaked.owners : []
    const account = earnings.of(to) === 'none' ? (owner ?? to) : to
    const earned = orOnly(earnings.settle(account))
    const payment = { contract: staker, account, token, amount, blockNumber: log.blockNumber, logIndex: log.logIndex }
    if (earned === 'others') return null
    const list = earned === 'own' ? payments : untold
    list.push(payment)
    return earned === 'own' ? account : null
  }

  function addStake(log: Log): null {
    const { earned } = positions.add(log)
    if (!earned) return null
    earnings.earn(earned.account, earned.isOwn)
    const { transactionHash } = log
    if (unstaked?.transaction === transactionHash) unstaked?.owners.add(earned.account)
    else unstaked = transactionHash ? { transaction: transactionHash, owners: new Set([earned.account]) } : null
    return null
  }

  return {
    add(log) {
      if (log.address === token && log.topics[0] === transferTopic) {
        assertEvent(log, transferred)
        left = { to: toParty(log, 2), amount: toWord(log, 0), blockNumber: log.blockNumber }
        return null
      }
      if (log.topics[0] === claimed.topic) return pay(log)
      if (log.topics[0] !== ended.topic) return addStake(log)
      assertEvent(log, ended)
      if (positions.incentives.has(log.topics[1]!)) left = null
      return null
    },
    payments: () => payments,
    untold: () => untold,
    accrued: () => null,
    earnedFor: (account) => orOnly(earnings.of(account)),
    window() {
      const own = [...positions.incentives.values()].filter((incentive) => incentive.pool === pool)
      return own.length === 0 ? null : { from: Math.min(...own.map(({ from }) => Number(from))), to: Math.max(...own.map(({ to }) => Number(to))) }
    },
    questions: (account) => positions.of(account).map(({ tokenId, incentive: { from, to, refundee } }) => (
      { address: staker, abi, functionName: 'getRewardInfo', args: [{ rewardToken: token, pool, startTime: from, endTime: to, refundee }, tokenId] })),
  }
}
