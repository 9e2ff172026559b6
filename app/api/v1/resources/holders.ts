import { z } from 'zod'
import type { Database } from '@/db/database'
import { loadHoldersAfter, type Holder } from '@/db/holders'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { LensId } from '@/lib/domain/lens'
import { toLens } from '@/lib/ownership/lenses'
import { toHolderRow } from '@/lib/pipeline/editions/toHolderRow'
import { openHolderWays } from '@/lib/pipeline/ownership/holderWays'
import { isAsKept } from '@/lib/pipeline/ledger'
import { replayDistribution } from '@/lib/pipeline/replay'
import { requireLedger, requireMeasurement, requireState, toBasis, toLedger, type Ledger, type State } from '../find'
import { defineResource } from '../resource'
import { block, checksumAddress, decimalAmount, label, lens, pool, rawAmount, rules, share, slug } from '../schemas'

export const holders = defineResource({
  id: 'holders',
  address: '/protocols/{slug}/holders',
  name: { en: 'Holders', de: 'Halter' },
  description: {
    en: 'Who holds a token under a lens, largest first, to the last one. All pages are of one block, also when a newer snapshot arrives between them.',
    de: 'Wem ein Token in einer Sicht gehört, die größten zuerst, bis zum letzten. Alle Seiten gehören zu einem Block, auch wenn dazwischen ein neuerer Stand eintrifft.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({ lens, rules, pool, block: block.optional().meta({ description: 'A block that a snapshot was taken at; the newest where absent', examples: ['21500000'] }) }),
  data: z.array(
    z.strictObject({
      rank: z.int().positive(), address: checksumAddress, balance_raw: rawAmount, balance: decimalAmount, share, label: label.nullable(),
      ways: z.array(z.strictObject({ contracts: z.array(z.strictObject({ address: checksumAddress, name: z.string(), other_chain: z.strictObject({ chain_id: z.int(), block: z.int() }).optional() })), merged: z.boolean(), amount_raw: rawAmount, amount: decimalAmount })).nullable()
        .meta({ description: 'By which contracts it came, from the token down, the largest part first: they add up to the balance; no contracts: the own wallet. merged: many small ways, of which only the last contracts are told. other_chain: of the escrow of a bridge, the block of the other chain whose owners stand in its place. null under lenses that do not look through contracts' }),
    }),
  ),
  /** The block of all pages, and the last row's rank */
  position: z.strictObject({ block: z.int().nonnegative(), rank: z.int().positive() }),
  cost: 'plain',
  load: async ({ path, query, position, limit, database }) => {
    const ledger = await requireLedger(database, path.slug, query.pool)
    const state = await requireState(database, ledger, position?.block ?? query.block ?? null, query.rules)
    const measurement = requireMeasurement(state, query.lens)
    const rows = await loadPage(database, ledger, state, query.lens, position?.rank ?? 0, limit + 1)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const { decimals } = ledger.token
    const addWays = await openHolderWays(database, toLedger(ledger, state.outlook), state.snapshot, toLens(query.lens))
    const told = await addWays(page.map(toHolderRow))
    return {
      data: page.map(({ rank, account, amount, label }, place) => ({
        rank,
        address: toChecksumAddress(account),
        balance_raw: String(amount),
        balance: toDecimalString(amount, decimals),
        share: toRatio(amount, measurement.denominator),
        label: label && { name: label.name, role: label.role, kind: label.kind, source: label.source },
        ways: told[place]!.ways?.map(({ contracts, merged, amount: part }) => ({ contracts: contracts.map(({ side, ...contract }) => (side ? { ...contract, other_chain: { chain_id: side.chainId, block: side.block } } : contract)), merged, amount_raw: String(part), amount: toDecimalString(part, decimals) })) ?? null,
      })),
      basis: toBasis(ledger, state, measurement),
      next: rows.length > limit && last ? { block: state.block.number, rank: last.rank } : null,
      freshness: position || query.block !== undefined ? 'fixed' : 'newest',
    }
  },
})

/** From the snapshot's own list while it is kept, else from the ledger: both are in one order. */
async function loadPage(database: Database, ledger: Ledger, { block, snapshot, outlook }: State, lens: LensId, after: number, limit: number): Promise<Holder[]> {
  const kept = isAsKept(outlook, toLens(lens)) ? await loadHoldersAfter(database, { snapshotId: snapshot.id, lens, after, limit }) : null
  if (kept) return kept
  const { accounts, amounts } = await replayDistribution(database, toLedger(ledger, outlook), block.number, toLens(lens))
  const known = new Map(outlook.labels.map((each) => [each.address, each]))
  return accounts.slice(after, after + limit).map((account, place) => ({ rank: after + place + 1, account, amount: amounts[after + place]!, label: known.get(account) ?? null }))
}
