import { expect, it, vi } from 'vitest'
import { openPublished } from '@/tests/openPublished'
import { GET as getEmbed } from '../embed/[protocol]/[chart]/route'
import { GET } from './[protocol]/[chart]/route'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))

openPublished()
const origin = 'https://lorenz.example'
const ask = (path: string, headers: HeadersInit = {}) => {
  const [, root = '', protocol = '', chart = ''] = new URL(path, origin).pathname.split('/')
  return (root === 'embed' ? getEmbed : GET)(new Request(origin + path, { headers }), { params: Promise.resolve({ protocol, chart }) })
}

it.each(([
  ['/charts/made-up/nope.svg', 404], ['/charts/nobody/lorenz.svg', 404], ['/charts/made-up/lorenz.pdf', 501], ['/charts/made-up/nope.pdf', 404], ['/charts/all/lorenz.csv', 404],
  ['/charts/made-up/lorenz.svg?width=1', 400], ['/charts/made-up/lorenz.png?width=4000&height=4000', 400], ['/charts/made-up/lorenz.svg?color=red', 400],
  ['/charts/made-up/lorenz.svg?lens=raw&lens=circulating', 400], ['/charts/made-up/lorenz.csv?from=2026-01-01', 400], ['/charts/made-up/auditTable.csv?lens=circulating', 400],
  ['/charts/made-up/concentrationOverTime-gini.csv?from=2026-02-30', 400], [`/charts/made-up/${'x'.repeat(10_000)}.svg`, 404], ['/charts/made-up/%E0%A4%A.svg', 400],
  ['/charts/made-up/lorenz.csv?rules=owners', 400], ['/charts/made-up/auditTable.csv?rules=none', 400], ['/charts/all/overviewTable.csv?rules=none', 400],
  ['/embed/made-up/lorenz?theme=pink', 400], ['/embed/made-up/%00', 404], ['/embed/made-up/%E0%A4%A', 400],
] as [string, number][]).map(([path, status]) => ({ path, status, name: path.slice(0, 90) })))('$name is a problem: $status', async ({ path, status }) => {
  const response = await ask(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
  expect((await response.json() as { detail: string }).detail.length).toBeGreaterThan(10)
})

it('names the forms and the charts that there are', async () => {
  const told = async (path: string) => (await (await ask(path)).json() as { detail: string }).detail
  expect(await told('/charts/made-up/lorenz@20.pdf')).toMatch(/There is no form "\.pdf": a chart answers as \.svg, \.png, \.csv, .*\.zip; without a suffix it is a page/)
  expect(await told('/charts/made-up/nope.csv')).toMatch(/There is no chart "nope" here\. There are lorenz, largestHolders, /)
})

it.each(['/charts/made-up/lorenz.pdf', '/charts/made-up/<b>nope.svg?lang=de', '/embed/made-up/<b>nope?lang=de'])('says to people on a page why there is no %s', async (path) => {
  const response = await ask(path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
  expect([response.status, response.headers.get('content-type')]).toEqual([path.includes('pdf') ? 501 : 404, 'text/html; charset=utf-8'])
  const html = await response.text()
  expect(html).toContain(path.includes('pdf') ? '<html lang="en">' : '<h1>Dieses Diagramm gibt es nicht</h1>')
  expect(html).toMatch(/\.svg, \.png|There is no chart &quot;/)
  expect(html).not.toContain('<b>')
})
