import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { people, startControlWorld, type ControlWorld } from '@/tests/controlWorld'
import { act } from '@/tests/contracts'
import { loadFrom } from '@/tests/proxied'
import { deployer } from '@/tests/tokenChain'

const day = 86_400
const [guardian, next] = people(1, 2) as [Address, Address]
const load = (name: string) => loadFrom('@aave/governance-v2', `artifacts/contracts/governance/${name}.sol/${name}.json`)
let world: ControlWorld
let chain: ControlWorld['chain']
let [governance, executor, owned] = [guardian, guardian, guardian]

// The short executor as Aave had it: one day, five days to run it, three days of votes in blocks of 13 s, 0.5 % lead, 2 % quorum.
beforeAll(async () => {
  world = await startControlWorld()
  chain = world.chain
  governance = await chain.deploy(load('AaveGovernanceV2'), [chain.token, 7200n, guardian, []])
  executor = await chain.deploy(load('Executor'), [governance, BigInt(day), BigInt(5 * day), BigInt(day), BigInt(10 * day), 50n, 19_200n, 50n, 200n])
  owned = await world.proxies.transparent(executor)
})
afterAll(() => chain?.stop())

const run = (from: Address, to: Address, name: string, functionName: string, args: readonly unknown[] = []) => act(chain, from, to, encodeFunctionData({ abi: load(name).abi, functionName, args }))
const figureOf = (address: Address, power?: string) => world.figureOf(address, power)
const nodeOf = (address: Address) => world.nodeOf(address)

it('whoever owns the governance says whose votes count: one key, after the executor’s delay', async () => {
  expect(await figureOf(owned, 'code')).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: day, keys: [deployer] }, byVote: [governance], isBound: false })
})

it('owned by its own executor: only by vote, after a day; the guardian may stop it', async () => {
  await run(deployer, governance, 'AaveGovernanceV2', 'transferOwnership', [executor])
  expect(await figureOf(owned, 'code')).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: day, governors: [governance] }, isBound: false, gaps: [] })
  const node = await nodeOf(governance)
  expect(node).toMatchObject({ kind: 'governor', said: [`getGovernanceStrategy() = ${chain.token}, getVotingDelay() = 7200, getProposalsCount() = 0`] })
  expect(node.ways.map(({ power, means, groups }) => [power, means, groups[0]!.members])).toEqual([['act', 'owner', [executor]], ['veto', 'named', [guardian]]])
  expect(await nodeOf(executor)).toMatchObject({ kind: 'timelock', said: ['getDelay() = 86400, GRACE_PERIOD() = 432000', 'VOTING_DURATION() = 19200, MINIMUM_QUORUM() = 200, VOTE_DIFFERENTIAL() = 50'] })
  // It can run others' code as its own, and nobody can give it another.
  expect(await figureOf(executor, 'code')).toMatchObject({ status: 'nobody', isBound: false })
  await run(guardian, governance, 'AaveGovernanceV2', '__abdicate')
  expect((await nodeOf(governance)).ways.map(({ power }) => power)).toEqual(['act'])
})

it('an admin to be need only accept', async () => {
  await run(executor, executor, 'Executor', 'setPendingAdmin', [next])
  expect((await figureOf(owned, 'code')).weakest).toMatchObject({ signatures: 1, delay: day, keys: [next] })
  await run(next, executor, 'Executor', 'acceptAdmin')
  expect(await figureOf(owned, 'code')).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: day, keys: [next] }, byVote: [] })
})
