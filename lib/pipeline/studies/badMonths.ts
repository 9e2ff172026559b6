import { z } from 'zod'
import { loadPools } from '@/db/pools'
import { openBadMonths } from '../../metrics/growth/openBadMonths'
import type { Study } from './study'
import { loadTokenPrices } from './tokenPrices'
import { toWholeMonths } from './monthEnds'

const count = z.int().nonnegative()
const classMonth = z.object({ accounts: count, gone: count, held: z.number(), gaveUp: z.number(), cost: z.number(), lost: z.number(), gained: z.number(), underWater: count })

const noPrice = { en: 'No followed pool says what its token cost.', de: 'Kein verfolgter Pool sagt, was sein Token kostete.' }

/** What happened to holders by size while the token's price moved. Amounts and values are doubles: none of them is added up to a supply. */
export const badMonths: Study<'badMonths'> = {
  id: 'badMonths',
  recipe: 'months 1',
  schema: z.object({
    currency: z.enum(['dollar', 'ether']), pools: z.array(z.string()),
    months: z.array(z.object({ month: z.string(), change: z.number(), classes: z.array(classMonth) })),
    fall: z.object({ from: z.string(), to: z.string(), change: z.number(), classes: z.array(z.object({ accounts: count, gone: count, held: z.number(), after: z.number() })) }).nullable(),
  }),
  // Prices come with pools, which are read apart from the ledger.
  loadBasis: async ({ database, protocol }) => (await loadPools(database, protocol.slug)).map(({ facts, reading }) => `${facts.address} ${reading?.markDay}`).join(),
  begin: async (work) => {
    const ends = toWholeMonths(work.days).map(([day]) => day.slice(0, 7))
    const prices = await loadTokenPrices(work.database, work.protocol, [...work.days.keys()], ends)
    if (!prices?.months.some(({ mean }) => mean !== null)) return { nothing: noPrice }
    const open = openBadMonths(prices.months)
    const { currency, pools } = prices
    return {
      add: (end) => {
        if (end.isOver) open.add(end.toHoldings())
      },
      end: async () => ({ currency, pools, ...open.end() }),
    }
  },
}
