import { z } from 'zod'
import { loadSnapshotList } from '@/db/snapshotList'
import { toDecimalString } from '@/lib/domain/amount'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { requireLedger } from '../find'
import { defineResource } from '../resource'
import { auditStatus, blockHash, blockNumber, day, decimalAmount, from, pool, rawAmount, slug, time, to } from '../schemas'

const snapshotRow = z.strictObject({
  block_number: blockNumber,
  block_hash: blockHash.nullable(),
  block_time: time,
  day,
  origin: z.enum(['chain', 'ledger']).meta({ description: 'chain: read and audited at the block; ledger: a day of history, replayed' }),
  supply_raw: rawAmount.nullable(),
  supply: decimalAmount.nullable(),
  audit: auditStatus.nullable(),
  gaps: z.int(),
})

export const snapshots = defineResource({
  id: 'snapshots',
  address: '/protocols/{slug}/snapshots',
  name: { en: 'Snapshots', de: 'Stände' },
  description: {
    en: 'Every block at which a token was measured, newest first: one a day from its ledger, and the last audited one of each day.',
    de: 'Alle Blöcke, zu denen ein Token vermessen ist, die neuesten zuerst: je Tag einer aus dem Hauptbuch und der letzte geprüfte.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({ pool, from, to }),
  data: z.array(snapshotRow),
  /** The block that the first page began with, and the last row's place */
  position: z.strictObject({ pin: z.int(), block: z.int(), id: z.int() }),
  cost: 'plain',
  load: async ({ path, query, position, limit, database }) => {
    const ledger = await requireLedger(database, path.slug, query.pool)
    const rows = await loadSnapshotList(database, ledger.tokenId, {
      ...query,
      ...(position && { before: { block: position.block, id: position.id }, toBlock: position.pin }),
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const pin = position?.pin ?? page[0]?.block.number ?? 0
    return {
      data: page.map(({ block, day, origin, supply, audit, gaps }) => ({
        block_number: block.number,
        block_hash: block.hash,
        block_time: toIsoTime(block.timestamp),
        day,
        origin: origin === 'chain' ? ('chain' as const) : ('ledger' as const),
        supply_raw: supply?.toString() ?? null,
        supply: supply === null ? null : toDecimalString(supply, ledger.token.decimals),
        audit,
        gaps,
      })),
      basis: { protocol: ledger.protocol, token: ledger.token, block: null, computedAt: page[0]?.takenAt ?? null, lens: null, denominator: null, audit: null, gaps: 0 },
      next: rows.length > limit && last ? { pin, block: last.block.number, id: last.id } : null,
      freshness: 'newest',
    }
  },
})
