import { encodeAbiParameters, keccak256, toBytes } from 'viem'
import type { Address } from '@/lib/domain/address'
import type { Contract, StoryChain } from './storyChain'
import type { Habit } from './world'

/** OpenZeppelin's votes. */
export const supportNumbers = { against: 0, for: 1, abstain: 2 } as const

/** One account's vote, as OpenZeppelin's Governor takes it. */
export type MotionBallot = readonly [voter: Address, support: (typeof supportNumbers)[keyof typeof supportNumbers]]

/** A proposal to OpenZeppelin's Governor, and how it goes. */
export interface Motion {
  title: string
  proposer: Address
  calls: readonly { target: Address; data: `0x${string}` }[]
  /** Who votes on the proposal's second to fifth day; asked once on each */
  ballots: (age: number) => readonly MotionBallot[]
  /** Executed at the end of its ways, left as it is after its vote, or withdrawn at once */
  end: 'executed' | 'left' | 'withdrawn'
}

/**
 * The life of proposals: made on their day, voted on from the second to the fifth day after, queued on the eighth and executed on the eleventh.
 *
 * @param planned `draw` makes the proposal when its day has come
 */
export function openMotions(chain: StoryChain, governor: Contract, planned: readonly { day: number; draw: () => Motion }[]): Habit {
  const open = new Map<Motion, number>()
  return (today) => {
    for (const { day, draw } of planned) {
      if (day !== today) continue
      const motion = draw()
      chain.send(motion.proposer, governor, 'propose', [...toActions(motion), toDescription(motion)])
      if (motion.end === 'withdrawn') chain.send(motion.proposer, governor, 'cancel', toHashed(motion))
      else open.set(motion, today)
    }
    for (const [motion, day] of open) {
      const age = today - day
      // The delay ends a day after the proposal's hour, the vote five days later: from the second to the fifth day it is open at any hour.
      if (age >= 2 && age <= 5) for (const [voter, support] of motion.ballots(age)) chain.send(voter, governor, 'castVote', [toMotionId(motion), support])
      if (age === 8 && motion.end === 'executed') chain.send(motion.proposer, governor, 'queue', toHashed(motion))
      if (age === 11 && motion.end === 'executed') chain.send(motion.proposer, governor, 'execute', toHashed(motion))
      if (age > 11) open.delete(motion)
    }
  }
}

const toDescription = ({ title }: Motion) => `# ${title}`
const toActions = ({ calls }: Motion) => [calls.map(({ target }) => target), calls.map(() => 0n), calls.map(({ data }) => data)] as const
const toHashed = (motion: Motion) => [...toActions(motion), keccak256(toBytes(toDescription(motion)))] as const

/** A proposal's id is the hash of what it does. */
function toMotionId(motion: Motion): bigint {
  const form = [{ type: 'address[]' }, { type: 'uint256[]' }, { type: 'bytes[]' }, { type: 'bytes32' }] as const
  return BigInt(keccak256(encodeAbiParameters(form, toHashed(motion))))
}
