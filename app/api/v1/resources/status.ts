import { z } from 'zod'
import { loadWorkState } from '../../../workState'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { defineResource } from '../resource'
import { auditStatus, blockNumber, slug, time } from '../schemas'

export const status = defineResource({
  id: 'status',
  address: '/status',
  name: { en: 'Status', de: 'Stand der Arbeit' },
  description: { en: 'How far each ledger is read, and what the queue holds; at most ten seconds old.', de: 'Wie weit jedes Hauptbuch gelesen ist und was in der Warteschlange steht; höchstens zehn Sekunden alt.' },
  path: z.strictObject({}),
  query: z.strictObject({}),
  data: z.strictObject({
    ledgers: z.array(
      z.strictObject({
        protocol: slug,
        symbol: z.string(),
        chain_id: z.int(),
        last_block: blockNumber.nullable(),
        last_block_time: time.nullable(),
        lag_blocks: z.int().nullable(),
        holders: z.int(),
        snapshots: z.int(),
        audit: auditStatus.nullable(),
        synced_at: time.nullable(),
        error: z.string().nullable(),
      }),
    ),
    queue: z.strictObject({ workers: z.int().nullable(), waiting: z.int(), running: z.int(), failed: z.int() }),
  }),
  cost: 'plain',
  load: async () => {
    const { ledgers, queue } = await loadWorkState()
    const sum = (name: 'waiting' | 'running' | 'failed') => queue.kinds.reduce((total, kind) => total + kind[name], 0)
    return {
      data: {
        ledgers: ledgers.map((ledger) => ({
          protocol: ledger.protocol,
          symbol: ledger.symbol,
          chain_id: ledger.chainId,
          last_block: ledger.lastBlock,
          last_block_time: ledger.lastTimestamp === null ? null : toIsoTime(ledger.lastTimestamp),
          lag_blocks: ledger.lag,
          holders: ledger.holders,
          snapshots: ledger.snapshots,
          audit: ledger.audit,
          synced_at: ledger.syncedAt === null ? null : toIsoTime(ledger.syncedAt),
          error: ledger.error,
        })),
        queue: { workers: queue.workers, waiting: sum('waiting'), running: sum('running'), failed: sum('failed') },
      },
      basis: null,
      next: null,
      freshness: 'never',
    }
  },
})
