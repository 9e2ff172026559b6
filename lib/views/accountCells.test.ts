import { expect, it } from 'vitest'
import { toAccountCell, toSourceCell } from './accountCells'
import { holdersTable } from './holdersTable'

it('a source is a link only where it is an address on the web that can be followed', () => {
  expect(toSourceCell('https://etherscan.io/address/0x1')).toEqual({ value: 'https://etherscan.io/address/0x1', text: 'etherscan.io', href: 'https://etherscan.io/address/0x1' })
  for (const source of ['deployed by the team', 'javascript:alert(1)', 'ftp://example.org', 'https://[', 'http://']) expect(toSourceCell(source)).toEqual({ value: source, text: source })
})

it('an address leads to its account, in the reader’s language, and a holder with a broken source to a table all the same', () => {
  expect(toAccountCell('0xAb', 'de')).toEqual({ value: '0xAb', text: '0xAb', href: '/de/accounts/0xAb' })
  const [row] = holdersTable([{ rank: 1, address: '0xAb', amount: 1n, label: { name: 'x', role: null, source: 'https://[' } }], { symbol: 'T', decimals: 0 }, 2n, 'en').rows
  expect(row!.map(({ href }) => href)).toEqual([undefined, '/accounts/0xAb', undefined, undefined, undefined, undefined])
})
