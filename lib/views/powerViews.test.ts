import { describe, expect, it } from 'vitest'
import { toLens } from '@/lib/ownership/lenses'
import { toMetric } from '@/lib/metrics/registry'
import { delegatesSentence, delegatesTable } from './delegatesTable'
import { delegationSentence, delegationTable } from './delegationTable'
import { gatheredSentence, powerGathered, type GatheredProposal } from './powerGathered'
import { powerLadder, powerLadderTable } from './powerLadder'
import { amplificationOverTime, toAmplification } from './amplificationOverTime'
import { powerOverTime, type PowerDay } from './powerOverTime'
import { quorumGauge, turnoutTable } from './quorumGauge'
import { thresholdsSentence, thresholdsTable } from './thresholdsTable'
import { votesAuditView } from './votesAuditView'
import { votesNotes } from './votesNotes'

const token = { symbol: 'UNI', decimals: 0 }
const ok = (value: number) => ({ status: 'ok', value }) as const
const texts = (rows: readonly (readonly { text: string }[])[]) => rows.map((row) => row.map(({ text }) => text))

describe('the ladder', () => {
  const rung = (id: 'supply' | 'delegated', total: bigint, hhi: number) => ({ id, total, accounts: 3, metrics: { hhi: ok(hhi) }, excluded: { accounts: 1, amount: 7n } })
  const ladder = { rungs: [rung('supply', 80n, 0.25), rung('delegated', 20n, 0.5)], supply: 100n, held: 'supply' as const, amplification: { delegated: 2, cast: null } }

  it('says how much votes and how much more concentrated it is', () => {
    const chart = powerLadder(ladder, 'UNI', ['note'], 'en')
    expect(chart.sentence).toBe('20.0% of the supply has a vote. By HHI delegated votes are 2.00 times as concentrated as what is held.')
    expect(chart.series[0]!.points).toEqual([{ x: 0, y: 0.25 }, { x: 1, y: 0.5 }])
    expect(powerLadder({ ...ladder, amplification: { delegated: 2, cast: 3 } }, 'UNI', [], 'de').sentence)
      .toBe('20,0\u00a0% der Gesamtmenge haben eine Stimme. Nach dem HHI sind delegierte Stimmen 2,00-mal so konzentriert wie der Besitz, üblicherweise abgegebene 3,00-mal.')
  })

  it('has a column a rung, and what was not measured is no zero', () => {
    const table = powerLadderTable(ladder, token, 'en')
    expect(table.columns.map(({ label }) => label)).toEqual(['Measure', 'supply', 'delegated'])
    expect(texts(table.rows.slice(0, 2))).toEqual([['Amount (UNI)', '80', '20'], ['Of the supply', '80.0%', '20.0%']])
    expect(table.rows.find(([id]) => id!.value === 'gini')!.slice(1)).toEqual([{ value: null, text: 'not measured' }, { value: null, text: 'not measured' }])
    expect(texts(table.rows.slice(-1))).toEqual([['Left out by the lens (UNI)', '7', '7']])
  })
})

it('lists delegates with what is not known named', () => {
  const row = { rank: 1, address: '0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984', votes: 30n, delegators: null, own: null, label: null, cast: { last: 9, all: 30 }, banzhaf: null }
  const known = { ...row, rank: 2, votes: 10n, delegators: 4, own: 3n, label: { name: 'Ann', role: null, source: 'x' }, banzhaf: 0.125 }
  const { rows } = delegatesTable([row, known], { token, denominator: 40n, proposals: { last: 10, decided: 42 } }, 'en')
  expect(texts(rows)).toEqual([
    ['1', '0x1F98…F984', '', '30', '75.0%', 'not known', 'not known', '9, missed 1', '30, missed 12', 'not counted'],
    ['2', '0x1F98…F984', 'Ann', '10', '25.0%', '4', '3', '9, missed 1', '30, missed 12', '12.5%'],
  ])
  expect(rows[0]![1]).toMatchObject({ value: row.address, href: `/accounts/${row.address}` })
  expect(delegatesTable([row], { token, denominator: 40n, proposals: { last: 0, decided: 0 } }, 'de').rows[0]![7]!.text).toBe('nicht bekannt')
  expect(delegatesSentence([row, known], token, 40n, 'en')).toBe('2 accounts can vote with UNI. The largest, 0x1F98…F984, has 75.0% of the votes.')
  expect(delegatesSentence([], token, 40n, 'de')).toBe('Niemand hat eine Stimme.')
})

it('tells what votes at all', () => {
  const delegation = { supply: 200n, delegated: 80n, undelegated: 120n, own: 20n, delegates: 5, onlyOwn: 2, never: { delegates: 1, votes: 8n } }
  expect(delegationSentence(delegation, 'en')).toBe('60.0% of the supply has no vote, because nobody has delegated it. 25.0% of the votes are self-delegated. One delegate with 10.0% of the votes never voted.')
  expect(delegationSentence({ ...delegation, never: { delegates: 2, votes: 8n } }, 'de')).toBe('60,0\u00a0% der Gesamtmenge haben keine Stimme, weil niemand sie delegiert hat. 25,0\u00a0% der Stimmen sind an sich selbst delegiert. 2 Delegierte mit 10,0\u00a0% der Stimmen haben nie abgestimmt.')
  expect(delegationTable(delegation, token, 'en').rows.map((row) => row.slice(1).map(({ text }) => text))).toEqual([['5', '80', '40.0%'], ['–', '20', '10.0%'], ['–', '120', '60.0%'], ['2', '–', '–'], ['1', '8', '4.0%']])
})

it('says how few it takes, who they are, and what is out of reach or not known', () => {
  const thresholds = [
    { id: 'proposal', amount: 5n, fewest: 1 }, { id: 'quorum', amount: 90n, fewest: 5 }, { id: 'majority', amount: 101n, fewest: null }, { id: 'veto', amount: null, fewest: null },
  ] as const
  expect(texts(thresholdsTable(thresholds, { token, names: ['A', 'B', 'C', 'D', 'E'], delegated: 100n }, 'en').rows)).toEqual([
    ['make a proposal', '5', '5.0%', '1', 'A'],
    ['reach the quorum', '90', '90.0%', '5', 'A, B, C and 2 more'],
    ['have a majority of what is usually cast', '101', '101.0%', 'not even all together', '–'],
    ['stop what usually passes', 'not known', 'not known', 'not known', '–'],
  ])
  expect(thresholdsSentence(thresholds, 'de')).toBe('Wie wenige der Größten reichen, um einen Vorschlag zu machen: einer; das Quorum zu erreichen: 5; die Mehrheit der üblicherweise abgegebenen Stimmen zu haben: nicht einmal alle zusammen.')
  expect(thresholdsSentence(thresholds.slice(3), 'en')).toBe('No threshold of this protocol could be read yet.')
})

it('holds what was cast against the quorum', () => {
  const turnout = (key: string, counted: bigint) => ({ key, title: key === '2' ? 'A title that is far too long to stand beside a bar' : '', closes: 86_400, cast: counted + 1n, counted, quorum: 100n })
  const turnouts = [turnout('2', 150n), turnout('1', 40n)]
  const chart = quorumGauge(turnouts, token, [], 'en')
  // 1.5 and 0.4: 0.95 between them.
  expect(chart.sentence).toBe('Of the last 2 decided proposals the one in the middle brought 95.0% of its quorum. The newest brought 150 UNI of the 100 UNI that it took. One missed it.')
  // 35 letters and the mark.
  expect(chart.x.categories).toEqual(['2 Jan 1970: A title that is far too long to sta…', '2 Jan 1970: 1'])
  expect(texts(turnoutTable(turnouts, token, 'en').rows)[1]).toEqual(['1', '2 Jan 1970', '41', '40', '100', '40.0%'])
})

it('draws votes beside what was held, with a gap where a day is missing', () => {
  const days = [{ day: '2026-01-01', votes: ok(0.5), held: ok(0.2) }, { day: '2026-01-03', votes: ok(0.6), held: undefined }]
  const chart = powerOverTime(days, toMetric('hhi'), { lens: toLens('raw'), name: 'UNI' }, 'en')
  expect(chart.series.map(({ id, points }) => [id, points.map(({ y }) => y)])).toEqual([['votes', [0.5, null, 0.6]], ['held', [0.2, null, null]]])
  expect(chart.sentence).toBe('Herfindahl–Hirschman index on 3 Jan 2026: votes 0.600. On 1 Jan 2026 it was 0.500 for votes.')
})

describe('gathered votes', () => {
  const row = { address: '0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984', label: null, votes: 50n, gainedInWeek: 0n, gainedInMonth: 40n, letGo: null, cast: null }
  const one: GatheredProposal = { key: '7', title: 'Raise', closes: 86_400, gainedInWeek: 0n, gainedInMonth: 40n, gatherers: 1, decisive: { week: false, month: true }, largest: [row] }

  it('are told with what became of them', () => {
    expect(texts(powerGathered([one], token, 'en').rows)).toEqual([['Raise', '2 Jan 1970', '0x1F98…F984', '', '50', '0', '40', 'not yet known', 'did not vote', 'yes, the 30 days’']])
    expect(gatheredSentence({ proposals: [one], untold: 0, hangOnTime: false }, token, 'en')).toBe('Votes were gathered within 30 days before one proposal; one would have ended otherwise without them. Most was gathered by 0x1F98…F984: 40 UNI before “Raise”.')
  })

  it('are not known where past votes are not kept, and none where nobody gained', () => {
    expect(gatheredSentence('noBalances', token, 'de')).toBe('Wer Stimmen gesammelt hat, lässt sich nicht sagen: Die Stimmen hängen an den Beständen der Konten, und das Hauptbuch dieses Tokens wird nicht geführt.')
    expect(gatheredSentence({ proposals: [{ ...one, gainedInMonth: 0n, largest: [] }], untold: 0, hangOnTime: true }, token, 'en')).toMatch(/^Nobody had more votes/)
  })
})

describe('what figures of votes rest on', () => {
  const block = { number: 1_000, hash: '0x0', timestamp: 86_400 } as const
  const failed = { status: 'failed', sampled: 2, mismatches: [{ account: '0x000000000000000000000000000000000000000a', folded: 5n, chain: 7n }] } as const
  const basis = { delegates: { block, audit: failed, gaps: [{ subject: 'a', reason: 'b' }], excluded: [{ role: 'treasury', accounts: 1, amount: 9n }] }, proposals: { origin: 'chain', decided: 12, last: 10 } } as const

  it('names block, lens, what it leaves out, gaps, proposals, and a failed audit first', () => {
    expect(votesNotes(basis, toLens('circulating'), token, { delegates: true, proposals: true }, 'en')).toEqual([
      'Audit of votes failed: do not rely on these figures.',
      'Votes at block 1,000, 2 Jan 1970, 00:00 UTC.',
      expect.stringMatching(/^Lens: Circulating\. Whoever it leaves out/),
      'Left out by the lens: one delegate with 9 UNI.',
      'One reading of votes failed and is missing.',
      'Usual votes are told from the newest 10 of 12 proposals decided on the chain.',
    ])
    expect(votesNotes({ delegates: null, proposals: { origin: null, decided: 0, last: 0 } }, null, token, { delegates: true, proposals: true }, 'de')).toEqual(['Es gibt noch keinen entschiedenen Vorschlag: Was üblicherweise abgegeben wird, ist nicht bekannt.'])
  })

  it('shows a failed audit with every difference', () => {
    const view = votesAuditView(basis.delegates, token, (address) => address.toUpperCase(), 'en')
    expect([view.tone, view.headline, view.sentences]).toEqual(['failed', 'Audit of votes failed: do not rely on these figures', ['Of 2 accounts whose votes were asked for, 1 differs from the contract.']])
    expect(texts(view.mismatches!.rows)).toEqual([['0X000000000000000000000000000000000000000A', '5', '7']])
    expect(texts(view.gaps!.rows)).toEqual([['a', 'b']])
    expect(votesAuditView({ audit: null, gaps: [] }, token, (address) => address, 'de')).toMatchObject({ tone: 'none', mismatches: null, gaps: null })
  })
})

describe('amplification over time', () => {
  const day = (nth: number, votes: number | null, held: number | null): PowerDay => ({
    day: `2026-01-0${nth}`,
    votes: votes === null ? undefined : { status: 'ok', value: votes },
    held: held === null ? undefined : { status: 'ok', value: held },
  })
  // 0.5 ÷ 0.25 = 2; nothing kept of what was held; 0.3 ÷ 0.1 = 3.
  const days = [day(1, 0.5, 0.25), day(2, 0.4, null), day(3, 0.3, 0.1)]

  it('is a quotient of each day, and a gap where one of both is missing', () => {
    const chart = amplificationOverTime(days, { lens: toLens('raw'), name: 'UNI' }, 'en')
    const [line] = chart.series
    expect(line!.points.map(({ y }) => (y === null ? null : Number(y.toFixed(12))))).toEqual([2, null, 3])
    expect(chart.sentence).toBe('On 3 Jan 2026 votes were 3.00 times as concentrated as what is held, by HHI. On 1 Jan 2026 it was 2.00 times.')
  })

  it('says so where nothing can be told', () => {
    expect(amplificationOverTime([day(2, 0.4, null)], { lens: toLens('raw'), name: 'UNI' }, 'de').sentence).toBe('Von keinem Tag liegt beides vor.')
    expect(toAmplification(day(1, 0.4, 0))).toBeNull()
  })
})
