import type { Metric } from '@/lib/domain/metric'

const units: Partial<Record<Metric['unit'], string>> = { share: '_pct', bits: '_bits', nats: '_nats' }

/**
 * A metric's name as a column: snake_case, with its unit at the end.
 *
 * @example toColumnName({ id: 'top10Share', unit: 'share' }) // 'top10_share_pct'
 */
export const toColumnName = ({ id, unit }: Pick<Metric, 'id' | 'unit'>): string =>
  id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) + (units[unit] ?? '')
