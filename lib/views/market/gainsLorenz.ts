import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { MeasuredResults } from '@/lib/metrics/netResults'
import { formatNumber } from '../format'
import { toValue } from '../metricCell'

const words = {
  en: {
    title: (name: string) => `How gains and losses are shared in ${name}`, x: 'Share of those who gained, or lost, smallest first', y: 'Share of all gains, or of all losses', equality: 'All the same', gains: 'gains', losses: 'losses',
    gained: (count: string, who: string, share: string) => `${count === '1' ? 'One account' : `${count} accounts`} gained at entry prices; ${who} ${share} of all gains.`, nobody: 'Nobody gained at entry prices.', tenGained: 'the ten who gained most have', oneGained: 'the one who gained most has',
    lost: (count: string, who: string, share: string) => ` ${count} lost; ${who} ${share} of all losses.`, none: ' Nobody lost.', tenLost: 'the ten who lost most bore', oneLost: 'the one who lost most bore',
    gini: (value: string) => ` The Gini coefficient of all results, losses counted, is ${value}.`,
    meaning: 'The Gini coefficient of results after Raffinetti, Siletti and Vernizzi: 0 where all results are equal, 1 where one account gained everything and another lost everything.',
  },
  de: {
    title: (name: string) => `Wie Gewinne und Verluste in ${name} verteilt sind`, x: 'Anteil derer, die gewannen oder verloren, kleinste zuerst', y: 'Anteil an allen Gewinnen oder an allen Verlusten', equality: 'Alle gleich viel', gains: 'Gewinne', losses: 'Verluste',
    gained: (count: string, who: string, share: string) => `Zu Einstiegspreisen ${count === '1' ? 'hat ein Konto' : `haben ${count} Konten`} gewonnen; ${who} ${share} aller Gewinne.`, nobody: 'Zu Einstiegspreisen hat niemand gewonnen.', tenGained: 'die zehn mit den höchsten Gewinnen haben', oneGained: 'das mit dem höchsten Gewinn hat',
    lost: (count: string, who: string, share: string) => ` ${count === '1' ? 'Eines hat' : `${count} haben`} verloren; ${who} ${share} aller Verluste.`, none: ' Niemand hat verloren.', tenLost: 'die zehn mit den höchsten Verlusten trugen', oneLost: 'das mit dem höchsten Verlust trug',
    gini: (value: string) => ` Der Gini-Koeffizient aller Ergebnisse, Verluste mitgezählt, beträgt ${value}.`,
    meaning: 'Der Gini-Koeffizient der Ergebnisse nach Raffinetti, Siletti und Vernizzi: 0, wo alle Ergebnisse gleich sind, 1, wo ein Konto alles gewann und ein anderes alles verlor.',
  },
} as const

/**
 * The Lorenz curves of gains and of losses, each among those who have them.
 *
 * @param ids what the two series are called in files
 * @example gainsLorenz(measureNetResults(results), { gains: 'gains_dollar', losses: 'losses_dollar' }, 'WETH/USDC 0.3%', [], 'en').series.length // 3, with the line of equality
 */
export function gainsLorenz(results: MeasuredResults, ids: { gains: string; losses: string }, name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const share = { scale: 'linear', format: 'share', domain: [0, 1] } as const
  const toPoints = ({ curve }: MeasuredResults['gains']) => curve.map(([x, y]) => ({ x, y }))
  return {
    id: 'gainsLorenz',
    title: word.title(name),
    sentence: toSentence(results, locale),
    x: { ...share, label: word.x },
    y: { ...share, label: word.y },
    series: [
      { id: 'equality', label: word.equality, shape: 'line', emphasis: 'reference', points: [{ x: 0, y: 0 }, { x: 1, y: 1 }] },
      { id: ids.gains, label: word.gains, shape: 'line', emphasis: 'main', points: toPoints(results.gains) },
      ...(results.losses.accounts > 0 ? [{ id: ids.losses, label: word.losses, shape: 'line', emphasis: 'second', points: toPoints(results.losses) } as const] : []),
    ],
    notes: [word.meaning, ...notes],
    locale,
  }
}

function toSentence({ gains, losses, gini }: MeasuredResults, locale: Locale): string {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const most = ({ accounts, shares }: MeasuredResults['gains']) => formatNumber(toValue(accounts > 10 ? shares.top10Share : shares.top1Share) ?? 0, 'share', locale)
  const inequality = toValue(gini)
  return (gains.accounts === 0 ? word.nobody : word.gained(count(gains.accounts), gains.accounts > 10 ? word.tenGained : word.oneGained, most(gains)))
    + (losses.accounts === 0 ? word.none : word.lost(count(losses.accounts), losses.accounts > 10 ? word.tenLost : word.oneLost, most(losses)))
    + (inequality === null ? '' : word.gini(formatNumber(inequality, 'index', locale)))
}
