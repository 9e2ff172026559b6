import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodeFunctionData, parseAbi } from 'viem'
import { passes, countingRules } from '@/lib/governance/tally'
import { loadArtifact } from '@/lib/demo/artifact'
import { toProposeArguments, toTransferAction } from '@/lib/demo/proposal'
import type { Contract } from '@/lib/demo/storyChain'
import type { Governor } from '@/lib/domain/governance'
import { day, deployer, genesis, people, startGovernorChain, states, toGovernor, type GovernorChain } from '@/tests/governorChain'
import { governorAlpha } from './governorAlpha'

const uni = (whole: number) => BigInt(whole) * 10n ** 18n
const [ann, bob, carl, dora, eve, fay, gil] = people as [typeof deployer, typeof deployer, typeof deployer, typeof deployer, typeof deployer, typeof deployer, typeof deployer]

let setting: GovernorChain
let alpha: Contract
let token: Contract
let timelock: Contract
let governor: Governor

beforeAll(async () => {
  setting = await startGovernorChain({ pruneHistory: true })
  const { chain } = setting
  token = chain.deploy(deployer, loadArtifact('uni'), [deployer, deployer, genesis + 10 ** 9])
  timelock = chain.deploy(deployer, loadArtifact('uniTimelock'), [chain.nextContractAddress(deployer, 1), 2 * day])
  alpha = chain.deploy(deployer, loadArtifact('governorAlpha'), [timelock.address, token.address])
  // A proposal takes more than 10 million UNI, its quorum is 40 million.
  for (const [person, millions] of [[ann, 50], [bob, 29], [carl, 21], [dora, 11], [eve, 40], [fay, 12], [gil, 40]] as const) {
    chain.send(deployer, token, 'transfer', [person, uni(millions * 1_000_000)])
    chain.send(person, token, 'delegate', [person])
  }
  chain.send(deployer, token, 'transfer', [timelock.address, uni(1000)])
  await chain.mine(genesis + 12)
  governor = toGovernor('governorAlpha', alpha)
})
afterAll(() => setting?.stop())

/** Every proposal's state by logs alone, after it was found to be what the contract says; tallies are equal to the unit, and the rule decides as it did. */
async function lookAll(): Promise<string> {
  const { chain, look } = setting
  const { own, told } = await look(governorAlpha, governor)
  for (const [key, proposal] of own) {
    expect([key, proposal.state]).toEqual([key, states[Number(await chain.read(alpha, 'state', [BigInt(key)]))]])
    const fields = (await chain.read(alpha, 'proposals', [BigInt(key)])) as readonly unknown[]
    expect(told.get(key)).toEqual({ ...proposal, counted: { for: fields[5], against: fields[6], abstain: 0n } })
    expect(proposal.gaps).toEqual([])
    expect(proposal.rule).toEqual({ quorum: uni(40_000_000), ...countingRules.alpha })
    if (proposal.state === 'succeeded' || proposal.state === 'defeated') expect(passes(told.get(key)!.counted!, proposal.rule!)).toBe(proposal.state === 'succeeded')
  }
  return [...own.values()].map(({ state }) => state).join(' ')
}

it('says of every proposal at every moment what the contract says', async () => {
  const { chain } = setting
  // Proposer and title of 1 to 7.
  const proposals = [[ann, 'executed'], [bob, 'rejected'], [carl, 'without quorum'], [dora, 'withdrawn'], [eve, 'a tie'], [fay, 'expires'], [gil, 'not queued']] as const
  for (const [proposer, title] of proposals) chain.send(proposer, alpha, 'propose', toProposeArguments([toTransferAction(token, proposer, 5n)], `# ${title}\n\nBecause.`))
  await chain.mine(chain.timestamp + 12)
  const start = chain.blockNumber + 1
  expect(await lookAll()).toBe('pending pending pending pending pending pending pending')
  await chain.mineEmpty(1, 12)
  expect(chain.blockNumber).toBe(start)
  expect(await lookAll()).toBe('pending pending pending pending pending pending pending')
  await chain.mineEmpty(1, 12)
  expect(await lookAll()).toBe('active active active active active active active')
  chain.send(ann, alpha, 'castVote', [1, true])
  chain.send(bob, alpha, 'castVote', [1, false])
  // 29 for, 50 against.
  chain.send(bob, alpha, 'castVote', [2, true])
  chain.send(ann, alpha, 'castVote', [2, false])
  // 21 for: no quorum of 40.
  chain.send(carl, alpha, 'castVote', [3, true])
  // 40 for, 40 against: a tie does not pass.
  chain.send(eve, alpha, 'castVote', [5, true])
  chain.send(gil, alpha, 'castVote', [5, false])
  chain.send(ann, alpha, 'castVote', [6, true])
  // Exactly the quorum, and against it less.
  chain.send(gil, alpha, 'castVote', [7, true])
  chain.send(fay, alpha, 'castVote', [7, false])
  // Whose proposer has lost the votes that it took, anybody may cancel.
  chain.send(dora, token, 'delegate', [ann])
  await chain.mine(chain.timestamp + 12)
  chain.send(gil, alpha, 'cancel', [4])
  await chain.mine(chain.timestamp + 12)
  expect(await lookAll()).toBe('active active active canceled active active active')
  await chain.mineEmpty(start + 40_320 - chain.blockNumber, 12)
  expect(await lookAll()).toBe('active active active canceled active active active')
  await chain.mineEmpty(1, 12)
  expect(await lookAll()).toBe('succeeded defeated defeated canceled defeated succeeded succeeded')
  chain.send(bob, alpha, 'queue', [1])
  chain.send(bob, alpha, 'queue', [6])
  await chain.mine(chain.timestamp + 12)
  const eta = chain.timestamp + 2 * day
  expect(await lookAll()).toBe('queued defeated defeated canceled defeated queued succeeded')
  await chain.mine(eta)
  chain.send(bob, alpha, 'execute', [1])
  await chain.mine(eta + 12)
  expect(await lookAll()).toBe('executed defeated defeated canceled defeated queued succeeded')
  // The timelock's grace period is fourteen days.
  await chain.mine(eta + 14 * day - 1)
  expect(await lookAll()).toBe('executed defeated defeated canceled defeated queued succeeded')
  await chain.mine(eta + 14 * day + 11)
  expect(await lookAll()).toBe('executed defeated defeated canceled defeated expired succeeded')
}, 300_000)

it('tells what was proposed, by whom, and what it takes', async () => {
  const { told, folded } = await setting.look(governorAlpha, governor)
  const first = told.get('1')!
  expect(first).toMatchObject({
    origin: 'chain', place: alpha.address, key: '1', title: 'executed', description: '# executed\n\nBecause.', proposer: ann,
    countedAt: { clock: 'blockNumber', at: first.created.block! + 1 }, threshold: uni(10_000_000), options: [],
  })
  expect(first.queued).not.toBeNull()
  expect(told.get('2')).toMatchObject({ queued: null, executed: null })
  // As the timelock calls it: the signature's selector in front of the arguments.
  const data = encodeFunctionData({ abi: parseAbi(['function transfer(address,uint256)']), args: [ann, 5n] })
  expect(first.calls).toEqual([{ target: token.address, value: 0n, data, signature: 'transfer(address,uint256)' }])
  expect([...folded.get('7')!.votes].map(([voter, { votes, parts }]) => [voter, votes, parts])).toEqual([
    [gil, uni(40_000_000), { for: uni(40_000_000), against: 0n, abstain: 0n }],
    [fay, uni(12_000_000), { for: 0n, against: uni(12_000_000), abstain: 0n }],
  ])
})
