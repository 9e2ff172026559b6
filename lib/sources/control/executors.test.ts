import path from 'node:path'
import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { controlFigures } from '@/lib/governance/controlFigures'
import type { Address } from '@/lib/domain/address'
import { compileContracts } from '@/tests/compileContracts'
import { act } from '@/tests/contracts'
import { people, startControlWorld, type ControlWorld } from '@/tests/controlWorld'
import { deployer } from '@/tests/tokenChain'

// Of these no package has bytecode: contracts of the test's own answer in their place, by the interfaces of bgd-labs/aave-governance-v3 and
// lidofinance/dual-governance.
const day = 86_400
const [guardian, person] = people(1, 2) as [Address, Address]
const compiled = compileContracts(path.resolve(import.meta.dirname, '../../../tests/Executors.sol'))
let world: ControlWorld
let chain: ControlWorld['chain']

beforeAll(async () => {
  world = await startControlWorld()
  chain = world.chain
})
afterAll(() => chain?.stop())

const deploy = (name: string, ...args: readonly unknown[]) => chain.deploy(compiled.get(name)!, args)
const run = (from: Address, to: Address, name: string, functionName: string, ...args: readonly unknown[]) => act(chain, from, to, encodeFunctionData({ abi: compiled.get(name)!.abi, functionName, args }))
/** Of a contract outside, owned by one of them, whose code its owner replaces. */
const figureOf = async (owner: Address, governors: readonly Address[] = []) => {
  const proxy = await world.proxies.transparent(owner)
  return controlFigures(await world.read([proxy], governors)).find((figure) => figure.root.address === proxy && figure.power === 'code')!
}

it('an executor does what its owner wants: two of three, at once', async () => {
  const safe = await world.safes.open(people(3, 4, 5), 2)
  for (const name of ['Executor', 'AaveExecutor']) expect(await figureOf(await deploy(name, safe))).toMatchObject({ status: 'keys', weakest: { signatures: 2, delay: 0 }, isBound: false })
})

// Level 1 waits a day, level 2 a week. The governance, the bridge and the controller belong to level 1, as with Aave.
it('Aave’s Governance v3: by vote after the delay of the level, or by whoever says what counts as a vote', async () => {
  const [governance, bridge] = [await deploy('GovernanceCore'), await deploy('CrossChain', guardian, `0x${'0'.repeat(40)}`)]
  const payloads = await deploy('Payloads', bridge, governance, 31337n)
  const [first, second] = [await deploy('AaveExecutor', payloads), await deploy('AaveExecutor', payloads)]
  await run(deployer, payloads, 'Payloads', 'set', 1, first, day)
  await run(deployer, payloads, 'Payloads', 'set', 2, second, 7 * day)
  // Until they are handed over one key owns governance and bridge.
  expect(await figureOf(second)).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: 7 * day, keys: [deployer] }, byVote: [governance] })
  for (const [contract, name] of [[governance, 'GovernanceCore'], [bridge, 'CrossChain'], [payloads, 'Payloads']] as const) await run(deployer, contract, name, 'transferOwnership', first)
  expect(await figureOf(first)).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: day, governors: [governance] }, isBound: false, gaps: [] })
  expect(await figureOf(second)).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: 7 * day, governors: [governance] }, isBound: false })
  expect(await world.nodeOf(first)).toMatchObject({ kind: 'timelock' })
  expect((await world.nodeOf(governance)).said).toEqual([`getPowerStrategy() = 0x${'7'.padStart(40, '0')}, getVotingPortalsCount() = 3, getProposalsCount() = 400`])
})

it('a governance of another chain is a gap; an emergency takes the guardian and the oracle', async () => {
  const bridge = await deploy('CrossChain', guardian, person)
  const payloads = await deploy('Payloads', bridge, guardian, 1n)
  const executor = await deploy('AaveExecutor', payloads)
  await run(deployer, payloads, 'Payloads', 'set', 1, executor, day)
  await run(deployer, bridge, 'CrossChain', 'transferOwnership', executor)
  expect(await figureOf(executor)).toMatchObject({ status: 'keys', weakest: { signatures: 2, delay: day, keys: [guardian, person] }, isBound: true, gaps: [{ account: payloads, reason: 'unknownContract', detail: `${guardian}, chain 1` }] })
})

// Three days after submitting, one after scheduling. Two of three stop, three of five reset, and one key governs then: six signatures, four days.
it('Lido’s timelock: its proposers, or both committees and whoever governs in an emergency', async () => {
  const timelock = await deploy('LidoTimelock', 3 * day, day)
  const [governance, executor] = [await deploy('DualGovernance', timelock), await deploy('Executor', timelock)]
  await run(deployer, timelock, 'LidoTimelock', 'set', governance, executor)
  // Any Governor that the protocol's file names: a vote, which here is nobody's contract.
  const voting = await deploy('GovernanceCore')
  await run(deployer, voting, 'GovernanceCore', 'transferOwnership', executor)
  await run(deployer, governance, 'DualGovernance', 'registerProposer', voting, executor)
  expect(await figureOf(executor)).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: 4 * day, governors: [voting] }, isBound: false, gaps: [] })
  const [stops, resets] = [await world.safes.open(people(11, 12, 13), 2), await world.safes.open(people(21, 22, 23, 24, 25), 3)]
  const emergency = await deploy('TimelockedGovernance', person, timelock)
  await run(deployer, timelock, 'LidoTimelock', 'protect', true, stops, resets, emergency)
  expect(await figureOf(executor)).toMatchObject({ status: 'keys', weakest: { signatures: 6, delay: 4 * day }, byVote: [voting], isBound: false })
  expect((await world.nodeOf(timelock)).ways.filter(({ power }) => power === 'veto').map(({ groups }) => groups[0]!.members)).toEqual([[stops]])
  await run(deployer, timelock, 'LidoTimelock', 'protect', false, stops, resets, emergency)
  expect((await figureOf(executor)).status).toBe('vote')
  await run(deployer, governance, 'DualGovernance', 'registerProposer', person, executor)
  expect(await figureOf(executor)).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: 4 * day, keys: [person] } })
})
