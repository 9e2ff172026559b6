import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell } from './accountCells'
import { formatAmount, formatDate, formatNumber } from './format'

/** What one decided proposal brought towards its quorum. Smallest units. */
export interface Turnout {
  key: string
  /** Whoever proposed's words */
  title: string
  /** Unix seconds */
  closes: number
  /** What was cast at all */
  cast: bigint
  /** What of it counts towards the quorum */
  counted: bigint
  /** Positive */
  quorum: bigint
}

/** A title longer than this would leave no room for its bar. */
const longestTitle = 36

const words = {
  en: {
    title: (name: string) => `What reaches the quorum of ${name}`,
    y: 'Votes that count, as a share of the quorum',
    usual: (count: number, share: string, votes: string, quorum: string) => `${count === 1 ? 'The last decided proposal brought' : `Of the last ${count} decided proposals the one in the middle brought`} ${share} of its quorum. The newest brought ${votes} of the ${quorum} that it took.`,
    missed: (missed: number) => (missed === 0 ? 'None missed it.' : missed === 1 ? 'One missed it.' : `${missed} missed it.`),
    none: 'No decided proposal with a known quorum is kept yet.',
    proposal: 'Proposal', closed: 'Closed', cast: 'Cast', counted: 'Counts', quorum: 'Quorum', share: 'Of the quorum',
  },
  de: {
    title: (name: string) => `Was das Quorum von ${name} erreicht`,
    y: 'Stimmen, die zählen, gemessen am Quorum',
    usual: (count: number, share: string, votes: string, quorum: string) => `${count === 1 ? 'Der letzte entschiedene Vorschlag brachte' : `Von den letzten ${count} entschiedenen Vorschlägen brachte der mittlere`} ${share} seines Quorums. Der neueste brachte ${votes} von ${quorum}, die nötig waren.`,
    missed: (missed: number) => (missed === 0 ? 'Keiner verfehlte es.' : missed === 1 ? 'Einer verfehlte es.' : `${missed} verfehlten es.`),
    none: 'Es gibt noch keinen entschiedenen Vorschlag, dessen Quorum bekannt ist.',
    proposal: 'Vorschlag', closed: 'Beendet', cast: 'Abgegeben', counted: 'Zählt', quorum: 'Quorum', share: 'Vom Quorum',
  },
} as const

const toShare = ({ counted, quorum }: Turnout): number => toRatio(counted, quorum)

/**
 * What the newest decided proposals brought towards their quorums: at 100 % a quorum is reached.
 *
 * @param turnouts newest first
 * @param notes what the figures rest on
 * @example quorumGauge([{ counted: 90n, quorum: 100n, … }], 'UNI', token, [], 'en').series[0]?.points // [{ x: 0, y: 0.9 }]
 */
export function quorumGauge(turnouts: readonly Turnout[], token: Pick<Token, 'symbol' | 'decimals'>, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  return {
    id: 'quorumGauge',
    title: word.title(token.symbol),
    sentence: toSentence(turnouts, token, locale),
    x: { label: word.proposal, scale: 'category', format: 'count', categories: turnouts.map((turnout) => `${formatDate(turnout.closes, locale)}: ${toShortTitle(turnout)}`) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [{ id: 'quorum', label: word.share, shape: 'bar', emphasis: 'main', points: turnouts.map((turnout, x) => ({ x, y: toShare(turnout) })) }],
    notes,
    locale,
  }
}

function toSentence(turnouts: readonly Turnout[], { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string {
  const newest = turnouts[0]
  const word = words[locale]
  if (!newest) return word.none
  const shares = turnouts.map(toShare).sort((a, b) => a - b)
  const half = Math.floor(shares.length / 2)
  const middle = shares.length % 2 === 1 ? shares[half]! : (shares[half - 1]! + shares[half]!) / 2
  const write = (units: bigint) => `${formatAmount({ units, decimals }, locale)} ${symbol}`
  const missed = turnouts.filter(({ counted, quorum }) => counted < quorum).length
  return `${word.usual(turnouts.length, formatNumber(middle, 'share', locale), write(newest.counted), write(newest.quorum))} ${word.missed(missed)}`
}

function toShortTitle({ title, key }: Turnout): string {
  const letters = [...(title || key)]
  return letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : letters.join('')
}

/**
 * The same with the amounts.
 *
 * @example turnoutTable([{ counted: 90n, quorum: 100n, … }], token, 'en').rows[0]?.[5]?.text // '90.0%'
 */
export function turnoutTable(turnouts: readonly Turnout[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const amount = (label: string) => `${label} (${token.symbol})`
  return {
    caption: word.title(token.symbol),
    columns: [
      { id: 'proposal', label: word.proposal, numeric: false },
      { id: 'closed', label: word.closed, numeric: false },
      { id: 'cast', label: amount(word.cast), numeric: true },
      { id: 'counted', label: amount(word.counted), numeric: true },
      { id: 'quorum', label: amount(word.quorum), numeric: true },
      { id: 'share', label: word.share, numeric: true },
    ],
    rows: turnouts.map((turnout) => {
      const share = toShare(turnout)
      return [
        { value: turnout.key, text: turnout.title || turnout.key },
        { value: turnout.closes, text: formatDate(turnout.closes, locale) },
        toAmountCell(turnout.cast, token, locale),
        toAmountCell(turnout.counted, token, locale),
        toAmountCell(turnout.quorum, token, locale),
        { value: share, text: formatNumber(share, 'share', locale) },
      ]
    }),
  }
}
