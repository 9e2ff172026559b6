import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadVotesDays } from '@/db/votesSnapshots'
import { openChainReader } from '@/lib/chain/reader'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import { protocolSchema, type Protocol, type ProtocolInput } from '@/lib/domain/protocol'
import { auditVotingPower } from '@/lib/pipeline/governance/auditVotingPower'
import { takeVotesHistory } from '@/lib/pipeline/governance/takeVotesHistory'
import { loadContractStatus } from '@/lib/pipeline/loadContractStatus'
import { transferTopic } from '@/lib/sources/erc20'
import { aaveVotes } from '@/lib/sources/votes/aaveVotes'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { deployAave, unit } from '../aaveVotes'
import { ann, bob, carl, deployer, startSourceChain, toToken, type SourceChain } from '../sourceChain'
import { people, toVotesContract } from '../votesChain'
import { startEditedProvider, type EditedProvider, type Question, type WrittenLog } from './editedProvider'
import { followInOwnDatabase, type FollowedDatabase } from './ledgerRows'

const day = 86_400
const votesChanged = '0xdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724'
const delegateChanged = '0x3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f'
let world: SourceChain
const open: (EditedProvider | FollowedDatabase)[] = []
const toProtocol = (facts: Pick<ProtocolInput, 'token' | 'governance'>): Protocol => protocolSchema.parse({ slug: 'one', name: 'One', category: 'lending', website: 'https://example.org/', ...facts })

beforeAll(async () => {
  world = await startSourceChain()
})
afterEach(async () => {
  for (const each of open.splice(0)) await ('close' in each ? each.close() : each.drop())
})
afterAll(() => world?.stop())

/** An endpoint without some logs, transfers excepted, for as long as it lies. */
async function provide(isLeftOut: (log: WrittenLog & { topics: string[] }) => boolean) {
  let lies = true
  const isKept = (log: WrittenLog & { topics: string[] }) => log.topics[0] === transferTopic || !isLeftOut(log)
  const edit = ({ method }: Question, result: unknown) => (lies && method === 'eth_getLogs' ? (result as (WrittenLog & { topics: string[] })[]).filter(isKept) : result)
  const provider = await startEditedProvider(world.url, edit)
  open.push(provider)
  return { ...provider, stopLying: () => (lies = false) }
}
const at = (block: number) => ({ blockNumber }: WrittenLog) => Number(blockNumber) === block

async function sync(urls: readonly string[], protocol: Protocol, into?: FollowedDatabase) {
  const followed = into ?? (await followInOwnDatabase(protocol))
  if (!into) open.push(followed)
  const reader = await openChainReader({ chainId: 31337, urls })
  const work = { protocol: followed.protocol, reader, database: followed.database, piece: 2 }
  const { failures } = await syncProtocol(work)
  return { followed, work, failures }
}
const loadLogs = async ({ database }: FollowedDatabase) =>
  (await database.db.execute(sql`select address, f.topics as first_topics, l.block_number, log_index, l.topics, data from event_logs as l join event_filters as f on f.id = filter_id order by 1, 2, 3, 4`)).rows

/** What is kept after a repair and another sync is what an undisturbed sync keeps, and passes. */
async function expectRepaired({ followed, work }: Awaited<ReturnType<typeof sync>>): Promise<void> {
  await syncProtocol(work)
  const undisturbed = await sync([world.url], work.protocol)
  expect(await loadLogs(followed)).toEqual(await loadLogs(undisturbed.followed))
  expect(await auditVotingPower(work, { repair: true })).toEqual({ fault: null, readAgain: false })
}

describe('delegated votes without some of their logs', () => {
  /** Blocks in which Bob was given more votes, each a day after the one before */
  const blocks: number[] = []
  let protocol: Protocol
  beforeAll(async () => {
    const { chain, token } = world
    const mine = async () => {
      await chain.mine(chain.timestamp + day)
      return chain.blockNumber
    }
    chain.send(ann, token, 'delegate', [bob])
    chain.send(carl, token, 'delegate', [carl])
    blocks.push(await mine())
    for (let round = 1; round <= 5; round += 1) {
      chain.send(deployer, token, 'transfer', [ann, 1_000n])
      blocks.push(await mine())
      chain.send(deployer, token, 'transfer', [deployer, 1n])
      await mine()
    }
    for (let block = 0; block < 3; block += 1) await mine()
    protocol = toProtocol({ token: toToken(token.address), governance: { votes: [toVotesContract('delegatedVotes', token.address)] } })
  })
  const newest = () => blocks.at(-1)!

  it('are traced to the block of the log that is missing; what follows is read again, and days of history are made again', async () => {
    const provider = await provide(at(newest()))
    const { followed, work } = await sync([provider.url], protocol)
    await takeVotesHistory(work)
    provider.stopLying()
    const { fault, readAgain } = await auditVotingPower(work, { repair: true })
    // 10,000 and five times 1,000; without the last of them 14,000.
    expect(fault).toContain('1 of 4 asked accounts have others by their contract; sum of the votes of delegatedVotes: by the logs 24000, those who have delegated hold 25000.')
    expect(fault).toMatch(new RegExp(`It went wrong in block ${newest()}: what comes after block ${newest() - 3} is read again$`))
    expect(readAgain).toBe(true)
    expect((await loadLogs(followed)).map((log) => Number(log.block_number))).toEqual([blocks[0], blocks[0], blocks[0], blocks[0], ...blocks.slice(1, -1)].filter((block) => block! <= newest() - 3))
    await expectRepaired({ followed, work, failures: [] })
    expect(await takeVotesHistory(work)).toBeGreaterThan(0)
    const days = (await loadVotesDays(followed.database, 'one')).filter(({ origin }) => origin === 'ledger')
    for (const { block, delegated } of days) {
      const [ofBob, ofCarl] = (await Promise.all([bob, carl].map((account) => world.chain.read(world.token, 'getPriorVotes', [account, block.number])))) as [bigint, bigint]
      expect(delegated).toBe(ofBob + ofCarl)
    }
  })

  it('are traced to the first of several, which a later log has made good since', async () => {
    const [missing, last] = [blocks[2]!, newest()]
    const provider = await provide(({ blockNumber }) => [missing, last].includes(Number(blockNumber)))
    const { followed, work } = await sync([provider.url], protocol)
    provider.stopLying()
    expect((await auditVotingPower(work, { repair: true })).fault).toContain(`It went wrong in block ${missing}: what comes after block ${missing - 3} is read again`)
    await expectRepaired({ followed, work, failures: [] })
  })

  it('are found where only a delegation is missing, which no account shows: all logs are held against the chain', async () => {
    const provider = await provide(({ topics, blockNumber }) => topics[0] === delegateChanged && Number(blockNumber) === blocks[0])
    const { followed, work } = await sync([provider.url], protocol)
    provider.stopLying()
    const { fault } = await auditVotingPower(work, { repair: true })
    expect(fault).toContain('by the logs 25000, those who have delegated hold 0')
    expect(fault).toContain(`It went wrong in block ${blocks[0]}: all of it is read again`)
    await expectRepaired({ followed, work, failures: [] })
  })

  it('are read from another endpoint, and the one that left logs out is set aside', async () => {
    const liar = await provide(at(newest()))
    const { followed } = await sync([liar.url], protocol)
    const reader = await openChainReader({ chainId: 31337, urls: [liar.url, world.url] })
    const work = { protocol: followed.protocol, reader, database: followed.database, piece: 2 }
    expect((await auditVotingPower(work, { repair: true })).readAgain).toBe(true)
    expect([...reader.takeIncidents()].map(([kind]) => kind)).toEqual(['missing'])
    await expectRepaired({ followed, work, failures: [] })
  })

  it('stay as they are where no endpoint has other logs', async () => {
    const provider = await provide(({ topics, blockNumber }) => topics[0] === votesChanged && Number(blockNumber) === newest())
    const { followed, work } = await sync([provider.url], protocol)
    const before = await loadLogs(followed)
    const { fault, readAgain } = await auditVotingPower(work, { repair: true })
    expect(fault).toMatch(/No endpoint has other logs than those that are kept: votes also change without logs, or every endpoint leaves out the same ones$/)
    expect([readAgain, await loadLogs(followed)]).toEqual([false, before])
    provider.stopLying()
    expect(await auditVotingPower(work, { repair: false })).toEqual({ fault: expect.stringMatching(/hold 25000$/) as string, readAgain: false })
    expect(await loadLogs(followed)).toEqual(before)
  })
})

it('locks of a vote escrow that were read without one of their changes are read again from before it', async () => {
  const { chain, other } = world
  const escrow = chain.deploy(ann, loadArtifact('voteEscrow'), [other.address, 'Vote-escrowed', 've', '1.0.0'])
  for (const account of [ann, bob]) {
    chain.send(deployer, other, 'transfer', [account, unit])
    chain.send(account, other, 'approve', [escrow.address, unit])
    chain.send(account, escrow, 'create_lock', [unit / 4n, chain.timestamp + 50 * 7 * day])
    await chain.mine(chain.timestamp + day)
  }
  chain.send(bob, escrow, 'increase_amount', [unit / 4n])
  await chain.mine(chain.timestamp + day)
  const missing = chain.blockNumber
  chain.send(bob, escrow, 'increase_amount', [unit / 8n])
  for (let block = 0; block < 4; block += 1) await chain.mine(chain.timestamp + day)
  const provider = await provide(at(missing))
  const protocol = toProtocol({ token: toToken(other.address), governance: { votes: [toVotesContract('voteEscrow', escrow.address)] } })
  const { followed, work } = await sync([provider.url], protocol)
  provider.stopLying()
  expect((await auditVotingPower(work, { repair: true })).fault).toContain(`It went wrong in block ${missing}: what comes after block ${missing - 3} is read again`)
  await expectRepaired({ followed, work, failures: [] })
})

it('votes of AAVE, which keeps no past, are held against all of its logs', async () => {
  const { chain } = world
  const aave: Contract = await deployAave(chain)
  chain.send(people[2]!, aave, 'delegate', [people[3]])
  await chain.mine(chain.timestamp + day)
  chain.send(people[4]!, aave, 'delegate', [people[3]])
  await chain.mine(chain.timestamp + day)
  const missing = chain.blockNumber
  for (let block = 0; block < 4; block += 1) await chain.mine(chain.timestamp + day)
  const provider = await provide(({ topics, blockNumber }) => topics[0] === aaveVotes.giving.topic && Number(blockNumber) === missing)
  const protocol = toProtocol({ token: toToken(aave.address), governance: { votes: [toVotesContract('aaveVotes', aave.address)] } })
  const { followed, work } = await sync([provider.url], protocol)
  provider.stopLying()
  expect((await auditVotingPower(work, { repair: true })).fault).toContain(`It went wrong in block ${missing}: what comes after block ${missing - 3} is read again`)
  await expectRepaired({ followed, work, failures: [] })
})

it('a contract whose logs cannot be read keeps no other from being read, and says so until it can be', async () => {
  const { token, other } = world
  const state = { isBroken: true }
  const provider = await startEditedProvider(world.url, ({ method, params }, result) =>
    state.isBroken && method === 'eth_getLogs' && (params[0] as { address: string }).address === other.address ? 'no logs today' : result)
  open.push(provider)
  const votes = [toVotesContract('delegatedVotes', other.address), { ...toVotesContract('delegatedVotes', token.address), name: 'votes of the token' }]
  const { followed, work, failures } = await sync([provider.url], toProtocol({ token: toToken(token.address), governance: { votes } }))
  const status = async () => (await loadContractStatus(followed.database)).map(({ name, lastBlock, error }) => ({ name, isRead: lastBlock !== null, error }))
  const reason = `asked for events of ${other.address} in blocks 0 to`
  expect(failures).toEqual([expect.objectContaining({ message: expect.stringContaining(reason) as string })])
  expect(await status()).toEqual([{ name: 'delegatedVotes', isRead: false, error: expect.stringContaining(reason) as string }, { name: 'votes of the token', isRead: true, error: null }])
  state.isBroken = false
  expect((await syncProtocol(work)).failures).toEqual([])
  expect(await status()).toEqual([{ name: 'delegatedVotes', isRead: true, error: null }, { name: 'votes of the token', isRead: true, error: null }])
})
