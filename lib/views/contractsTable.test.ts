import { expect, test } from 'vitest'
import { contractsSentence, contractsTable } from './contractsTable'

test('a contract that is read, and one whose logs could not be read from the first block on: that is not block 0', () => {
  const address = `0x${'a'.repeat(40)}` as const
  const contract = { protocol: 'uniswap', chainId: 1, name: 'UNI', address, lastBlock: 21_500_000, error: null }
  const table = contractsTable([contract, { ...contract, protocol: 'gone', lastBlock: null, error: 'no logs today' }], new Map([['uniswap', 'Uniswap']]), (one) => one.toUpperCase(), 'de')
  expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['Uniswap', 'UNI', address.toUpperCase(), '21.500.000', 'keiner'],
    ['gone', 'UNI', address.toUpperCase(), 'noch nichts', 'no logs today'],
  ])
  expect(table.rows[1]![3]!.value).toBeNull()
})

test('how many there are, and with how many reading failed, in words of one, of several and of none', () => {
  const [well, ill] = [{ error: null }, { error: 'no logs today' }]
  expect([[], [well], [well, well, ill]].map((contracts) => contractsSentence(contracts, 'en'))).toEqual([
    'No contract’s logs are kept yet.', 'The logs of one contract are kept; the last reading of each went through.', 'The logs of 3 contracts are kept; with 1 of them the last reading ended in an error.',
  ])
  expect(contractsSentence([ill, ill], 'de')).toBe('Die Logs von 2 Contracts werden aufbewahrt; bei 2 davon endete das letzte Lesen mit einem Fehler.')
})
