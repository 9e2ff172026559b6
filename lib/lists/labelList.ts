import { addressSchema, type Address } from '@/lib/domain/address'
import type { Confidence } from '@/lib/domain/label'
import { labelStatementSchema, type LabelStatement } from '@/lib/domain/labelStatement'
import { toLabelText } from '@/lib/domain/labelText'
import type { Token } from '@/lib/domain/protocol'
import { isAddress } from './columnNames'
import { delimitedRecords } from './delimitedRecords'
import { jsonRecords } from './jsonRecords'
import { findLabelColumns, type LabelColumn, type LabelColumns } from './labelColumns'
import { readChain, readConfidence, readKind, readRoleWords } from './labelWords'
import { ListError } from './listError'
import type { ListRecord } from './listRecord'

/** What holds for rows that do not say it themselves, and whose labels are wanted. */
export interface LabelListChoice {
  /** The file's name, under which its labels are kept */
  file: string
  /** UTC day, as in '2026-04-01' */
  asOf: string
  source: string | null
  confidence: Confidence | null
  /** Rows that say they are of another token or of another chain are left out */
  token: Pick<Token, 'symbol' | 'name' | 'address' | 'chainId'>
}

/** What a label file says. */
export interface LabelList {
  /** One an account, in the order of the file */
  statements: LabelStatement[]
  /** Rows below the header */
  rows: number
  /** Rows that were left out, because they are of another token or chain */
  elsewhere: number
  /** Rows that say again what another said already */
  repeated: number
  /** Words for roles that mean nothing here, and how often each stands there, most frequent first */
  unknownWords: [word: string, times: number][]
}

/** Nobody whose file does not say so vouches for it. */
const usualConfidence: Confidence = 'likely'

/**
 * Reads a file of labels: CSV with a header (also with tabs, semicolons, bars), `address,name,role` without one, a JSON array of objects, or
 * the JSON form `{ address: { name, labels: [] } }`. Columns are found by their names (`findLabelColumns`), roles by a table of words
 * (`roleWords`). What stands in it is data: names are cut to a line and stripped of what cannot be seen, and never become markup.
 *
 * @param text the whole file, without BOM (`toListText`)
 * @throws ListError that names line and column: no address, a day that there is not, a chain or confidence that means nothing, two rows that
 * say different things of one account, nothing at all about the token
 * @example parseLabelList('address,name,type\n0x…01,Binance 14,cex', choice).statements // [{ name: 'Binance 14', role: 'exchange', … }]
 */
export function parseLabelList(text: string, choice: LabelListChoice): LabelList {
  const records = [...(/^\s*[[{]/.test(text) ? jsonRecords(text, { nested: true }) : delimitedRecords(text))]
  const [first] = records
  if (!first) throw new ListError(1, 'the file is empty')
  const header = !first.cells.some(isAddress)
  const columns = findLabelColumns(first.cells, header, first.line)
  const nameOf = (column: LabelColumn | 'address') => (header ? shorten(first.cells[columns[column]!]!) : column)
  const rows = header ? records.slice(1) : records
  if (rows.length === 0) throw new ListError(first.line, 'there are no labels below the header')
  const words = new Map<string, number>()
  const said = new Map<Address, { line: number; statement: LabelStatement }>()
  let [elsewhere, repeated] = [0, 0]
  for (const row of rows) {
    if (isElsewhere(row, columns, choice.token, nameOf)) {
      elsewhere++
      continue
    }
    const { statement, unknown } = toRow(row, columns, choice, nameOf)
    for (const word of unknown.map(shorten)) words.set(word, (words.get(word) ?? 0) + 1)
    const before = said.get(statement.address)
    if (before && JSON.stringify(before.statement) !== JSON.stringify(statement)) {
      throw new ListError(row.line, `${statement.address} stands in line ${before.line} already and is somebody else there: keep one of the two rows`)
    }
    if (before) repeated++
    else said.set(statement.address, { line: row.line, statement })
  }
  if (said.size === 0) throw new ListError(rows[0]!.line, `none of the ${rows.length} rows is about ${choice.token.symbol} on chain ${choice.token.chainId}`)
  const unknownWords = [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return { statements: [...said.values()].map(({ statement }) => statement), rows: rows.length, elsewhere, repeated, unknownWords }
}

type NameOf = (column: LabelColumn | 'address') => string

const toCell = ({ cells }: ListRecord, columns: LabelColumns, column: LabelColumn | 'address'): string => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '').trim())

function isElsewhere(row: ListRecord, columns: LabelColumns, token: LabelListChoice['token'], nameOf: NameOf): boolean {
  const chain = toCell(row, columns, 'chain')
  const chainId = chain === '' ? token.chainId : readChain(chain)
  if (chainId === null) throw new ListError(row.line, `column "${nameOf('chain')}": "${shorten(chain)}" is no chain that is known here; write its number, as in 1`)
  const named = toCell(row, columns, 'token').toLowerCase()
  return chainId !== token.chainId || (named !== '' && ![token.symbol, token.name, token.address].some((name) => name.toLowerCase() === named))
}

function toRow(row: ListRecord, columns: LabelColumns, choice: LabelListChoice, nameOf: NameOf): { statement: LabelStatement; unknown: string[] } {
  const at = (column: LabelColumn | 'address') => toCell(row, columns, column)
  const wrong = (column: LabelColumn | 'address', problem: string) => new ListError(row.line, `column "${nameOf(column)}": "${shorten(at(column))}" ${problem}`)
  const address = addressSchema.safeParse(at('address'))
  if (!address.success) throw wrong('address', 'is not an address (0x and 40 hexadecimal digits)')
  const { role, kind, unknown } = readRoleWords(at('role'))
  const saidKind = at('kind') === '' ? null : readKind(at('kind'))
  if (at('kind') !== '' && saidKind === null) unknown.push(at('kind'))
  const confidence = at('confidence') === '' ? (choice.confidence ?? usualConfidence) : readConfidence(at('confidence'))
  if (confidence === null) throw wrong('confidence', 'is no confidence: certain, likely, guess, or a number from 0 to 1')
  const parsed = labelStatementSchema.safeParse({
    address: address.data,
    origin: 'imported',
    file: choice.file,
    kind: saidKind ?? kind ?? 'unknown',
    role,
    name: at('name') || at('entity') || unknown.join(', ') || null,
    source: at('source') || choice.source || `file ${choice.file}`,
    // A moment is on its day.
    asOf: at('asOf').replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1') || choice.asOf,
    confidence,
    entity: at('entity') || null,
    exclusion: at('exclusion') || null,
  })
  if (!parsed.success) {
    const column = parsed.error.issues[0]?.path[0] as LabelColumn
    throw wrong(column, column === 'asOf' ? 'is no day; write it as in 2026-04-01' : 'holds nothing that can be read')
  }
  const { name, entity, exclusion } = parsed.data
  if (!name && !role && !entity && !exclusion && parsed.data.kind === 'unknown') throw new ListError(row.line, `says nothing about ${address.data}: give it a name or a role`)
  return { statement: parsed.data, unknown }
}

/** What is said of a file's words goes to a terminal, which obeys control characters. */
const shorten = (text: string): string => toLabelText(text, 60)
