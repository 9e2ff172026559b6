import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { countProposals, saveProposals } from '@/db/proposals'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Voted } from '@/lib/governance/decidedProposals'
import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { toPlainSight } from '@/lib/ownership/throughLens'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { lastBlock, loadPublished, published } from '@/tests/publishedProtocol'
import { toProposal, toVote } from '@/tests/publishedVotes'
import { toMeasurements } from '../toMeasurements'
import { loadGathered } from './loadGathered'
import { loadVotingPower } from './loadVotingPower'
import { toVotesLens } from './votesUnderLens'

const unit = 10n ** 18n
const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as const
let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
let measurements: readonly Measurement[]

beforeAll(async () => {
  server = await openTestDatabase(published)
  database = server.database
  protocol = await loadPublished(database)
  // Those of the one Governor whose votes are reckoned here by hand.
  for (const { origin, place } of await countProposals(database, protocol.slug)) if (place !== toAddress(0x60)) await saveProposals(database, { protocol: protocol.slug, origin, place }, [])
  // Held: 1 has 4,000, the treasury 5,000, 6 has 1,000 of a supply of 10,000.
  const claims = [[2, 5_000n], [1, 4_000n], [6, 1_000n]].map(([index, tokens]) => ({ account: toAddress(Number(index)), amount: BigInt(tokens!) * unit }))
  measurements = toMeasurements(toPlainSight(claims, protocol.labels), { curve: false })
})
afterAll(async () => {
  await server?.close()
})

const none = { days: false, indices: false, gathered: false } as const

describe('voting power of a protocol', () => {
  it('leaves out as delegates and voters whom the lens leaves out as holders, on every rung', async () => {
    const { ladder, delegates, proposals } = (await loadVotingPower(database, protocol, measurements, toLens(headlineLens), none))!
    // Votes 300, 200, 150 (treasury), 100, 40 and 10. Cast on 7, 6 and 5 together: 1 has 900, 6 has 200, 8 has 40, and the treasury 300.
    expect(ladder.rungs.map(({ id, total, accounts, excluded }) => [id, total / unit, accounts, excluded.accounts, excluded.amount / unit])).toEqual([
      ['supply', 10_000n, 3, 0, 0n],
      ['circulating', 5_000n, 2, 1, 5_000n],
      ['delegated', 650n, 5, 1, 150n],
      // (900 + 200 + 40) ÷ 3 = 380 in the mean, and 300 ÷ 3 = 100 left out.
      ['cast', 380n, 3, 1, 100n],
    ])
    expect(ladder.supply).toBe(10_000n * unit)
    // Held 4/5 and 1/5: 17/25. Delegated (300² + 200² + 100² + 40² + 10²) ÷ 650² = 141,700 ÷ 422,500. Cast (900² + 200² + 40²) ÷ 1,140² = 851,600 ÷ 1,299,600.
    expect(ladder.amplification.delegated).toBeCloseTo(141_700 / 422_500 / (17 / 25), 12)
    expect(ladder.amplification.cast).toBeCloseTo(851_600 / 1_299_600 / (17 / 25), 12)
    expect(delegates!.rows.map(({ address, votes }) => [Number(address), votes / unit])).toEqual([[1, 300n], [6, 200n], [7, 100n], [8, 40n], [9, 10n]])
    expect(proposals).toEqual({ origin: 'chain', decided: 3, last: 3 })
  })

  it('has everybody under a lens that leaves nobody out, and then no circulating rung', async () => {
    const { ladder, delegates } = (await loadVotingPower(database, protocol, measurements, toLens('raw'), none))!
    expect(ladder.rungs.map(({ id, total, accounts }) => [id, total / unit, accounts])).toEqual([['supply', 10_000n, 3], ['delegated', 800n, 6], ['cast', 480n, 4]])
    // Held 0.5² + 0.4² + 0.1² = 0.42; delegated 141,700 + 150² = 164,200 of 800².
    expect(ladder.amplification.delegated).toBeCloseTo(164_200 / 640_000 / 0.42, 12)
    expect(delegates!.rows[2]).toMatchObject({ rank: 3, votes: 150n * unit, label: { name: 'Treasury' }, cast: { last: 2, all: 2 }, delegators: 3, own: 75n * unit })
    expect(delegates!.denominator).toBe(800n * unit)
    expect((await loadVotingPower(database, protocol, measurements, toLens('raw-ofSupply'), none))!.delegates!.denominator).toBe(10_000n * unit)
  })

  it('counts how few reach the protocol’s own numbers, and who never votes', async () => {
    const { thresholds, turnouts, delegation } = (await loadVotingPower(database, protocol, measurements, toLens('raw'), none))!
    // GovernorBravo asks for more than 100: one. 400: 300 + 200. For and against: 650, 340, 450: the median 450, more than half of it 225 and a bit: one.
    // In favour 500, 340, 150: as many as 340 against: two.
    expect(thresholds).toEqual([
      { id: 'proposal', amount: 100n * unit + 1n, fewest: 1 },
      { id: 'quorum', amount: 400n * unit, fewest: 2 },
      { id: 'majority', amount: 225n * unit + 1n, fewest: 1 },
      { id: 'veto', amount: 340n * unit, fewest: 2 },
    ])
    // Bravo counts votes in favour alone.
    expect(turnouts.map(({ key, counted, cast }) => [key, counted / unit, cast / unit])).toEqual([['7', 500n, 650n], ['6', 340n, 340n], ['5', 150n, 450n]])
    // 7 and 9 never voted: 110. Half of everybody's votes are its own.
    expect(delegation).toEqual({
      supply: 10_000n * unit, delegated: 800n * unit, undelegated: 9_200n * unit, own: 400n * unit, delegates: 6, onlyOwn: 0, never: { delegates: 2, votes: 110n * unit },
    })
  })

  it('counts the power of the largest where it is asked for', async () => {
    const { delegates } = (await loadVotingPower(database, protocol, measurements, toLens('circulating'), { ...none, indices: true }))!
    // More than 325 of 300, 200, 100, 40, 10: by hand, without 1 only 200 + 100 + 40 = 340 and more win. 1 turns all with a sum from 26 to 325 of the others:
    // of 16 coalitions of 200, 100, 40, 10 all but {}, {10} and the two with 340 and 350: 12. 200 turns those with 126 to 325 of the others: {300, …} with
    // 0, 10 (40 and more win without it) = 2, and {100, 40, ±10} = 2: 4. 100 likewise {300, ±10} and {200, 40, ±10}: 4. 40: {300, ±10} and {200, 100, ±10}: 4.
    // 10: {300, …} with 16 to 25: none, {200, 100, …}: 300 + 10 no, 340 + 10 wins already: 0. Sum 24.
    expect(delegates!.counted).toEqual({ delegates: 5, method: 'exact' })
    expect(delegates!.rows.map(({ banzhaf }) => banzhaf)).toEqual([12 / 24, 4 / 24, 4 / 24, 4 / 24, 0])
  })

  it('gives the days that were asked for', async () => {
    const days = async (from: string | null, to: string | null) => (await loadVotingPower(database, protocol, measurements, toLens('raw'), { ...none, days: { from, to } }))!.days.map(({ day }) => day)
    expect(await days('2026-01-04', '2026-01-06')).toEqual(['2026-01-04', '2026-01-05', '2026-01-06'])
    // Blocks 2 to 18 but 9, and the newest.
    expect(await days(null, null)).toHaveLength(17)
  })
})

describe('who gathered votes before a proposal', () => {
  it('is told by the logs: account 6 came by 200 votes the day before 7 was counted, and with them it passed', async () => {
    const told = (await loadVotingPower(database, protocol, measurements, toLens('raw'), { ...none, gathered: true }))!.gathered!
    const gathered = typeof told === 'string' ? expect.unreachable(told) : told.proposals
    expect(gathered.map(({ key }) => key)).toEqual(['7', '6', '5'])
    // Counted at block 13, a day a block: a week before 6 had nothing; 30 days before nobody had anything. Block 43 is not there yet.
    expect(gathered[0]).toMatchObject({ gainedInWeek: 200n * unit, gatherers: 6, decisive: { week: true, month: true } })
    // Without 200 votes 300 in favour miss the quorum of 400.
    expect(gathered[0]!.largest.slice(0, 2)).toEqual([
      { address: expect.stringMatching(/1$/), label: expect.stringContaining('HYPERLINK'), votes: 300n * unit, gainedInWeek: 0n, gainedInMonth: 300n * unit, letGo: null, cast: 300n * unit },
      { address: expect.stringMatching(/6$/), label: null, votes: 200n * unit, gainedInWeek: 200n * unit, gainedInMonth: 200n * unit, letGo: null, cast: 200n * unit },
    ])
    // 6 failed by its quorum, which no vote against brought about.
    expect(gathered[1]!.decisive).toEqual({ week: false, month: false })
  })

  it('says of how many it is not known, and does not say that nobody did where it is known of none', async () => {
    const lens = toVotesLens(protocol, toLens('raw'))
    const at = (number: number) => ({ proposal: { ...toProposal('9', 'Nine', 'executed', { number, timestamp: 0 }), id: 9 } as unknown as Voted['proposal'], votes: [] })
    expect(await loadGathered(database, protocol, [at(lastBlock + 1)], lens)).toBe('notReached')
    expect(await loadGathered(database, protocol, [at(lastBlock + 1), at(13)], lens)).toMatchObject({ proposals: [{ key: '9' }], untold: 1 })
  })

  it('says why where it is not known', async () => {
    const counted = (source: string) => ({ ...protocol, ledgers: new Map(), governance: { ...protocol.governance, votes: protocol.governance.votes.map((contract) => ({ ...contract, source })) } })
    const untold = async (of: typeof protocol) => (await loadVotingPower(database, of, measurements, toLens('raw'), { ...none, gathered: true }))!.gathered
    expect(await untold({ ...protocol, governance: { ...protocol.governance, votes: [] } })).toBe('noContract')
    // Nothing of locks or of AAVE's delegations was read here.
    expect([await untold(counted('voteEscrow')), await untold(counted('aaveVotes'))]).toEqual(['noLogs', 'noLogs'])
  })
})

it('has no votes, but what is usually cast, where only decided proposals are kept, and nothing where not even these are', async () => {
  const { token } = protocol
  const input = { slug: 'bare', name: 'Bare', category: 'lending', website: 'https://example.org/', token: { ...token, address: toAddress(0xdd) } }
  const bare = await saveProtocol(database, protocolSchema.parse(input), 1)
  expect(await loadVotingPower(database, bare, measurements, toLens('raw'), none)).toBeNull()
  const proposal = { ...toProposal('1', 'One', 'executed', { number: lastBlock, timestamp: 0 }), origin: 'offChain' as const, place: 'bare.eth' }
  await saveProposals(database, { protocol: 'bare', origin: 'offChain', place: 'bare.eth' }, [{ proposal, votes: [toVote(1, 5, 'for', 0)] }])
  const { ladder, delegates, delegation, proposals } = (await loadVotingPower(database, bare, measurements, toLens('raw'), none))!
  expect([ladder.rungs.map(({ id }) => id), delegates, delegation, proposals.origin]).toEqual([['supply', 'cast'], null, null, 'offChain'])
})
