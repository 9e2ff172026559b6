import { z } from 'zod'
import { addressSchema, type Address } from '@/lib/domain/address'
import { signedAmountSchema } from '@/lib/domain/amountSchema'
import type { ProviderMoney, ProviderResult } from '@/lib/domain/provider'
import { toAmountText } from './poolRows'
import type { providerResults } from './schema'

// Results of before have none that are owed.
const rewardsSchema: z.ZodType<ProviderResult['rewards']> = z.array(z.object({ token: addressSchema, amount: signedAmountSchema, owed: signedAmountSchema.default(0n) }))

const currencySchema: z.ZodType<ProviderMoney | null> = z
  .object({
    deposited: signedAmountSchema,
    withdrawn: signedAmountSchema,
    fees: signedAmountSchema,
    rewards: signedAmountSchema,
    gas: signedAmountSchema.nullable(),
    mark: signedAmountSchema,
    net: signedAmountSchema,
    versusHolding: signedAmountSchema,
    impermanentLoss: signedAmountSchema,
    versusRebalancing: signedAmountSchema,
    size: signedAmountSchema,
  })
  .nullable()

const moneySchema: z.ZodType<ProviderResult['money']> = z.object({ quote: currencySchema, ether: currencySchema, dollar: currencySchema })

type Row = Omit<typeof providerResults.$inferSelect, 'accountId' | 'poolId'> & { account: Address }

export const toResult = (row: Row): ProviderResult => ({
  account: row.account,
  firstBlock: row.firstBlock,
  lastBlock: row.lastBlock,
  positions: row.positions,
  inRange: row.inRange,
  liquidity: row.liquidity,
  deposited: [row.deposited0, row.deposited1],
  withdrawn: [row.withdrawn0, row.withdrawn1],
  received: [row.received0, row.received1],
  given: [row.given0, row.given1],
  feesPaid: [row.feesPaid0, row.feesPaid1],
  feesOwed: [row.feesOwed0, row.feesOwed1],
  principal: [row.principal0, row.principal1],
  lossVersusRebalancing: row.lossVersusRebalancing,
  rewards: rewardsSchema.parse(row.rewards),
  gasWei: row.gasWei,
  money: moneySchema.parse(row.money),
})

const pairs = ['deposited', 'withdrawn', 'received', 'given', 'feesPaid', 'feesOwed', 'principal'] as const

/** Columns of a result beside its pool and account, in the order of `toResultValues`. */
export const resultColumns = [
  'first_block', 'last_block', 'positions', 'in_range', 'liquidity', 'loss_versus_rebalancing', 'gas_wei', 'rewards', 'money',
  ...pairs.flatMap((name) => [0, 1].map((place) => `${name.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`)}${place}`)),
]

/** A result as COPY takes it. Its JSON holds names of ours, addresses and digits alone: nothing to be escaped. */
export const toResultValues = (result: ProviderResult): (string | number | bigint | null)[] => [
  result.firstBlock, result.lastBlock, result.positions, result.inRange, result.liquidity, result.lossVersusRebalancing, result.gasWei,
  JSON.stringify(result.rewards, toAmountText), JSON.stringify(result.money, toAmountText),
  ...pairs.flatMap((name) => [...result[name]]),
]
