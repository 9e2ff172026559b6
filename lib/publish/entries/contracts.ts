import type { ContractStatus } from '@/lib/domain/contractStatus'
import { contractsTable as contractsTableView } from '@/lib/views/contractsTable'
import { formatNumber } from '@/lib/views/format'
import type { CsvColumn } from '../csv'
import type { Chart } from '../view'
import { toTableView } from './toTableView'

const counted = {
  en: (all: string, failed: string) => `The logs of ${all} contracts are kept; ${failed} of them could not be read to the end.`,
  de: (all: string, failed: string) => `Die Logs von ${all} Contracts werden aufbewahrt; ${failed} davon konnten nicht bis zum Ende gelesen werden.`,
} as const

export const contractsTable: Chart = {
  kind: 'table',
  scopes: ['all'],
  lenses: false,
  days: false,
  fixed: false,
  needs: ['work'],
  long: false,
  id: 'contractsTable',
  title: { en: 'What is read of contracts’ logs', de: 'Was von den Logs der Contracts gelesen ist' },
  view: ({ work, displayAddress }, locale) => {
    if (!work) return null
    const { contracts, names } = work
    const columns: CsvColumn<ContractStatus>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol },
      { name: 'chain_id', kind: 'number', value: ({ chainId }) => String(chainId) },
      { name: 'name', kind: 'text', value: ({ name }) => name },
      { name: 'contract', kind: 'code', value: ({ address }) => displayAddress(address), words: { en: 'Contract whose logs are kept, EIP-55', de: 'Contract, dessen Logs aufbewahrt werden, EIP-55' } },
      { name: 'block_number', kind: 'number', value: ({ lastBlock }) => (lastBlock === null ? null : String(lastBlock)) },
      { name: 'error', kind: 'text', value: ({ error }) => error },
    ]
    const failed = contracts.filter(({ error }) => error !== null).length
    const sentence = counted[locale](formatNumber(contracts.length, 'count', locale), formatNumber(failed, 'count', locale))
    return toTableView({ id: 'contractsTable', title: contractsTable.title[locale], sentence, notes: [], table: contractsTableView(contracts, names, displayAddress, locale), columns, rows: contracts }, locale)
  },
}
