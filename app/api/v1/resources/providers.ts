import { z } from 'zod'
import { loadPools } from '@/db/pools'
import { loadProviderPage } from '@/db/providerResults'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { addressSchema } from '@/lib/domain/address'
import { toDecimalString } from '@/lib/domain/amount'
import { currencies, type Currency, type PoolFacts, type TokenPair } from '@/lib/domain/pool'
import type { ProviderMoney, ProviderResult } from '@/lib/domain/provider'
import { ProblemError } from '@/lib/publish/problem'
import { toMoneyUnit } from '@/lib/views/market/money'
import { requireProtocol } from '../find'
import { defineResource } from '../resource'
import { blockNumber, checksumAddress, decimalAmount, label, rawAmount, slug } from '../schemas'

const parts = ['size', 'deposited', 'withdrawn', 'fees', 'rewards', 'gas', 'mark', 'net', 'versusHolding', 'impermanentLoss', 'versusRebalancing'] as const satisfies readonly (keyof ProviderMoney)[]
const columnOf = { versusHolding: 'versus_holding', impermanentLoss: 'impermanent_loss', versusRebalancing: 'versus_rebalancing' } as const
const toColumn = (part: (typeof parts)[number]): string => (part in columnOf ? columnOf[part as keyof typeof columnOf] : part)
const money = z.strictObject(Object.fromEntries(parts.map((part) => [toColumn(part), part === 'gas' ? decimalAmount.nullable() : decimalAmount]))).nullable()
const pairs = ['deposited', 'withdrawn', 'received', 'given', 'fees_paid', 'fees_owed', 'principal'] as const
const pair = z.tuple([rawAmount, rawAmount])

export const providers = defineResource({
  id: 'providers',
  address: '/protocols/{slug}/providers',
  name: { en: 'Providers', de: 'Anbieter' },
  description: {
    en: 'What each provider of a pool made of it, largest first, to the last one; empty where no pool was read yet. All pages are of one block: where a newer one arrives between them, the answer says to begin anew.',
    de: 'Was jeder Anbieter eines Pools daraus gemacht hat, die größten zuerst, bis zum letzten; leer, wo noch kein Pool gelesen ist. Alle Seiten gehören zu einem Block: Trifft dazwischen ein neuerer ein, sagt die Antwort, dass von vorn zu beginnen ist.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({ pool: addressSchema.optional().meta({ description: 'A pool whose providers are followed; the first that was read where absent', examples: ['0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984'] }) }),
  data: z.array(
    z.strictObject({
      rank: z.int().positive(),
      address: checksumAddress,
      positions: z.int().nonnegative(),
      in_range_positions: z.int().nonnegative(),
      entered_block_number: blockNumber,
      left_block_number: blockNumber.nullable().meta({ description: 'null while it still has something in' }),
      money: z.strictObject({ quote: money, ether: money, dollar: money }).meta({ description: 'Whole quote tokens, ether and dollars; null where something could not be priced in it; gas is null where it is not known, and what is reckoned with it is then before gas' }),
      tokens_raw: z.strictObject(Object.fromEntries(pairs.map((name) => [name, pair]))).meta({ description: 'Of both tokens of the pool, in its order' }),
      rewards: z.array(z.strictObject({ token: checksumAddress, amount_raw: rawAmount, owed_raw: rawAmount })).meta({ description: 'What contracts paid for stakes in the pool, and what they say that they still owe: both are in money' }),
      gas_wei: rawAmount.nullable(),
      label: label.nullable(),
    }),
  ),
  /** Pool and block of all pages, and the last row's rank */
  position: z.strictObject({ pool: addressSchema, block: z.int().nonnegative(), rank: z.int().positive().max(10_000_000) }),
  cost: 'plain',
  load: async ({ path, query, position, limit, database }) => {
    const protocol = await requireProtocol(database, path.slug)
    const basis = { protocol, token: protocol.token, lens: null, computedAt: null, denominator: null, audit: null }
    const pools = await loadPools(database, path.slug)
    const asked = position?.pool ?? query.pool
    const pool = pools.find(({ facts, reading }) => (asked ? facts.address === asked : reading))
    if (asked && !pool) throw new ProblemError('notFound', `${path.slug} has no pool ${asked} whose providers are followed; there are: ${pools.map(({ facts }) => facts.address).join(', ') || 'none'}`)
    if (!pool?.reading) return { data: [], basis: { ...basis, block: null, gaps: 0 }, next: null, freshness: 'newest' }
    const { id, facts, reading: { block, gaps } } = pool
    if (position && position.block !== block.number)
      throw new ProblemError('invalidRequest', 'results of a newer block have arrived', [{ pointer: '#/query/cursor', detail: `It is of block ${position.block}, and providers are kept of block ${block.number}: begin without one` }])
    const after = position?.rank ?? 0
    const rows = await loadProviderPage(database, id, { after, limit: limit + 1 })
    const known = new Map(protocol.labels.map((each) => [each.address, each]))
    return {
      data: rows.slice(0, limit).map((result, place) => {
        const said = known.get(result.account)
        return { rank: after + place + 1, ...toAnswer(result, facts), label: said ? { name: said.name, role: said.role, kind: said.kind, source: said.source } : null }
      }),
      basis: { ...basis, block, gaps: gaps.length },
      next: rows.length > limit ? { pool: facts.address, block: block.number, rank: after + limit } : null,
      freshness: 'newest',
    }
  },
})

function toAnswer(result: ProviderResult, facts: PoolFacts) {
  const toPair = ([one, other]: TokenPair): [string, string] => [String(one), String(other)]
  const toMoney = (currency: Currency) => {
    const [values, { decimals }] = [result.money[currency], toMoneyUnit(facts, currency)]
    return values && Object.fromEntries(parts.map((part) => [toColumn(part), values[part] === null ? null : toDecimalString(values[part], decimals)]))
  }
  const { deposited, withdrawn, received, given, feesPaid, feesOwed, principal } = result
  return {
    address: toChecksumAddress(result.account),
    positions: result.positions,
    in_range_positions: result.inRange,
    entered_block_number: result.firstBlock,
    left_block_number: result.lastBlock,
    money: Object.fromEntries(currencies.map((currency) => [currency, toMoney(currency)])) as Record<Currency, ReturnType<typeof toMoney>>,
    tokens_raw: Object.fromEntries([deposited, withdrawn, received, given, feesPaid, feesOwed, principal].map((amounts, place) => [pairs[place]!, toPair(amounts)])),
    rewards: result.rewards.map(({ token, amount, owed }) => ({ token: toChecksumAddress(token), amount_raw: String(amount), owed_raw: String(owed) })),
    gas_wei: result.gasWei === null ? null : String(result.gasWei),
  }
}
