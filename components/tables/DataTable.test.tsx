import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Table } from '@/lib/domain/chartSpec'
import { DataTable } from './DataTable'
import { Sparkline } from './Sparkline'

const table: Table = {
  caption: 'Protocols',
  columns: [{ id: 'name', label: 'Protocol', numeric: false }, { id: 'line', label: 'Last year', numeric: false }, { id: 'gini', label: 'Gini', numeric: true }],
  rows: [
    [{ value: 'Uniswap', text: 'Uniswap', href: '/protocols/uniswap' }, { value: null, text: 'rising' }, { value: 0.9, text: '0.900' }],
    [{ value: 'Aave', text: 'Aave' }, { value: 1, text: 'falling' }, { value: null, text: 'nobody holds anything' }],
  ],
}

it('is a real table: caption, heads of columns and rows, a region that can be scrolled by keyboard', () => {
  const markup = renderToStaticMarkup(<DataTable table={table} wideColumns={['line']} />)
  expect(markup).toMatch(/<div[^>]*role="group" aria-labelledby="([^"]+)" tabindex="0"><table[^>]*><caption id="\1"/)
  expect(markup.match(/<th scope="col"/g)).toHaveLength(3)
  expect(markup.match(/<th scope="row"/g)).toHaveLength(2)
  expect(markup).toContain('<a href="/protocols/uniswap">Uniswap</a>')
  expect(markup).toContain('<td data-numeric="true" data-wide="false" data-gap="true">nobody holds anything</td>')
  expect(markup).toContain('<th scope="col" data-numeric="false" data-wide="true">Last year</th>')
})

it('keeps a cell\'s words beside its drawing', () => {
  const markup = renderToStaticMarkup(<DataTable table={table} graphics={{ line: [<i key="0">drawn</i>] }} />)
  expect(markup).toMatch(/<i>drawn<\/i><span class="_unseen_[^"]+">rising<\/span>/)
  expect(markup).toContain('>falling</td>')
})

it('draws a small line from its lowest to its highest, with gaps, and tells its ends', () => {
  const points = [{ x: 0, y: 0.2 }, { x: 1, y: 0.4 }, { x: 2, y: null }, { x: 3, y: 0.3 }, { x: 4, y: 0.3 }]
  const markup = renderToStaticMarkup(<Sparkline points={points} label="Gini" locale="de" />)
  // 96 × 28 with an edge of 4: a step is 88 / 4 = 22 wide; 0.2 lies at 24, 0.4 at 4, 0.3 half way at 14.
  expect(/ d="([^"]+)"/.exec(markup)![1]!.replace(/14\.0+\d*|13\.9+\d*/g, '14')).toBe('M4,24L26,4M70,14L92,14')
  expect(markup).toContain('aria-label="Gini: von 0,200 auf 0,300"')
})

it('draws a value that never changed through the middle, and nothing for nothing', () => {
  const level = renderToStaticMarkup(<Sparkline points={[{ x: 0, y: 0 }, { x: 1, y: 0 }]} label="Gini" locale="en" />)
  expect(level).toContain('d="M4,14L92,14"')
  const none = renderToStaticMarkup(<Sparkline points={[{ x: 0, y: null }]} label="Gini" locale="en" />)
  expect(none).toBe('<span role="img" aria-label="Gini: no data">–</span>')
})
