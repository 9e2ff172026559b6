import { beforeAll, expect, it, vi } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { openPublished } from '@/tests/openPublished'
import { fillPlainProtocol } from '@/tests/plainProtocol'
import { sharedDatabase } from '../database'
import { GET as getEmbed } from '../embed/[protocol]/[chart]/route'
import { GET } from './[protocol]/[chart]/route'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))

const origin = 'https://lorenz.example'
openPublished()
const toAddress = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
beforeAll(async () => {
  // Of 8 and 2 the Gini coefficient is (8 − 2) / (2 · 10) = 0.3 and HHI 0.64 + 0.04; of 1, 1 it is 0 and 0.5.
  await fillPlainProtocol(sharedDatabase(), { slug: 'uneven-pair', name: 'Uneven', index: 0xd0, held: [[toAddress(1), 8n], [toAddress(2), 2n]] })
  await fillPlainProtocol(sharedDatabase(), { slug: 'even-pair', name: 'Even', index: 0xd1, held: [[toAddress(1), 1n], [toAddress(2), 1n]] })
  await fillPlainProtocol(sharedDatabase(), { slug: 'unread', name: 'Unread', index: 0xd2, held: [] })
})

const ask = (path: string) => {
  const [, root, slug = '', chart = ''] = new URL(path, origin).pathname.split('/')
  return (root === 'embed' ? getEmbed : GET)(new Request(origin + path), { params: Promise.resolve({ protocol: slug, chart }) })
}
interface Answer { title: string; notes: string[]; protocols: string[]; metric: string | null; content_hash: string; links: { csv: string }; citation: { en: string }; data: { columns: string[]; rows: (string | null)[][] } }
const read = async (path: string) => (await (await ask(path)).json()) as Answer
const pick = ({ data: { columns, rows } }: Answer, ...names: string[]) => rows.map((row) => names.map((name) => row[columns.indexOf(name)]))

it('compares those that are named, in their order, by the metric that is named', async () => {
  const answer = await read('/charts/all/compareNow.json?protocols=even-pair,uneven-pair&metric=hhi&lens=raw')
  expect(pick(answer, 'protocol', 'hhi', 'status', 'lens')).toEqual([['uneven-pair', '0.68', 'ok', 'raw'], ['even-pair', '0.5', 'ok', 'raw']])
  expect(answer).toMatchObject({ protocols: ['even-pair', 'uneven-pair'], metric: 'hhi', title: 'Herfindahl–Hirschman index: Even and Uneven' })
  const gini = await read('/charts/all/compareNow.json?protocols=even-pair,uneven-pair&lens=raw')
  expect(pick(gini, 'protocol', 'gini')).toEqual([['uneven-pair', '0.3'], ['even-pair', '0']])
  expect(gini.content_hash).not.toBe(answer.content_hash)
})

it('compares real protocols where nobody chooses, and never made-up ones beside them', async () => {
  expect((await read('/charts/all/compareNow.json')).protocols).toEqual(['uneven-pair', 'even-pair'])
  const mixed = await read('/charts/all/compareTable.json?protocols=made-up,even-pair')
  expect(mixed.notes[0]).toMatch(/^Demo data, made up: Made/)
})

it('has every metric of each in one row, with what it rests on', async () => {
  const answer = await read('/charts/all/compareTable.json?protocols=uneven-pair,unread&lens=raw')
  const [hhi] = pick(answer, 'metric', 'compared_value_of_uneven_pair', 'compared_denominator_raw_of_uneven_pair', 'compared_day_of_uneven_pair', 'compared_value_of_unread', 'compared_status_of_unread').filter(([metric]) => metric === 'hhi')
  expect(hhi).toEqual(['hhi', '0.68', '10', '2026-04-01', null, 'notMeasured'])
})

it('carries the choice to every address that it names', async () => {
  const chosen = 'protocols=made-up%2Ceven-pair&metric=nakamoto50'
  const answer = await read(`/charts/all/compareOverTime.json?${chosen}`)
  expect(answer.links.csv).toBe(`${origin}/charts/all/compareOverTime.csv?${chosen}`)
  expect(answer.citation.en).toContain(`/charts/all/compareOverTime?${chosen} `)
  expect((await ask(`/charts/all/compareOverTime.csv?${chosen}`)).headers.get('content-disposition')).toContain('all-compareOverTime-made-up+even-pair-nakamoto50.csv')
  const embed = await (await ask(`/embed/all/compareOverTime?${chosen}`)).text()
  expect(embed).toContain(`/charts/all/compareOverTime.csv?${chosen.replaceAll('&', '&amp;')}`)
})

it('draws the days that the charts of each protocol have', async () => {
  const days = pick(await read('/charts/all/compareOverTime.json?protocols=made-up,even-pair'), 'protocol', 'day', 'gini', 'denominator_raw')
  const own = pick(await read('/charts/made-up/concentrationOverTime-gini.json'), 'protocol', 'day', 'gini', 'denominator_raw')
  expect(own).toHaveLength(19)
  // The other has no days but that of its newest snapshot.
  expect(days).toEqual([...own, ['even-pair', '2026-04-01', '0', '2']])
  const cut = pick(await read('/charts/all/compareOverTime.json?protocols=made-up,even-pair&from=2026-01-03&to=2026-01-05'), 'day')
  expect(cut.flat()).toEqual(['2026-01-03', '2026-01-04', '2026-01-05'])
})

it('refuses what it cannot compare, and says how to ask', async () => {
  const refusal = async (path: string) => {
    const response = await ask(path)
    return [response.status, ((await response.json()) as { detail: string }).detail] as const
  }
  expect(await refusal('/charts/all/compareNow.json?protocols=even-pair')).toEqual([400, expect.stringContaining('2 to 6 different slugs')])
  expect(await refusal('/charts/all/compareNow.json?protocols=even-pair,nobody')).toEqual([404, expect.stringContaining('"nobody"')])
  expect(await refusal('/charts/all/compareNow.json?metric=wealth')).toEqual([400, expect.stringContaining('metric')])
  expect(await refusal('/charts/all/compareTable.json?metric=hhi')).toEqual([400, expect.stringContaining('leave out metric')])
  expect(await refusal('/charts/made-up/lorenz.json?protocols=made-up,even-pair')).toEqual([400, expect.stringContaining('leave out protocols')])
  // No day of either lies there: nothing to draw.
  expect((await refusal('/charts/all/compareOverTime.json?protocols=unread,even-pair&to=2026-01-01'))[0]).toBe(404)
})
