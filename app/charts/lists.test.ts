import { parse } from 'csv-parse/sync'
import { expect, it, vi } from 'vitest'
import { openPublished } from '@/tests/openPublished'
import { somePublishedLists } from '@/tests/publishedLists'
import sitemap from '../sitemap'
import { GET } from './[protocol]/[chart]/route'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))
openPublished()

const [whole, cut] = somePublishedLists.map(({ word }) => word)
const ask = (chart: string) => GET(new Request(`https://lorenz.example/charts/made-up/${chart}`), { params: Promise.resolve({ protocol: 'made-up', chart: chart.split('?')[0]! }) })
const rowsOf = async (chart: string): Promise<Record<string, string>[]> => parse(await (await ask(chart)).text(), { columns: true })
const readDetail = async (chart: string) => {
  const response = await ask(chart)
  return [response.status, (await response.json() as { detail: string }).detail] as const
}

it('has an imported list’s holders and measures, under the closest lens that it was measured under', async () => {
  const holders = await rowsOf(`holdersTable-${whole}.csv`)
  // Of nine the treasury's 80.5 and the burned 70.5 do not circulate: 7 hold 90.5 + 60.5 + 50.5 + 40.5 + 30.5 + 20.5 + 10.5 = 303.5.
  expect(holders.map(({ balance }) => balance)).toEqual(['90.5', '60.5', '50.5', '40.5', '30.5', '20.5', '10.5'])
  expect(holders[0]).toMatchObject({ lens: 'circulating', origin: 'imported', day: '2026-01-15', denominator_raw: '303500000000000000000', block_number: '15' })
  const measures = await rowsOf(`metricsTable-${whole}.csv`)
  expect(Number(measures.find(({ metric }) => metric === 'top1Share')!.value)).toBeCloseTo(90.5 / 303.5, 12)
  const left = await rowsOf(`excludedTable-${whole}.csv`)
  expect(left.map(({ role, amount }) => [role, amount])).toEqual(expect.arrayContaining([['treasury', '80.5'], ['burn', '70.5']]))
  // Under raw all nine count.
  expect(await rowsOf(`holdersTable-${whole}.csv?lens=raw`)).toHaveLength(9)
})

it('names its list in its name and fingerprint, and has no block to be cited by', async () => {
  const response = await ask(`lorenz-${whole}.json`)
  expect(response.headers.get('content-disposition')).toContain(`made-up-lorenz-${whole}-circulating-2026-01-15-b15.json`)
  const [said, raw] = [await response.json() as Record<string, unknown>, await (await ask(`lorenz-${whole}.json?lens=raw`)).json() as Record<string, unknown>]
  expect(said).toMatchObject({ lens: 'circulating', list: whole, origin: 'imported', links: { fixed: `https://lorenz.example/charts/made-up/lorenz-${whole}?lens=circulating` } })
  expect(JSON.stringify(said.citation)).not.toContain('block')
  expect(said.content_hash).not.toBe(raw.content_hash)
})

it('has no curve of a list that was cut off, and says what there is where there is none', async () => {
  expect((await readDetail(`lorenz-${cut}.json`))[0]).toBe(404)
  expect((await rowsOf(`largestHolders-${cut}.csv`)).map(({ balance }) => balance)).toEqual(['60.5', '30.5'])
  expect(await readDetail('lorenz-imported-2026-01-15-000000000000.svg')).toEqual([404, expect.stringMatching(new RegExp(`no such imported list; it has ${cut}, ${whole}\\.`))])
  expect(await readDetail(`lorenz-${whole}.svg?lens=raw-owners`)).toEqual([400, expect.stringMatching(/not measured under the lens "raw-owners": ask for raw, /)])
  expect(await readDetail(`holdersTable-${whole}.csv?rules=none`)).toEqual([400, expect.stringContaining('leave out rules')])
})

it('tells how far its figures depend on the lens, and on a label of its own holders', async () => {
  const hhi = async (query: string) => (await rowsOf(`bandTable-${whole}.csv${query}`)).find(({ metric }) => metric === 'hhi')!
  // All nine: (9 · 50.5² + 2 · 10² · (1 + 4 + 9 + 16)) / 454.5² = 28952.25 / 206570.25; without 80.5 and 70.5: 17501.75 / 303.5².
  const band = { lowest_lens: 'raw', highest_lens: 'circulating', block_number: '15', origin: 'imported' }
  for (const [query, value, without] of [
    // Of the labels of those who circulate the exchange's 60.5 moves it most; without the hostile label's 90.5 it is (17501.75 − 8190.25) / 213² = 0.205.
    ['', 17_501.75 / 303.5 ** 2, (17_501.75 - 3_660.25) / 243 ** 2],
    // Of all four labels as well: without the burned 70.5 it is 23982 / 384² = 0.1626.
    ['?lens=raw', 28_952.25 / 454.5 ** 2, (28_952.25 - 3_660.25) / 394 ** 2],
  ] as const) {
    const row = await hhi(query)
    expect(row).toMatchObject({ ...band, label: 'Exchange', label_role: 'exchange', amount_raw: '60500000000000000000' })
    expect([row.lowest, row.highest, row.value, row.value_without].map(Number)).toEqual([28_952.25 / 454.5 ** 2, 17_501.75 / 303.5 ** 2, value, without].map((each) => expect.closeTo(each, 12)))
  }
  // Of a list that was cut off no label is asked for: that none moves it would be another thing.
  const told = await (await ask(`bandTable-${cut}.json`)).json() as { table: { columns: { id: string }[]; rows: { text: string }[][] } }
  const place = told.table.columns.findIndex(({ id }) => id === 'mover')
  expect(told.table.rows.map((row) => row[place]?.text)).toEqual(['–', '–', '–', '–'])
})

it('is found: in the table of lists and in the sitemap', async () => {
  expect((await rowsOf('importsTable.csv')).map(({ list }) => list)).toEqual([cut, whole])
  const addresses = (await sitemap()).map(({ url }) => url)
  expect(addresses).toContain(`https://lorenz.example/de/charts/made-up/lorenz-${whole}`)
  expect(addresses).not.toContain(`https://lorenz.example/charts/made-up/lorenz-${cut}`)
  expect(addresses).toContain(`https://lorenz.example/charts/made-up/metricsTable-${cut}`)
})
