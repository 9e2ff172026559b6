import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import { signedAmountSchema } from '@/lib/domain/amountSchema'
import { excludedParts, type ExcludedPart } from '@/lib/domain/excludedPart'
import { holderGroups, type HolderGroup } from '@/lib/domain/holderGroup'
import { undefinedReasons, type MetricResult, type UndefinedReason } from '@/lib/domain/metric'
import type { Audit, Measurement, Snapshot } from '@/lib/domain/snapshot'
import type { audits, measurements, snapshots } from './schema'

const mismatchesSchema = z.array(z.object({ account: addressSchema, ledger: signedAmountSchema, chain: signedAmountSchema }))

const excludedSchema = z.array(
  z.object({
    role: z.enum(Object.keys(excludedParts) as [ExcludedPart, ...ExcludedPart[]]),
    accounts: z.int(),
    amount: signedAmountSchema,
  }),
)

export const metricsSchema: z.ZodType<Record<string, MetricResult>> = z.record(
  z.string(),
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('ok'), value: z.number(), standardError: z.number().optional() }),
    z.object({
      status: z.literal('undefined'),
      reason: z.enum(Object.keys(undefinedReasons) as [UndefinedReason, ...UndefinedReason[]]),
      bounds: z.object({ low: z.number(), high: z.number().nullable() }).optional(),
    }),
  ]),
)

/** Who held by role, as it is kept with a measurement. */
export const compositionSchema: z.ZodType<Measurement['composition']> = z
  .array(z.object({ group: z.enum(Object.keys(holderGroups) as [HolderGroup, ...HolderGroup[]]), accounts: z.int(), amount: signedAmountSchema }))
  .nullable()

const curveSchema = z.array(z.tuple([z.number(), z.number()])).nullable()

export function toSnapshotRow(tokenId: number, { origin, day, block, supply, population, file }: Snapshot): typeof snapshots.$inferInsert {
  return {
    tokenId,
    origin,
    day,
    blockNumber: block?.number,
    blockHash: block?.hash,
    blockTimestamp: block?.timestamp,
    supply,
    population,
    fileName: file?.name,
    fileSha256: file?.sha256,
  }
}

export function toAuditRow(snapshotId: number, audit: Audit): typeof audits.$inferInsert {
  const mismatches = audit.mismatches.map(({ account, ledger, chain }) => ({
    account,
    ledger: ledger.toString(),
    chain: chain.toString(),
  }))
  return { snapshotId, ...audit, mismatches }
}

export const toAudit = ({ status, claimed, supply, sampled, mismatches }: typeof audits.$inferSelect): Audit => ({
  status,
  claimed,
  supply,
  sampled,
  mismatches: mismatchesSchema.parse(mismatches),
})

export function toMeasurementRow(snapshotId: number, measurement: Measurement): typeof measurements.$inferInsert {
  const toText = <Part extends { amount: bigint }>(part: Part) => ({ ...part, amount: part.amount.toString() })
  return { snapshotId, ...measurement, excluded: measurement.excluded.map(toText), composition: measurement.composition?.map(toText) ?? null }
}

export const toMeasurement = (row: typeof measurements.$inferSelect): Measurement => ({
  lens: row.lens,
  denominator: row.denominator,
  excluded: excludedSchema.parse(row.excluded),
  metrics: metricsSchema.parse(row.metrics),
  curve: curveSchema.parse(row.curve),
  composition: compositionSchema.parse(row.composition),
})

export function toSnapshotBlock(row: typeof snapshots.$inferSelect): Snapshot['block'] {
  const { blockNumber, blockHash, blockTimestamp } = row
  if (blockNumber === null || blockTimestamp === null) return null
  return { number: blockNumber, hash: blockHash, timestamp: blockTimestamp } as Snapshot['block']
}
