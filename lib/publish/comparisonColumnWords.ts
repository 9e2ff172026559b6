import type { Text } from '@/lib/domain/text'

const ofProtocol: Readonly<Record<string, (name: string) => Text>> = {
  value: (name) => ({ en: `Value of ${name}, in the unit of the row; shares from 0 to 1`, de: `Wert von ${name} in der Einheit der Zeile; Anteile von 0 bis 1` }),
  status: (name) => ({ en: `ok, or why there is no value of ${name}`, de: `ok, oder warum es keinen Wert von ${name} gibt` }),
  day: (name) => ({ en: `UTC day of the snapshot of ${name}`, de: `Tag (UTC) des Stands von ${name}` }),
  block_number: (name) => ({ en: `Block of the snapshot of ${name}`, de: `Block des Stands von ${name}` }),
  denominator_raw: (name) => ({ en: `What shares of ${name} are taken of, in smallest units`, de: `Bezugsgröße der Anteile von ${name} in kleinsten Einheiten` }),
}

/** The words of a column that is there once for each compared protocol. */
export function toComparisonColumnWords(column: string): Text | null {
  const [, kind, word] = /^compared_(value|status|day|block_number|denominator_raw)_of_(.+)$/.exec(column) ?? []
  return kind && word ? ofProtocol[kind]!(word.replaceAll('_', '-')) : null
}

/** The name of such a column. */
export const toComparedColumn = (kind: 'value' | 'status' | 'day' | 'block_number' | 'denominator_raw', slug: string): string => `compared_${kind}_of_${slug.replaceAll('-', '_')}`
