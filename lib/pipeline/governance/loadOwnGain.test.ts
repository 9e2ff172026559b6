import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveDayEnds } from '@/db/balanceHistory'
import { loadProposals, loadVotes, saveProposals } from '@/db/proposals'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { loadStakingRewards } from '@/lib/demo/artifact'
import type { Address } from '@/lib/domain/address'
import type { Proposal, ProposalCall, Vote } from '@/lib/domain/proposal'
import { protocolSchema } from '@/lib/domain/protocol'
import { toEmptyLoaded } from '../editions/emptyLoaded'
import { toOwnGainView, ownGainTable } from '@/lib/publish/entries/ownGain'
import { headlineLens } from '@/lib/ownership/lenses'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { toWrapper } from '@/tests/sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { syncProtocol } from '../syncProtocol'
import { loadOwnGain, loadOwnGains } from './loadOwnGain'

const day = 86_400
const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]
const governor = toAccount(9)
let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let protocol: TrackedProtocol
let staking: Address
/** After ann has staked, and after bob has too */
let [first, second]: { number: number; hash: `0x${string}`; timestamp: number }[] = []

const word = (hex: string) => hex.replace('0x', '').padStart(64, '0')
const pay = (to: Address): ProposalCall => ({ target: chain.protocol.token.address, value: 0n, data: `0xa9059cbb${word(to)}${word('1')}`, signature: 'transfer(address,uint256)' })
const proposal = (key: string, countedAt: Proposal['countedAt'], calls: readonly ProposalCall[], created: Proposal['created']): Proposal => ({
  origin: 'chain', place: governor, key, title: `Proposal ${key}`, description: '', proposer: ann, created, countedAt, opens: 0, closes: Number(key), calls, rule: null, threshold: null,
  state: 'executed', queued: null, executed: null, options: [], counted: null, gaps: [],
})
const vote = (voter: Address, inFavour: bigint): Vote => ({ voter, timestamp: 0, votes: inFavour, parts: { for: inFavour, against: 0n, abstain: 0n } })

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  server = await openTestDatabase()
  const { token, other, pair, call, deploy } = chain
  staking = await deploy(loadStakingRewards(), [deployer, deployer, other, pair])
  const act = async (...calls: Parameters<typeof call>[]) => {
    for (const one of calls) await call(...one)
    await chain.mine(1, 12)
  }
  const readHead = async () => {
    const { number, hash, timestamp } = (await chain.rpc.call('eth_getBlockByNumber', 'latest', false)) as { number: string; hash: `0x${string}`; timestamp: string }
    return { number: Number(number), hash, timestamp: Number(timestamp) }
  }
  for (const person of [ann, bob]) await act([deployer, token, 'transfer', [person, 10_000n]], [deployer, other, 'transfer', [person, 10_000n]])
  for (const person of [ann, bob]) {
    await act([person, token, 'transfer', [pair, 4_000n]], [person, other, 'transfer', [pair, 4_000n]])
    await act([person, pair, 'mint', [person]])
  }
  await act([ann, pair, 'approve', [staking, 1_000n]], [ann, staking, 'stake', [1_000n]])
  first = await readHead()
  await chain.mine(2, day)
  await act([bob, pair, 'approve', [staking, 1_000n]], [bob, staking, 'stake', [1_000n]])
  second = await readHead()
  await chain.mine(4, day)
  const { database } = server
  protocol = await saveProtocol(database, protocolSchema.parse({
    ...chain.protocol, wrappers: [toWrapper('stakingRewards', { address: staking, assets: [pair], name: 'Liquidity rewards', contracts: { stakingToken: pair, rewardsToken: other } })],
  }), 0)
  await syncProtocol({ protocol, reader, database })
  const votes = [vote(ann, 30n), vote(bob, 50n), vote(carl, 20n)]
  await saveProposals(database, { protocol: protocol.slug, origin: 'chain', place: governor }, [
    { proposal: proposal('1', { clock: 'blockNumber', at: first!.number }, [pay(staking)], { block: first!.number, timestamp: 0 }), votes },
    { proposal: proposal('2', { clock: 'timestamp', at: second!.timestamp + day }, [pay(staking), pay(carl)], { block: first!.number, timestamp: first!.timestamp }), votes },
    { proposal: proposal('3', { clock: 'timestamp', at: second!.timestamp - 1 }, [pay(staking)], { block: first!.number, timestamp: first!.timestamp }), votes },
    { proposal: proposal('4', { clock: 'blockNumber', at: first!.number }, [{ target: governor, value: 0n, data: '0x12345678', signature: null }], { block: 1, timestamp: 0 }), votes },
  ])
  await saveDayEnds(database, 31337, new Map([['2024-01-09', second!]]))
}, 300_000)

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

it('knows who had staked when votes were counted, at a block and at a second', async () => {
  const gains = new Map((await loadOwnGains(server.database, protocol)).map((one) => [one.proposal.key, one]))
  const tell = (key: string) => {
    const { gain, block } = gains.get(key)!
    return [gain.byPosition, gain.byPayment, gain.together, gain.inFavour, block?.number ?? null, gain.touched[0]?.owners ?? null, gain.unread]
  }
  expect(tell('1')).toEqual([30n, 0n, 30n, 100n, first!.number, 1, []])
  // The end of the day after bob's stake lies before the second at which votes are counted.
  expect(tell('2')).toEqual([80n, 20n, 100n, 100n, second!.number, 2, []])
  // A second before bob's: the block in which it was made is the last one known.
  expect(tell('3')).toEqual([30n, 0n, 30n, 100n, first!.number, 1, []])
  expect(tell('4')).toEqual([0n, 0n, 0n, 100n, null, null, [1]])
})

it('says the same of one proposal alone, and makes views of both', async () => {
  const { database } = server
  const [saved] = (await loadProposals(database, protocol.slug)).filter(({ key }) => key === '2')
  const one = await loadOwnGain(database, protocol, saved!, (await loadVotes(database, protocol.slug)).get(saved!.id)!)
  const all = await loadOwnGains(database, protocol)
  expect(one).toEqual(all.find(({ proposal: { key } }) => key === '2'))
  const loaded = { ...toEmptyLoaded(headlineLens), protocol, ownGain: all }
  const view = toOwnGainView(loaded, protocol, one, 'en')
  expect(view.data.rows.map(([, raw, share, through, paid]) => [raw, share, through === loaded.displayAddress(staking), paid])).toEqual([['50', '50', true, 'no'], ['30', '30', true, 'no'], ['20', '20', false, 'yes']])
  expect(ownGainTable.view(loaded, 'en')!.data.rows).toHaveLength(4)
  expect(ownGainTable.view({ ...loaded, ownGain: [] }, 'en')).toBeNull()
})
