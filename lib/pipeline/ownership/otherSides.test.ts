import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAccountCodes } from '@/db/accountCodes'
import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import { loadLookThrough, loadOwnerParts } from '@/db/lookThroughs'
import { loadChosenSide } from '@/db/otherSides'
import { loadProtocol, loadProtocols, saveProtocol } from '@/db/protocols'
import { loadNewestSnapshot, type SavedSnapshot } from '@/db/snapshots'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { verifyCitation } from '@/lib/commands/verify'
import type { Address } from '@/lib/domain/address'
import type { Locale } from '@/lib/domain/text'
import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { loadViews } from '@/lib/pipeline/editions/loadViews'
import type { View } from '@/lib/publish/view'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { deployer, toAccount } from '@/tests/tokenChain'
import { bothChains, farChainId, gateway, startTwoChains, type TwoChains } from '@/tests/twoChains'
import { loadAccount } from '../accounts/loadAccount'
import { loadCompetition } from '../competition/loadCompetition'
import { toUsual } from '../editions/loadComparison'
import { loadFindings } from '../findings/loadFindings'
import { toLedgers } from '../ledger'
import { replayDistribution } from '../replay'
import { loadTopHolders } from '../superusers/loadTopHolders'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'

const day = 86_400
/** What UNI's constructor mints. */
const supply = 10n ** 27n
const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]

let world: TwoChains
let readers: Readonly<Record<'test-swap' | 'test-far', ChainReader>>
let server: OpenTestDatabase
let database: Database

beforeAll(async () => {
  world = await startTwoChains()
  const { here, there } = world
  readers = {
    'test-swap': await openChainReader({ chainId: 31337, urls: [here.anvil.url] }),
    'test-far': await openChainReader({ chainId: farChainId, urls: [there.anvil.url] }),
  }
  server = await openTestDatabase()
  database = server.database
  await there.mine(3, day)
  await here.mine(4, day)
  await saveProtocol(database, world.near, 0)
})

afterAll(async () => {
  await server?.close()
  await world?.stop()
})

async function run(slug: keyof typeof readers): Promise<SavedSnapshot> {
  const protocol = (await loadProtocol(database, slug))!
  await syncProtocol({ protocol, reader: readers[slug], database })
  await takeSnapshots({ protocol, reader: readers[slug], database })
  return (await loadNewestSnapshot(database, protocol.tokenId))!
}

async function loadOwners(snapshot: SavedSnapshot): Promise<Record<Address, bigint>> {
  const [ledger] = toLedgers((await loadProtocol(database, 'test-swap'))!)
  const { accounts, amounts } = await replayDistribution(database, ledger!, snapshot.block!.number, toLens('raw-owners'))
  return Object.fromEntries(accounts.map((account, place) => [account, amounts[place]!]))
}

async function loadUnresolved(snapshot: SavedSnapshot): Promise<[string, bigint][]> {
  const { unresolved, total } = (await loadLookThrough(database, snapshot.id))!
  expect(total).toBe(supply)
  expect(unresolved.every(({ contract }) => contract === world.escrow)).toBe(true)
  return unresolved.map(({ reason, amount }) => [reason, amount])
}

const sum = (list: readonly { amount: bigint }[]) => list.reduce((total, { amount }) => total + amount, 0n)
function expectConserved({ measurements }: SavedSnapshot) {
  expect(measurements).toHaveLength(32)
  for (const { lens, denominator, excluded } of measurements) expect(toLens(lens).ofSupply ? denominator : denominator + sum(excluded), lens).toBe(supply)
}

/** What is said of the escrow: notes, by which ways holders came to their tokens, and the table of contracts. */
async function loadWords(locale: Locale): Promise<[readonly string[], string[], View]> {
  const { views } = await loadViews(database, 'test-swap', [{ ids: ['wrappersTable'], lens: headlineLens }, { ids: ['holdersTable'], lens: 'raw-owners' }], locale)
  return [views.wrappersTable!.notes, views.holdersTable!.table.rows.flatMap((row) => row.map(({ text }) => text)), views.wrappersTable!]
}

const charts = ['metricsTable', 'holdersTable', 'unresolvedTable', 'wrappersTable', 'composition', 'concentrationOverTime-gini']
const verifyAt = ({ block }: SavedSnapshot) => Promise.all(charts.map((chart) => verifyCitation(database, `/charts/test-swap/${chart}@${block!.number}`)))
const fingerprints = (verdicts: Awaited<ReturnType<typeof verifyAt>>) => {
  for (const { equal, lines } of verdicts) expect(equal, lines.join('\n')).toBe(true)
  return verdicts.map(({ lines }) => lines[1])
}

describe('an escrow of a bridge, with real contracts on two chains', () => {
  /** What each has here alone. */
  const own = { [ann]: 10_000n, [bob]: 5_000n, [bothChains]: 3n }
  let [alone, joined]: SavedSnapshot[] = []
  let [published, publishedJoined]: (string | undefined)[][] = []

  it('is nobody’s as long as the other chain is not followed', async () => {
    alone = await run('test-swap')
    expectConserved(alone)
    expect(await loadOwners(alone)).toEqual({ ...own, [world.foundation]: 7n, [deployer]: supply - 15_010n - 1_040n })
    expect(await loadUnresolved(alone)).toEqual([['otherChain', 1_040n]])
    published = fingerprints(await verifyAt(alone))
  })

  it('is nobody’s as long as the other chain is followed and not read', async () => {
    await saveProtocol(database, world.far, 1)
    expect((await loadProtocol(database, 'test-swap'))!.wrappers.map(({ otherSide }) => otherSide)).toEqual([undefined, undefined])
    await run('test-far')
    const { wrappers } = (await loadProtocol(database, 'test-swap'))!
    expect(wrappers.map(({ otherSide }) => otherSide)).toEqual([undefined, { chainId: farChainId, token: world.token }])
  })

  it('belongs to the owners there, unit for unit; the rest is on its way', async () => {
    await world.here.mine(3, day)
    joined = await run('test-swap')
    expectConserved(joined)
    // 1,040 lie here for 1,000 there. ann, carl and bob (through the vault) have keys; the foundation and the deployer are named the same on both chains.
    const owned = { ...own, [ann]: 10_300n, [bob]: 5_150n, [carl]: 200n, [world.foundation]: 7n + 120n, [deployer]: supply - 15_010n - 1_040n + 70n }
    expect(await loadOwners(joined)).toEqual(owned)
    // Multicall3 stands on both chains: its 100 there are not added to its 3 here. At the proxy admin's address there is a contract here and none there.
    expect(await loadUnresolved(joined)).toEqual([['otherContract', 100n], ['locked', 50n], ['inTransit', 40n], ['sameAddress', 10n]])
    const { routes } = (await loadLookThrough(database, joined.id))!
    const parts = await loadOwnerParts(database, joined.id, [ann])
    expect(parts.get(ann)!.map(({ route, amount }) => [routes[route]!.steps.map(({ contract }) => contract), amount])).toEqual([[[], 10_000n], [[world.escrow], 300n]])
  })

  it('keeps which block of the other chain it was: the newest that is not later', async () => {
    const protocol = (await loadProtocol(database, 'test-far'))!
    const newest = (await loadNewestSnapshot(database, protocol.tokenId))!.block!
    const chosen = await loadChosenSide(database, 31337, { source: 'bridgeEscrow', address: world.escrow }, joined!.block!.number)
    expect(chosen).toMatchObject({ block: newest, supply: 1_000n, askedUpTo: newest.number })
    expect(newest.timestamp).toBeLessThanOrEqual(joined!.block!.timestamp)
    // The eight accounts that hold something there, of which Multicall3 and the foundation's are contracts.
    const codes = await loadAccountCodes(database, farChainId)
    expect([...codes].filter(([, found]) => found.at(-1)!.hasCode).map(([account]) => account).sort()).toEqual([bothChains, world.foundation].sort())
    expect(codes.size).toBe(8)
  })

  it('shows that block where it tells of the escrow', async () => {
    const { block } = (await loadNewestSnapshot(database, (await loadProtocol(database, 'test-far'))!.tokenId))!
    const [notes, ways, table] = await loadWords('en')
    const place = `chain 31338, block ${block!.number}`
    expect(notes).toContainEqual(expect.stringMatching(new RegExp(`^bridgeEscrow: its owners are those on ${place} \\(.*\\)\\. 0\\.000000000000001 UNI exist there, and 0\\.00000000000000104 UNI lie here: each owner has as much as there\\.$`)))
    expect(ways).toContainEqual(expect.stringMatching(new RegExp(` through bridgeEscrow \\(${place}\\)$`)))
    const { columns, rows } = table.data
    const [chain, number] = ['other_chain', 'other_block'].map((name) => columns.findIndex((column) => column.name === name))
    expect(rows.map((row) => [row[chain!], row[number!]])).toEqual([[String(farChainId), String(block!.number)], [null, null]])
  })

  it('verifies what was published before and after, also when the other chain has gone on', async () => {
    expect(fingerprints(await verifyAt(alone!))).toEqual(published)
    publishedJoined = fingerprints(await verifyAt(joined!))
    await world.there.call(carl, world.token, 'transfer', [ann, 50n])
    await world.there.mine(8, day)
    await run('test-far')
    expect(fingerprints(await verifyAt(joined!))).toEqual(publishedJoined)
  })

  it('is shared in proportion where more exists there than lies here', async () => {
    await world.here.call(gateway, world.here.token, 'transferFrom', [world.escrow, bob, 540n])
    await world.here.mine(12, day)
    const halved = await run('test-swap')
    expectConserved(halved)
    // 500 for 1,000: each has the half. carl has given ann 50.
    expect(await loadOwners(halved)).toEqual({ ...own, [ann]: 10_000n + 175n, [bob]: 5_540n + 75n, [carl]: 75n, [world.foundation]: 7n + 60n, [deployer]: supply - 15_010n - 1_040n + 35n })
    expect(await loadUnresolved(halved)).toEqual([['otherContract', 50n], ['locked', 25n], ['sameAddress', 5n]])
    fingerprints(await verifyAt(halved))
    const [notes, ways] = await loadWords('de')
    expect(notes).toContainEqual(expect.stringMatching(/^bridgeEscrow: Eigentümer sind die von Chain 31338, Block [\d.]+ \(.*\)\. Dort gibt es 0,000000000000001 UNI, hier liegen 0,0000000000000005 UNI: Was hier liegt, verteilt sich anteilig\.$/))
    expect(ways).toContainEqual(expect.stringMatching(/ über bridgeEscrow \(Chain 31338, Block [\d.]+\)$/))
    expect(fingerprints(await verifyAt(alone!))).toEqual(published)
    expect(fingerprints(await verifyAt(joined!))).toEqual(publishedJoined)
  })

  it('takes each day of history with the other chain as it was at the end of that day', async () => {
    const protocol = (await loadProtocol(database, 'test-swap'))!
    const days = (await loadHistory(database, protocol.tokenId, 'circulating-owners-entities')).filter(({ origin }) => origin === 'ledger')
    // Without the deployer and the foundation's escrowed part: 15,000 + 3 + 7 of old, and ann's 300, carl's 200, bob's 150 and the foundation's 120 of the escrow.
    expect(days[0]!.denominator).toBe(15_010n + 770n)
    // Since the escrow paid 540 to bob, the half of these.
    expect(days.at(-1)!.denominator).toBe(15_010n + 540n + 385n)
    const chosen = await Promise.all(days.map(({ block }) => loadChosenSide(database, 31337, { source: 'bridgeEscrow', address: world.escrow }, block)))
    // A block a day; the last two are not final. The other chain was read up to the 2nd when the first five days were taken, and the snapshot at the last
    // block of the 6th; then up to the 10th. What was kept first stays.
    const read = [1, 2, 2, 2, 2, 2, 7, 8, 9, 10, 10, 10, 10, 10, 10, 10, 10]
    expect(days.map(({ day }) => Number(day.slice(8)))).toEqual(read.map((_, place) => place + 1))
    expect(chosen.map((side) => new Date(side!.block.timestamp * 1000).getUTCDate())).toEqual(read)
  })
  it('is counted once wherever protocols are compared', async () => {
    const protocols = await loadProtocols(database)
    const { lists, insides, missing } = await loadTopHolders(database, protocols)
    expect([lists.map(({ protocol }) => protocol), insides, missing]).toEqual([['test-swap'], [{ name: 'Test Far', whole: 'Test Swap' }], []])
    expect((await toUsual(database, protocols)).map(({ slug }) => slug)).toEqual(['test-swap'])
    // Beside one whose holders it does not have, it would be a rival for them.
    for (const { insides, rivalries } of await loadCompetition(database)) expect([insides, rivalries]).toEqual([[{ name: 'Test Far', whole: 'Test Swap' }], []])
    // ann sees both, with the way by the escrow, its block, and that they are one.
    const account = (await loadAccount(database, ann))!
    expect([account.holdings.map(({ protocol }) => protocol), account.insides]).toEqual([['test-swap', 'test-far'], insides])
    expect(account.paths.flatMap(({ protocol, steps }) => steps.map(({ contract, side }) => [protocol, contract, side?.chainId]))).toEqual([['test-swap', world.escrow, farChainId]])
    const findings = (await loadFindings(database)).find(({ words }) => words.id === 'broadThenConcentrated')!.findings
    expect(findings.find(({ subject }) => subject.id === 'test-far')).toMatchObject({ verdict: 'cannotBeTold', basis: null, reason: { en: 'Test Far is not counted beside Test Swap: its owners are among those of Test Swap, in place of the escrow of the bridge.' } })
    expect(findings.find(({ subject }) => subject.id === 'test-swap')!.reason.en).not.toContain('not counted')
  })
})
