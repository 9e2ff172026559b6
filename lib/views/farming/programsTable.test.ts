import { expect, it } from 'vitest'
import { programsSentence, programsTable, type ProgramRow } from './programsTable'

const token = { symbol: 'DSWP', decimals: 2 }
const day = (text: string) => Date.parse(`${text}T12:00:00Z`) / 1000
const rows: ProgramRow[] = [
  { name: 'Pool', began: true, window: { from: day('2024-04-01'), to: day('2024-07-01') }, paid: { all: 12_345n, first: day('2024-04-03'), last: day('2024-06-02') }, stakers: 1_234, owed: { all: 250n, timestamp: day('2024-06-05') } },
  { name: 'Gauge', began: true, window: null, paid: null, stakers: 2, owed: null },
  { name: 'Idle', began: false, window: null, paid: null, stakers: 0, owed: { all: 0n, timestamp: day('2024-06-05') } },
]

it('names each programme with its token, its time, what it paid and what it owes', () => {
  const texts = programsTable(rows, token, 'en').rows.map((row) => row.map(({ text }) => text))
  expect(texts[0]).toEqual(['Pool', 'DSWP', '1 Apr 2024 to 1 Jul 2024', '3 Apr 2024', '2 Jun 2024', '1,234', '123.45', '2.5', '5 Jun 2024'])
  // What was not asked is no zero, and what has no log says so.
  expect(texts[1]).toEqual(['Gauge', 'DSWP', 'no period in its logs', 'nothing paid yet', 'nothing paid yet', '2', '0', 'not asked yet', 'not asked yet'])
  expect(programsTable(rows, token, 'en').rows[1]!.slice(7).map(({ value }) => value)).toEqual([null, null])
  expect(texts[2]).toEqual(['Idle', 'DSWP', 'no log of it yet', 'no log of it yet', 'no log of it yet', '0', '0', '0', '5 Jun 2024'])
})

it('says how many there are, which paid most, and which have no log', () => {
  expect(programsSentence(rows, token, 'en')).toBe('3 programmes pay DSWP for what is staked, lent or borrowed. Pool paid most: 123.45 DSWP, from 3 Apr 2024 to 2 Jun 2024. Of Idle no log has been found: nothing was staked there, announced or paid.')
  expect(programsSentence(rows.slice(1, 2), token, 'de')).toBe('Ein Programm zahlt DSWP für Eingelegtes, Verliehenes oder Geliehenes.')
  expect(programsSentence([rows[2]!, { ...rows[2]!, name: 'Leer' }], token, 'de')).toBe(
    '2 Programme zahlen DSWP für Eingelegtes, Verliehenes oder Geliehenes. Von Idle und Leer ist kein Log zu finden: Dort wurde nichts eingelegt, angekündigt oder gezahlt.',
  )
})
