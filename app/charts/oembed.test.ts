import { expect, it, vi } from 'vitest'
import { openPublished } from '@/tests/openPublished'
import { GET as getOembed } from '../api/oembed/route'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))

const origin = 'https://lorenz.example'
openPublished()

it.each([
  ['url=https%3A%2F%2Florenz.example%2Fcharts%2Fmade-up%2Florenz&format=xml', 501],
  ['url=https%3A%2F%2Fother.example%2Fcharts%2Fmade-up%2Florenz', 404],
  ['url=https%3A%2F%2Florenz.example%2Fprotocols%2Fmade-up', 404],
  ['url=https%3A%2F%2Florenz.example%2Fcharts%2Fmade-up%2Florenz%409', 404],
  ['url=nonsense', 404],
  ['maxwidth=100', 400],
])('oEmbed answers %s with %i', async (query, status) => {
  expect((await getOembed(new Request(`${origin}/api/oembed?${query}`))).status).toBe(status)
})

it('oEmbed leaves out the picture where it would be too small to read, all of it', async () => {
  const url = encodeURIComponent(`${origin}/charts/made-up/lorenz@20?lens=circulating`)
  const said = await (await getOembed(new Request(`${origin}/api/oembed?url=${url}&maxwidth=150`))).json() as Record<string, unknown>
  expect(Object.keys(said).filter((name) => name.startsWith('thumbnail'))).toEqual([])
  expect(said.html).toContain('/embed/made-up/lorenz@20?lens=circulating"')
})
