import type { Cell, Table } from '@/lib/domain/chartSpec'
import { rivalMeasures, type RivalGroup, type Rivalry } from '@/lib/domain/competition'
import type { Locale } from '@/lib/domain/text'
import { countTurnovers } from '@/lib/metrics/marketShares'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toHref } from '../href'
import { toGroupName } from './groupWords'
import { toLastDay, toOrder } from './months'

const words = {
  en: {
    caption: 'Who leads, by how much, and for how long', field: 'Field', measure: 'Measure', leader: 'Leader', share: 'Leader’s share', second: 'Second’s share', hhi: 'HHI', before: 'HHI at first', turnovers: 'Changes of the lead', protocols: 'Protocols', months: 'Months', until: 'Twelve months to',
  },
  de: {
    caption: 'Wer führt, wie weit und wie lange', field: 'Feld', measure: 'Maß', leader: 'Führend', share: 'Anteil des Führenden', second: 'Anteil des Zweiten', hhi: 'HHI', before: 'HHI zuerst', turnovers: 'Wechsel an der Spitze', protocols: 'Protokolle', months: 'Monate', until: 'Zwölf Monate bis',
  },
} as const

/** A rivalry with its field and its first and last twelve months. */
export interface Leading extends Rivalry {
  group: RivalGroup
  first: Rivalry['path'][number]
  last: Rivalry['path'][number]
  /** The share of the one behind the leader */
  second: number
  turnovers: number
}

/**
 * Every rivalry that has twelve months, field by field.
 *
 * @example toLeading(groups)[0] // { measure: 'liquidity', second: 0.25, turnovers: 0, … }
 */
export const toLeading = (groups: readonly RivalGroup[]): Leading[] =>
  groups.flatMap((group) => group.rivalries.flatMap((rivalry): Leading[] => {
    const [first, last] = [rivalry.path[0], rivalry.path.at(-1)]
    return first && last ? [{ ...rivalry, group, first, last, second: last.shares[toOrder(rivalry).find((place) => place !== last.leader)!]!, turnovers: countTurnovers(rivalry.path) }] : []
  }))

/**
 * Who leads in each field by each measure over the last twelve months, by how much, how concentrated the field is and was, and how often the lead changed.
 *
 * @example leadingProtocolsTable(groups, 'en').rows[0]?.map(({ text }) => text)
 * // ['All protocols', 'liquidity', 'Uniswap', '61.3%', '20.1%', '0.431', '0.502', '1', '12', '48', '31 Mar 2026']
 */
export function leadingProtocolsTable(groups: readonly RivalGroup[], locale: Locale): Table {
  const word = words[locale]
  const number = (value: number, format: 'share' | 'index' | 'count'): Cell => ({ value, text: formatNumber(value, format, locale) })
  const heads = ['field', 'measure', 'leader', 'share', 'second', 'hhi', 'before', 'turnovers', 'protocols', 'months', 'until'] as const
  return {
    caption: word.caption,
    columns: heads.map((id, place) => ({ id, label: word[id], numeric: place > 2 && id !== 'until' })),
    rows: toLeading(groups).map(({ group, measure, protocols, months, first, last, second, turnovers }) => {
      const leader = protocols[last.leader]!
      const day = toLastDay(last.month)
      const field = toGroupName(group)[locale]
      return [
        { value: field, text: field },
        { value: measure, text: rivalMeasures[measure][locale] },
        { value: leader.name, text: leader.name, href: toHref(locale, `/protocols/${leader.slug}`) },
        number(last.shares[last.leader]!, 'share'), number(second, 'share'), number(last.hhi, 'index'), number(first.hhi, 'index'), number(turnovers, 'count'),
        number(protocols.length, 'count'), number(months.length, 'count'),
        { value: day, text: formatDate(toTimestamp(day), locale) },
      ]
    }),
  }
}
