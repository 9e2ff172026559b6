import type { ContractStatus } from '@/lib/domain/contractStatus'
import { contractsSentence, contractsTable as contractsTableView } from '@/lib/views/contractsTable'
import type { CsvColumn } from '../csv'
import type { Chart } from '../view'
import { toTableView } from './toTableView'

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
    return toTableView({ id: 'contractsTable', title: contractsTable.title[locale], sentence: contractsSentence(contracts, locale), notes: [], table: contractsTableView(contracts, names, displayAddress, locale), columns, rows: contracts }, locale)
  },
}
