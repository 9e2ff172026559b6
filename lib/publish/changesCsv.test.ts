import { expect, it } from 'vitest'
import { changesColumns } from './changesCsv'
import { toCsv } from './csv'

it('gives what was held at both moments to the last digit, and both moments', async () => {
  // 1,000 units of one decimal are 100 tokens; 1711929599 is 2024-03-31T23:59:59Z.
  const basis = {
    token: { symbol: 'T', decimals: 1 },
    from: { block: 1000, timestamp: 1711929599, denominator: 1000n, holders: 2 },
    to: { block: 8200, timestamp: 1712015999, denominator: 1250n, holders: 3 },
    denominator: 'total supply',
  }
  const address = `0x${'a'.repeat(40)}`
  const columns = changesColumns(basis, { protocol: 't', tokenAddress: address, lens: 'raw' })
  let text = ''
  for await (const chunk of toCsv(columns, [{ kind: 'shrank', address, label: null, before: 605n, after: 500n }])) text += Buffer.from(chunk).toString()
  const [head, row] = text.trim().split('\r\n').map((line) => line.split(','))
  expect(Object.fromEntries(head!.map((name, i) => [name, row![i]]))).toMatchObject({
    change: 'shrank', before: '60.5', before_raw: '605', after: '50', after_raw: '500', change_raw: '-105',
    share_before_pct: '60.5', share_after_pct: '40', label: '', from_block_number: '1000', from_block_time: '2024-03-31T23:59:59Z',
    from_denominator_raw: '1000', to_block_number: '8200', to_denominator_raw: '1250',
  })
})
