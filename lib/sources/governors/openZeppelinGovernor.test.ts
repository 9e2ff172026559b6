import { encodeFunctionData, encodePacked } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { passes, countingRules } from '@/lib/governance/tally'
import { loadArtifact, loadCompiled, toArtifact, type Artifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import type { Contract } from '@/lib/demo/storyChain'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { compileContracts } from '@/tests/compileContracts'
import { day, deployer, genesis, people, startGovernorChain, states, toGovernor, toHashed, type GovernorChain } from '@/tests/governorChain'
import { openZeppelinGovernor } from './openZeppelinGovernor'

const [ann, bob, carl, dora] = people as [Address, Address, Address, Address]
let setting: GovernorChain
let compiled: ReadonlyMap<string, Artifact>
beforeAll(async () => {
  setting = await startGovernorChain()
  compiled = compileContracts(path.resolve(import.meta.dirname, '../../../tests/Governors.sol'))
}, 180_000)
afterAll(() => setting?.stop())

/** Every proposal's state by logs alone, after it was found to be what the contract says, as are tallies and what the rule decides. */
async function lookAll(contract: Contract, quorum: bigint): Promise<string> {
  const { chain, look } = setting
  const { own, told } = await look(openZeppelinGovernor, toGovernor('openZeppelinGovernor', contract))
  for (const [key, proposal] of own) {
    expect([key, proposal.state]).toEqual([key, states[Number(await chain.read(contract, 'state', [BigInt(key)]))]])
    const [against, inFavour, abstain] = (await chain.read(contract, 'proposalVotes', [BigInt(key)])) as readonly bigint[]
    expect(told.get(key)).toEqual({ ...proposal, counted: { for: inFavour, against, abstain } })
    expect(proposal.gaps).toEqual([])
    if (proposal.state !== 'pending' && proposal.state !== 'canceled') expect(proposal.rule).toEqual({ quorum, ...countingRules.openZeppelin })
    if (proposal.state === 'succeeded' || proposal.state === 'defeated') expect(passes(told.get(key)!.counted!, proposal.rule!)).toBe(proposal.state === 'succeeded')
  }
  return [...own.values()].map(({ state }) => state).join(' ')
}

/** A call that pays nothing to nobody, told apart by its description. */
const toPayment = (token: Contract, description: string) => {
  const call = encodeFunctionData({ abi: token.abi, functionName: 'transfer', args: [dora, 0n] })
  return { ...toHashed([token.address], [call], description), proposed: [[token.address], [0n], [call], description] as const }
}

function share(token: Contract, amounts: readonly (readonly [Address, bigint])[]): void {
  for (const [person, amount] of amounts) {
    setting.chain.send(deployer, token, 'transfer', [person, amount])
    setting.chain.send(person, token, 'delegate', [person])
  }
}

describe('5 by time, with a TimelockController', () => {
  it('says of every proposal at every moment what the contract says', async () => {
    const { chain, look } = setting
    const token = chain.deploy(deployer, loadCompiled('DemoComputeToken'), [deployer, 10_000n])
    const timelock = chain.deploy(deployer, loadArtifact('timelockController'), [2 * day, [chain.nextContractAddress(deployer, 1), deployer], [zeroAddress], zeroAddress])
    const contract = chain.deploy(deployer, loadCompiled('DemoComputeGovernor'), [token.address, timelock.address, 100n])
    share(token, [[ann, 3000n], [bob, 2000n], [carl, 300n], [dora, 100n]])
    await chain.mine(genesis + day)
    const [first, second, third, fourth, fifth, sixth] = ['executed', 'rejected', 'without quorum', 'withdrawn', 'abstained', 'canceled in the timelock'].map((title) => toPayment(token, title)) as [Payment, Payment, Payment, Payment, Payment, Payment]
    for (const { proposed } of [first, second, third, fourth, fifth, sixth]) chain.send(ann, contract, 'propose', proposed)
    await chain.mine(chain.timestamp + 12)
    const start = chain.timestamp + day
    // 4 % of 10,000.
    const look400 = () => lookAll(contract, 400n)
    expect(await look400()).toBe('pending pending pending pending pending pending')
    chain.send(ann, contract, 'cancel', fourth.hashed)
    await chain.mine(start)
    expect(await look400()).toBe('pending pending pending canceled pending pending')
    await chain.mine(start + 12)
    expect(await look400()).toBe('active active active canceled active active')
    chain.send(ann, contract, 'castVoteWithReason', [first.key, 1, 'yes'])
    chain.send(bob, contract, 'castVoteWithReasonAndParams', [first.key, 0, 'no', `0x${'0'.repeat(96)}`])
    chain.send(bob, contract, 'castVote', [second.key, 1])
    chain.send(ann, contract, 'castVote', [second.key, 0])
    chain.send(carl, contract, 'castVote', [third.key, 1])
    // 100 for and 300 in abstention are a quorum of 400.
    chain.send(dora, contract, 'castVote', [fifth.key, 1])
    chain.send(carl, contract, 'castVote', [fifth.key, 2])
    chain.send(ann, contract, 'castVote', [sixth.key, 1])
    await chain.mine(chain.timestamp + 12)
    await chain.mine(start + 5 * day)
    expect(await look400()).toBe('active active active canceled active active')
    await chain.mine(start + 5 * day + 12)
    expect(await look400()).toBe('succeeded defeated defeated canceled succeeded succeeded')
    for (const { hashed } of [first, fifth, sixth]) chain.send(bob, contract, 'queue', hashed)
    await chain.mine(chain.timestamp + 12)
    expect(await look400()).toBe('queued defeated defeated canceled queued queued')
    await chain.mine(chain.timestamp + 2 * day)
    chain.send(bob, contract, 'execute', first.hashed)
    await chain.mine(chain.timestamp + 12)
    // This timelock lets wait as long as one likes.
    await chain.mine(chain.timestamp + 365 * day)
    expect(await look400()).toBe('executed defeated defeated canceled queued queued')

    // Who is let cancel in the timelock itself leaves no log with the Governor: the contract's word counts, and it is said.
    const salt = `0x${(BigInt(contract.address) << 96n ^ BigInt(sixth.hashed[3])).toString(16).padStart(64, '0')}` as const
    const operation = await chain.read(timelock, 'hashOperationBatch', [...sixth.hashed.slice(0, 3), `0x${'0'.repeat(64)}`, salt])
    chain.send(deployer, timelock, 'cancel', [operation])
    await chain.mine(chain.timestamp + 12)
    const { told, own } = await look(openZeppelinGovernor, toGovernor('openZeppelinGovernor', contract))
    expect([own.get(sixth.key)?.state, told.get(sixth.key)?.state]).toEqual(['queued', 'canceled'])
    expect(told.get(sixth.key)?.gaps).toEqual([{ subject: 'state', reason: 'by its logs it is queued, the contract says canceled' }])
    expect(told.get(first.key)).toMatchObject({ threshold: 100n, countedAt: { clock: 'timestamp', at: start }, opens: start, closes: start + 5 * day, title: 'executed' })
    expect(told.get(first.key)?.calls).toEqual([{ target: token.address, value: 0n, data: first.hashed[2][0], signature: null }])
  }, 120_000)
})

describe('4, as Unlock deployed it', () => {
  it('says of every proposal at every moment what the contract says', async () => {
    const { chain } = setting
    const load = (name: string) => toArtifact(name, JSON.parse(readFileSync(findPackageFile('@unlock-protocol/contracts', `dist/abis/Governor/${name}.json`)!, 'utf8')), name)
    const token = chain.deploy(deployer, compiled.get('BlockVotes')!, [deployer, 10_000n])
    const timelock = chain.deploy(deployer, load('UnlockProtocolTimelock'))
    const contract = chain.deploy(deployer, load('UnlockProtocolGovernor'))
    chain.send(deployer, timelock, 'initialize', [2 * day, [contract.address], [zeroAddress]])
    // Two blocks' delay, twenty blocks of voting, a quorum of 400.
    chain.send(deployer, contract, 'initialize', [token.address, 2, 20, 400n, timelock.address])
    share(token, [[ann, 3000n], [bob, 2000n], [carl, 300n]])
    await chain.mine(chain.timestamp + day)
    const [first, second, third] = ['executed', 'rejected', 'without quorum'].map((title) => toPayment(token, title)) as [Payment, Payment, Payment]
    for (const { proposed } of [first, second, third]) chain.send(ann, contract, 'propose', proposed)
    await chain.mine(chain.timestamp + 12)
    const start = chain.blockNumber + 2
    await chain.mineEmpty(2, 12)
    expect(await lookAll(contract, 400n)).toBe('pending pending pending')
    await chain.mineEmpty(1, 12)
    expect(await lookAll(contract, 400n)).toBe('active active active')
    chain.send(ann, contract, 'castVote', [first.key, 1])
    chain.send(ann, contract, 'castVoteWithReason', [second.key, 0, 'no'])
    chain.send(bob, contract, 'castVote', [second.key, 1])
    chain.send(carl, contract, 'castVote', [third.key, 1])
    await chain.mine(chain.timestamp + 12)
    await chain.mineEmpty(start + 20 - chain.blockNumber, 12)
    expect(await lookAll(contract, 400n)).toBe('active active active')
    await chain.mineEmpty(1, 12)
    expect(await lookAll(contract, 400n)).toBe('succeeded defeated defeated')
    chain.send(bob, contract, 'queue', first.hashed)
    await chain.mine(chain.timestamp + 12)
    expect(await lookAll(contract, 400n)).toBe('queued defeated defeated')
    await chain.mine(chain.timestamp + 2 * day)
    chain.send(bob, contract, 'execute', first.hashed)
    await chain.mine(chain.timestamp + 12)
    expect(await lookAll(contract, 400n)).toBe('executed defeated defeated')
    // Its threshold no log tells: it is asked at the proposal's block, and there is none.
    const { told } = await setting.look(openZeppelinGovernor, toGovernor('openZeppelinGovernor', contract))
    expect(told.get(first.key)).toMatchObject({ threshold: 0n, countedAt: { clock: 'blockNumber', at: start } })
  }, 120_000)
})

describe('5 by block, fractional, with Compound’s timelock', () => {
  it('adds up what one voter casts in parts, and says of every proposal at every moment what the contract says', async () => {
    const { chain, look } = setting
    const token = chain.deploy(deployer, compiled.get('BlockVotes')!, [deployer, 10_000n])
    const timelock = chain.deploy(deployer, loadArtifact('compTimelock'), [deployer, 2 * day])
    const contract = chain.deploy(deployer, compiled.get('FractionalGovernor')!, [token.address, timelock.address])
    await setting.handOver(timelock, contract)
    chain.send(deployer, contract, '__acceptAdmin')
    share(token, [[ann, 3000n], [bob, 2000n], [carl, 300n]])
    await chain.mine(chain.timestamp + 12)
    const [first, second, third] = ['executed', 'expires', 'defeated'].map((title) => toPayment(token, title)) as [Payment, Payment, Payment]
    for (const { proposed } of [first, second, third]) chain.send(ann, contract, 'propose', proposed)
    await chain.mine(chain.timestamp + 12)
    // Two blocks' delay, ten blocks of voting; the quorum is 10 % of 10,000.
    const look1000 = () => lookAll(contract, 1000n)
    await chain.mineEmpty(2, 12)
    expect(await look1000()).toBe('pending pending pending')
    await chain.mineEmpty(1, 12)
    expect(await look1000()).toBe('active active active')
    const toParts = (against: bigint, inFavour: bigint, abstain: bigint) => encodePacked(['uint128', 'uint128', 'uint128'], [against, inFavour, abstain])
    // Ann casts 1,000 in parts, 500 more in other parts, and the rest of her 3,000 for it.
    chain.send(ann, contract, 'castVoteWithReasonAndParams', [first.key, 255, 'part', toParts(600n, 300n, 100n)])
    chain.send(ann, contract, 'castVoteWithReasonAndParams', [first.key, 255, 'a longer reason, of more than one word of thirty-two bytes', toParts(0n, 0n, 500n)])
    chain.send(bob, contract, 'castVoteWithReasonAndParams', [second.key, 255, '', toParts(1n, 1999n, 0n)])
    chain.send(bob, contract, 'castVote', [third.key, 0])
    await chain.mine(chain.timestamp + 12)
    chain.send(ann, contract, 'castVote', [first.key, 1])
    await chain.mine(chain.timestamp + 12)
    const { folded } = await look(openZeppelinGovernor, toGovernor('openZeppelinGovernor', contract))
    expect([...folded.get(first.key)!.votes]).toEqual([[ann, { votes: 3000n, parts: { for: 1800n, against: 600n, abstain: 600n }, block: chain.blockNumber }]])
    expect(folded.get(second.key)!.votes.get(bob)).toMatchObject({ votes: 2000n, parts: { for: 1999n, against: 1n, abstain: 0n } })
    // Voting began three blocks ago, and its tenth block is the last.
    await chain.mineEmpty(7, 12)
    expect(await look1000()).toBe('active active active')
    await chain.mineEmpty(1, 12)
    expect(await look1000()).toBe('succeeded succeeded defeated')
    for (const { hashed } of [first, second]) {
      chain.send(bob, contract, 'queue', hashed)
      // One block each: the timelock knows transactions by what they do and their time, and both do the same.
      await chain.mine(chain.timestamp + 12)
    }
    const eta = chain.timestamp + 2 * day
    expect(await look1000()).toBe('queued queued defeated')
    await chain.mine(eta)
    chain.send(bob, contract, 'execute', first.hashed)
    await chain.mine(eta + 12)
    await chain.mine(eta + 14 * day - 1)
    expect(await look1000()).toBe('executed queued defeated')
    await chain.mine(eta + 14 * day + 11)
    expect(await look1000()).toBe('executed expired defeated')
  }, 180_000)
})

type Payment = ReturnType<typeof toPayment>
