import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '@/db/database'
import { saveLabelStatements } from '@/db/labels'
import { saveRecognised } from '@/db/recognised'
import { loadNewestSnapshot, saveSnapshot } from '@/db/snapshots'
import type { Address } from '@/lib/domain/address'
import { labelStatementSchema } from '@/lib/domain/labelStatement'
import { openPublished } from '@/tests/openPublished'
import { hostileAccount, hostileLabel, lastBlock, toBlock } from '@/tests/publishedProtocol'
import { loadAccount } from './loadAccount'

const published = openPublished()
let database: Database
beforeAll(() => {
  database = openDatabase(process.env.DATABASE_URL!)
})
afterAll(() => database?.close())

const account = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [treasury, wrapper, friend, other] = [account(2), account(5), account(7), account(8)]
/** The LP token of the made-up protocol: its pair holds the token for its providers. */
const pair = account(0xb2)

it('nobody knows what was never seen; a contract that is followed is known', async () => {
  expect(await loadAccount(database, account(0x999))).toBeNull()
  expect(await loadAccount(database, pair)).toMatchObject({ holdings: [], paths: [], history: [], demo: true })
})

it('holdings stand with both lists, words of strangers as they are', async () => {
  const known = (await loadAccount(database, hostileAccount))!
  // The token and the LP token have the same ledger: it has most of both, and none of it is left out.
  expect(known.holdings.map(({ token, own, counted, audit, gaps }) => [token.symbol, own?.rank, counted?.rank, audit, gaps])).toEqual([['MADE', 1, 1, 'passed', 1], ['LP', 1, 1, 'passed', 1]])
  const [{ own, counted }] = known.holdings as [(typeof known.holdings)[number]]
  // Circulating leaves out the treasury's and what is burned.
  expect(counted!.denominator).toBeLessThan(own!.denominator)
  expect(known.paths.map(({ token, steps }) => [token.symbol, steps.map(({ name }) => name)])).toEqual([['MADE', []], ['MADE', ['Wrapper =1+1']], ['LP', []]])
  // Both ledgers are the same, so its share of what the wrapper holds, pro rata of LP tokens, is its share of all.
  const held = (await loadAccount(database, wrapper, false))!.holdings[0]!.own!.amount
  const [straight, through] = known.paths.map(({ amount }) => amount) as [bigint, bigint]
  expect([straight, straight + through]).toEqual([own!.amount, counted!.amount])
  const exact = (held * own!.amount) / own!.denominator
  expect(through - exact).toBeGreaterThanOrEqual(0n)
  expect(through - exact).toBeLessThanOrEqual(1n)
  expect(known.statements).toMatchObject([{ name: hostileLabel, origin: 'protocol', counts: ['name'] }])
  expect(known.demo).toBe(true)
})

it('says why something does not count as its own', async () => {
  const known = (await loadAccount(database, treasury, false))!
  expect(known.holdings[0]).toMatchObject({ own: { rank: expect.any(Number) as number }, counted: null, elsewhere: { kind: 'leftOut', role: 'treasury' } })
  expect(known.history).toEqual([])
})

it('a Safe says who may move what it holds; whoever is known among them is named', async () => {
  await saveRecognised(database, 1, toBlock(lastBlock), [{
    address: friend, kind: 'multisig', role: null, name: 'Safe, 2 of 2', evidence: 'answers', fact: 'getThreshold() = 2', family: null, assets: [], contracts: {}, proxy: null, safe: { owners: [other, hostileAccount], threshold: 2 },
  }])
  const { safes } = (await loadAccount(database, friend, false))!
  expect(safes).toEqual([{ chainId: 1, block: lastBlock, timestamp: toBlock(lastBlock).timestamp, threshold: 2, owners: [{ account: other, label: null }, { account: hostileAccount, label: hostileLabel }] }])
  expect((await loadAccount(database, other, false))!.safes).toEqual([])
})

it('its history ends with what it holds, and has every day but the one that nobody took', async () => {
  const { history, holdings } = (await loadAccount(database, hostileAccount))!
  expect(history.map(({ token, days }) => [token.symbol, days.length])).toEqual([['MADE', lastBlock - 1], ['LP', lastBlock - 1]])
  expect(history[0]!.days.at(-1)).toMatchObject({ day: '2026-01-21', block: lastBlock, balance: holdings[0]!.own!.amount, denominator: holdings[0]!.own!.denominator })
})

it('what a wrapper holds is told to the last unit', async () => {
  const { wrapped, holdings } = (await loadAccount(database, wrapper, false))!
  const [{ own, counted }] = holdings as [(typeof holdings)[number]]
  // All thirteen accounts hold LP tokens, the wrapper among them: nobody is known for whom it holds those, so its part of itself is its own.
  expect(wrapped).toMatchObject([{ source: 'wrappedToken', assetName: 'MADE', held: own!.amount, ownerCount: 13, owned: own!.amount, unresolved: [] }])
  const exact = (own!.amount * own!.amount) / own!.denominator
  expect(counted!.amount - exact).toBeGreaterThanOrEqual(0n)
  expect(counted!.amount - exact).toBeLessThanOrEqual(1n)
  expect(wrapped[0]!.owners[0]).toMatchObject({ account: hostileAccount, label: hostileLabel })
})

describe('what several say', () => {
  beforeAll(async () => {
    const say = (address: Address, name: string, more: object = {}) => labelStatementSchema.parse({ address, origin: 'imported', file: 'friends.csv', name, source: 'https://example.org/', asOf: '2026-01-02', confidence: 'likely', entity: 'Ada', ...more })
    await saveLabelStatements(database, { protocol: 'made-up', origin: 'imported', file: 'friends.csv' }, [say(friend, 'Ada 1'), say(other, 'Ada 2'), say(treasury, 'Not the treasury', { entity: null })])
    await saveLabelStatements(database, { protocol: 'made-up', origin: 'chain', file: '' }, [say(friend, 'Safe (2 of 3)', { origin: 'chain', file: '', kind: 'multisig', source: 'getThreshold() = 2', confidence: 'certain', entity: null })])
  })

  it('stands side by side, with the parts that count', async () => {
    const { statements, labels } = (await loadAccount(database, friend, false))!
    expect(statements.map(({ origin, name, counts }) => [origin, name, counts])).toEqual([['imported', 'Ada 1', ['name', 'entity']], ['chain', 'Safe (2 of 3)', []]])
    expect(labels).toEqual([{ protocol: 'made-up', protocolName: 'Made <Up> & Co', name: 'Ada 1', role: null }])
    // The protocol's own file is heard before an imported one.
    expect((await loadAccount(database, treasury, false))!.statements.map(({ origin, counts }) => [origin, counts])).toEqual([['protocol', ['name', 'role']], ['imported', []]])
  })

  it('explains who is one holder with whom', async () => {
    const { entity } = (await loadAccount(database, other, false))!
    expect(entity.map(({ account: member, rule, label, representative }) => [member, rule, label, representative])).toEqual([[friend, 'sharedEntity', 'Ada 1', friend], [other, 'sharedEntity', 'Ada 2', friend]])
    expect(entity[1]!.evidence.en).toBe('Ada 2 belongs to Ada: https://example.org/')
    expect((await loadAccount(database, treasury, false))!.entity).toEqual([])
  })
})

describe('a contract that holds for others', () => {
  // The pair has 100 of the token: 60 for the friend, 30 for the hostile account, 10 are locked.
  beforeAll(async () => {
    const { tokenId, token } = published.protocol
    const step = { contract: pair, asset: token.address, source: 'uniswapV2Pair' }
    const newest = (await loadNewestSnapshot(database, tokenId))!
    const [measurement] = newest.measurements
    await saveSnapshot(database, tokenId, { ...newest, day: '2026-01-22', block: toBlock(lastBlock + 1), measurements: [{ ...measurement!, lens: 'raw', denominator: 100n }, { ...measurement!, lens: 'circulating-owners-entities', denominator: 90n }] }, {
      holders: [{ account: pair, amount: 100n }],
      owners: [{ account: friend, amount: 60n }, { account: hostileAccount, amount: 30n }],
      outlook: published.protocol,
      lookThrough: {
        summary: {
          total: 100n, meanDepth: 1, byDepth: [], unresolved: [{ ...step, reason: 'locked', amount: 10n }], routes: [{ steps: [step], merged: false }],
          flows: [{ from: null, to: { kind: 'contract', step }, amount: 100n }, { from: step, to: { kind: 'owners' }, amount: 90n }, { from: step, to: { kind: 'unresolved', reason: 'locked' }, amount: 10n }],
        },
        parts: [{ account: friend, route: 0, amount: 60n }, { account: hostileAccount, route: 0, amount: 30n }],
      },
    })
  })

  it('tells for whom, and none of it counts as its own', async () => {
    const { wrapped, holdings, paths } = (await loadAccount(database, pair, false))!
    expect(wrapped).toMatchObject([{
      source: 'uniswapV2Pair', assetName: 'MADE', held: 100n, owned: 90n, ownerCount: 2, unresolved: [{ reason: 'locked', amount: 10n }],
      owners: [{ account: friend, label: 'Ada 1', amount: 60n }, { account: hostileAccount, label: hostileLabel, amount: 30n }],
    }])
    expect(holdings).toMatchObject([{ own: { rank: 1, amount: 100n, denominator: 100n }, counted: null, elsewhere: { kind: 'handedOn' } }])
    expect(paths).toEqual([])
  })

  it('is on the way by which its owners came to it', async () => {
    const { paths, holdings } = (await loadAccount(database, friend, false))!
    expect(paths[0]).toMatchObject({ amount: 60n, total: 100n, steps: [{ contract: pair, source: 'uniswapV2Pair', name: 'LP token pair' }] })
    expect(holdings[0]).toMatchObject({ own: null, counted: { rank: 1, amount: 60n, denominator: 90n }, elsewhere: null })
  })

  it('has those with whom another is counted told', async () => {
    const { tokenId } = published.protocol
    const newest = (await loadNewestSnapshot(database, tokenId))!
    await saveSnapshot(database, tokenId, { ...newest, day: '2026-01-23', block: toBlock(lastBlock + 2) }, { holders: [{ account: other, amount: 70n }, { account: friend, amount: 30n }], owners: [{ account: friend, amount: 100n }], outlook: published.protocol })
    const { holdings } = (await loadAccount(database, other, false))!
    expect(holdings[0]).toMatchObject({ own: { rank: 1, amount: 70n }, counted: null, elsewhere: { kind: 'countedWith', account: friend } })
  })
})
