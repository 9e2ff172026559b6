import type { ChartSpec, Point } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { runningLength, toRunningRate } from '@/lib/governance/decisionRates'
import type { DatedDecision } from './decidedProposal'
import { formatDate, formatNumber } from './format'

/** Above, the few would lie on the axis where one voter decides. */
const mostLinear = 40

const words = {
  en: {
    title: 'How few could have turned each decision', y: 'Voters', passed: 'passed', defeated: 'defeated',
    sentence: (all: string, one: string, three: string, from: string, to: string) => `Of ${all} decisions from ${from} to ${to}, one voter alone could have turned ${one}, three or fewer together ${three}.`,
    nobody: (count: string) => `In ${count} decisions not even all who voted could have turned the outcome: they have no point.`,
    who: 'Only those who voted are counted: what the others had is not in it.',
    rateTitle: 'Decisions that one voter could have turned, over the last ten', rateY: 'Share of the last ten', byOne: 'by one voter', byThree: 'by three or fewer', turnedByAddress: 'by one address, one vote',
    rateSentence: (share: string, date: string, highest: string) => `Of the ten decisions up to ${date}, one voter alone could have turned ${share}; the highest share over any ten was ${highest}.`,
    rateNote: `Each point stands for the ${runningLength} decisions up to it.`,
  },
  de: {
    title: 'Wie wenige jede Entscheidung hätten kippen können', y: 'Abstimmende', passed: 'angenommen', defeated: 'abgelehnt',
    sentence: (all: string, one: string, three: string, from: string, to: string) => `Von ${all} Entscheidungen vom ${from} bis ${to} hätte ein Einzelner ${one} kippen können, drei oder weniger gemeinsam ${three}.`,
    nobody: (count: string) => `Bei ${count} Entscheidungen hätten nicht einmal alle Abstimmenden den Ausgang ändern können: Sie haben keinen Punkt.`,
    who: 'Gezählt ist nur, wer abgestimmt hat; was die anderen hatten, ist nicht dabei.',
    rateTitle: 'Entscheidungen, die ein Einzelner hätte kippen können, über die letzten zehn', rateY: 'Anteil an den letzten zehn', byOne: 'durch einen Einzelnen', byThree: 'durch drei oder weniger', turnedByAddress: 'durch eine Stimme je Adresse',
    rateSentence: (share: string, date: string, highest: string) => `Von den zehn Entscheidungen bis zum ${date} hätte ein Einzelner ${share} kippen können; der höchste Anteil über zehn war ${highest}.`,
    rateNote: `Jeder Punkt steht für die ${runningLength} Entscheidungen bis zu ihm.`,
  },
} as const

/**
 * Of each decision how few of those who voted could have turned it together.
 *
 * @param decisions oldest first, at least one
 * @example decisionsOverTime(decisions, 'UNI', 'en').sentence // 'Of 12 decisions from 1 Jan 2026 to 3 Mar 2026, one voter alone could have turned 5, …'
 */
export function decisionsOverTime(decisions: readonly DatedDecision[], name: string, locale: Locale): ChartSpec {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const fewest = decisions.flatMap(({ ruling: { flip } }) => flip.fewest?.count ?? [])
  const points = decisions.map(({ proposal: { closes }, ruling: { flip } }): Point => ({ x: closes, y: flip.fewest?.count ?? null }))
  const missing = decisions.length - fewest.length
  const date = (decision: DatedDecision | undefined) => formatDate(decision?.proposal.closes ?? 0, locale)
  return {
    id: 'decisionsOverTime',
    title: `${name}: ${word.title}`,
    sentence: word.sentence(count(decisions.length), count(fewest.filter((each) => each === 1).length), count(fewest.filter((each) => each <= 3).length), date(decisions[0]), date(decisions.at(-1))),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: Math.max(0, ...fewest) > mostLinear ? 'log' : 'linear', format: 'count' },
    series: [{ id: 'fewest', label: word.y, shape: 'dot', emphasis: 'main', points }],
    notes: [word.who, ...(missing > 0 ? [word.nobody(count(missing))] : [])],
    locale,
  }
}

/**
 * The share of the last ten decisions that one voter could have turned, beside three or fewer, and one address, one vote.
 *
 * @param decisions oldest first
 * @returns null before there are ten
 * @example decisiveRatesOverTime(decisions, 'UNI', 'en')?.series[0]?.points.at(-1) // { x: 1772496000, y: 0.3 }
 */
export function decisiveRatesOverTime(decisions: readonly DatedDecision[], name: string, locale: Locale): ChartSpec | null {
  const word = words[locale]
  const series = (['byOne', 'byThree', 'turnedByAddress'] as const).map((id) => ({
    id, label: word[id], shape: 'line', emphasis: id === 'byOne' ? 'main' : 'second',
    points: toRunningRate(decisions, id).flatMap((rate, place): Point[] => (place + 1 < runningLength ? [] : [{ x: decisions[place]!.proposal.closes, y: rate && rate.count / rate.of }])),
  } as const))
  const shares = series[0]!.points.flatMap(({ y }) => y ?? [])
  const share = (value: number) => formatNumber(value, 'share', locale)
  if (shares.length === 0) return null
  return {
    id: 'decisiveRatesOverTime',
    title: `${name}: ${word.rateTitle}`,
    sentence: word.rateSentence(share(shares.at(-1)!), formatDate(decisions.at(-1)!.proposal.closes, locale), share(Math.max(...shares))),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.rateY, scale: 'linear', format: 'share', domain: [0, 1] },
    series,
    notes: [word.rateNote, word.who],
    locale,
  }
}
