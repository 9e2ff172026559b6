import type { ChartSpec } from '@/lib/domain/chartSpec'

const words = {
  en: (count: number) => `Not shown: ${count} ${count === 1 ? 'value' : 'values'} of zero or less; a logarithmic axis has no place for them.`,
  de: (count: number) => `Nicht gezeigt: ${count} ${count === 1 ? 'Wert' : 'Werte'} von null oder weniger; eine logarithmische Achse hat dafür keinen Platz.`,
}

/** The words under a logarithmic chart that leaves points out; empty where it leaves none. */
export function toDroppedNote(spec: ChartSpec): string {
  const dropped = spec.series.flatMap(({ points }) => points).filter(({ x, y }) =>
    (spec.x.scale === 'log' && x <= 0) || (spec.y.scale === 'log' && y !== null && y <= 0)).length
  return dropped ? words[spec.locale](dropped) : ''
}
