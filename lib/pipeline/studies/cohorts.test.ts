import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveDayEnds } from '@/db/balanceHistory'
import { forgetEvents, keepFilter, saveEvents } from '@/db/eventLogs'
import { openLedgerWriter } from '@/db/ledgerWriter'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import { protocolSchema } from '@/lib/domain/protocol'
import { packTransfers } from '@/lib/ledger/packedTransfers'
import { toDistributionLogs } from '@/lib/sources/distributions/registry'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { takeNothing, takeStudy } from '@/tests/takeStudy'
import { toLedger } from '../ledger'
import { loadStudies } from './loadStudies'
import { takeStudies } from './takeStudies'

const account = (nth: number) => `0x${nth.toString(16).padStart(40, '0')}` as Address
const [distributor, treasury, team, vesting, wrapper, exchange, reserve] = [1, 2, 3, 4, 5, 6, 7]
const [token, share] = [0xa1, 0xb2].map(account) as [Address, Address]
const toBlock = (number: number) => ({ number, hash: `0x${number.toString(16).padStart(64, '0')}` as const, timestamp: Date.UTC(2023, 0, 1) / 1000 + number * 86_400 })
const days = new Map([['2023-01-15', toBlock(5)], ['2023-01-31', toBlock(10)], ['2023-04-30', toBlock(20)], ['2023-05-10', toBlock(30)]])

/** Block, from, to, amount. */
const moved = [
  [1, 0, treasury, 500], [1, 0, distributor, 300], [1, 0, vesting, 100], [1, 0, reserve, 60],
  [2, treasury, team, 40],
  // Two fetch what is theirs; one of them sells, the other wraps half of it.
  [3, distributor, 10, 100], [3, distributor, 11, 100],
  [6, 11, exchange, 60],
  [8, vesting, team, 30],
  [9, 10, wrapper, 50],
  [15, distributor, 12, 100],
  [16, reserve, 14, 25],
  // Whom of these two the reserve paid, balances do not tell.
  [17, reserve, 15, 10], [17, exchange, 16, 5],
  [26, 12, 11, 10],
] as const
/** Of the wrapper's shares: account 13 owns some tokens without ever having received any. */
const shares = [[9, 0, 10, 50], [25, 10, 13, 20]] as const

let server: OpenTestDatabase
let protocol: TrackedProtocol
beforeAll(async () => {
  server = await openTestDatabase()
  const { database } = server
  const toToken = (address: Address, symbol: string) => ({ chainId: 7, address, symbol, name: symbol, decimals: 0, firstBlock: 0 })
  const label = (nth: number, role: Label['role'], kind: Label['kind']): Label => ({ address: account(nth), kind, role, name: `${role}`, source: 'made up', asOf: '2026-01-01' })
  protocol = await saveProtocol(database, protocolSchema.parse({
    slug: 'made-up', name: 'Made up', category: 'exchange', website: 'https://example.org/', token: toToken(token, 'MADE'),
    labels: [label(distributor, 'distributor', 'contract'), label(treasury, 'treasury', 'multisig'), label(team, 'team', 'person'), label(vesting, 'vesting', 'contract'), label(exchange, 'exchange', 'person'), label(reserve, 'distributor', 'person')],
    wrappers: [
      { source: 'merkleDistributor', address: account(distributor), name: 'Airdrop', firstBlock: 0, assets: [token], fact: 'made up' },
      { source: 'wrappedToken', address: account(wrapper), name: 'Wrapper', firstBlock: 0, assets: [token], shareToken: toToken(share, 'wMADE'), fact: 'made up' },
    ],
  }), 0)
  for (const [tokenId, transfers] of [[protocol.tokenId, moved], [protocol.ledgers.get(share)!, shares]] as const) {
    const writer = await openLedgerWriter(database, tokenId)
    await writer.write(packTransfers(transfers.map(([blockNumber, from, to, amount], logIndex) => ({ blockNumber, logIndex, from: account(from), to: account(to), amount: BigInt(amount) }))), [])
    await writer.commit(toBlock(30))
    await writer.settle()
    await writer.close()
  }
  const word = (value: number | Address) => BigInt(value).toString(16).padStart(64, '0')
  const [filter] = toDistributionLogs(protocol.wrappers[0]!)
  const kept = await keepFilter(database, { chainId: 7, ...filter! }, { firstBlock: 0, withTransactions: false })
  const claims = moved.filter(([, from]) => from === distributor)
  await saveEvents(database, kept, claims.map(([blockNumber, , to, amount], logIndex) => ({
    address: filter!.address, blockNumber, logIndex, blockHash: toBlock(blockNumber).hash, topics: [...filter!.topics], data: `0x${word(logIndex)}${word(account(to))}${word(amount)}` as const,
  })), toBlock(30))
  await saveDayEnds(database, 7, days)
})
afterAll(() => server?.close())

it('tells who came when and what they hold, their own and through contracts; and keeps it', async () => {
  const { said, failures } = await takeStudies({ protocol, database: server.database }, { isInterrupted: () => false })
  expect([said.filter((one) => one.includes('cohorts')), failures]).toEqual([['study cohorts up to 2023-05-10'], []])
  const { cohorts: kept } = await loadStudies(server.database, 'made-up', ['cohorts'])
  expect([kept?.day, kept?.block]).toEqual(['2023-05-10', 30])
  const { result } = kept!
  // The team came in block 2, 10 and 11 in block 3, 12, 14, 15 and 16 after 14 April. Six addresses hold for others or for the protocol.
  expect([result.receivers, result.leftOut, result.gaps]).toEqual([7, 6, []])
  expect(result.cohorts).toEqual([{ from: '2023-01-15', to: '2023-04-14', receivers: 3, holders: 3 }, { from: '2023-04-15', to: '2023-05-10', receivers: 4, holders: 4 }])
  // 31 January: team 70, 10 has 50 and as many wrapped, 11 has 40. At the end 10 has 30 left of those wrapped, 13 has 20 and never received any.
  expect(result.months.map(({ day, held, cohorts, firstPercent, firstHundred }) => [day, held, cohorts, firstPercent, firstHundred])).toEqual([
    ['2023-01-31', 210n, [210n, 0n], 70n, 210n],
    ['2023-04-30', 350n, [210n, 140n], 70n, 350n],
    ['2023-05-10', 350n, [200n, 130n], 70n, 330n],
  ])
  // The nth of seven is in tenth ⌊10 n / 7⌋, counted from 0.
  expect(result.months.at(-1)!.tenths).toEqual([70n, 80n, 50n, 0n, 90n, 25n, 0n, 10n, 5n, 0n])
})

it('tells what insiders have, and what became of what was given away', async () => {
  const { cohorts: kept } = await loadStudies(server.database, 'made-up', ['cohorts'])
  const { insiders, insiderMonths, payouts } = kept!.result
  expect(insiders).toEqual({ team: 1, investor: 0, foundation: 0, treasury: 1, timelock: 0, vesting: 1 })
  expect(insiderMonths.map(({ supply, byRole: { team, treasury, vesting }, paidOut }) => [supply, team, treasury, vesting, paidOut])).toEqual([
    [960n, 70n, 460n, 70n, 30n], [960n, 70n, 460n, 70n, 0n], [960n, 70n, 460n, 70n, 0n],
  ])
  // Of 300 that were fetched: 10 still has 80 of its 100, 11 has 50, 12 has 90.
  expect(payouts[0]).toMatchObject({ address: account(distributor), proof: 'claims', paidOut: 300n, receivers: 3, received: 300n, leftOut: 0, holdAll: 0, holdPart: 3, holdNothing: 0 })
  expect(payouts[0]!.months.map(({ day, receivers, received, kept }) => [day, receivers, received, kept])).toEqual([['2023-01-31', 2, 200n, 140n], ['2023-04-30', 3, 300n, 240n], ['2023-05-10', 3, 300n, 220n]])
  // The reserve paid 25 and 10; of the 10 it is not known to whom.
  expect(payouts[1]).toMatchObject({ address: account(reserve), proof: 'firstReceipts', paidOut: 35n, receivers: 1, received: 25n, holdAll: 1 })
  expect(payouts[1]!.months.map(({ day }) => day)).toEqual(['2023-04-30', '2023-05-10'])
})

it('leaves a distributor out whose logs are not read, and says so', async () => {
  const { database } = server
  await forgetEvents(database, toDistributionLogs(protocol.wrappers[0]!).map((filter) => ({ chainId: 7, ...filter })))
  const study = await takeStudy('cohorts', { database, protocol, ledger: toLedger(protocol, null)!, days })
  expect(study.payouts.map(({ address }) => address)).toEqual([account(reserve)])
  expect(study.gaps).toEqual([{ subject: 'payments of distributor', reason: 'its logs are not read yet' }])
})

it('has nothing to tell where nobody who counts ever received any', async () => {
  const only = new Map([['2023-01-01', toBlock(1)]])
  expect(await takeNothing('cohorts', { database: server.database, protocol, ledger: toLedger(protocol, null)!, days: only })).toBe('Nobody who counts has received its token yet.')
})
