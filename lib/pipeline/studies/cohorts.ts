import { z } from 'zod'
import { loadChangesOf } from '@/db/balanceHistory'
import { loadFirstBlocks } from '@/db/firstReceipts'
import { toDayAfter } from '../../chain/dayEnds'
import { insiderRoles, payoutProofs, type Cohort, type CohortMonth, type CohortStudy, type InsiderRole } from '../../domain/cohorts'
import { addressSchema } from '../../domain/address'
import { amountSchema } from '../../domain/amountSchema'
import type { Block, Gap } from '../../domain/snapshot'
import { toArrivals, type Arrival } from '../../ownership/cohorts/arrivals'
import { openHeldByArrival, type HeldByArrival } from '../../ownership/cohorts/heldByArrival'
import { forEachRole, toInsiderMonths, toInsiders } from '../../ownership/cohorts/insiderMonths'
import { toLeftOut } from '../../ownership/leftOut'
import { toQuarter, toQuarters } from '../../ownership/cohorts/quarters'
import { toRepresentatives } from '../ownership/representatives'
import { openPayouts } from './payouts'
import type { Study } from './study'

const count = z.int().nonnegative()
const day = z.iso.date()
const gapSchema = z.object({ subject: z.string(), reason: z.string() })
const ofRoles = <Schema extends z.ZodType>(schema: Schema) => z.object(Object.fromEntries(insiderRoles.map((role) => [role, schema])) as Record<InsiderRole, Schema>)

const schema = z.object({
  receivers: count,
  leftOut: count,
  cohorts: z.array(z.object({ from: day, to: day, receivers: count, holders: count })),
  months: z.array(z.object({ day, block: count, held: amountSchema, cohorts: z.array(amountSchema), tenths: z.array(amountSchema).length(10), firstHundred: amountSchema, firstPercent: amountSchema })),
  insiders: ofRoles(count),
  insiderMonths: z.array(z.object({ day, block: count, supply: amountSchema, byRole: ofRoles(amountSchema), paidOut: amountSchema })),
  payouts: z.array(z.object({
    address: addressSchema, name: z.string(), proof: z.enum(payoutProofs), paidOut: amountSchema, receivers: count, received: amountSchema, leftOut: count, holdAll: count, holdPart: count, holdNothing: count,
    months: z.array(z.object({ day, block: count, receivers: count, holders: count, received: amountSchema, kept: amountSchema })),
  })),
  gaps: z.array(gapSchema),
}) as z.ZodType<CohortStudy>

const nobodyCame = { en: 'Nobody who counts has received its token yet.', de: 'Noch hat niemand, der zählt, seinen Token erhalten.' }

/** When accounts first received the token, and what they hold at the end of each month: their own and what contracts hold for them. */
export const cohorts: Study<'cohorts'> = {
  id: 'cohorts',
  recipe: '1',
  schema,
  async begin(work) {
    const { database, ledger: { tokenId, outlook }, days } = work
    const [lastDay, last] = [...days].at(-1)!
    const [leftOut, representatives] = [toLeftOut(outlook), toRepresentatives(outlook)]
    const firsts = await loadFirstBlocks(database, tokenId, last.number)
    const { order, leftOut: left } = toArrivals(firsts, leftOut, representatives)
    const first = order[0]
    if (!first) return { nothing: nobodyCame }
    const dayOf = toDayOf(days)
    const quarters = toQuarters(dayOf(first.block), lastDay)
    const cohortOf = toCohortOf(order, quarters, dayOf)
    const held = openHeldByArrival({ order, cohortOf: (place) => cohortOf[place]!, cohorts: quarters.length, leftOut, representatives })
    const payouts = await openPayouts(work, last.number, { leftOut, representatives })
    const months: CohortMonth[] = []
    const supplies: { day: string; block: number; supply: bigint }[] = []
    /** What could not be read is told of the last month. */
    let gaps: readonly Gap[] = []
    return {
      add: ({ day, block, balances, behind }) => {
        held.change(balances)
        const end = { day, block: block.number }
        months.push({ ...end, ...held.measure(behind?.behind.gained) })
        supplies.push({ ...end, supply: held.supply() })
        payouts.measure(end, held.heldOf)
        gaps = behind?.gaps ?? []
      },
      end: async () => {
        const insiders = toInsiders(outlook.labels)
        const changes = await loadChangesOf(database, tokenId, [...insiders.keys()], last.number)
        return {
          receivers: order.length,
          leftOut: left,
          cohorts: toCohorts(order, quarters, cohortOf, lastDay, held),
          months,
          insiders: forEachRole((role) => [...insiders.values()].filter((one) => one === role).length),
          insiderMonths: toInsiderMonths(supplies, insiders, changes),
          payouts: payouts.end(held.heldOf),
          gaps: [...payouts.gaps, ...gaps],
        }
      },
    }
  },
}

/** The UTC day of a block, by the last blocks of days. */
function toDayOf(days: ReadonlyMap<string, Block>): (block: number) => string {
  const known = [...days]
  return (block) => {
    let [low, high] = [0, known.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (known[middle]![1].number < block) low = middle + 1
      else high = middle
    }
    return known[low]![0]
  }
}

/** The cohort of each arrival. They come in the order of blocks: a day is looked up once for all of a block. */
function toCohortOf(order: readonly Arrival[], quarters: readonly string[], dayOf: (block: number) => string): Uint16Array {
  const cohortOf = new Uint16Array(order.length)
  let [block, cohort] = [-1, 0]
  for (const [place, arrival] of order.entries()) {
    if (arrival.block !== block) [block, cohort] = [arrival.block, toQuarter(quarters, dayOf(arrival.block))]
    cohortOf[place] = cohort
  }
  return cohortOf
}

function toCohorts(order: readonly Arrival[], quarters: readonly string[], cohortOf: Uint16Array, lastDay: string, { heldOf }: HeldByArrival): Cohort[] {
  const found = quarters.map((from, nth) => ({ from, to: quarters[nth + 1] === undefined ? lastDay : toDayAfter(quarters[nth + 1]!, -1), receivers: 0, holders: 0 }))
  for (const [place, { account }] of order.entries()) {
    const cohort = found[cohortOf[place]!]!
    cohort.receivers++
    if (heldOf(account) > 0n) cohort.holders++
  }
  return found
}
