import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { toDayPoints, toDrawnDays } from './drawnDays'
import { formatDate, formatNumber } from './format'
import { toValue } from './metricCell'
import type { PowerDay } from './powerOverTime'

const words = {
  en: {
    title: (name: string) => `${name}: how much delegation concentrates`,
    axis: 'HHI of votes ÷ HHI of what is held', line: 'amplification', equal: 'as what is held',
    tell: (day: string, times: string) => `On ${day} votes were ${times} times as concentrated as what is held, by HHI.`,
    first: (day: string, times: string) => ` On ${day} it was ${times} times.`,
    lens: (lens: string) => `Held: lens ${lens}. Votes: every account with a vote, nobody left out, because who the delegates of past days were is not kept. Under the lens of all addresses both leave out nobody.`,
    weekly: 'One point a week; every day stands in the CSV file.', none: 'There is no day of which both are kept.',
  },
  de: {
    title: (name: string) => `${name}: wie stark das Delegieren konzentriert`,
    axis: 'HHI der Stimmen ÷ HHI des Besitzes', line: 'Verstärkung', equal: 'wie der Besitz',
    tell: (day: string, times: string) => `Am ${day} waren die Stimmen nach HHI ${times}-mal so konzentriert wie der Besitz.`,
    first: (day: string, times: string) => ` Am ${day} waren sie es ${times}-mal.`,
    lens: (lens: string) => `Besitz: Sicht ${lens}. Stimmen: alle Konten mit Stimmen, niemand weggelassen, denn wer an früheren Tagen Delegierter war, ist nicht gespeichert. In der Sicht aller Adressen lassen beide niemanden weg.`,
    weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.', none: 'Von keinem Tag liegt beides vor.',
  },
} as const

/**
 * How many times as concentrated votes were as what was held on the same day, by HHI (Zukowski 2026); null where one of both is not known.
 *
 * @param day with the HHI of votes and of what was held
 * @example toAmplification({ day: '2026-04-01', votes: { status: 'ok', value: 0.5 }, held: { status: 'ok', value: 0.25 } }) // 2
 */
export function toAmplification({ votes, held }: PowerDay): number | null {
  const [cast, owned] = [toValue(votes), toValue(held)]
  return cast === null || owned === null || owned === 0 ? null : cast / owned
}

/**
 * Amplification day by day. A day of which one of both is not known is a gap in the line.
 *
 * @param days oldest first, with the HHI of votes and of what was held
 * @example amplificationOverTime(days, { lens: toLens('raw'), name: 'UNI' }, 'en').series[0]?.points[0]?.y // 2
 */
export function amplificationOverTime(days: readonly PowerDay[], { lens, name }: { lens: Pick<Lens, 'name'>; name: string }, locale: Locale): ChartSpec {
  const word = words[locale]
  const drawn = toDrawnDays(days)
  const points = toDayPoints(drawn, toAmplification)
  const measured = days.filter((day) => toAmplification(day) !== null)
  const [first, last] = [measured[0], measured.at(-1)]
  const tell = (write: (day: string, times: string) => string, day: PowerDay) => write(formatDate(toTimestamp(day.day), locale), formatNumber(toAmplification(day)!, 'ratio', locale))
  return {
    id: 'amplificationOverTime',
    title: word.title(name),
    sentence: first && last ? tell(word.tell, last) + (first === last ? '' : tell(word.first, first)) : word.none,
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.axis, scale: 'linear', format: 'ratio' },
    series: [
      { id: 'amplification', label: word.line, shape: 'line', emphasis: 'main', points },
      { id: 'equal', label: word.equal, shape: 'line', emphasis: 'reference', points: points.map(({ x }) => ({ x, y: 1 })) },
    ],
    notes: [word.lens(lens.name[locale]), ...(drawn.step === 1 ? [] : [word.weekly])],
    locale,
  }
}
