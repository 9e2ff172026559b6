import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { loadVotesByMonth } from '@/db/votesByMonth'
import { rivalMeasureIds, type RivalGroup, type RivalMeasure, type Rivalry } from '../../domain/competition'
import { categories, type Category } from '../../domain/protocol'
import { toMarketShares } from '../../metrics/marketShares'
import { toInsides } from '../../ownership/insides'
import { askOnce } from '../askOnce'
import { loadHolderMonths, loadPoolMonths, type ProtocolMonths } from './monthAmounts'

/** `whole`: whose holders are its own as well; null where it counts for itself */
type Measured = { protocol: TrackedProtocol; whole: TrackedProtocol | null; months: ProtocolMonths }

/**
 * How protocols share what they have together: those of each category that are followed, and all; real ones before made-up ones, never both. From what is
 * kept alone; made anew when something that pages show was saved.
 */
export async function loadCompetition(database: Database): Promise<readonly RivalGroup[]> {
  return askOnce('competition', await loadContentVersion(database), async () => {
    const votes = await loadVotesByMonth(database)
    const measured: Measured[] = []
    const protocols = await loadProtocols(database)
    const wholes = toInsides(protocols)
    for (const protocol of protocols) {
      const months = await loadMonths(database, protocol, votes.get(protocol.slug))
      const whole = wholes.get(protocol.slug) ?? null
      measured.push({ protocol, whole, months: whole ? { ...months, holders: { ...months.holders, byMonth: new Map() } } : months })
    }
    return [false, true].flatMap((demo) => {
      const all = measured.filter(({ protocol }) => protocol.demo === demo)
      const ofCategory = (category: Category) => all.filter(({ protocol }) => protocol.category === category)
      return all.length === 0 ? [] : [
        ...(Object.keys(categories) as Category[]).filter((category) => ofCategory(category).length > 0).map((category) => toGroup(ofCategory(category), category, demo)),
        toGroup(all, null, demo),
      ]
    })
  }, 1)
}

async function loadMonths(database: Database, protocol: TrackedProtocol, votes: ReadonlyMap<string, number> = new Map()): Promise<ProtocolMonths> {
  const [holders, pools] = [await loadHolderMonths(database, protocol), await loadPoolMonths(database, protocol)]
  // Governors' logs are read as far as the ledger.
  return { ...pools, holders, votes: { byMonth: votes, reach: holders.reach } }
}

const toGroup = (of: readonly Measured[], category: Category | null, demo: boolean): RivalGroup => ({
  category, demo,
  protocols: of.map(({ protocol }) => toNamed(protocol)),
  insides: of.flatMap(({ protocol, whole }) => (whole ? [{ name: protocol.name, whole: whole.name }] : [])),
  rivalries: rivalMeasureIds.flatMap((measure) => toRivalry(of, measure) ?? []),
})

const toNamed = ({ slug, name }: TrackedProtocol) => ({ slug, name })

/** null where fewer than two have anything of it. */
function toRivalry(all: readonly Measured[], measure: RivalMeasure): Rivalry | null {
  const of = all.filter(({ months }) => [...months[measure].byMonth.values()].some((amount) => amount !== 0))
  const begins = of.map(({ months }) => [...months[measure].byMonth].filter(([, amount]) => amount !== 0).map(([month]) => month).sort()[0]!)
  const start = [...begins].sort()[1]
  if (start === undefined) return null
  const end = of.map(({ months }) => toLastWholeMonth(months[measure].reach)).sort()[0]!
  const months = toMonthsBetween(start, end).flatMap((month) => {
    const amounts = of.map(({ months: { [measure]: { byMonth } } }, place) => {
      const amount = byMonth.get(month)
      // Before its first month it had none, and a month without votes is one; anything else that is not there was not read.
      return amount === undefined ? (month < begins[place]! || measure === 'votes' ? 0 : null) : amount
    })
    return amounts.every((amount) => amount !== null) ? [{ month, amounts }] : []
  })
  return { measure, protocols: of.map(({ protocol }) => toNamed(protocol)), months, path: toMarketShares(months) }
}

/**
 * The last month that is over on a day.
 *
 * @example toLastWholeMonth('2026-04-30') // '2026-04'
 * @example toLastWholeMonth('2026-04-29') // '2026-03'
 */
export function toLastWholeMonth(day: string | null): string {
  if (day === null) return ''
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
  return new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() - 1)).toISOString().slice(0, 7)
}

function toMonthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = toNextMonth(month)) months.push(month)
  return months
}

/** Months of dates count from 0, so that the one after '2026-04' is the one of place 4. */
const toNextMonth = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)))).toISOString().slice(0, 7)
