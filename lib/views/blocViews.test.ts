import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { AgreementMatrix, BlocWindow, PlaceBlocs } from '@/lib/domain/bloc'
import { agreementMatrix, agreementSentence } from './agreementMatrix'
import { votingBlocs, votingBlocsTable } from './votingBlocs'

const account = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address

// 1772496000 is 2026-03-03T00:00:00Z. 60 of 100 votes and 2 of 8 voters; of voters another bloc has half: −log₂ 0.6 = 0.737 and −log₂ 0.5 = 1.
const window: BlocWindow = {
  first: 'a', last: 'j', from: 1_770_000_000, to: 1_772_496_000, voters: 8,
  blocs: [{ voters: 2, votes: 60n }, { voters: 4, votes: 20n }, { voters: 2, votes: 20n }],
  byVotes: { status: 'ok', bits: -Math.log2(0.6) }, byVoters: { status: 'ok', bits: 1 },
}
const few: BlocWindow = { ...window, to: window.to - 86_400, voters: 4, blocs: [], byVotes: { status: 'undefined', reason: 'tooFewVoters' }, byVoters: { status: 'undefined', reason: 'tooFewVoters' } }
const matrix: AgreementMatrix = {
  voters: [{ voter: account(1), votes: 9n, proposals: 20 }, { voter: account(2), votes: 8n, proposals: 12 }, { voter: account(3), votes: 7n, proposals: 3 }],
  pairs: [[], [{ both: 12, alike: 9 }], [{ both: 5, alike: 1 }, { both: 3, alike: 3 }]],
}
const place: PlaceBlocs = { origin: 'offChain', place: 'one.eth', proposals: 11, windows: [few, window], matrix }

describe('blocs over time', () => {
  it('says how much of the votes lies with the largest bloc, with k, seed and weights', () => {
    const english = votingBlocs([place, { ...place, origin: 'chain', place: '0x1' }], 'UNI', 'en')
    expect(english.sentence).toBe('In the ten decided proposals up to 3 Mar 2026, 60.0% of the votes lay with the largest bloc of like voters (2 of 8 addresses); voting-bloc entropy 0.74\u00a0bits by votes, 1.00\u00a0bits by addresses.')
    expect(english.series.map(({ points }) => points)).toEqual([
      [{ x: few.to, y: null }, { x: window.to, y: -Math.log2(0.6) }],
      [{ x: few.to, y: null }, { x: window.to, y: 1 }],
    ])
    expect(english.notes.join(' ')).toMatch(/Snapshot one\.eth: 11 decided proposals.*k = 3, seed 1.*1\.58 bits at most.*Elsewhere: Governor 0x1/)
    expect(votingBlocs([place], 'UNI', 'de').sentence).toBe('Bei den zehn entschiedenen Vorschlägen bis zum 3. März 2026 lagen 60,0\u00a0% der Stimmen beim größten Block gleich Stimmender (2 von 8 Adressen); Entropie der Blöcke: 0,74\u00a0Bit nach Stimmen, 1,00\u00a0Bit nach Adressen.')
  })

  it('has its windows in a table, newest first, and says why one has none', () => {
    expect(votingBlocsTable(place, 'UNI', 'en').rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['3 Mar 2026', '8', '3', '60.0%', '50.0%', '0.74\u00a0bits', '1.00\u00a0bits'],
      ['2 Mar 2026', '4', '0', 'too few voters', 'too few voters', 'too few voters', 'too few voters'],
    ])
  })

  it('says that it takes ten, and why the last ones say nothing', () => {
    expect(votingBlocs([{ ...place, proposals: 4, windows: [] }], 'UNI', 'en').sentence).toBe('There are 4 decided proposals of for and against, and it takes ten.')
    expect(votingBlocs([{ ...place, windows: [few] }], 'UNI', 'de').sentence).toBe('Die zehn entschiedenen Vorschläge bis zum 2. März 2026 ergeben keine Entropie: zu wenige Abstimmende.')
  })
})

describe('agreement', () => {
  const names = { labels: [{ address: account(1), name: 'a16z' }], displayAddress: (address: Address) => address }

  it('each pair once, with on how many both voted', () => {
    const table = agreementMatrix(matrix, names, 'UNI', 'en')
    expect(table.columns.map(({ label }) => label)).toEqual(['Place', 'Voter', 'Proposals', '1', '2'])
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['1', 'a16z', '20', '', ''],
      ['2', '0x000000…0002', '12', '75.0% (12)', ''],
      ['3', '0x000000…0003', '3', '20.0% (5)', 'too few (3)'],
    ])
    expect(table.rows[1]!.map(({ value }) => value)).toEqual([2, account(2), 12, 0.75, null])
  })

  it('tells who is most alike and who least', () => {
    expect(agreementSentence(matrix, names, 'en')).toBe('Most alike vote a16z and 0x000000…0002: on 75.0% of the 12 decided proposals on which both voted. Least alike: a16z and 0x000000…0003, 20.0% of 5.')
    expect(agreementSentence({ voters: matrix.voters, pairs: [[], [{ both: 4, alike: 4 }], []] }, names, 'de')).toBe('Keine zwei der größten Abstimmenden haben gemeinsam über fünf entschiedene Vorschläge abgestimmt.')
  })
})
