import { z } from 'zod'
import { addressSchema } from '@/lib/domain/address'
import { accountKinds, accountRoles } from '@/lib/domain/label'
import type { LensId } from '@/lib/domain/lens'
import { readListWord } from '@/lib/domain/listWord'
import { readProposalWord } from '@/lib/domain/proposalWord'
import { undefinedReasons, type UndefinedReason } from '@/lib/domain/metric'
import { metrics } from '@/lib/metrics/registry'
import { readRules, rulesHelp } from '@/lib/ownership/entities/chosenRules'
import { headlineLens, lenses } from '@/lib/ownership/lenses'

const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as [Key, ...Key[]]

/** What stands in answers. */
export const rawAmount = z.string().regex(/^-?\d+$/).meta({ description: 'Smallest units of the token, exact', examples: ['1234500000000000000'] })
export const decimalAmount = z.string().regex(/^-?\d+(\.\d+)?$/).meta({ description: 'Whole tokens, exact, never with an exponent', examples: ['1.2345'] })
export const checksumAddress = z.string().regex(/^0x[0-9a-fA-F]{40}$/).meta({ description: 'EIP-55', examples: ['0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984'] })
export const share = z.number().min(0).max(1).meta({ description: '0 to 1' })
export const time = z.iso.datetime().meta({ description: 'UTC', examples: ['2026-04-01T12:00:00Z'] })
export const day = z.iso.date().meta({ description: 'UTC day', examples: ['2026-04-01'] })
export const blockNumber = z.int().nonnegative().meta({ examples: [21_500_000] })
export const blockHash = z.string().regex(/^0x[0-9a-f]{64}$/)
export const lensName = z.enum(lenses.map(({ id }) => id) as [LensId, ...LensId[]])
export const auditStatus = z.enum(['passed', 'failed', 'incomplete'])
export const text = z.strictObject({ en: z.string(), de: z.string() })
export const token = z.strictObject({ chain_id: z.int(), address: checksumAddress, symbol: z.string(), decimals: z.int() })
export const label = z.strictObject({ name: z.string(), role: z.enum(keys(accountRoles)).nullable(), kind: z.enum(accountKinds), source: z.string() })
export const metricResult = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ok'), value: z.number(), standardError: z.number().optional() }),
  z.strictObject({
    status: z.literal('undefined'),
    reason: z.enum(keys<UndefinedReason>(undefinedReasons)),
    bounds: z.strictObject({ low: z.number(), high: z.number().nullable() }).optional(),
  }),
])

/** What is asked. Everything from outside is short, and of its own kind. */
export const slug = z.string().max(64).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by -, as in uniswap').meta({ description: "A protocol's word, from /protocols", examples: ['uniswap'] })
const someAddress = '0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984'
export const address = addressSchema.meta({ description: 'In any case', examples: [someAddress] })
export const lens = lensName.default(headlineLens).meta({ description: 'What counts as a holder' })
export const rules = z
  .string()
  .max(100)
  .refine((word) => readRules(word) !== undefined, rulesHelp)
  .transform((word) => readRules(word) ?? null)
  .optional()
  .meta({ description: `By which rules addresses become one holder, under lenses that merge owners: ${rulesHelp}; sharedEntity,deployer where absent`, examples: ['sharedEntity,safeOwners'] })
export const pool = addressSchema.optional().meta({ description: "The LP token of one of the protocol's pools, instead of the protocol's own token", examples: [someAddress] })
export const block = z
  .string()
  .regex(/^\d{1,15}$/, 'a whole number of at most 15 digits')
  .transform(Number)
export const proposalWord = z.string().max(420).refine((word) => readProposalWord(word) !== null, 'a proposal as /proposals names it').meta({ description: 'A proposal, as /protocols/{slug}/proposals names it', examples: ['0x408ed6354d4973f66138c91495f2f2fcbd8724c3-1'] })
export const listWord = z.string().max(60).refine((word) => readListWord(word) !== null, 'a list as the table importsTable names it').meta({ description: 'An imported list, as the table importsTable names it', examples: ['imported-2026-04-01-b1946ac92492'] })
export const latestOrProposal = z.string().max(420).refine((word) => word === 'latest' || readProposalWord(word) !== null, 'latest, or a proposal as /proposals names it').meta({ description: 'latest, or a proposal as /protocols/{slug}/proposals names it', examples: ['latest'] })
export const from = z.iso.date('a day, as in 2026-04-01').optional().meta({ description: 'First day' })
export const to = z.iso.date('a day, as in 2026-04-01').optional().meta({ description: 'Last day' })
const metricIds = metrics.map(({ id }) => id)
export const metricList = z
  .string()
  .max(1000)
  .transform((words) => [...new Set(words.split(','))])
  .pipe(z.array(z.enum(metricIds as [string, ...string[]])))
  .optional()
  .meta({ description: 'Metrics by their ids, separated by commas; all where absent', examples: ['gini,nakamoto50'] })
