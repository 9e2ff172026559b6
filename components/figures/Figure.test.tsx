import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import { Figure } from './Figure'

const spec: ChartSpec = {
  id: 'giniOverTime', title: 'Gini over time', sentence: 'It rose.', locale: 'de', notes: ['Block 7', 'Umlauf'],
  x: { label: '', scale: 'time', format: 'date' },
  y: { label: 'Gini', scale: 'linear', format: 'index' },
  series: [{ id: 'gini', label: 'Gini', shape: 'line', emphasis: 'main', points: [{ x: 0, y: 0.5 }, { x: 86400, y: null }] }],
}

it('stands whole without script: title, sentence, chart, notes, and every number in a table', () => {
  const markup = renderToStaticMarkup(<Figure spec={spec} />)
  expect(markup).toContain('<h3 class="_title_')
  expect(markup).toContain('It rose.')
  expect(markup).toContain('<li>Block 7</li><li>Umlauf</li>')
  expect(markup).toContain('<summary>Die Zahlen als Tabelle</summary>')
  expect(markup).toMatch(/<td[^>]*>0,500<\/td>/)
  expect(markup).toMatch(/<td[^>]*data-gap="true"[^>]*>keine Daten<\/td>/)
})

it('gives every id once, though the chart is drawn for three widths', () => {
  const ids = [...renderToStaticMarkup(<Figure spec={spec} heading={2} />).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id) => id!.endsWith('-title'))).toHaveLength(3)
  expect(new Set(ids).size).toBe(ids.length)
})

it('shows the table it is given in place of the chart\'s own', () => {
  const table = { caption: 'Own', columns: [{ id: 'a', label: 'Konto', numeric: false }], rows: [[{ value: 'x', text: 'Treasury', href: '/t' }]] }
  const markup = renderToStaticMarkup(<Figure spec={spec} table={table} />)
  expect(markup).toContain('<a href="/t">Treasury</a>')
  expect(markup).not.toContain('keine Daten')
})
