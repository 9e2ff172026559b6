import { dialects, type Dialect } from './csv'
import type { Citable } from './citation'
import { toWordsOf } from './columnWords'
import type { DataColumn } from './dataTable'

export const licence = { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' } as const

const whole = /^(rank|holders|accounts|(?:(?:from|to|first|last)_)?block_number|times|logs|blocks_behind|rows|waiting|running|given_up|attempts|max_attempts|snapshot|chain_id|ways|depth|voters|minimal_quorum|counted_at|decisions|decisions_asked|accounts_needed|flip(?:_with_absent)?_(?:alone|fewest)|nakamoto\d+)$|_raw$/
const moments = new Set(['block_time', 'from_block_time', 'to_block_time', 'first_time', 'last_time', 'next_try', 'opens_time', 'closes_time', 'created_time', 'queued_time', 'executed_time', 'vote_time'])

type Meaning = 'integer' | 'decimal' | 'date' | 'dateTime' | 'string'

/**
 * What the values of a column are.
 *
 * @example toMeaning({ name: 'balance_raw', kind: 'number' }) // 'integer'
 */
export function toMeaning({ name, kind }: DataColumn): Meaning {
  if (name === 'day') return 'date'
  if (moments.has(name)) return 'dateTime'
  return kind !== 'number' ? 'string' : whole.test(name) ? 'integer' : 'decimal'
}

/** A file with what it is cited as. */
export interface DescribedFile {
  /** Its name or address */
  url: string
  columns: readonly DataColumn[]
  citable: Citable
  dialect: Dialect
}

/**
 * What CSV on the Web asks to know of a file (W3C, Metadata Vocabulary for Tabular Data, 2015).
 *
 * @example toCsvw(file)['@context'] // 'http://www.w3.org/ns/csvw'
 */
export function toCsvw({ url, columns, citable, dialect }: DescribedFile): Record<string, unknown> {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url,
    'dc:title': citable.title,
    'dc:license': { '@id': licence.path },
    'dc:source': { '@id': citable.address },
    'dc:date': citable.day,
    dialect: { delimiter: dialects[dialect].separator, encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': toWordsOf(column).en,
        datatype: dialect === 'excel-de' && column.kind === 'number' ? { base: toMeaning(column), format: { decimalChar: ',' } } : toMeaning(column),
      })),
    },
  }
}

const tableTypes = { integer: 'integer', decimal: 'number', date: 'date', dateTime: 'datetime', string: 'string' } as const

/**
 * A Data Package, version 2.0, around one file. Amounts in smallest units are strings there: most readers' integers are too small for them.
 *
 * @param name lower case, digits, '-', '.'
 * @param bytes of the file
 * @example toDataPackage(file, 'uniswap-lorenz', 1234).$schema // 'https://datapackage.org/profiles/2.0/datapackage.json'
 */
export function toDataPackage({ url, columns, citable, dialect }: DescribedFile, name: string, bytes: number): Record<string, unknown> {
  const { separator, point } = dialects[dialect]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    id: citable.address,
    title: citable.title,
    homepage: citable.address,
    licenses: [licence],
    sources: [{ title: 'Lorenz', path: citable.address }],
    resources: [{
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      name: 'data',
      type: 'table',
      path: url,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', delimiter: separator, lineTerminator: '\r\n' },
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: columns.map((column) => {
          const raw = column.name.endsWith('_raw')
          const type = raw ? 'string' : tableTypes[toMeaning(column)]
          return {
            name: column.name,
            type,
            description: toWordsOf(column).en,
            ...(raw ? { constraints: { pattern: '-?\\d+' } } : {}),
            ...(type === 'number' && point !== '.' ? { decimalChar: point } : {}),
          }
        }),
        missingValues: [''],
      },
    }],
  }
}
