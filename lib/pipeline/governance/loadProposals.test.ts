import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadProtocol, type TrackedProtocol } from '@/db/protocols'
import { saveProposals } from '@/db/proposals'
import { saveVotesDays } from '@/db/votesSnapshots'
import { createSmallLedger, toAccount, toBlock, unit, type SmallLedger } from '@/tests/smallLedger'
import { governors, toVoted } from '@/tests/publishedProposals'
import { toInsiderSway } from '@/lib/views/decidedProposal'
import { loadDecidedProposals, loadWholeProposal } from './loadProposals'

let ledger: SmallLedger
let protocol: TrackedProtocol
const name = { origin: 'chain', place: governors[1], key: '1' } as const

beforeAll(async () => {
  ledger = await createSmallLedger()
  // Voting opens three days before it closes, at the end of day 7.
  const { proposal, votes } = toVoted('1', toBlock(10).timestamp, [[4, 60, 0], [6, 0, 90]], { place: governors[1] })
  // Account 1 is labelled treasury: with its 70 it is 130 to 90, without it 60 to 90.
  const treasury = { voter: toAccount(1), timestamp: proposal.opens, votes: 70n * unit, parts: { for: 70n * unit, against: 0n, abstain: 0n } }
  await saveProposals(ledger.database, { protocol: 'small-swap', origin: 'chain', place: governors[1] }, [{ proposal, votes: [treasury, ...votes] }])
  const days = [5, 6, 7].map((day) => ({ day: new Date(toBlock(day).timestamp * 1000).toISOString().slice(0, 10), origin: 'ledger' as const, block: toBlock(day), clock: 'blockNumber' as const, delegated: BigInt(day) * 100n * unit, audit: null, gaps: [], metrics: {} }))
  await saveVotesDays(ledger.database, 'small-swap', days)
  protocol = (await loadProtocol(ledger.database, 'small-swap'))!
})
afterAll(async () => {
  await ledger?.close()
})

it('has what insiders by label cast, and what could have been cast at the end of the day before', async () => {
  const all = await loadDecidedProposals(ledger.database, protocol)
  const decided = all.find(({ proposal }) => proposal.place === governors[1])!
  expect(decided).toMatchObject({ insiders: { for: 70n * unit, against: 0n, abstain: 0n }, delegated: 600n * unit })
  // Alone on its side 70 for are no quorum of 100, and fewer than 90.
  expect(toInsiderSway(decided)).toMatchObject({ needed: true, enough: false })
  // Nobody says what could have been cast before the first; off the chain it says nothing.
  expect(all.filter(({ delegated }) => delegated === null).length).toBeGreaterThan(1)
  expect(all.find(({ proposal }) => proposal.origin === 'offChain')!.delegated).toBeNull()
})

it('is the same of one proposal with its votes', async () => {
  const [whole, all] = await Promise.all([loadWholeProposal(ledger.database, protocol, name), loadDecidedProposals(ledger.database, protocol)])
  const { outcome, insiders, delegated } = all.find(({ proposal }) => proposal.place === governors[1])!
  expect(whole).toMatchObject({ outcome, insiders, delegated })
  expect(whole!.votes.map(({ votes }) => votes)).toEqual([90n * unit, 70n * unit, 60n * unit])
  expect(await loadWholeProposal(ledger.database, protocol, { ...name, key: '99' })).toBeNull()
})
