import { toDecimalString } from '@/lib/domain/amount'
import type { AccountDay, AccountHistory } from '@/lib/domain/account'
import { accountHistory as accountHistoryView, accountHistoryTable } from '@/lib/views/accountHistory'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercent } from '../plainDecimal'
import type { Chart } from '../view'
import { ofAccount, ownerColumn, toAccountParts } from './accountParts'
import { toChartView } from './ownership'

/** What an account held over time. The drawing may have a point a week; the data have every day. */
export const accountHistory: Chart = {
  ...ofAccount,
  id: 'accountHistory',
  title: { en: 'What an account held over time', de: 'Was ein Konto im Lauf der Zeit hielt' },
  kind: 'chart',
  needs: ['account', 'accountHistory'],
  view: (loaded, locale) => {
    const parts = toAccountParts(loaded)
    const chart = parts && accountHistoryView(parts.account.history, parts.name, locale)
    if (!parts || !chart) return null
    type Row = AccountDay & { of: AccountHistory }
    const rows = parts.account.history.flatMap((of) => of.days.map((day): Row => ({ ...day, of })))
    const basis = basisColumns<Row>(({ of: { protocol, token }, day, block, timestamp, origin, denominator }) => ({
      protocol, tokenAddress: parts.display(token.address), lens: 'raw', denominator, origin, day, block: { number: block, timestamp },
    }))
    const columns: CsvColumn<Row>[] = [
      ownerColumn(parts),
      ...basis.filter(({ name }) => name === 'day'),
      { name: 'symbol', kind: 'text', value: ({ of }) => of.token.symbol },
      { name: 'balance', kind: 'number', value: ({ balance, of }) => toDecimalString(balance, of.token.decimals) },
      { name: 'balance_raw', kind: 'number', value: ({ balance }) => String(balance) },
      { name: 'share_pct', kind: 'number', value: ({ balance, denominator }) => (denominator > 0n ? toPercent(balance, denominator) : null) },
      ...basis.filter(({ name }) => name !== 'day'),
    ]
    const view = toChartView(chart, 'accountHistory', toDataTable(columns, rows), locale)
    return { ...view, table: accountHistoryTable(parts.account.history, chart) }
  },
}
