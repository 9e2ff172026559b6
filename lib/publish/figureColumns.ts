import type { Finding, FindingFigure } from '@/lib/domain/finding'
import type { Text } from '@/lib/domain/text'
import { toIsoTime } from './csvBasis'
import type { CsvColumn } from './csv'
import { toPercentDecimal, toPlainDecimal } from './plainDecimal'

const units: Partial<Record<FindingFigure['format'], string>> = { share: '_pct', bits: '_bits' }
const inPercent: Text = { en: ', in per cent', de: ', in Prozent' }
const ends = {
  low: { en: 'Lower end of the interval: ', de: 'Unteres Ende des Intervalls: ' },
  high: { en: 'Upper end of the interval: ', de: 'Oberes Ende des Intervalls: ' },
} as const satisfies Record<string, Text>

/**
 * A figure of a verdict as columns: itself, and the ends of its interval where it has one.
 *
 * @param figure any of its kind
 * @example toFigureColumns({ id: 'fewCould', name, format: 'share', value: 0.5 }, false).map(({ name }) => name) // ['few_could_pct']
 */
export function toFigureColumns({ id, name, format }: FindingFigure, isBounded: boolean): CsvColumn<Finding>[] {
  const word = id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const unit = units[format] ?? ''
  const write = (value: number | null | undefined): string | null => {
    if (value === null || value === undefined) return null
    return format === 'date' ? toIsoTime(value) : format === 'share' ? toPercentDecimal(value) : toPlainDecimal(value)
  }
  const kind = format === 'date' ? 'code' as const : 'number' as const
  const toWords = (before: Text): Text => ({ en: before.en + name.en + (format === 'share' ? inPercent.en : ''), de: before.de + name.de + (format === 'share' ? inPercent.de : '') })
  const find = ({ figures }: Finding) => figures.find((figure) => figure.id === id)
  return [
    { name: word + unit, kind, words: toWords({ en: '', de: '' }), value: (finding) => write(find(finding)?.value) },
    ...(isBounded ? (['low', 'high'] as const).map((end): CsvColumn<Finding> => ({ name: `${word}_${end}${unit}`, kind, words: toWords(ends[end]), value: (finding) => write(find(finding)?.[end]) })) : []),
  ]
}
