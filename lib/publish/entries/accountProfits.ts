import type { AccountProfit } from '@/lib/domain/account'
import { accountProfits as accountProfitsView, accountProfitsNote, accountProfitsSentence } from '@/lib/views/market/accountProfits'
import { toPoolName } from '@/lib/views/market/marketBasis'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { Chart } from '../view'
import { ofAccount, ownerColumn, toAccountParts, toAccountTitle } from './accountParts'
import { resultColumns } from './profitResults'
import { toTableView } from './toTableView'

/** What an account earned, pool by pool, in every protocol. */
export const accountProfits: Chart = {
  ...ofAccount,
  id: 'accountProfits',
  title: { en: 'What an account earned in pools', de: 'Was ein Konto in Pools verdiente' },
  kind: 'table',
  needs: ['account'],
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    if (!parts) return null
    const { account: { profits }, display } = parts
    const columns: CsvColumn<AccountProfit>[] = [
      ownerColumn(parts),
      { name: 'pool_address', kind: 'code', value: ({ facts }) => display(facts.address) },
      { name: 'pool_name', kind: 'text', value: ({ facts }) => toPoolName(facts, 'en') },
      ...resultColumns<AccountProfit>(({ facts }) => facts, ({ result }) => result, display),
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol },
      { name: 'mark_day', kind: 'code', value: ({ markDay }) => markDay },
      { name: 'block_number', kind: 'number', value: ({ block }) => String(block.number) },
      { name: 'block_time', kind: 'code', value: ({ block }) => toIsoTime(block.timestamp) },
    ]
    return toTableView({
      id: 'accountProfits', title: toAccountTitle(accountProfits.title, parts, locale), sentence: accountProfitsSentence(profits, locale),
      notes: profits.length > 0 ? [accountProfitsNote(locale)] : [], table: accountProfitsView(profits, locale), columns, rows: profits,
    }, locale)
  },
}
