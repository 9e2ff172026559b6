import { afterAll, beforeAll, expect, it } from 'vitest'
import { passes, countingRules } from '@/lib/governance/tally'
import { loadArtifact } from '@/lib/demo/artifact'
import { toProposeArguments, toTransferAction } from '@/lib/demo/proposal'
import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import type { Governor } from '@/lib/domain/governance'
import { day, deployer, genesis, people, startGovernorChain, states, toGovernor, type GovernorChain } from '@/tests/governorChain'
import { governorBravo } from './governorBravo'

const comp = (whole: number) => BigInt(whole) * 10n ** 18n
const [ann, bob, carl, dora, eve, fay] = people as [Address, Address, Address, Address, Address, Address]

let setting: GovernorChain
let bravo: Contract
let token: Contract
let timelock: Contract
let governor: Governor

beforeAll(async () => {
  setting = await startGovernorChain({ pruneHistory: 6000 })
  const { chain } = setting
  token = chain.deploy(deployer, loadArtifact('comp'), [deployer])
  timelock = chain.deploy(deployer, loadArtifact('compTimelock'), [deployer, 2 * day])
  const alpha = chain.deploy(deployer, loadArtifact('compGovernorAlpha'), [timelock.address, token.address, deployer])
  const implementation = chain.deploy(deployer, loadArtifact('bravoDelegate'))
  const delegator = chain.deploy(deployer, loadArtifact('bravoDelegator'), [timelock.address, token.address, deployer, implementation.address, 5760, 1, comp(65_000)])
  bravo = { ...delegator, abi: [...loadArtifact('bravoDelegate').abi, ...delegator.abi.filter((entry) => 'name' in entry && entry.name === '_setImplementation')] }
  governor = toGovernor('governorBravo', bravo)
  for (const [person, amount] of [[ann, 500_000], [bob, 300_000], [carl, 100_000], [dora, 70_000], [eve, 400_000], [fay, 70_000]] as const) {
    chain.send(deployer, token, 'transfer', [person, comp(amount)])
    chain.send(person, token, 'delegate', [person])
  }
  chain.send(deployer, token, 'transfer', [timelock.address, comp(1000)])
  await chain.mine(genesis + 12)
  // It goes on from where an Alpha has stopped, once the timelock is its own.
  chain.send(ann, alpha, 'propose', toProposeArguments([toTransferAction(token, ann, 1n)], 'The last of Alpha'))
  await setting.handOver(timelock, bravo)
  chain.send(deployer, bravo, '_initiate', [alpha.address])
  await chain.mine(chain.timestamp + 12)
})
afterAll(() => setting?.stop())

/** Every proposal's state by logs alone, after it was found to be what the contract says; tallies are equal to the unit, and the rule decides as it did. */
async function lookAll(): Promise<string> {
  const { chain, look } = setting
  const { own, told } = await look(governorBravo, governor)
  for (const [key, proposal] of own) {
    expect([key, proposal.state]).toEqual([key, states[Number(await chain.read(bravo, 'state', [BigInt(key)]))]])
    const fields = (await chain.read(bravo, 'proposals', [BigInt(key)])) as readonly unknown[]
    expect(told.get(key)).toEqual({ ...proposal, counted: { for: fields[5], against: fields[6], abstain: fields[7] } })
    expect(proposal.gaps).toEqual([])
    expect(proposal.rule).toEqual({ quorum: comp(400_000), ...countingRules.bravo })
    if (proposal.state === 'succeeded' || proposal.state === 'defeated') expect(passes(told.get(key)!.counted!, proposal.rule!)).toBe(proposal.state === 'succeeded')
  }
  return [...own.values()].map(({ key, state }) => `${key} ${state}`).join(', ')
}

it('says of every proposal at every moment what the contract says', async () => {
  const { chain } = setting
  for (const proposer of [ann, bob, carl, dora, eve]) chain.send(proposer, bravo, 'propose', toProposeArguments([toTransferAction(token, proposer, 5n)], `Pay ${proposer}`))
  await chain.mine(chain.timestamp + 12)
  const start = chain.blockNumber + 1
  // 2 to 6: the count goes on from Alpha's.
  expect(await lookAll()).toBe('2 pending, 3 pending, 4 pending, 5 pending, 6 pending')
  chain.send(dora, bravo, 'cancel', [5])
  await chain.mine(chain.timestamp + 12)
  expect(await lookAll()).toBe('2 pending, 3 pending, 4 pending, 5 canceled, 6 pending')
  await chain.mineEmpty(1, 12)
  expect(await lookAll()).toBe('2 active, 3 active, 4 active, 5 canceled, 6 active')
  chain.send(ann, bravo, 'castVoteWithReason', [2, 1, 'It is right. '.repeat(20)])
  chain.send(bob, bravo, 'castVote', [2, 0])
  chain.send(carl, bravo, 'castVote', [2, 2])
  // 300,000 for and 500,000 in abstention: abstentions do not help towards a quorum of 400,000.
  chain.send(bob, bravo, 'castVote', [3, 1])
  chain.send(ann, bravo, 'castVote', [3, 2])
  // Exactly the quorum.
  chain.send(eve, bravo, 'castVote', [4, 1])
  chain.send(ann, bravo, 'castVote', [6, 1])
  await chain.mine(chain.timestamp + 12)
  expect(await lookAll()).toBe('2 active, 3 active, 4 active, 5 canceled, 6 active')
  await chain.mineEmpty(start + 5760 - chain.blockNumber, 12)
  expect(await lookAll()).toBe('2 active, 3 active, 4 active, 5 canceled, 6 active')
  await chain.mineEmpty(1, 12)
  expect(await lookAll()).toBe('2 succeeded, 3 defeated, 4 succeeded, 5 canceled, 6 succeeded')
  for (const key of [2, 4, 6]) chain.send(fay, bravo, 'queue', [key])
  await chain.mine(chain.timestamp + 12)
  const eta = chain.timestamp + 2 * day
  expect(await lookAll()).toBe('2 queued, 3 defeated, 4 queued, 5 canceled, 6 queued')
  // What waits in the timelock may be withdrawn, and what was defeated, too.
  chain.send(eve, bravo, 'cancel', [6])
  chain.send(bob, bravo, 'cancel', [3])
  await chain.mine(eta)
  chain.send(fay, bravo, 'execute', [2])
  await chain.mine(eta + 12)
  expect(await lookAll()).toBe('2 executed, 3 canceled, 4 queued, 5 canceled, 6 canceled')
  await chain.mine(eta + 14 * day - 1)
  expect(await lookAll()).toBe('2 executed, 3 canceled, 4 queued, 5 canceled, 6 canceled')
  await chain.mine(eta + 14 * day + 11)
  expect(await lookAll()).toBe('2 executed, 3 canceled, 4 expired, 5 canceled, 6 canceled')
}, 300_000)

it('knows what it took to propose at each proposal, though it has changed since and the code is another', async () => {
  const { chain, look } = setting
  chain.send(deployer, bravo, '_setProposalThreshold', [comp(90_000)])
  await chain.mine(chain.timestamp + 12)
  chain.send(ann, bravo, 'propose', toProposeArguments([toTransferAction(token, ann, 6n)], 'Once more'))
  await chain.mine(chain.timestamp + 12)
  const thresholds = async () => [...(await look(governorBravo, governor)).told.values()].map(({ threshold, rule }) => [threshold, rule?.quorum])
  const expected = [...Array.from({ length: 5 }, () => [comp(65_000), comp(400_000)]), [comp(90_000), comp(400_000)]]
  expect(await thresholds()).toEqual(expected)
  // From here on the quorum of what went before is asked at its own block.
  const next = chain.deploy(deployer, loadArtifact('bravoDelegate'))
  await chain.mine(chain.timestamp + 12)
  chain.send(deployer, bravo, '_setImplementation', [next.address])
  await chain.mine(chain.timestamp + 12)
  expect(await thresholds()).toEqual(expected)
}, 60_000)

it('has a gap and no rule where the node no longer knows the proposal’s block', async () => {
  const { chain, look } = setting
  await chain.mineEmpty(6001, 12)
  const { told } = await look(governorBravo, governor)
  for (const proposal of told.values()) {
    expect(proposal.rule).toBeNull()
    expect(proposal.gaps.map(({ subject }) => subject)).toEqual(['quorum'])
    expect(proposal.gaps[0]!.reason).toMatch(/BlockOutOfRange/)
  }
  // Of the threshold logs tell.
  expect(told.get('2')?.threshold).toBe(comp(65_000))
  expect(told.get('2')?.state).toBe('executed')
}, 120_000)
