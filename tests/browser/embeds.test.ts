import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFaults, measureOverhang } from './browser'
import { openPages } from './openPages'

const { lorenz, newContext } = openPages()
let paper: Server
let address: string

beforeAll(async () => {
  const article = await writeArticle()
  paper = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(article)).listen(0)
  await once(paper, 'listening')
  // Another port is another origin.
  address = `http://127.0.0.1:${(paper.address() as AddressInfo).port}/`
}, 600_000)
afterAll(() => {
  paper?.close()
})

const read = async (path: string) => (await fetch(lorenz.address + path)).text()
const chart = '/charts/demo-swap'

/** A newspaper's page: two frames with the code that the charts' pages offer, one by oEmbed, two pictures. */
async function writeArticle(): Promise<string> {
  const page = await read(`${chart}/lorenz`)
  const code = /<code>(&lt;iframe[^]*?)<\/code>/.exec(page)?.[1] ?? ''
  const live = code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
  const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(await read(`/de${chart}/concentrationOverTime-gini`))?.[1]?.replaceAll('&amp;', '&')
  const { html } = (await (await fetch(link ?? '')).json()) as { html: string }
  const second = live.split('\n')[0]!.replace('/lorenz', '/metricsTable')
  const picture = (name: string) => `<img src="${lorenz.address}${chart}/${name}" alt="" width="100%">`
  return `<!doctype html><html lang="en"><title>Paper</title><meta name="viewport" content="width=device-width"><body style="margin:12px">
    ${live}\n${second}\n${html}\n${picture('largestHolders.svg?width=600')}${picture('concentrationOverTime-nakamoto50.png?preset=og&lang=de')}`
}

const charts = (frames: Frame[]) => frames.filter((frame) => frame.url().startsWith(`${lorenz.address}/embed/`))

describe.each([320, 768, 1280])('charts in a page of another origin, %i px wide', (width) => {
  it('stand in frames as high as what they hold', async () => {
    const context = await newContext({ viewport: { width, height: 4_000 } })
    const page = await context.newPage()
    const asked: string[] = []
    const wrong: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()) })
    await page.goto(address, { waitUntil: 'networkidle' })
    await expect.poll(async () => Promise.all(charts(page.frames()).map((frame) =>
      frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)))).toEqual([0, 0, 0])
    const spare = await Promise.all(charts(page.frames()).map((frame) => frame.evaluate(() => innerHeight - document.querySelector('main')!.getBoundingClientRect().height)))
    // A px is lost or won by rounding.
    for (const each of spare) expect(Math.abs(each)).toBeLessThanOrEqual(2)
    expect(await page.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0))).toEqual([true, true])
    expect(await measureOverhang(page)).toBe(0)
    expect(new Set(asked)).toEqual(new Set([new URL(address).origin, lorenz.address]))
    // The paper has no icon of its own.
    expect(wrong.filter((text) => !text.includes('favicon'))).toEqual([])
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it('are whole without JavaScript', async () => {
    const context = await newContext({ viewport: { width, height: 4_000 }, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'networkidle' })
    const frame = page.frameLocator('iframe').first()
    expect(await frame.locator('svg:visible').count()).toBe(1)
    await frame.locator('summary').click()
    expect(await frame.locator('tbody tr:visible').count()).toBeGreaterThan(50)
    await context.close()
  })
})

it('an embed tells its figures by keyboard, and has nothing that axe finds', async () => {
  const page = await (await newContext({})).newPage()
  await page.goto(`${lorenz.address}/embed/demo-swap/concentrationOverTime-gini`)
  expect(await findFaults(page)).toEqual([])
  await page.locator('[data-x]:visible').focus()
  await page.keyboard.press('End')
  const [day, value] = await page.locator('tbody tr').last().locator('th, td').allTextContents()
  expect(await page.getByRole('status').innerText()).toBe(`${day}\nGini coefficient: ${value}`)
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0)
  await page.context().close()
})

it('pages of a chart have nothing that axe finds and no script that their policy stops', { timeout: 300_000 }, async () => {
  const page = await (await newContext({ viewport: { width: 390, height: 844 } })).newPage()
  const wrong: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()) })
  for (const path of [`${chart}/lorenz`, `/de${chart}/holdersTable?lens=circulating`, `${chart}/concentrationOverTime-holders`, '/de/charts/all/overviewTable', `${chart}/auditTable`]) {
    await page.goto(lorenz.address + path, { waitUntil: 'networkidle' })
    expect(await findFaults(page), path).toEqual([])
    expect(await measureOverhang(page), path).toBe(0)
  }
  expect(wrong).toEqual([])
  await page.context().close()
})

it('only embeds may be framed by others', async () => {
  const policyOf = async (path: string) => (await fetch(lorenz.address + path)).headers
  for (const path of ['/', `${chart}/lorenz`, `${chart}/lorenz.json`, '/api/oembed']) {
    const headers = await policyOf(path)
    expect([headers.get('x-frame-options'), /frame-ancestors 'self'/.test(headers.get('content-security-policy') ?? '')], path).toEqual(['SAMEORIGIN', true])
    expect(headers.get('content-security-policy'), path).not.toMatch(/script-src[^;]*unsafe-inline/)
  }
  const embed = await policyOf('/embed/demo-swap/lorenz')
  expect([embed.get('x-frame-options'), /frame-ancestors \*/.test(embed.get('content-security-policy') ?? '')]).toEqual([null, true])
})
