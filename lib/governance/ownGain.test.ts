import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { ContractOwnership } from '@/lib/domain/contractOwnership'
import type { ProposalCall, Vote } from '@/lib/domain/proposal'
import { toOwnGain } from './ownGain'

const toAddress = (pair: string) => `0x${pair.repeat(20)}` as Address
const [token, lp, rewards, vault, ann, bob, carl, dora] = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'c3', 'c4'].map(toAddress) as [Address, Address, Address, Address, Address, Address, Address, Address]
const word = (hex: string) => hex.replace('0x', '').padStart(64, '0')
const pay = (to: Address, amount = 1): ProposalCall => ({ target: token, value: 0n, data: `0xa9059cbb${word(to)}${word(amount.toString(16))}`, signature: null })
const notify: ProposalCall = { target: rewards, value: 0n, data: `0x3c6b16ab${word('01')}`, signature: null }
const vote = (voter: Address, inFavour: bigint, against = 0n): Vote => ({ voter, timestamp: 0, votes: inFavour + against, parts: { for: inFavour, against, abstain: 0n } })
const ownership = (contract: Address, asset: Address, claims: readonly [Address, bigint][], more: Partial<ContractOwnership> = {}): ContractOwnership => ({
  contract, asset, source: 'test', shares: null, claims: claims.map(([account, amount]) => ({ account, amount })), unresolved: [], ...more,
})
const wrappers = [lp, rewards, vault]

describe('the share of for that was cast by those with positions', () => {
  // ann and bob have staked LP tokens; carl has some in the wallet only, and is not touched by what stakers get.
  const staked = ownership(rewards, lp, [[ann, 30n], [bob, 10n], [dora, 0n]])
  const pair = ownership(lp, token, [[rewards, 40n], [carl, 20n]], { shares: lp })

  it('is 8/11 where two of four who voted for rewards have staked, as in the story of the demo chain', () => {
    const votes = [vote(ann, 1_800_000n), vote(bob, 1_400_000n), vote(carl, 1_000_000n), vote(dora, 200_000n)]
    const gain = toOwnGain({ calls: [pay(rewards), notify] }, votes, [staked, pair], wrappers)
    expect([gain.byPosition, gain.inFavour]).toEqual([3_200_000n, 4_400_000n])
    expect(gain.voters).toEqual([{ voter: ann, votes: 1_800_000n, through: [rewards], paid: false }, { voter: bob, votes: 1_400_000n, through: [rewards], paid: false }])
    expect(gain.touched.map(({ contract, owners, evidence }) => [contract, owners, evidence.map(({ call, how }) => [call, how])])).toEqual([[rewards, 2, [[1, 'argument'], [2, 'target']]]])
    expect([gain.byPayment, gain.unread]).toEqual([0n, []])
  })

  it('reaches through a contract that holds for others: what is done to the pair concerns those who staked its LP tokens', () => {
    const gain = toOwnGain({ calls: [pay(lp)] }, [vote(bob, 5n), vote(carl, 7n), vote(dora, 9n)], [pair, staked], wrappers)
    expect(gain.voters.map(({ voter }) => voter)).toEqual([carl, bob])
    expect([gain.byPosition, gain.inFavour, gain.touched[0]?.owners]).toEqual([12n, 21n, 3])
  })

  it('counts what was cast for, not what was cast against, and contracts that hold each other once', () => {
    const circle = [ownership(lp, token, [[vault, 1n]], { shares: lp }), ownership(vault, lp, [[lp, 1n], [ann, 1n]], { shares: vault }), ownership(lp, vault, [[vault, 1n], [bob, 2n]], { shares: lp })]
    const gain = toOwnGain({ calls: [pay(vault)] }, [vote(ann, 2n, 40n), vote(bob, 0n, 3n), vote(carl, 6n)], circle, wrappers)
    expect([gain.byPosition, gain.inFavour, gain.touched[0]?.owners]).toEqual([2n, 8n, 2])
  })

  it('says so where the owners of a touched contract could not be read', () => {
    const unread = ownership(vault, token, [], { unresolved: [{ reason: 'unread', amount: 1n }] })
    const gain = toOwnGain({ calls: [pay(vault), pay(rewards)] }, [vote(ann, 1n)], [unread], wrappers)
    expect(gain.touched.map(({ owners }) => owners)).toEqual([null, null])
  })
})

it('a payee votes for its own payment; who has both counts once', () => {
  const gain = toOwnGain({ calls: [pay(ann), pay(rewards)] }, [vote(ann, 3n), vote(bob, 4n), vote(carl, 5n)], [ownership(rewards, lp, [[ann, 1n], [bob, 1n]])], wrappers)
  expect([gain.byPayment, gain.byPosition, gain.together, gain.inFavour]).toEqual([3n, 7n, 7n, 12n])
  expect(gain.voters.map(({ voter, paid, through }) => [voter, paid, through.length])).toEqual([[bob, false, 1], [ann, true, 1]])
})
