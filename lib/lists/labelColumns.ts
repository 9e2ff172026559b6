import { toLabelText } from '@/lib/domain/labelText'
import { findAddressName, toKey } from './columnNames'
import { ListError } from './listError'

/** What a label file may say of an account, and under which names of columns, best first; compared by `toKey`. */
const names = {
  name: ['name', 'nametag', 'publicname', 'displayname', 'label', 'identity', 'title', 'entity', 'entityname', 'owner', 'ownername', 'description'],
  role: ['role', 'roles', 'type', 'category', 'categories', 'labels', 'tags', 'tag', 'label', 'labeltype', 'accounttype'],
  kind: ['kind', 'accountkind', 'addresstype', 'wallettype'],
  entity: ['entity', 'entityname', 'owner', 'ownername', 'organisation', 'organization', 'company'],
  source: ['source', 'sources', 'sourceurl', 'url', 'link', 'reference', 'evidence', 'provenance'],
  asOf: ['asof', 'date', 'updated', 'updatedat', 'lastupdated', 'checked', 'day'],
  confidence: ['confidence', 'certainty', 'score', 'confidencescore'],
  exclusion: ['exclusion', 'exclusionreason', 'excluded', 'excludedbecause', 'reasonforexclusion', 'whyexcluded'],
  token: ['token', 'symbol', 'tokensymbol', 'tokenaddress', 'asset'],
  chain: ['chain', 'chainid', 'network', 'blockchain', 'chainname'],
} as const satisfies Record<string, readonly string[]>

export type LabelColumn = keyof typeof names

/** Columns that may be both: an owner's name is the account's name where there is no other. */
const mayBeShared: readonly LabelColumn[] = ['entity']

/** Where each thing that a label file says stands, as places in a record's cells; absent where it does not say it. */
export type LabelColumns = Partial<Record<LabelColumn, number>> & { address: number }

/**
 * Finds what the columns of a label file say, by their names.
 *
 * @param cells of the first record
 * @param header whether that is a header; otherwise columns are address, name, role
 * @throws ListError where no column is the address, or none says anything
 * @example findLabelColumns(['token', 'address', 'identity'], true, 1) // { address: 1, name: 2, token: 0 }
 */
export function findLabelColumns(cells: readonly string[], header: boolean, line: number): LabelColumns {
  if (!header) {
    if (cells.length < 2 || cells.length > 3) throw new ListError(line, `there is no header row, and ${cells.length} columns could be anything: write one, as in address,name,role`)
    return cells.length > 2 ? { address: 0, name: 1, role: 2 } : { address: 0, name: 1 }
  }
  const keys = cells.map(toKey)
  const address = findAddressName(cells) >= 0 ? findAddressName(cells) : keys.findIndex((key) => key === 'contract' || key === 'contractaddress')
  if (address < 0) throw new ListError(line, `no column is the address; ${toChoices(cells)}; call it "address"`)
  const columns: LabelColumns = { address }
  const taken = new Set([address])
  for (const column of Object.keys(names) as LabelColumn[]) {
    const known: readonly string[] = names[column]
    const key = known.find((name) => keys.includes(name) && (mayBeShared.includes(column) || !taken.has(keys.indexOf(name))))
    if (key === undefined) continue
    columns[column] = keys.indexOf(key)
    taken.add(keys.indexOf(key))
  }
  if (!(['name', 'role', 'kind', 'entity', 'exclusion'] as const).some((column) => columns[column] !== undefined)) {
    throw new ListError(line, `no column says who an account is; ${toChoices(cells)}; call one "name" or "role"`)
  }
  return columns
}

const toChoices = (cells: readonly string[]): string => `the columns are ${cells.map((cell) => `"${toLabelText(cell, 40)}"`).join(', ')}`
