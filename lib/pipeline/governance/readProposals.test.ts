import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadBlockTimes } from '@/db/blockTimes'
import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadProposals, loadVotes } from '@/db/proposals'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { ChainReader, ContractCall } from '@/lib/chain/reader'
import { loadArtifact, loadCompiled } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { protocolSchema } from '@/lib/domain/protocol'
import { day, deployer, genesis, people, startGovernorChain, toGovernor, toHashed, type GovernorChain } from '@/tests/governorChain'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { syncEvents } from '../syncEvents'
import { readProposals, toProposalsText } from './readProposals'

const [ann, bob, carl] = people as [Address, Address, Address]
let setting: GovernorChain
let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
let token: Contract
let contract: Contract
let reader: ChainReader
/** What was asked of contracts since it was last emptied */
const asked: ContractCall[] = []

beforeAll(async () => {
  setting = await startGovernorChain()
  const { chain } = setting
  server = await openTestDatabase()
  database = server.database
  reader = { ...setting.reader, readContracts: (calls, block) => (asked.push(...calls), setting.reader.readContracts(calls, block)) }
  token = chain.deploy(deployer, loadCompiled('DemoComputeToken'), [deployer, 10_000n])
  const timelock = chain.deploy(deployer, loadArtifact('timelockController'), [2 * day, [chain.nextContractAddress(deployer, 1)], [zeroAddress], zeroAddress])
  contract = chain.deploy(deployer, loadCompiled('DemoComputeGovernor'), [token.address, timelock.address, 100n])
  for (const [person, amount] of [[ann, 3000n], [bob, 2000n], [carl, 300n]] as const) {
    chain.send(deployer, token, 'transfer', [person, amount])
    chain.send(person, token, 'delegate', [person])
  }
  await chain.mine(genesis + day)
  const governors = [toGovernor('openZeppelinGovernor', contract)]
  const facts = { chainId: 31337, address: token.address, symbol: 'DCMP', name: 'Demo', decimals: 18, firstBlock: 0 }
  protocol = await saveProtocol(database, protocolSchema.parse({ slug: 'one', name: 'One', category: 'compute', website: 'https://example.org', token: facts, governance: { governors } }), 0)
})
afterAll(async () => {
  await server?.close()
  await setting?.stop()
})

async function read() {
  const { blockNumber } = setting.chain
  await syncEvents({ protocol, reader, database, finalized: await reader.readBlock(blockNumber) })
  asked.length = 0
  return readProposals({ protocol, reader, database })
}
const toPayment = (description: string) => {
  const call = encodeFunctionData({ abi: token.abi, functionName: 'transfer', args: [carl, 0n] })
  return { ...toHashed([token.address], [call], description), proposed: [[token.address], [0n], [call], description] as const }
}
const loadStates = async () => new Map((await loadProposals(database, 'one')).map(({ title, state }) => [title, state]))

it('follows proposals from their beginning to their end, and asks no more than it must', async () => {
  const { chain } = setting
  const [paid, refused, late] = ['Pay Carl', 'Pay him twice', 'Later'].map(toPayment) as [ReturnType<typeof toPayment>, ReturnType<typeof toPayment>, ReturnType<typeof toPayment>]
  expect(await read()).toEqual([{ governor: 'openZeppelinGovernor', proposals: 0, changed: 0, gaps: [] }])
  for (const { proposed } of [paid, refused]) chain.send(ann, contract, 'propose', proposed)
  await chain.mine(chain.timestamp + 12)
  const start = chain.timestamp + day
  expect(toProposalsText(await read())).toBe('2 of 2 proposals of openZeppelinGovernor')
  // No quorum is known before the votes are counted, and that is no gap.
  expect(await loadProposals(database, 'one')).toMatchObject([{ state: 'pending', rule: null, gaps: [] }, { state: 'pending', rule: null, gaps: [] }])

  await chain.mine(start + 12)
  chain.send(ann, contract, 'castVote', [paid.key, 1])
  chain.send(bob, contract, 'castVote', [paid.key, 0])
  chain.send(ann, contract, 'castVote', [refused.key, 0])
  await chain.mine(start + 24)
  await read()
  chain.send(carl, contract, 'castVote', [paid.key, 2])
  chain.send(bob, contract, 'castVote', [refused.key, 1])
  chain.send(ann, contract, 'propose', late.proposed)
  await chain.mine(start + 36)
  await read()
  expect(await loadStates()).toEqual(new Map([['Pay Carl', 'active'], ['Pay him twice', 'active'], ['Later', 'pending']]))
  const rows = await loadProposals(database, 'one')
  const votes = (await loadVotes(database, 'one')).get(rows.find(({ title }) => title === 'Pay Carl')!.id)
  const none = { for: 0n, against: 0n, abstain: 0n }
  // Each with the time of the block in which it was cast.
  expect(votes).toEqual([
    { voter: ann, timestamp: start + 24, votes: 3000n, parts: { ...none, for: 3000n } },
    { voter: bob, timestamp: start + 24, votes: 2000n, parts: { ...none, against: 2000n } },
    { voter: carl, timestamp: start + 36, votes: 300n, parts: { ...none, abstain: 300n } },
  ])

  await chain.mine(start + 5 * day + 12)
  await read()
  expect(await loadStates()).toEqual(new Map([['Pay Carl', 'succeeded'], ['Pay him twice', 'defeated'], ['Later', 'active']]))
  chain.send(ann, contract, 'queue', paid.hashed)
  await chain.mine(chain.timestamp + 12)
  const queued = chain.timestamp
  // Carl's vote on it stands in the block in which the one began that is open: it is read again with that one's, and is no vote too many.
  expect((await read()).flatMap(({ gaps }) => gaps)).toEqual([])
  // The defeated one is left alone; of the accepted one state and tally are asked, of the one open for votes its quorum as well.
  const questions = asked.filter(({ address, args }) => address === contract.address && args && args.length > 0).map(({ functionName, args }) => `${functionName} ${String(args![0]) === refused.key}`)
  expect(questions.sort()).toEqual(['proposalVotes false', 'proposalVotes false', 'quorum false', 'state false', 'state false'])

  await chain.mine(queued + 2 * day)
  chain.send(ann, contract, 'execute', paid.hashed)
  await chain.mine(chain.timestamp + 12)
  await chain.mine(chain.timestamp + 30 * day)
  await read()
  expect(await loadStates()).toEqual(new Map([['Pay Carl', 'executed'], ['Pay him twice', 'defeated'], ['Later', 'defeated']]))
  const done = (await loadProposals(database, 'one')).find(({ title }) => title === 'Pay Carl')!
  // 4 % of 10,000.
  expect(done).toMatchObject({ rule: { quorum: 400n, quorumOf: ['for', 'abstain'] }, threshold: 100n, queued, executed: queued + 2 * day + 12, opens: start, closes: start + 5 * day, counted: { for: 3000n, against: 2000n, abstain: 300n }, gaps: [] })
  expect((await loadVotes(database, 'one')).get(done.id)).toEqual(votes)
}, 120_000)

it('asks nothing and writes nothing where all have ended', async () => {
  const before = await loadContentVersion(database)
  await setting.chain.mine(setting.chain.timestamp + 12)
  expect(await read()).toEqual([{ governor: 'openZeppelinGovernor', proposals: 3, changed: 0, gaps: [] }])
  expect(asked).toEqual([])
  expect(await loadContentVersion(database)).toBe(before)
})

it('gives the same in one go as step by step, from a database that knows nothing', async () => {
  const stepwise = await loadProposals(database, 'one')
  const votes = [...(await loadVotes(database, 'one')).values()]
  await database.db.execute('delete from proposals')
  await database.db.execute('delete from block_times')
  await read()
  const anew = await loadProposals(database, 'one')
  expect(anew.map(({ id, ...proposal }) => proposal)).toEqual(stepwise.map(({ id, ...proposal }) => proposal))
  expect([...(await loadVotes(database, 'one')).values()]).toEqual(votes)
  expect((await loadBlockTimes(database, 31337, 0, 10 ** 9)).size).toBeGreaterThan(3)
})

it('lets each Governor have its turn where one fails, and says which', async () => {
  const { chain } = setting
  const broken = { ...toGovernor('governorBravo', token), name: 'Token' }
  const [sound] = protocol.governance.governors
  const two = { ...protocol, governance: { ...protocol.governance, governors: [broken, sound!] } }
  chain.send(ann, contract, 'propose', toPayment('One more').proposed)
  await chain.mine(chain.timestamp + 12)
  await syncEvents({ protocol: two, reader, database, finalized: await reader.readBlock(chain.blockNumber) })
  const failing: ChainReader = { ...reader, readContracts: async (calls, block) => (calls[0]?.address === token.address ? calls.map(() => ({ status: 'failed', reason: 'no such state' })) : reader.readContracts(calls, block)) }
  // A token has no logs of proposals, so nothing is asked of it.
  await expect(readProposals({ protocol: two, reader: failing, database })).resolves.toMatchObject([{ governor: 'Token', proposals: 0 }, { changed: 1 }])
  const silent: ChainReader = { ...reader, readContracts: async (calls) => calls.map(() => ({ status: 'failed', reason: 'no such state' })) }
  await expect(readProposals({ protocol: two, reader: silent, database })).rejects.toThrow(/^proposals of openZeppelinGovernor: Governor 0x\w+ does not answer at block \d+: no such state$/)
  expect((await loadStates()).get('One more')).toBe('pending')
})

it('lets go of the proposals of a Governor that the protocol no longer names', async () => {
  expect(await readProposals({ protocol: { ...protocol, governance: { ...protocol.governance, governors: [] } }, reader, database })).toEqual([])
  expect(await loadProposals(database, 'one')).toEqual([])
})
