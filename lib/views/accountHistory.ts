import { toRatio } from '@/lib/domain/amount'
import type { AccountDay, AccountHistory } from '@/lib/domain/account'
import type { Cell, ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell, toShareCell } from './accountCells'
import { toTimestamp } from './day'
import { toDayPoints, toDrawnDays } from './drawnDays'
import { formatDate } from './format'

/** More lines could not be told apart. */
const mostLines = 4

const words = {
  en: {
    title: (name: string) => `What ${name} held over time`, y: 'Share of all tokens', date: 'Date', gap: 'no data',
    moves: (token: string, before: string, after: string, first: string, last: string) => `${token}: ${before} on ${first}, ${after} on ${last}.`,
    ledger: 'Its own balance at the last block of each day, replayed from the ledger of Transfer logs; what contracts hold for it is not in it. Each block is in the CSV file.',
    shares: 'Shares are taken of all tokens that existed on the day.',
    weekly: 'One point a week; every day stands in the CSV file.',
    more: (tokens: string) => `The ${mostLines} largest shares are drawn. In the CSV file as well: ${tokens}.`,
  },
  de: {
    title: (name: string) => `Was ${name} im Lauf der Zeit hielt`, y: 'Anteil an allen Token', date: 'Datum', gap: 'keine Daten',
    moves: (token: string, before: string, after: string, first: string, last: string) => `${token}: ${before} am ${first}, ${after} am ${last}.`,
    ledger: 'Eigener Bestand im letzten Block jedes Tages, aus den Transfer-Logs nachgerechnet; was Contracts für das Konto halten, ist nicht dabei. Jeder Block steht in der CSV-Datei.',
    shares: 'Bezugsgröße der Anteile: alle Token, die es an dem Tag gab.',
    weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.',
    more: (tokens: string) => `Gezeichnet sind die ${mostLines} größten Anteile. In der CSV-Datei stehen außerdem: ${tokens}.`,
  },
} as const

const toShare = ({ balance, denominator }: AccountDay): number | null => (denominator > 0n ? toRatio(balance, denominator) : null)

/** A token's name is not its own: two protocols may follow tokens of one symbol. */
const toLineName = ({ token, protocolName }: AccountHistory, all: readonly AccountHistory[]): string =>
  all.filter((other) => other.token.symbol === token.symbol).length > 1 ? `${token.symbol} (${protocolName})` : token.symbol

/** The tokens that are drawn: those of which the account ever had the largest share, ties by address. */
function toDrawn(history: readonly AccountHistory[]): AccountHistory[] {
  const most = ({ days }: AccountHistory) => days.reduce((highest, day) => Math.max(highest, toShare(day) ?? 0), 0)
  return history.map((one) => ({ one, most: most(one) })).sort((a, b) => b.most - a.most || (a.one.token.address < b.one.token.address ? -1 : 1)).slice(0, mostLines).map(({ one }) => one)
}

/**
 * An account's own balance of each token, day by day, as a share of all tokens, so that all of them have one scale. A day that is missing is
 * a gap.
 *
 * @param name how the account is called
 * @returns null where no balance ever changed
 * @example accountHistory([{ token: uni, days: [{ day: '2026-04-01', balance: 5n, denominator: 10n, … }], … }], '0x1F98…F984', 'en')?.series[0]?.points // [{ x: 1775001600, y: 0.5 }]
 */
export function accountHistory(history: readonly AccountHistory[], name: string, locale: Locale): ChartSpec | null {
  const word = words[locale]
  const drawn = toDrawn(history)
  if (drawn.length === 0) return null
  const rest = history.filter((one) => !drawn.includes(one)).map((one) => toLineName(one, history)).join(', ')
  const lines = drawn.map((one) => ({ one, days: toDrawnDays(one.days) }))
  return {
    id: 'accountHistory',
    title: word.title(name),
    sentence: drawn.map((one) => toSentence(one, history, locale)).join(' '),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share' },
    series: lines.map(({ one, days }) => ({ id: one.token.address, label: toLineName(one, history), shape: 'line', emphasis: 'main', points: toDayPoints(days, toShare) })),
    notes: [word.ledger, word.shares, ...(lines.some(({ days }) => days.step === 7) ? [word.weekly] : []), ...(rest ? [word.more(rest)] : [])],
    locale,
  }
}

function toSentence(one: AccountHistory, all: readonly AccountHistory[], locale: Locale): string {
  const [first, last] = [one.days[0]!, one.days.at(-1)!]
  const tell = (day: AccountDay) => `${toAmountCell(day.balance, one.token, locale).text} ${one.token.symbol}`
  const on = ({ day }: AccountDay) => formatDate(toTimestamp(day), locale)
  return words[locale].moves(toLineName(one, all), tell(first), tell(last), on(first), on(last))
}

/**
 * The chart's days as a table: of each drawn token what was held and its share.
 *
 * @example accountHistoryTable(history, accountHistory(history, name, 'en')!).columns.map(({ id }) => id) // ['x', '0x1f98…_balance', '0x1f98…']
 */
export function accountHistoryTable(history: readonly AccountHistory[], { title, series, locale }: ChartSpec): Table {
  const word = words[locale]
  const lines = series.map(({ id, label, points }) => {
    const { token, days } = history.find((one) => one.token.address === id)!
    return { id, label, token, days: new Map(days.map((day) => [toTimestamp(day.day), day])), drawn: new Set(points.map(({ x }) => x)) }
  })
  const xs = [...new Set(lines.flatMap(({ drawn }) => [...drawn]))].sort((a, b) => a - b)
  const gap: Cell = { value: null, text: word.gap }
  const none: Cell = { value: null, text: '–' }
  return {
    caption: title,
    columns: [
      { id: 'x', label: word.date, numeric: false },
      ...lines.flatMap(({ id, label }) => [{ id: `${id}_balance`, label, numeric: true }, { id, label: `${label}: ${word.y}`, numeric: true }]),
    ],
    rows: xs.map((x) => [
      { value: new Date(x * 1000).toISOString().slice(0, 10), text: formatDate(x, locale) },
      ...lines.flatMap(({ token, days, drawn }): Cell[] => {
        const day = days.get(x)
        if (!day || !drawn.has(x)) return drawn.has(x) ? [gap, gap] : [none, none]
        return [toAmountCell(day.balance, token, locale), day.denominator > 0n ? toShareCell(day.balance, day.denominator, locale) : gap]
      }),
    ]),
  }
}
