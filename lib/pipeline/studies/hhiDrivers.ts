import { z } from 'zod'
import type { Address } from '../../domain/address'
import type { HhiMonth } from '../../domain/hhiDrivers'
import { toRatio } from '../../domain/amount'
import { amountSchema } from '../../domain/amountSchema'
import { toHeldSquares, toHhiParts, type HeldSquares } from '../../metrics/hhiParts'
import type { Study } from './study'

/** So many count as the largest of a month. */
const largestCount = 10

const partsSchema = z.object({ entry: z.number(), exit: z.number(), largest: z.number(), others: z.number(), supply: z.number() })
const monthSchema = z.object({
  day: z.string(), block: z.int(), holders: z.int(), total: amountSchema, hhi: z.number(), parts: partsSchema.nullable(), entered: z.int(), left: z.int(),
})

const noMonth = { en: 'No month of its history has ended yet.', de: 'Noch ist kein Monat seines Verlaufs zu Ende.' }

/** By what a token's HHI changed from month to month. */
export const hhiDrivers: Study<'hhiDrivers'> = {
  id: 'hhiDrivers',
  recipe: 'months 1',
  schema: z.object({ months: z.array(monthSchema) }),
  begin: async () => {
    const months: HhiMonth[] = []
    let before: HeldSquares = { total: 0n, squares: 0n }
    let largest: ReadonlySet<Address> = new Set()
    return {
      add: ({ day, block, changes, held, isOver }) => {
        if (!isOver) return
        const after = toHeldSquares(before, changes)
        months.push({
          day,
          block: block.number,
          holders: held.size,
          total: after.total,
          hhi: after.total === 0n ? 0 : toRatio(after.squares, after.total ** 2n),
          parts: months.length === 0 ? null : toHhiParts(before, changes, largest),
          entered: changes.filter((change) => change.before === 0n).length,
          left: changes.filter((change) => change.after === 0n).length,
        })
        before = after
        largest = toLargest(held)
      },
      end: async () => (months.length === 0 ? { nothing: noMonth } : { months }),
    }
  },
}

/** The accounts that hold most; of equal ones the smaller address. Looked through once, without putting all in order. */
function toLargest(held: ReadonlyMap<Address, bigint>): ReadonlySet<Address> {
  const top: { account: Address; amount: bigint }[] = []
  for (const [account, amount] of held) {
    const last = top.at(-1)
    if (top.length === largestCount && last && !isAhead({ account, amount }, last)) continue
    const place = top.findIndex((one) => isAhead({ account, amount }, one))
    top.splice(place === -1 ? top.length : place, 0, { account, amount })
    if (top.length > largestCount) top.pop()
  }
  return new Set(top.map(({ account }) => account))
}

const isAhead = (one: { account: Address; amount: bigint }, other: { account: Address; amount: bigint }): boolean =>
  one.amount > other.amount || (one.amount === other.amount && one.account < other.account)
