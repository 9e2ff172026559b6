import { saveAccounts } from '@/db/accounts'
import { ChangeChunks } from '@/db/changeChunks'
import { copyBinary } from '@/db/copy'
import { inTransaction, type Database } from '@/db/database'
import { chunkColumns } from '@/db/ledgerTransactions'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { saveHistory, saveSnapshot } from '@/db/snapshots'
import type { Address } from '@/lib/domain/address'
import { toDistribution, type Claim } from '@/lib/domain/distribution'
import { protocolSchema, type Token } from '@/lib/domain/protocol'
import type { Block, Snapshot } from '@/lib/domain/snapshot'
import { setBalance, wordsPerBalance } from '@/lib/ledger/balanceWords'
import { toPlainSight } from '@/lib/ownership/throughLens'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'
import { openTestDatabase } from './openTestDatabase'
import { fillMarkets } from './publishedMarkets'
import { fillProposals } from './publishedProposals'

/** Names that somebody chose who means no good. */
export const hostileNames = ['<script>alert(1)</script>', `'; drop table snapshots; --`, '=HYPERLINK("http://x","y")', ']]></title>&amp;\u0000'.replace('\u0000', ''), '\u202egnp.exe', '"><svg/onload=alert(1)>'] as const

export const unit = 10n ** 18n
export const day = 86_400
const genesis = Date.UTC(2026, 0, 1) / 1000

/** The n-th account: 0x…c0ffee0001 and so on. */
export const toAccount = (index: number) => `0x${(0xc0ffee0000 + index).toString(16).padStart(40, '0')}` as Address

/** The block of a day, as made up here: a hundred a day. */
export const toBlock = (days: number): Block => ({
  number: 100 * (days + 1),
  hash: `0x${(days + 1).toString(16).padStart(64, 'b')}`,
  timestamp: genesis + days * day + day - 1,
})

/** A followed protocol in a database of its own, without a chain: ledger, history and snapshots are written as syncs and snapshots write them. */
export interface SmallLedger {
  url: string
  database: Database
  protocol: TrackedProtocol
  /** What accounts hold from a block on, in whole tokens; others keep theirs */
  change: (block: Block, balances: Readonly<Record<number, number>>) => Promise<void>
  /** The audited snapshot at a block, of the ledger as it is */
  takeSnapshot: (block: Block) => Promise<void>
  /** The days of history up to a day */
  takeHistory: (days: number) => Promise<void>
  close: () => Promise<void>
}

export async function createSmallLedger(): Promise<SmallLedger> {
  const { url, database, close } = await openTestDatabase()
  const protocol = await saveProtocol(database, toProtocol(), 0)
  await fillProposals(database, protocol.slug, toBlock(19).timestamp)
  await fillMarkets(database, protocol.slug, (number) => toBlock(number - 1), 20)
  const { tokenId, labels } = protocol
  const changes: { block: number; account: Address; balance: bigint }[] = []

  const toClaims = (block: number): Claim[] => {
    const balances = new Map(changes.filter((change) => change.block <= block).map(({ account, balance }) => [account, balance]))
    return [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
  }
  const toSnapshot = (origin: 'chain' | 'ledger', block: Block): Snapshot => {
    const claims = toClaims(block.number)
    const supply = claims.reduce((sum, { amount }) => sum + amount, 0n)
    return {
      origin,
      day: new Date(block.timestamp * 1000).toISOString().slice(0, 10),
      block,
      supply,
      population: 'complete',
      gaps: [],
      audit: origin === 'chain' ? { status: 'passed', claimed: supply, supply, sampled: claims.length, mismatches: [] } : null,
      measurements: toMeasurements(toPlainSight(claims, labels), { curve: origin === 'chain' }),
      file: null,
    }
  }
  return {
    url,
    database,
    protocol,
    change: async (block, balances) => {
      const rows = Object.entries(balances).map(([index, whole]) => ({ block: block.number, account: toAccount(Number(index)), balance: BigInt(whole) * unit }))
      changes.push(...rows)
      const ids = await saveAccounts(database.pool, rows.map(({ account }) => account))
      const [chunks, words] = [new ChangeChunks(tokenId), new Uint32Array(wordsPerBalance)]
      for (const { account, balance } of rows) {
        setBalance(words, 0, balance)
        chunks.append(block.number, ids.get(account)!, words, 0)
      }
      await inTransaction(database, (_, client) => copyBinary(client, chunkColumns, chunks.take()))
    },
    takeSnapshot: async (block) => {
      const { accounts, amounts } = toDistribution(toClaims(block.number))
      const holders = accounts.map((account, place) => ({ account, amount: amounts[place]! }))
      await saveSnapshot(database, tokenId, toSnapshot('chain', block), { holders })
    },
    takeHistory: (days) => saveHistory(database, tokenId, Array.from({ length: days }, (_, index) => toSnapshot('ledger', toBlock(index))), 'made up', { labels: [], wrappers: [] }),
    close,
  }
}

function toProtocol() {
  const toToken = (place: number, symbol: string): Token => ({ chainId: 31337, address: `0x${'ab'.repeat(19)}${place.toString(16).padStart(2, '0')}`, symbol, name: symbol, decimals: 18, firstBlock: 1 })
  return protocolSchema.parse({
    slug: 'small-swap',
    name: `Small ${hostileNames[0]}`,
    category: 'exchange',
    website: 'https://example.org/',
    token: toToken(1, 'S&L<b>'),
    pools: [{ kind: 'uniswapV2Pair', lpToken: toToken(2, 'UNI-V2'), source: 'made up' }],
    labels: [
      { address: toAccount(1), kind: 'contract', role: 'treasury', name: 'Treasury', source: 'made up', asOf: '2026-01-01' },
      ...hostileNames.map((name, place) => ({ address: toAccount(place + 2), kind: 'person', role: null, name, source: name, asOf: '2026-01-01' })),
    ],
  })
}
