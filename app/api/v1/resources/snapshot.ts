import { z } from 'zod'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toDecimalString } from '@/lib/domain/amount'
import { excludedParts, type ExcludedPart } from '@/lib/domain/excludedPart'
import type { Audit, Measurement } from '@/lib/domain/snapshot'
import { requireLedger, requireState, toBasis } from '../find'
import { toMetricValues } from '../metricValues'
import { defineResource } from '../resource'
import { auditStatus, block, checksumAddress, decimalAmount, lensName, metricResult, pool, rawAmount, share, slug } from '../schemas'

const measurement = z.strictObject({
  lens: lensName,
  denominator_raw: rawAmount,
  excluded: z.array(z.strictObject({ role: z.enum(Object.keys(excludedParts) as [ExcludedPart, ...ExcludedPart[]]), accounts: z.int(), amount_raw: rawAmount })),
  metrics: z.record(z.string(), metricResult),
  lorenz_curve: z.array(z.tuple([share, share])).nullable().meta({ description: 'Share of holders and share of amounts, from the smallest holder on' }),
})
const audit = z.strictObject({
  status: auditStatus,
  claimed_raw: rawAmount,
  supply_raw: rawAmount.nullable(),
  sampled: z.int(),
  mismatches: z.array(z.strictObject({ address: checksumAddress, ledger_raw: rawAmount, chain_raw: rawAmount })),
})

export const snapshot = defineResource({
  id: 'snapshot',
  address: '/protocols/{slug}/snapshots/{block}',
  name: { en: 'One snapshot', de: 'Ein Stand' },
  description: {
    en: 'Every metric of a token at a block, under every lens, with the audit and with what could not be read. A block’s number is for ever; "latest" is the newest audited one.',
    de: 'Alle Maße eines Tokens zu einem Block, in jeder Sicht, mit der Prüfung und mit dem, was sich nicht lesen ließ. Eine Blocknummer gilt für immer; „latest“ ist der neueste geprüfte Stand.',
  },
  path: z.strictObject({ slug, block: z.union([z.literal('latest'), block], 'the number of a block, or latest').meta({ examples: ['latest'] }) }),
  query: z.strictObject({ pool }),
  data: z.strictObject({
    origin: z.enum(['chain', 'ledger']),
    population: z.enum(['complete', 'truncated']),
    supply_raw: rawAmount.nullable(),
    supply: decimalAmount.nullable(),
    gaps: z.array(z.strictObject({ subject: z.string(), reason: z.string() })),
    audit: audit.nullable(),
    measurements: z.array(measurement),
  }),
  cost: 'plain',
  load: async ({ path, query, database }) => {
    const ledger = await requireLedger(database, path.slug, query.pool)
    const state = await requireState(database, ledger, path.block === 'latest' ? null : path.block)
    const { snapshot: saved } = state
    const { supply } = saved
    return {
      data: {
        origin: saved.origin === 'chain' ? ('chain' as const) : ('ledger' as const),
        population: saved.population,
        supply_raw: supply?.toString() ?? null,
        supply: supply === null ? null : toDecimalString(supply, ledger.token.decimals),
        gaps: saved.gaps.map(({ subject, reason }) => ({ subject, reason })),
        audit: saved.audit && toAuditAnswer(saved.audit),
        measurements: saved.measurements.map(toMeasurementAnswer),
      },
      basis: toBasis(ledger, state, null),
      next: null,
      freshness: path.block === 'latest' ? 'newest' : 'fixed',
    }
  },
})

const toAuditAnswer = ({ status, claimed, supply, sampled, mismatches }: Audit): z.input<typeof audit> => ({
  status,
  claimed_raw: String(claimed),
  supply_raw: supply?.toString() ?? null,
  sampled,
  mismatches: mismatches.map(({ account, ledger, chain }) => ({ address: toChecksumAddress(account), ledger_raw: String(ledger), chain_raw: String(chain) })),
})

const toMeasurementAnswer = ({ lens, denominator, excluded, metrics, curve }: Measurement): z.input<typeof measurement> => ({
  lens,
  denominator_raw: String(denominator),
  excluded: excluded.map(({ role, accounts, amount }) => ({ role, accounts, amount_raw: String(amount) })),
  metrics: toMetricValues(metrics),
  lorenz_curve: curve && curve.map(([holders, amounts]) => [holders, amounts] as [number, number]),
})
