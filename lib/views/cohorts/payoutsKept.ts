import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Payout, PayoutMonth } from '@/lib/domain/cohorts'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatAmount, formatDate, formatNumber } from '../format'
import { toMonthPoints, toPart } from './months'

const words = {
  en: {
    title: (symbol: string) => `What receivers of airdrops and rewards still hold of ${symbol}`, y: 'Share of what was received, and of the receivers', kept: 'of what they received', holders: 'of them still hold some',
    sentence: (name: string, receivers: string, received: string, kept: string, nothing: string, date: string) => `Of ${received} that ${receivers} accounts received from ${name}, they still hold ${kept} on ${date}; ${nothing} of them hold nothing any more.`,
    note: 'Of each receiver no more than it received counts as kept, whatever it bought beside.',
    firstReceipts: 'Whom it paid is told by the ledger alone: accounts whose first tokens came in a block in which it paid, as far as its payments can account for them.',
    claims: 'Whom it paid is told by its own logs.',
    others: (name: string) => `Shown is ${name}, which has most receivers; the table has the others.`,
  },
  de: {
    title: (symbol: string) => `Was Empfänger von Airdrops und Belohnungen von ${symbol} noch halten`, y: 'Anteil am Empfangenen und an den Empfängern', kept: 'vom Empfangenen', holders: 'von ihnen halten noch etwas',
    sentence: (name: string, receivers: string, received: string, kept: string, nothing: string, date: string) => `Von ${received}, die ${receivers} Konten von ${name} empfingen, halten sie am ${date} noch ${kept}; ${nothing} von ihnen halten nichts mehr.`,
    note: 'Von jedem Empfänger zählt höchstens als behalten, was er empfing, was immer er dazukaufte.',
    firstReceipts: 'Wem es zahlte, sagt allein das Hauptbuch: Konten, deren erste Token in einem Block kamen, in dem es zahlte, soweit seine Zahlungen dafür ausreichen.',
    claims: 'Wem es zahlte, sagen seine eigenen Logs.',
    others: (name: string) => `Gezeigt ist ${name}, das die meisten Empfänger hat; die Tabelle enthält die anderen.`,
  },
} as const

/**
 * What receivers of one distributor still hold, month by month.
 *
 * @param payouts the one with most receivers first: it is the one that is shown
 * @returns null where nobody was paid
 * @example payoutsKept(study.payouts, token, notes, 'en')?.series[0]?.points.at(-1) // { x: 1767139200, y: 0.22 }
 */
export function payoutsKept(payouts: readonly Payout[], token: Pick<Token, 'symbol' | 'decimals'>, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const [shown] = payouts
  const last = shown?.months.at(-1)
  if (!shown || !last) return null
  const share = (value: number | null) => formatNumber(value ?? 0, 'share', locale)
  const line = (id: 'kept' | 'holders', emphasis: 'main' | 'second', valueOf: (month: PayoutMonth) => number | null) => ({ id, label: word[id], shape: 'line', emphasis, points: toMonthPoints(shown.months, valueOf) }) as const
  return {
    id: 'payoutsKept',
    title: word.title(token.symbol),
    sentence: word.sentence(
      shown.name, formatNumber(shown.receivers, 'count', locale), `${formatAmount({ units: shown.received, decimals: token.decimals }, locale)} ${token.symbol}`,
      share(toPart(last.kept, last.received)), share(shown.holdNothing / shown.receivers), formatDate(toTimestamp(last.day), locale),
    ),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    series: [
      line('kept', 'main', ({ kept, received }) => toPart(kept, received)),
      line('holders', 'second', ({ holders, receivers }) => holders / receivers),
    ],
    notes: [word.note, word[shown.proof], ...(payouts.length > 1 ? [word.others(shown.name)] : []), ...notes],
    locale,
  }
}
