import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openPublished } from '@/tests/openPublished'
import { fillNeighbours } from '@/tests/publishedNeighbours'
import { sharedDatabase } from '../../database'
import CompareRoute from './page'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))

openPublished()
beforeAll(() => fillNeighbours(sharedDatabase()))

const read = async (searchParams: Record<string, string | string[]> = {}, locale = 'en') =>
  renderToStaticMarkup((await CompareRoute({ params: Promise.resolve({ locale }), searchParams: Promise.resolve(searchParams) })) as ReactElement)
const find = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, found]) => found!)
const ticked = (markup: string) => find(markup, /<input type="checkbox" name="protocols" checked="" value="([^"]+)"/g)

describe('the page that compares protocols', () => {
  it('is one plain form, and compares what is usual where nobody asks', async () => {
    const markup = await read()
    expect(markup).toContain('action="/compare"')
    expect(find(markup, /name="protocols"[^>]* value="([^"]+)"/g)).toEqual(['made-up', 'neighbour-one', 'neighbour-two'])
    expect(ticked(markup)).toEqual(['made-up', 'neighbour-one', 'neighbour-two'])
    expect(markup).toContain('<option value="gini" selected="">')
    expect(find(markup, /<figure[^>]* id="(\w+)"/g)).toEqual(['compareOverTime', 'compareNow', 'compareCurves'])
    expect(markup).toContain('href="/charts/all/compareOverTime"')
  })

  it('takes boxes of one name one by one, as a form sends them, and keeps the lens', async () => {
    const markup = await read({ protocols: ['made-up', 'neighbour-one'], metric: 'hhi', lens: 'raw-owners' }, 'de')
    expect(ticked(markup)).toEqual(['made-up', 'neighbour-one'])
    expect(markup).toContain('<option value="hhi" selected="">')
    expect(markup).toContain('<input type="hidden" name="lens" value="raw-owners"/>')
    expect(markup).toContain('Herfindahl-Hirschman-Index: Made &lt;Up&gt; &amp; Co und =neighbour-one')
    // Days are kept under the closest lens that has some; charts that choose no metric are not asked for one.
    const chosen = 'protocols=made-up%2Cneighbour-one'
    expect(markup).toContain(`href="/de/charts/all/compareOverTime?lens=raw&amp;${chosen}&amp;metric=hhi"`)
    expect(markup).toContain(`href="/de/charts/all/compareTable?lens=raw-owners&amp;${chosen}"`)
  })

  it('has the values of every metric beside one another, each a link to its comparison', async () => {
    const markup = await read({ protocols: 'made-up,neighbour-one' })
    expect(markup).toContain('href="/compare?protocols=made-up%2Cneighbour-one&amp;metric=nakamoto50"')
    expect(find(markup, /<th scope="col"[^>]*>([^<]*neighbour-one)<\/th>/g).length).toBeGreaterThan(0)
  })

  it('says so where what is ticked is no comparison, and keeps what was ticked', async () => {
    const markup = await read({ protocols: ['made-up', 'nobody'] })
    expect(markup).toContain('One is no comparison')
    expect(ticked(markup)).toEqual(['made-up'])
    expect(markup).not.toContain('<figure')
  })
})
