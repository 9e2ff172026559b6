import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { toProposalWord } from '@/lib/domain/proposalWord'
import { headlineLens } from '@/lib/ownership/lenses'
import { charts } from '@/lib/publish/charts'
import { toChartPath, toChartPlaces, type ChartPlace, type Form } from '@/lib/publish/chartName'
import { openPublished } from '@/tests/openPublished'
import { hostileAccount, wrapperAccount, hostileLabel, lastBlock, somePublishedMarkets, somePublishedProposals } from '@/tests/publishedProtocol'
import { resultsShown } from '@/lib/views/market/profitResults'
import { somePublishedLists } from '@/tests/publishedLists'
import { marketAddresses } from '@/tests/publishedMarkets'
import { fillNeighbours, neighbours } from '@/tests/publishedNeighbours'
import { readZip } from '@/tests/zipEntries'
import { sharedDatabase } from '../database'
import { GET as getEmbed } from '../embed/[protocol]/[chart]/route'
import { GET as getApi } from '../api/v1/[[...path]]/route'
import { GET as getOembed } from '../api/oembed/route'
import { loadPublication } from './publication'
import { GET } from './[protocol]/[chart]/route'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))

const origin = 'https://lorenz.example'
const published = openPublished()
beforeAll(() => fillNeighbours(sharedDatabase()))

const ask = (path: string, headers: HeadersInit = {}) => {
  const [, root = '', slug = '', chart = ''] = new URL(path, origin).pathname.split('/')
  const request = new Request(origin + path, { headers })
  return (root === 'embed' ? getEmbed : GET)(request, { params: Promise.resolve({ protocol: slug, chart }) })
}
const read = async (place: ChartPlace, form: Form, query = '') => {
  const response = await ask(toChartPath(place, form) + query)
  expect(response.status, `${toChartPath(place, form)}${query}`).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const places = () => toChartPlaces([published.protocol], [hostileAccount, wrapperAccount], somePublishedProposals, somePublishedMarkets, somePublishedLists)
const chartOf = ({ id }: ChartPlace) => charts.find((chart) => chart.id === id)!
const lensesOf = (place: ChartPlace) => (chartOf(place).lenses ? ['', '?lens=circulating'] : [''])
/** As it went in: the apostrophe that keeps a spreadsheet from running it is taken off, an empty field is no value. */
const toCell = (text: string) => (text === '' ? null : /^'[=+\-@]/.test(text) ? text.slice(1) : text)
const readCsv = (bytes: Buffer): (string | null)[][] => parse(bytes.toString(), { relax_column_count: false }).map((row: string[]) => row.map(toCell))

interface Published {
  title: string
  notes: string[]
  content_hash: string
  chart_spec: { series: { id: string; emphasis: string; points: { x: number; y: number | null }[] }[]; y: { format: string }; stacked?: boolean; horizontal?: boolean; flow?: { links: { from: string; share: number }[] } } | null
  data: { columns: string[]; rows: (string | null)[][] }
}
const readJson = async (place: ChartPlace, query = ''): Promise<Published> => JSON.parse((await read(place, 'json', query)).toString())

/** Markup as it is read. */
const toPlainText = (markup: string) =>
  markup.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

describe('every chart in every form', () => {
  it('is on the registry once, and there is one of each', () => {
    expect(new Set(places().map((place) => toChartPath(place))).size).toBe(places().length)
    expect(new Set(places().map(({ id }) => id))).toEqual(new Set(charts.map(({ id }) => id)))
  })

  it('has the same numbers in CSV, JSON and zip', async () => {
    for (const place of places()) for (const query of lensesOf(place)) {
      const { data } = await readJson(place, query)
      const csv = await read(place, 'csv', query)
      expect(readCsv(csv), toChartPath(place) + query).toEqual([data.columns, ...data.rows])
      const files = readZip(await read(place, 'zip', query))
      expect([...files.keys()].sort()).toEqual(['README.md', 'data.csv', 'data.csv-metadata.json', 'datapackage.json', 'metadata.json'])
      expect(files.get('data.csv')).toEqual(csv)
      const csvw = JSON.parse(files.get('data.csv-metadata.json')!.toString()) as { tableSchema: { columns: { name: string }[] } }
      expect(csvw.tableSchema.columns.map(({ name }) => name)).toEqual(data.columns)
    }
  })

  it('is on the list of the API, with the addresses that answer', async () => {
    interface Listed { id: string; address: string; embed: string; forms: Record<Form, string> }
    const listed: Listed[] = []
    for (const path of ['/api/v1/charts', `/api/v1/charts?account=${hostileAccount}`, `/api/v1/charts?account=${wrapperAccount}`, ...somePublishedMarkets.map(({ address }) => `/api/v1/charts?market=${address}&protocol=made-up`), ...somePublishedLists.map(({ word }) => `/api/v1/charts?list=${word}&protocol=made-up`), ...somePublishedProposals.map((proposal) => `/api/v1/charts?proposal=${toProposalWord(proposal)}&protocol=made-up`)]) for (let next: string | null = path; next !== null;) {
      const page = await (await getApi(new Request(origin + next))).json() as { data: Listed[]; links: { next: string | null } }
      listed.push(...page.data)
      next = page.links.next
    }
    const own = listed.filter(({ address }) => !neighbours.some((slug) => address.startsWith(`/charts/${slug}/`)))
    expect(own.map(({ address }) => address).sort()).toEqual(places().map((place) => toChartPath(place)).sort())
    for (const { address, embed, forms } of own) {
      expect(Object.keys(forms).length).toBe(7)
      const [json, metadata] = await Promise.all((['json', 'metadata.json'] as const).map(async (form) => await (await ask(forms[form])).json() as Published))
      const csv = Buffer.from(await (await ask(forms.csv)).arrayBuffer())
      expect(readCsv(csv), address).toEqual([json!.data.columns, ...json!.data.rows])
      expect(metadata!.content_hash).toBe(json!.content_hash)
      expect((await ask(embed)).status).toBe(200)
    }
  })

  it('draws what stands in the data', async () => {
    for (const place of places().filter((each) => chartOf(each).kind === 'chart')) for (const query of lensesOf(place)) {
      const { chart_spec: spec, data } = await readJson(place, query)
      const names = ['mean_gained', 'ten_still_pct', 'worst_left_pct', 'worst_lost_of_cost_pct', 'gone_pct', 'held_share_pct', 'share_pct', 'share_of_earned_dollar_pct', 'median_return_dollar_pct', 'share_of_net_losses_dollar_pct', 'curve_share_pct', 'rewards_share_pct', 'used_share_pct', 'to_largest_pct', ...data.columns]
      const column = data.columns.indexOf(names.find((name) => data.columns.includes(name) && !['day', 'holders_share_pct', 'rung', 'distance_pct', 'protocol', 'other_protocol'].includes(name))!)
      // Of 29 providers no tenths can be told: the sentence says so in place of a drawing.
      if (place.market === marketAddresses[1] && spec === null) {
        expect(data.columns.length === 0 || data.rows.length === 0, toChartPath(place)).toBe(true)
        continue
      }
      const scale = spec!.y.format === 'share' ? 100 : 1
      // Layers and lines of several tokens stand below one another in the data, each under its name.
      const compared = chartOf(place).chooses !== undefined && !spec!.horizontal
      const group = compared ? data.columns.indexOf('protocol') : data.columns.includes('rival_measure') && !spec!.stacked ? data.columns.indexOf('rival_measure') : spec!.stacked ? data.columns.indexOf(data.columns.includes('group') ? 'group' : 'protocol') : chartOf(place).scopes.includes('account') ? data.columns.indexOf('token_address') : data.columns.includes('curve') ? data.columns.indexOf('curve') : data.columns.includes('use_of') ? data.columns.indexOf('use_of') : null
      if (spec!.flow) expect(spec!.flow.links.reduce((sum, { from, share }) => (from === 'token' ? sum + share : sum), 0)).toBeCloseTo(1, 9)
      for (const series of spec!.series.filter(({ emphasis }) => emphasis === 'main').slice(0, group === null ? 1 : Infinity)) {
        // Who votes alike is drawn of one place, the first, and what protocols share of one field; the data have all of them.
        const at = chartOf(place).id === 'votingBlocs' ? data.columns.indexOf('place') : data.columns.indexOf('field')
        const first = at >= 0 ? data.rows.filter((row) => row[at] === data.rows[0]![at]) : data.rows
        const rows = group === null || chartOf(place).id === 'votingBlocs' ? first : first.filter((row) => row[group]!.toLowerCase() === series.id.toLowerCase())
        const told = rows.map((row) => row[column]).filter((value) => value !== null).map(Number)
        const drawn = series.points.filter(({ y }) => y !== null).map(({ y }) => y! * scale)
        // What is published here is too little for most claims.
        if (chartOf(place).needs.includes('findings')) expect(data.rows.length).toBe(series.points.length)
        // Neighbours have one day, that of their snapshot.
        else expect(drawn.length).toBeGreaterThan(compared && neighbours.some((slug) => slug === series.id) ? 0 : spec!.horizontal ? 1 : 5)
        expect(drawn.length).toBe(told.length)
        drawn.forEach((value, nth) => expect(Math.abs(value - told[nth]!), `${toChartPath(place)} ${nth}`).toBeLessThan(1e-9))
      }
    }
  })

  it('is a picture of the size that was asked for, in both languages and themes', async () => {
    for (const place of places()) {
      const svg = (await read(place, 'svg', '?lang=de&theme=dark')).toString()
      const { title } = await readJson(place, '?lang=de')
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="850"/)
      expect(svg).toContain(title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'))
      // Other programs know neither properties nor mixing of colours, and nothing in a drawing may run.
      expect(svg).not.toMatch(/var\(|color-mix|<script|<svg onload|NaN|Infinity/)
      const image = await read(place, 'png', '?preset=twitter&lang=de')
      expect(image.subarray(1, 4).toString()).toBe('PNG')
      expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([800, 418])
    }
  })

  it('is an embed that is whole without script, and asks nobody else', async () => {
    for (const place of places()) {
      const response = await ask(toChartPath(place, null, '/embed') + '?lang=de')
      expect(response.status).toBe(200)
      expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors \*/)
      expect(response.headers.get('x-frame-options')).toBeNull()
      const html = await response.text()
      const { data, chart_spec: spec } = await readJson(place, '?lang=de')
      expect(html).toMatch(/^<!doctype html><html lang="de"/)
      expect(html.length, toChartPath(place)).toBeLessThan(40_000)
      const read = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => [...row!.matchAll(/<t[dh]\b[^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => toPlainText(cell!)))
      const { view: { table } } = await loadPublication({ protocol: place.protocol, name: toChartPath(place).split('/')[3]!, lens: headlineLens, from: null, to: null }, 'de', new URL(origin))
      expect(read.slice(1), toChartPath(place)).toEqual(table.rows.map((row) => row.map(({ text }) => text)))
      // A list of everybody is too long for an embed: its first rows stand there.
      // Verdicts are read claims by protocols, one cell each, and stand below one another in the data.
      if (place.id === 'verdictsTable') expect(read.slice(1).flatMap(([, ...cells]) => cells).filter((cell) => cell !== '–')).toHaveLength(data.rows.length)
      else if (!spec) expect(read).toHaveLength(1 + (place.id === 'profitResults' ? Math.min(resultsShown, data.rows.length) : data.rows.length))
      expect([...html.matchAll(/(?:src|href)="(https?:[^"]*)"/g)].every(([, address]) => address!.startsWith(origin))).toBe(true)
      expect(html.match(/<script/g)).toHaveLength(1)
    }
  })

  it('tells oEmbed of itself, within the size that was asked for', async () => {
    for (const place of places()) {
      const url = encodeURIComponent(`${origin}/de${toChartPath(place)}`)
      const response = await getOembed(new Request(`${origin}/api/oembed?url=${url}&maxwidth=400&maxheight=300&anything=1`))
      expect(response.headers.get('content-type')).toBe('application/json')
      const said = await response.json() as Record<string, string | number>
      expect([said.version, said.type, said.width]).toEqual(['1.0', 'rich', 400])
      expect(said.height).toBeLessThanOrEqual(300)
      expect(said.html).toMatch(/^<iframe src="https:\/\/lorenz\.example\/embed\/[^"]*lang=de" title="[^"<>]+" width="400" height="\d+" loading="lazy" style="border:0;max-width:100%"><\/iframe>$/)
      expect([said.thumbnail_width, said.thumbnail_height]).toEqual([400, 210])
    }
  })
})

it('counts as one holder whom the chosen rules join, in every form, and says so', async () => {
  const rowsOf = async (query: string) => (await (await ask(`/charts/made-up/holdersTable.csv${query}`)).text()).trim().split(/\r?\n/)
  const [usual, chosen] = [await rowsOf('?lens=raw-entities'), await rowsOf('?lens=raw-entities&rules=safeOwners')]
  expect(chosen).toHaveLength(usual.length - 1)
  const said = await (await ask('/charts/made-up/holdersTable.json?lens=raw-entities&rules=safeOwners')).json() as { lens: string; rules: string; citation: unknown }
  expect(said).toMatchObject({ lens: 'raw-entities', rules: 'safeOwners' })
  expect(JSON.stringify(said)).toContain('lens raw-entities, rules safeOwners,')
  expect(await (await ask('/charts/made-up/largestHolders.svg?lens=raw-entities&rules=safeOwners')).text()).toContain('Safe and its signers')
})

it('between two days too: a Safe and its signer are one holder of both', async () => {
  const days = 'from=2026-01-05&to=2026-01-20'
  const rowsOf = async (id: string, query: string): Promise<Record<string, string>[]> => parse(await (await ask(`/charts/made-up/${id}.csv?${days}${query}`)).text(), { columns: true })
  const [usual, chosen] = [await rowsOf('momentsTable', ''), await rowsOf('momentsTable', '&rules=sharedEntity,deployer,safeOwners')]
  expect(chosen.map(({ holders }) => Number(holders))).toEqual(usual.map(({ holders }) => Number(holders) - 1))
  const [apart, together] = [await rowsOf('changesTable-grew', ''), await rowsOf('changesTable-grew', '&rules=sharedEntity,deployer,safeOwners')]
  const gain = (rows: Record<string, string>[], end: string) => BigInt(rows.find(({ address }) => address!.toLowerCase().endsWith(end))?.change_raw ?? 0)
  expect(gain(together, '009')).toBe(gain(apart, '009') + gain(apart, '00a'))
  expect(gain(together, '00a')).toBe(0n)
})

it('makes a picture once for all who ask at once', async () => {
  const path = '/charts/made-up/lorenz.png?width=333'
  const bodies = await Promise.all(Array.from({ length: 8 }, async () => Buffer.from(await (await ask(path)).arrayBuffer())))
  for (const body of bodies) expect(body).toEqual(bodies[0])
})

describe('a fixed address', () => {
  const place: ChartPlace = { protocol: 'made-up', id: 'holdersTable', block: lastBlock }

  it('is the same for ever, also when the ledger must tell it', async () => {
    const [kept, replayed] = [await read(place, 'csv'), await ask(toChartPath({ ...place, block: 5 }, 'csv'))]
    expect(kept).toEqual(await read({ ...place, block: null }, 'csv'))
    expect(replayed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    // Five blocks of six transfers to thirteen accounts reach all of them; the treasury's and the burned do not circulate.
    expect(readCsv(Buffer.from(await replayed.arrayBuffer()))).toHaveLength(12)
  })

  it('is known by its tag', async () => {
    const tag = (await ask(toChartPath(place, 'csv'))).headers.get('etag')!
    expect((await ask(toChartPath(place, 'csv'), { 'if-none-match': tag })).status).toBe(304)
    expect((await ask(toChartPath(place, 'csv') + '?dialect=excel-de', { 'if-none-match': tag })).status).toBe(200)
  })

  it('says which blocks there are where it is none', async () => {
    const response = await ask('/charts/made-up/lorenz@9.svg')
    expect(response.status).toBe(404)
    expect((await response.json() as { detail: string }).detail).toMatch(/nearest are .*there are 19, from 1 to 20/)
  })
})

it('keeps a hostile label from doing anything', async () => {
  const csv = (await read({ protocol: 'made-up', id: 'largestHolders' }, 'csv')).toString()
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"";""x"")`)
  expect(readCsv(Buffer.from(csv))[1]).toContain(hostileLabel)
  const page = await (await ask('/embed/made-up/largestHolders')).text()
  expect(page).not.toMatch(/<svg onload|<\/script><svg/)
})

it('gives the days that were asked for, or all of them', async () => {
  const place: ChartPlace = { protocol: 'made-up', id: 'concentrationOverTime-gini' }
  const days = async (query: string) => readCsv(await read(place, 'csv', query)).slice(1).map(([day]) => day)
  expect(await days('?from=2026-01-03&to=2026-01-05')).toEqual(['2026-01-03', '2026-01-04', '2026-01-05'])
  expect(await days('?from=2026-01-03&to=2026-01-05&csv=full')).toHaveLength(19)
})
