import { beforeAll, describe, expect, it } from 'vitest'
import { sharedDatabase } from '@/app/database'
import { thesisIds, type ThesisFindings } from '@/lib/domain/finding'
import { locales } from '@/lib/domain/text'
import { theses } from '@/lib/findings/registry'
import { findChart } from '@/lib/publish/charts'
import { reasonText } from '@/lib/views/findings/reasonText'
import { openPublished } from '@/tests/openPublished'
import { fillPlainProtocol } from '@/tests/plainProtocol'
import { loadParadoxViews } from '../editions/loadParadoxViews'
import { loadFindingViews } from '../editions/loadFindingViews'
import { loadFindings } from './loadFindings'
import { thesisSources } from './registry'

const published = openPublished()
const whale = `0x${'f'.repeat(40)}` as const
let all: readonly ThesisFindings[]
beforeAll(async () => {
  // Two made-up tokens with the same two holders, and one that nobody has read.
  for (const [index, slug] of ['one', 'other'].entries()) await fillPlainProtocol(sharedDatabase(), { slug, name: slug, index: 0xd0 + index, demo: true, held: [[whale, 9n], [`0x${'e'.repeat(40)}`, 1n]] })
  await fillPlainProtocol(sharedDatabase(), { slug: 'empty', name: 'empty', index: 0xd9, held: [] })
  all = await loadFindings(sharedDatabase())
})

it('every thesis has its source, in the same order, and rests on charts that there are', () => {
  expect(thesisSources.map(({ thesis }) => thesis.id)).toEqual(theses.map(({ id }) => id))
  for (const { id, charts } of theses) {
    expect(charts.filter((chart) => !findChart(chart, 'token') && !findChart(chart, 'all')), id).toEqual([])
    expect(charts.filter((chart) => thesisIds.some((thesis) => thesis === chart)), `${id}: its lead chart is there anyway`).toEqual([])
    expect(new Set(charts).size).toBe(charts.length)
    expect(findChart(id, 'all')).not.toBeNull()
  }
})

describe.each(theses.map(({ id }) => id))('%s, over what is kept', (id) => {
  const find = () => all.find(({ words }) => words.id === id)!

  it('says of each subject once why, in both languages, with figures that it has', () => {
    const { findings, overall } = find()
    const keys = findings.map(({ subject: { kind, id: of } }) => `${kind}:${of}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const finding of [...findings, overall]) for (const locale of locales) {
      const reason = reasonText(finding, locale)
      expect(reason).toMatch(/^[^\s{}][^{}]*[.!?]$/)
      // What decides is known: a reason that tells of a verdict has no figure that nobody knows.
      if (finding.verdict !== 'cannotBeTold') expect(reason).not.toMatch(/unknown|unbekannt/)
    }
  })

  it('has the lead figure wherever it can be told, a figure means the same for all, and what rests on something says up to when', () => {
    const { findings, words: { lead } } = find()
    for (const { verdict, figures, basis } of findings) {
      if (verdict !== 'cannotBeTold') expect(figures.find((figure) => figure.id === lead.figure)).toMatchObject({ format: lead.format, value: expect.any(Number) as number })
      expect(new Set(figures.map(({ id: figure }) => figure)).size).toBe(figures.length)
      if (verdict !== 'cannotBeTold') expect(basis?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    const meant = new Map<string, string>()
    for (const { id: figure, name, format } of findings.flatMap(({ figures }) => figures)) {
      const said = `${name.en} | ${name.de} | ${format}`
      expect(meant.get(figure) ?? said).toBe(said)
      meant.set(figure, said)
    }
  })
})

it('whales: counts the decisions that the page of proposals counts', async () => {
  const { findings } = all.find(({ words }) => words.id === 'whalesDecide')!
  const made = findings.find(({ subject }) => subject.id === published.protocol.slug)!
  const valueOf = (id: string) => made.figures.find((figure) => figure.id === id)!.value
  const [rates] = [(await loadFindingViews(sharedDatabase(), published.protocol.slug, 'en')).views.decisionRates!.table.rows]
  const rowOf = (question: string) => rates!.find(([cell]) => cell!.value === question)!.map(({ value }) => value)
  expect(valueOf('decisions')).toBe(rowOf('byThree')[2])
  expect(valueOf('fewCould')).toBe(rowOf('byThree')[3])
  expect(valueOf('oneCould')).toBe(rowOf('byOne')[3])
  expect(findings.filter(({ subject }) => subject.id === 'one' || subject.id === 'empty').map(({ reason }) => reason.en)).toEqual(Array.from({ length: 2 }, () => 'No Governor and no Snapshot space of it is followed.'))
})

it('the same everywhere: two lists of the same two holders share both of them, by no more than chance', () => {
  const { findings } = all.find(({ words }) => words.id === 'largeEverywhere')!
  const one = findings.find(({ subject }) => subject.id === 'one')!
  const valueOf = (id: string) => one.figures.find((figure) => figure.id === id)!.value
  // Of the two who hold either token both are on both lists: it cannot be otherwise. The made-up protocol of the fixture is the third.
  expect([valueOf('listed'), valueOf('sharedAccounts'), valueOf('sharedHeld'), valueOf('others'), valueOf('moreThanChance')]).toEqual([2, 1, 1, 2, 0])
  expect(one.verdict).toBe('mixed')
  expect(one.basis).toEqual({ day: '2026-04-01', block: 100 })
})

it('pages show a chart of every claim, and of one protocol what is told of it', async () => {
  const { views, findings } = await loadParadoxViews(sharedDatabase(), 'de')
  expect(views.verdictsTable?.table.rows.map(([cell]) => cell!.value)).toEqual(findings.map(({ words }) => words.id))
  for (const { words } of findings.filter((found) => found.findings.length > 0)) expect(views[words.id]?.chart?.id, words.id).toBe(words.id)
  expect(Object.keys(views).length).toBeGreaterThan(findings.length)
  const own = await loadFindingViews(sharedDatabase(), 'one', 'de')
  expect(own.findings.map(({ finding }) => finding.subject.id)).toEqual(own.findings.map(() => 'one'))
  expect(own.findings.length).toBeGreaterThan(0)
})

it('profits: tells in dollars of the pool that has a price in them, provider by provider', () => {
  const { findings } = all.find(({ words }) => words.id === 'profitsGather')!
  const made = findings.find(({ subject }) => subject.id === published.protocol.slug)!
  const valueOf = (id: string) => made.figures.find((figure) => figure.id === id)!.value
  // Of 59 priced providers (tests/publishedMarkets.ts) the k-th put in 100·k² of half a dollar and earned a twentieth of it, 2.5·k² dollars. Σk² is 70,210 to 59, 51,039 to 53
  // and 8,555 to 29: the largest tenth are 54 to 59, the smaller half 1 to 29. Medians: (56² + 57²) ÷ 2 · 2.5 and 15² · 2.5. Every third lost, from the first on.
  expect(valueOf('topTenthEarned')).toBeCloseTo((70_210 - 51_039) / 70_210, 9)
  expect(valueOf('smallerHalfEarned')).toBeCloseTo(8_555 / 70_210, 9)
  expect(['providers', 'pools', 'poolsLeftOut', 'largeMedian', 'smallMedian', 'largeLost', 'smallLost'].map(valueOf)).toEqual([59, 1, 1, 7_981.25, 562.5, 2 / 6, 10 / 29])
  expect(made.verdict).toBe('doesNotHold')
})
