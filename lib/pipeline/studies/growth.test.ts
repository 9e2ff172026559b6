import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveDayEnds } from '@/db/balanceHistory'
import { openLedgerWriter } from '@/db/ledgerWriter'
import { savePoolPrices } from '@/db/poolPrices'
import { savePoolFacts } from '@/db/pools'
import { loadProtocol, saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Transfer } from '@/lib/ledger/foldTransfers'
import { packTransfers } from '@/lib/ledger/packedTransfers'
import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { takeNothing, takeStudy } from '@/tests/takeStudy'
import { lastBlock, loadPublished, published, toBlock } from '@/tests/publishedProtocol'
import { toLedger } from '../ledger'
import { replayDistribution } from '../replay'
import { loadNothingToTell, loadStudies } from './loadStudies'
import { takeStudies } from './takeStudies'
import { walkMonthEnds } from './walkMonthEnds'

const toAddress = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
const [nobody, exchange, contract, dusty, ether, pool] = [0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5].map(toAddress) as [Address, Address, Address, Address, Address, Address]
const unit = 10n ** 18n
const people = 120
const noInterruption = { isInterrupted: () => false }

/** Month ends from January 2025 on, one block each. */
const monthEnds = Array.from({ length: 14 }, (_, nth) => new Date(Date.UTC(2025, nth + 1, 0)).toISOString().slice(0, 10))
const days = new Map(monthEnds.map((day, nth) => [day, { number: nth + 1, hash: `0x${(nth + 1).toString(16).padStart(64, '0')}` as const, timestamp: Date.parse(`${day}T23:59:00Z`) / 1000 }]))

let server: OpenTestDatabase
let small: TrackedProtocol
let steady: TrackedProtocol
beforeAll(async () => {
  server = await openTestDatabase(published)
  small = await loadPublished(server.database)
  steady = await fillSteady()
}, 60_000)
afterAll(() => server.close())

/**
 * Person n of 120 gets 1,000 n tokens in January 2025, and nothing happens but this: in March person 1 gives all to person 120, and 120 half of what
 * it then has to the exchange; in each later month person 120 gets a tenth of a token. An exchange and a contract hold more than all; somebody holds dust.
 */
async function fillSteady(): Promise<TrackedProtocol> {
  const { database } = server
  const label = (address: Address, rest: Partial<Label>): Label => ({ address, kind: 'unknown', role: null, name: 'n', source: 's', asOf: '2026-01-01', ...rest })
  await saveProtocol(database, protocolSchema.parse({
    slug: 'steady', name: 'Steady', category: 'exchange', website: 'https://example.org/', money: { wrappedEther: ether },
    token: { chainId: 9, address: toAddress(0xf1), symbol: 'STDY', name: 'Steady', decimals: 18, firstBlock: 0 }, labels: [label(exchange, { role: 'exchange' }), label(contract, { kind: 'contract' })],
  }), 2)
  const protocol = (await loadProtocol(database, 'steady'))!
  const first = toAddress(1)
  const last = toAddress(people)
  const had = BigInt(1000 * (people + 1)) * unit
  const mints: [Address, Address, bigint, number][] = Array.from({ length: people }, (_, nth) => [nobody, toAddress(nth + 1), BigInt(1000 * (nth + 1)) * unit, 1])
  const moves: [Address, Address, bigint, number][] = [
    ...mints, [nobody, exchange, 10n ** 7n * unit, 1], [nobody, contract, 10n ** 7n * unit, 1], [nobody, dusty, 1n, 1],
    [first, last, 1000n * unit, 3], [last, exchange, had / 2n, 3],
    ...Array.from({ length: 11 }, (_, nth): [Address, Address, bigint, number] => [nobody, last, unit / 10n, nth + 4]),
  ]
  const writer = await openLedgerWriter(database, protocol.tokenId)
  await writer.write(packTransfers(moves.map(([from, to, amount, blockNumber], logIndex): Transfer => ({ from, to, amount, blockNumber, logIndex }))), [])
  await writer.commit(days.get(monthEnds.at(-1)!)!)
  await writer.settle()
  await writer.close()
  return (await loadProtocol(database, 'steady'))!
}

it('follows what the headline’s lens keeps, less the exchange and the contract itself', async () => {
  const ledger = toLedger(small, null)!
  const ends = new Map([['2026-01-31', toBlock(5)], ['2026-02-28', toBlock(11)], ['2026-03-31', toBlock(lastBlock)]])
  const seen: [string, [string, number][]][] = []
  for await (const end of walkMonthEnds({ database: server.database, ledger, days: ends })) {
    const { month, amounts, names } = end.toHoldings()
    seen.push([month, names.map((name, account) => [name, amounts[account]!])])
  }
  expect(seen.map(([month]) => month)).toEqual(['2026-01', '2026-02', '2026-03'])
  for (const [nth, block] of [5, 11, lastBlock].entries()) {
    // The same by another way: everybody's balance at the block, looked through and put in order. Account 4 is the exchange; 5 is the contract, which owns a little of itself.
    const { accounts, amounts } = await replayDistribution(server.database, ledger, block, toLens(headlineLens))
    const expected = accounts.map((account, place) => [account, Number(amounts[place]!) / 1e18] as const).filter(([account]) => account !== toAddress(4) && account !== toAddress(5))
    expect(new Map(seen[nth]![1])).toEqual(new Map(expected))
  }
})

async function fillPrices(): Promise<void> {
  const { database } = server
  // A token costs half an ether; in March and in April a fifth, and then half again.
  await savePoolFacts(database, 'steady', {
    source: 'uniswapV2Pair', chainId: 9, address: pool, name: 'Pool', firstBlock: 1, contracts: {}, feePpm: 3000, quote: 1,
    tokens: [{ address: toAddress(0xf1), symbol: 'STDY', decimals: 18 }, { address: ether, symbol: 'WETH', decimals: 18 }],
  })
  const price = (nth: number) => (1n << 128n) / (nth === 2 || nth === 3 ? 5n : 2n)
  await savePoolPrices(database, 9, pool, monthEnds.map((day, nth) => ({ day, block: nth + 1, mean: price(nth), close: price(nth) })))
}

it('keeps that there is nothing to tell, until prices come', async () => {
  const { database } = server
  await saveDayEnds(database, 9, days)
  const take = async () => (await takeStudies({ protocol: steady, database }, noInterruption)).said
  expect(await take()).toEqual(['hhiDrivers', 'cohorts', 'growth'].map((id) => `study ${id} up to 2026-02-28`))
  expect((await loadNothingToTell(database, 'steady', 'badMonths'))?.en).toBe('No followed pool says what its token cost.')
  expect([await loadNothingToTell(database, 'steady', 'growth'), (await loadStudies(database, 'steady', ['badMonths'])).badMonths]).toEqual([null, null])
  await database.pool.query(`update studies set result = '{"nothing": {"en": "kept", "de": "kept"}}' where protocol = 'steady' and id = 'badMonths'`)
  expect(await take()).toEqual([])
  expect((await loadNothingToTell(database, 'steady', 'badMonths'))?.en).toBe('kept')
  await fillPrices()
  expect(await take()).toEqual(['study badMonths up to 2026-02-28'])
})

it('tells growth of a ledger by hand, kept and read as it was made', async () => {
  const { database } = server
  const made = await takeStudy('growth', { database, protocol: steady, ledger: toLedger(steady, null)!, days })
  expect([made.from, made.to, made.months, made.holders]).toEqual(['2025-01', '2026-02', 13, 119])
  // Eleven months bring something: too few for an exponent. Two starts, in both: a year later person 1 is gone, the largest has 60,500 and stands behind 61 to
  // 119, so that 110 comes up to the ten largest and 108 to the largest tenth, which is twelve of 119.
  expect([made.gains, made.losses]).toEqual([null, null])
  expect(made.mobility).toEqual({ starts: 2, moved: [[18, 0, 2, 0, 0], [2, 2, 0, 0, 0], [0, 2, 94, 0, 0], [0, 0, 0, 118, 2]], arrived: [0, 0, 0, 0] })
  const kept = await loadStudies(database, 'steady', ['growth', 'badMonths'])
  expect(kept.growth).toEqual({ result: made, day: '2026-02-28', block: 14 })
  expect(kept.badMonths!.result).toEqual(await takeStudy('badMonths', { database, protocol: steady, ledger: toLedger(steady, null)!, days }))
})

it('tells bad months of the same by the prices of its pool', async () => {
  const { currency, pools, months, fall } = await takeStudy('badMonths', { database: server.database, protocol: steady, ledger: toLedger(steady, null)!, days })
  expect([currency, pools, months.length]).toEqual(['ether', [pool], 13])
  expect(months.map(({ change }) => Math.round(change * 100) / 100)).toEqual([0, -0.6, 0, 1.5, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  const [ten, , , least] = months[1]!.classes
  // All of 1,000 n cost half an ether each. The largest had 120,000, got 1,000 and gave 60,500: in the month it has 59,500 less, at 0.2 instead of 0.5.
  expect(ten!.held).toBe(1_155_000)
  expect(ten!.cost).toBeCloseTo(577_500, 6)
  expect(ten!.lost).toBeCloseTo(59_500 * 0.3, 6)
  expect(least).toMatchObject({ accounts: 60, gone: 1, held: 1_830_000, gaveUp: 1000 })
  expect(least!.lost).toBeCloseTo(300, 9)
  expect([fall!.from, fall!.to, fall!.classes[3]!.gone]).toEqual(['2025-01', '2025-03', 1])
})

it('is nothing where too few hold, and where no pool has a price', async () => {
  const ledger = toLedger(small, null)!
  const work = { database: server.database, protocol: small, ledger, days: new Map([['2026-01-31', toBlock(5)], ['2026-02-28', toBlock(11)]]) }
  expect(await takeNothing('growth', work)).toBe('No month of its history began with at least 100 holders.')
  expect(await takeNothing('badMonths', work)).toBe('No followed pool says what its token cost.')
})
