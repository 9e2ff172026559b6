import { saveControlMap } from '@/db/controlMaps'
import type { Database } from '@/db/database'
import { openLedgerWriter } from '@/db/ledgerWriter'
import { saveIncidents } from '@/db/incidents'
import { saveEntityEvidence } from '@/db/entityEvidence'
import { loadProtocol, saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { saveHistory, saveSnapshot } from '@/db/snapshots'
import { rejectedLogs } from '@/db/schema'
import { loadBalancesAt } from '@/db/balanceHistory'
import type { Address } from '@/lib/domain/address'
import type { ControlMap } from '@/lib/domain/controlMap'
import type { Label } from '@/lib/domain/label'
import { protocolSchema } from '@/lib/domain/protocol'
import type { PoolReserves, Snapshot } from '@/lib/domain/snapshot'
import type { Transfer } from '@/lib/ledger/foldTransfers'
import { packTransfers } from '@/lib/ledger/packedTransfers'
import { toRecipe } from '@/lib/pipeline/recipe'
import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { throughLens } from '@/lib/ownership/throughLens'
import { fillHostileVotes } from './hostileVotes'
import { toLedger, type Ledger } from '@/lib/pipeline/ledger'
import { loadSight } from '@/lib/pipeline/ownership/loadSight'
import { toSavedLookThrough } from '@/lib/pipeline/ownership/toSavedLookThrough'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'
import { toBeginning } from './openTestDatabase'
import { fillVotes } from './publishedVotes'
import { fillProposals, governors } from './publishedProposals'
import { fillCalls } from './publishedCalls'
import { farmingWrappers, fillFarming } from './publishedFarming'
import { fillMarkets, marketAddresses } from './publishedMarkets'
import { fillLists } from './publishedLists'
import { fillNetwork } from './publishedNetwork'
import { fillParticipation } from './publishedParticipation'
import { fillCohorts } from './publishedCohorts'
import { fillTrends } from './publishedTrends'
import { fillWealth } from './publishedWealth'

const day = 86_400
/** 1 January 2026 */
const start = 1_767_225_600
const toAddress = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
export const toBlock = (number: number) => ({ number, hash: `0x${number.toString(16).padStart(64, '0')}` as const, timestamp: start + number * day + 43_200 })
const toDay = (number: number) => new Date((start + number * day) * 1000).toISOString().slice(0, 10)

/** Whoever writes a label may mean harm: to a spreadsheet, to a page, to a drawing. */
export const hostileLabel = '=HYPERLINK("https://evil.example";"x"),</script><svg onload=alert(1)>\'ß'

/** Whose it is, and a contract that holds for others. */
export const hostileAccount = toAddress(1)
export const wrapperAccount = toAddress(5)

/** One of each kind: decided, missed by one vote, of another Governor with the same number, with options. */
export const somePublishedProposals = [
  { protocol: 'made-up', origin: 'chain', place: governors[0], key: '1' },
  { protocol: 'made-up', origin: 'chain', place: governors[0], key: '2' },
  { protocol: 'made-up', origin: 'chain', place: governors[1], key: '1' },
  { protocol: 'made-up', origin: 'offChain', place: 'made-up.eth', key: `0x${'5e'.repeat(32)}` },
] as const

/** Where its pools trade. */
export const somePublishedMarkets = marketAddresses.map((address) => ({ protocol: 'made-up', address }))

/** So many days, one block a day; the last one is the newest snapshot. */
export const lastBlock = 20

/** Everybody gets some from nobody, more each day; the hostile label's account has the most. */
const transfers = Array.from({ length: lastBlock * 6 }, (_, index): Transfer => ({
  from: toAddress(0),
  to: toAddress(1 + (index % 13)),
  amount: 10n ** 18n * BigInt(1 + (index % 13 === 0 ? 400 : index % 7)) + BigInt(index),
  blockNumber: 1 + Math.floor(index / 6),
  logIndex: index,
}))

const person = (index: number): ControlMap['nodes'][number] => ({ address: toAddress(index), kind: 'person', said: [], implementation: null, ways: [], gaps: [] })

/** Two of three replace the token's code after two days; a contract of which nobody knows more may do it too. Its words mean harm. */
const controlMap: ControlMap = {
  roots: [{ address: toAddress(0xa1), name: '=MADE()', fact: hostileLabel }],
  nodes: [
    { address: toAddress(0xa1), kind: 'contract', said: ['@said'], implementation: toAddress(0xa2), gaps: [], ways: [
      { power: 'code', means: 'proxyAdmin', detail: null, groups: [{ threshold: 1, members: [toAddress(0xa3)] }], delay: 0, evidence: 'slot 0xb531…6103' },
      { power: 'code', means: 'role', detail: '=ROLE', groups: [{ threshold: 1, members: [toAddress(0xa4)] }], delay: 0, evidence: '+RoleGranted' },
      { power: 'veto', means: 'named', detail: 'guardian', groups: [], delay: 0, evidence: hostileLabel },
    ] },
    { address: toAddress(0xa3), kind: 'timelock', said: ['getMinDelay() = 172800'], implementation: null, gaps: [], ways: [
      { power: 'act', means: 'proposers', detail: null, groups: [{ threshold: 2, members: [1, 2, 4].map(toAddress) }], delay: 172_800, evidence: 'getMinDelay() = 172800' },
    ] },
    { address: toAddress(0xa4), kind: 'contract', said: [], implementation: null, gaps: [{ power: 'settings', reason: 'roles', detail: '</script>' }], ways: [] },
    ...[1, 2, 4].map(person),
  ],
}

/** A database that begins with the protocol below. */
export const published = toBeginning('published', fillProtocol)

/** The protocol of a database that begins so. */
export const loadPublished = async (database: Database): Promise<TrackedProtocol> => (await loadProtocol(database, 'made-up'))!

/** Who has the keys of a made-up contract. */
export const fillKeys = (database: Database, slug: string): Promise<void> => saveControlMap(database, slug, { block: toBlock(lastBlock), map: controlMap })

/** A followed protocol with a pool, twenty days of ledger and history, and an audited snapshot of each token at their end: small, and all by hand. */
async function fillProtocol(database: Database): Promise<void> {
  const token = (symbol: string, address: Address) => ({ chainId: 7, address, symbol, name: `${symbol} token`, decimals: 18, firstBlock: 0 })
  const label = (index: number, role: Label['role'], name: string): Label => ({ address: toAddress(index), kind: 'unknown', role, name, source: 'https://example.org/a,b', asOf: '2026-01-01' })
  const saved = await saveProtocol(database, protocolSchema.parse({
    slug: 'made-up', name: 'Made <Up> & Co', category: 'exchange', website: 'https://example.org/', demo: true,
    token: token('MADE', toAddress(0xa1)),
    pools: [{ kind: 'uniswapV2Pair', lpToken: token('LP', toAddress(0xb2)), source: 'https://example.org/' }],
    // What account 5 holds of the token belongs to the providers, as it would where LP tokens were wrapped tokens of it.
    wrappers: [{ source: 'wrappedToken', address: wrapperAccount, name: 'Wrapper =1+1', firstBlock: 0, assets: [toAddress(0xa1)], shareToken: token('LP', toAddress(0xb2)), fact: 'https://example.org/wrapper' }, ...farmingWrappers],
    governance: {
      votes: [{ source: 'delegatedVotes', address: toAddress(0xa1), name: 'MADE', firstBlock: 0, fact: 'https://example.org/votes' }],
      governors: [{ source: 'governorBravo', address: toAddress(0x60), name: 'Governor', firstBlock: 0, fact: 'https://example.org/governor' }],
    },
    // What others wrote may mean harm too; a year reaches beyond what is kept.
    published: [
      { metric: 'gini', value: 0.25, date: '2026-01-10', dateOf: 'data', author: hostileLabel, year: 2026, title: '=WORK()', treatment: { en: hostileLabel, de: '-1+2' }, source: 'https://example.org/work' },
      { metric: 'top10Share', of: 'votes', value: 0.5, about: true, date: '2026', dateOf: 'publication', author: 'Nobody', year: 2026, title: 'Votes', treatment: { en: 'All.', de: 'Alle.' }, source: 'nowhere on the web', via: '@said' },
    ],
    labels: [label(1, null, hostileLabel), label(2, 'treasury', 'Treasury'), label(3, 'burn', '-1+2'), label(4, 'exchange', 'Exchange')],
  }), 1)
  // Account 10 signs for account 9, by a rule that nobody follows unless it is chosen.
  const text = { en: `${hostileLabel} signs`, de: `${hostileLabel} unterschreibt` }
  await saveEntityEvidence(database, saved.slug, 'safeOwners', null, [{ account: toAddress(9), rule: 'safeOwners', entity: toAddress(10), text }])
  const protocol = (await loadProtocol(database, saved.slug))!
  const reserve = (index: number, units: bigint) => ({ address: toAddress(index), symbol: `T${index}`, decimals: 18, reserve: units })
  await fillFarming(database, toBlock, lastBlock)
  // The pool first: to whom wrapped tokens belong is told by its ledger.
  await fill(database, protocol, toLedger(protocol, protocol.pools[0]!.lpToken.address)!, { tokens: [reserve(0xa1, 123_456_789n * 10n ** 15n), reserve(0xc3, 7n)] })
  await fill(database, protocol, toLedger(protocol, null)!, null)
  await fillVotes(database, protocol, toBlock, lastBlock)
  await fillHostileVotes(database, protocol.slug, hostileLabel)
  await fillKeys(database, protocol.slug)
  await fillProposals(database, protocol.slug, toBlock(lastBlock).timestamp)
  await fillMarkets(database, protocol.slug, toBlock, lastBlock)
  await fillCalls(database, protocol, { hostile: hostileAccount, wrapper: wrapperAccount, block: toBlock(lastBlock) })
  await fillTrends(database, protocol.slug)
  await fillNetwork(database, protocol.slug)
  await fillLists(database, protocol)
  await fillCohorts(database, protocol.slug)
  await fillParticipation(database, protocol.slug)
  await fillWealth(database, protocol.slug)
  await saveIncidents(database, 7, new Map([['missing', { times: 3, reason: 'two logs of block 5 were left out' }]]))
  await database.db.insert(rejectedLogs).values({ tokenId: protocol.tokenId, blockNumber: 5, logIndex: 900, reason: 'four topics: this is an ERC-721 transfer' })
}

async function fill(database: Database, protocol: TrackedProtocol, ledger: Ledger, reserves: PoolReserves | null): Promise<void> {
  const { tokenId } = ledger
  const writer = await openLedgerWriter(database, tokenId)
  await writer.write(packTransfers(transfers), [])
  await writer.commit(toBlock(lastBlock))
  await writer.settle()
  await writer.close()
  const at = async (number: number, curve: boolean) => {
    const balances = await loadBalancesAt(database, tokenId, number)
    const holders = [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
      .sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : a.account < b.account ? -1 : 1))
    const { sight, lookedThrough } = await loadSight(database, ledger, number, holders)
    return { holders, sight, lookedThrough, measurements: toMeasurements(sight, { curve }), supply: holders.reduce((sum, { amount }) => sum + amount, 0n) }
  }
  const rest = { population: 'complete', gaps: [], file: null } as const
  const days: Snapshot[] = []
  for (let number = 1; number < lastBlock; number++) {
    // A day that nobody took is a gap in the line.
    if (number === 9) continue
    const { measurements, supply } = await at(number, false)
    days.push({ ...rest, origin: 'ledger', day: toDay(number), block: toBlock(number), supply, audit: null, measurements })
  }
  await saveHistory(database, tokenId, days, toRecipe(protocol), protocol)
  const { holders, sight, lookedThrough, measurements, supply } = await at(lastBlock, true)
  const { accounts, amounts } = throughLens(sight, toLens(headlineLens)).distribution
  const through = lookedThrough ? { owners: accounts.map((account, place) => ({ account, amount: amounts[place]! })), lookThrough: toSavedLookThrough(lookedThrough) } : {}
  const audit = { status: 'passed', claimed: supply, supply, sampled: 13, mismatches: [] } as const
  const gaps = [{ subject: 'balanceOf 0x…', reason: '@the node, "it" said no' }]
  await saveSnapshot(database, tokenId, { ...rest, origin: 'chain', day: toDay(lastBlock), block: toBlock(lastBlock), supply, gaps, audit, measurements }, { holders, ...through, reserves, outlook: protocol })
}
