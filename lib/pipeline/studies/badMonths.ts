import { z } from 'zod'
import { openBadMonths } from '../../metrics/growth/openBadMonths'
import type { Study } from './study'
import { loadTokenPrices } from './tokenPrices'
import { toWholeMonths } from './monthEnds'
import { walkMonths } from './walkMonths'

const count = z.int().nonnegative()
const classMonth = z.object({ accounts: count, gone: count, held: z.number(), gaveUp: z.number(), cost: z.number(), lost: z.number(), gained: z.number(), underWater: count })

/** What happened to holders by size while the token's price moved. Amounts and values are doubles: none of them is added up to a supply. */
export const badMonths: Study<'badMonths'> = {
  id: 'badMonths',
  recipe: 'months 1',
  schema: z.object({
    currency: z.enum(['dollar', 'ether']), pools: z.array(z.string()),
    months: z.array(z.object({ month: z.string(), change: z.number(), classes: z.array(classMonth) })),
    fall: z.object({ from: z.string(), to: z.string(), change: z.number(), classes: z.array(z.object({ accounts: count, gone: count, held: z.number(), after: z.number() })) }).nullable(),
  }),
  take: async (work) => {
    const ends = toWholeMonths(work.days).map(([day]) => day.slice(0, 7))
    const prices = await loadTokenPrices(work.database, work.protocol, [...work.days.keys()], ends)
    if (!prices?.months.some(({ mean }) => mean !== null)) return null
    const open = openBadMonths(prices.months)
    for await (const month of walkMonths(work, 'bad months')) open.add(month)
    const { currency, pools } = prices
    return { currency, pools, ...open.end() }
  },
}
