import { z } from 'zod'
import { openGrowth } from '../../metrics/growth/openGrowth'
import type { Study } from './study'

const count = z.int().nonnegative()
const exponent = z.object({ alpha: z.number(), low: z.number(), high: z.number(), months: count, byRanks: z.number(), distance: z.number() }).nullable()

const fewHolders = { en: 'No month of its history began with at least 100 holders.', de: 'Kein Monat seines Verlaufs begann mit mindestens 100 Haltern.' }

/** How holdings grow by size. Amounts are whole tokens as doubles: they are drawn and fitted, never added up to a supply. */
export const growth: Study<'growth'> = {
  id: 'growth',
  recipe: 'months 2',
  schema: z.object({
    from: z.string(), to: z.string(), months: count, holders: z.number(), gains: exponent, losses: exponent,
    sizes: z.array(z.object({ half: z.int(), accounts: count, held: z.number(), gained: z.number(), lost: z.number(), gone: count })),
    mobility: z.object({ starts: count, moved: z.array(z.array(count)), arrived: z.array(count) }).nullable(),
    leaders: z.object({ starts: count, before: z.number(), after: z.number(), change: z.number(), rose: count }).nullable(),
    staying: z.array(z.object({ months: count, starts: count, ten: z.number(), tenth: z.number() })),
  }),
  begin: async () => {
    const open = openGrowth()
    return {
      add: (end) => {
        if (end.isOver) open.add(end.toHoldings())
      },
      end: async () => open.end() ?? { nothing: fewHolders },
    }
  },
}
