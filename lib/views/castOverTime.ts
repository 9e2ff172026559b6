import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { MetricResult } from '@/lib/domain/metric'
import type { ProposalSummary } from '@/lib/domain/proposal'
import type { Locale } from '@/lib/domain/text'
import type { CastSpread } from '@/lib/governance/castSpread'
import { toMedian } from '@/lib/metrics/median'
import { formatDate, formatNumber } from './format'
import { toValue } from './metricCell'

/** What was cast at one decided proposal, beside the HHI of what was held at the end of the day on which it closed. */
export interface CastProposal {
  proposal: ProposalSummary
  spread: CastSpread
  /** undefined where what was held that day is not kept */
  held: MetricResult | undefined
}

const words = {
  en: {
    title: (name: string) => `${name}: how much voting concentrates`, axis: 'HHI of what was cast ÷ HHI of what is held', dots: 'one decided proposal', equal: 'as what is held',
    tell: (day: string, times: string, count: string, median: string) => `What was cast on the proposal that closed on ${day} was ${times} times as concentrated as what was held, by HHI; over ${count} proposals the median is ${median} times.`,
    lens: (lens: string) => `Held: lens ${lens}, at the end of the day on which the proposal closed. Cast: every address that voted for itself, nobody left out.`,
    none: 'Of no decided proposal is it known both what was cast and what was held.',
  },
  de: {
    title: (name: string) => `${name}: wie stark das Abstimmen konzentriert`, axis: 'HHI des Abgegebenen ÷ HHI des Besitzes', dots: 'ein entschiedener Vorschlag', equal: 'wie der Besitz',
    tell: (day: string, times: string, count: string, median: string) => `Was zu dem Vorschlag abgegeben wurde, der am ${day} schloss, war nach HHI ${times}-mal so konzentriert wie der Besitz; der Median über ${count} Vorschläge ist ${median}-mal.`,
    lens: (lens: string) => `Besitz: Sicht ${lens}, am Ende des Tages, an dem der Vorschlag schloss. Abgegeben: jede Adresse für sich, niemand weggelassen.`,
    none: 'Von keinem entschiedenen Vorschlag ist beides bekannt, was abgegeben wurde und was besessen wurde.',
  },
} as const

/**
 * How many times as concentrated what was cast was as what was held, by HHI; null where nobody knows what was held.
 *
 * @example toCastAmplification({ proposal, spread: { hhi: 0.5, nakamoto50: 1 }, held: { status: 'ok', value: 0.25 } }) // 2
 */
export function toCastAmplification({ spread, held }: CastProposal): number | null {
  const owned = toValue(held)
  return owned === null || owned === 0 ? null : spread.hhi / owned
}

/**
 * Amplification by voting, one dot a decided proposal.
 *
 * @param proposals oldest first
 * @example castOverTime(proposals, { lens: toLens('raw'), name: 'UNI' }, 'en').series[0]?.points[0] // { x: 1772496000, y: 2 }
 */
export function castOverTime(proposals: readonly CastProposal[], { lens, name }: { lens: Pick<Lens, 'name'>; name: string }, locale: Locale): ChartSpec {
  const word = words[locale]
  const points = proposals.map((one) => ({ x: one.proposal.closes, y: toCastAmplification(one) }))
  const factors = points.flatMap(({ y }) => y ?? [])
  const last = points.findLast(({ y }) => y !== null)
  const times = (value: number) => formatNumber(value, 'ratio', locale)
  return {
    id: 'castOverTime',
    title: word.title(name),
    sentence: last ? word.tell(formatDate(last.x, locale), times(last.y!), formatNumber(factors.length, 'count', locale), times(toMedian(factors)!)) : word.none,
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.axis, scale: 'linear', format: 'ratio' },
    series: [
      { id: 'amplification', label: word.dots, shape: 'dot', emphasis: 'main', points },
      { id: 'equal', label: word.equal, shape: 'line', emphasis: 'reference', points: points.map(({ x }) => ({ x, y: 1 })) },
    ],
    notes: [word.lens(lens.name[locale])],
    locale,
  }
}
