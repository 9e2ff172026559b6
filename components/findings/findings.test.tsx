import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Finding, ThesisFindings, ThesisId, Verdict } from '@/lib/domain/finding'
import { judgeOverall } from '@/lib/findings/judgeOverall'
import { theses } from '@/lib/findings/registry'
import { toEmptyLoaded } from '@/lib/pipeline/editions/emptyLoaded'
import { headlineLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import type { View } from '@/lib/publish/view'
import { ParadoxPage } from './ParadoxPage'
import { ProtocolFindings } from './ProtocolFindings'

const toFinding = (thesis: ThesisId, slug: string, verdict: Verdict, value: number | null): Finding => {
  const { lead } = theses.find(({ id }) => id === thesis)!
  return {
    subject: { kind: 'protocol', id: slug, name: { en: `Name of ${slug}`, de: `Name von ${slug}` }, demo: true }, verdict, basis: { day: '2026-04-01', block: null },
    reason: { en: `It is {${lead.figure}}.`, de: `Es ist {${lead.figure}}.` }, figures: [{ id: lead.figure, name: lead.name, value, format: lead.format }],
  }
}
const findings = theses.map((thesis): ThesisFindings => {
  const all = [toFinding(thesis.id, 'one', 'holds', 0.75), toFinding(thesis.id, 'two', 'doesNotHold', 0.25)]
  return { words: thesis, findings: all, overall: judgeOverall(all) }
})
const loaded = { ...toEmptyLoaded(headlineLens), findings }
const viewsIn = (locale: 'en' | 'de') => Object.fromEntries(['verdictsTable', ...theses.map(({ id }) => id)].map((id) => [id, findChart(id, 'all')!.view(loaded, locale)!])) as Record<string, View>
const ids = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
const toPlain = (markup: string) => markup.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

describe.each(['en', 'de'] as const)('the page of all claims, %s', (locale) => {
  const markup = renderToStaticMarkup(<ParadoxPage findings={findings} views={viewsIn(locale)} locale={locale} />)

  it('reads from top to bottom: the claim, its verdict, why, the figures, one by one, and by what it stands or falls', () => {
    for (const { words } of findings) {
      const section = toPlain(markup.slice(markup.indexOf(`<section id="${words.id}"`)))
      const places = [words.title, words.statement, locale === 'en' ? { en: '>mixed</strong>' } : { de: '>gemischt</strong>' }, words.lead.name, { en: 'Name of two', de: 'Name von two' }, words.confirms, words.refutes, words.measure, words.rule, words.limits[0]!]
        .map((text) => section.indexOf((text as Record<string, string>)[locale]!))
      expect(places, words.id).toEqual([...places].sort((a, b) => a - b))
      expect(places).not.toContain(-1)
    }
  })

  it('has no name twice, headings without a step left out, and links that lead somewhere on it', () => {
    expect(ids(markup).filter((id, place, all) => all.indexOf(id) !== place)).toEqual([])
    const levels = [1, ...[...markup.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))]
    levels.forEach((level, place) => expect(level - (levels[place - 1] ?? 1)).toBeLessThanOrEqual(1))
    const anchors = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
    const own = [...markup.matchAll(new RegExp(`href="${locale === 'de' ? '/de' : ''}/paradox#([^"]+)"`, 'g'))].map(([, id]) => id!)
    expect(own).toHaveLength(findings.length)
    expect([...anchors, ...own].filter((id) => !ids(markup).includes(id))).toEqual([])
  })
})

it('the page of one protocol has each claim with its verdict and figures, and a chart once', () => {
  const chart = findChart(theses[0]!.id, 'all')!.view(loaded, 'en')!
  const words = findings.map((found) => ({ words: { ...found.words, charts: ['shared'] }, finding: found.findings[1]! }))
  const markup = renderToStaticMarkup(<ProtocolFindings name="Two" slug="two" findings={words} views={{ shared: { ...chart, id: 'shared', chart: { ...chart.chart!, id: 'shared' } } }} locale="en" />)
  expect(markup.match(/<figure/g)).toHaveLength(1)
  expect(markup.match(/>does not hold<\/strong>/g)).toHaveLength(findings.length)
  expect(markup.match(/Its charts stand above/g)).toHaveLength(findings.length - 1)
  expect(ids(markup).filter((id, place, all) => all.indexOf(id) !== place)).toEqual([])
})

it('says so where there is nothing to judge, and the claims stand there all the same', () => {
  const none = theses.map((thesis): ThesisFindings => ({ words: thesis, findings: [], overall: judgeOverall([]) }))
  const markup = renderToStaticMarkup(<ParadoxPage findings={none} views={{}} locale="en" />)
  expect(markup).toContain('No protocol is followed yet')
  for (const { words } of none) expect(toPlain(markup)).toContain(words.statement.en)
  expect(markup).not.toContain('<figure')
  expect(renderToStaticMarkup(<ProtocolFindings name="Two" slug="two" findings={[]} views={{}} locale="de" />)).toContain('Noch nichts zu beurteilen')
})
