import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import { amountSchema } from '@/lib/domain/amountSchema'
import type { PoolFacts, PoolState, TokenPair } from '@/lib/domain/pool'
import { managerStatuses, type ContractProviders, type PoolConcentration, type PoolMark, type PoolReading } from '@/lib/domain/poolReading'
import { metricsSchema } from './snapshotRows'

const tokenSchema = z.object({ address: addressSchema, symbol: z.string(), decimals: z.int().min(0).max(255) })
const pairSchema: z.ZodType<TokenPair> = z.tuple([amountSchema, amountSchema])

/** A pool's facts as they are kept. */
export const poolFactsSchema: z.ZodType<PoolFacts> = z.object({
  source: z.string(),
  chainId: z.int(),
  address: addressSchema,
  name: z.string(),
  firstBlock: z.int(),
  contracts: z.record(z.string(), addressSchema),
  tokens: z.tuple([tokenSchema, tokenSchema]),
  feePpm: z.int(),
  quote: z.literal([0, 1]),
})

export const poolStateSchema: z.ZodType<PoolState> = z.object({
  block: z.int(),
  price: amountSchema.nullable(),
  amounts: pairSchema,
  liquidity: amountSchema,
  volume: pairSchema,
  fees: pairSchema,
  protocolFees: pairSchema,
  unownedFees: pairSchema,
  justInTimeFees: pairSchema,
})

export const concentrationSchema: z.ZodType<PoolConcentration> = z.object({
  providers: z.int(),
  inRangeProviders: z.int(),
  byValue: metricsSchema,
  byInRange: metricsSchema,
})

const markSchema: z.ZodType<PoolMark | null> = z.object({ values: pairSchema, path: z.array(addressSchema) }).nullable()

const contractProvidersSchema: z.ZodType<ContractProviders> = z.object({
  asked: z.int(),
  contracts: z.array(z.object({ account: addressSchema, name: z.string() })),
  managers: z.array(z.object({ account: addressSchema, status: z.enum(managerStatuses) })).optional(),
})

/** What of a reading stands in one column. */
export const summarySchema: z.ZodType<Pick<PoolReading, 'marks' | 'state' | 'concentration' | 'contractProviders'>> = z.object({
  marks: z.object({ quote: markSchema, ether: markSchema, dollar: markSchema }),
  state: poolStateSchema,
  concentration: concentrationSchema,
  contractProviders: contractProvidersSchema.optional(),
})

export const gapsSchema = z.array(z.object({ subject: z.string(), reason: z.string() }))

/** JSON has no bigint: amounts stand as decimal strings in it. */
export const toAmountText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

/** The same value as a jsonb column takes it. */
export const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value, toAmountText))
