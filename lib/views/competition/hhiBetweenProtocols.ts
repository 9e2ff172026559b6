import type { ChartSpec } from '@/lib/domain/chartSpec'
import { rivalMeasures, type RivalGroup, type Rivalry } from '@/lib/domain/competition'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'
import { competitionNotes } from './competitionNotes'
import { toMonthPoints } from './months'

const words = {
  en: {
    title: 'How concentrated the field of protocols is', y: 'HHI between protocols',
    part: (name: string, last: string, first: string, equal: string) => `${name} ${last} (first ${first}; equal shares would be ${equal})`,
    sentence: (parts: string) => `Herfindahl–Hirschman index between protocols over the last twelve months: ${parts}.`,
  },
  de: {
    title: 'Wie konzentriert das Feld der Protokolle ist', y: 'HHI zwischen Protokollen',
    part: (name: string, last: string, first: string, equal: string) => `${name} ${last} (zuerst ${first}; gleiche Anteile ergäben ${equal})`,
    sentence: (parts: string) => `Herfindahl-Hirschman-Index zwischen Protokollen über die letzten zwölf Monate: ${parts}.`,
  },
} as const

/**
 * The rivalries of a group that have twelve months.
 *
 * @example toTold(group).map(({ measure }) => measure) // ['liquidity', 'holders']
 */
export const toTold = ({ rivalries }: Pick<RivalGroup, 'rivalries'>): Rivalry[] => rivalries.filter(({ path }) => path.length > 0)

/**
 * The concentration between protocols from month to month, one line for each measure: Σ shares² over twelve months.
 *
 * @example hhiBetweenProtocols(group, 'en').series.map(({ id }) => id) // ['liquidity', 'holders']
 */
export function hhiBetweenProtocols(group: RivalGroup, locale: Locale): ChartSpec {
  const word = words[locale]
  const told = toTold(group)
  const index = (value: number) => formatNumber(value, 'index', locale)
  return {
    id: 'hhiBetweenProtocols',
    title: word.title,
    sentence: word.sentence(told.map(({ measure, path, protocols }) => word.part(rivalMeasures[measure][locale], index(path.at(-1)!.hhi), index(path[0]!.hhi), index(1 / protocols.length))).join('; ')),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'index', domain: [0, 1] },
    series: told.map(({ measure, path }) => ({ id: measure, label: rivalMeasures[measure][locale], shape: 'line', emphasis: 'main', points: toMonthPoints(path, ({ hhi }) => hhi) })),
    notes: competitionNotes([group], told.map(({ measure }) => measure), locale),
    locale,
  }
}
