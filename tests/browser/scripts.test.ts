import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPages } from './openPages'

const protocol = '/protocols/demo-swap'
const paths = ['/', protocol, `${protocol}?lens=circulating`, `${protocol}/liquidity`, `${protocol}/profits`, `${protocol}/holders`, `${protocol}/changes`, '/charts/demo-swap/lorenz', '/charts/demo-swap/holdersTable', '/method', '/data', '/data/api', '/status']

const { lorenz, newContext } = openPages()

/** Opens a page and notes what its policy stops and which scripts it fetches. */
async function open(path: string): Promise<{ page: Page; stopped: string[]; scripts: string[]; close: () => Promise<void> }> {
  const context = await newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const [stopped, scripts]: [string[], string[]] = [[], []]
  page.on('console', (message) => { if (/Content Security Policy|Hydration|hydrat/i.test(message.text())) stopped.push(message.text()) })
  page.on('pageerror', (error) => stopped.push(error.message))
  page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(request.url()) })
  await page.goto(lorenz.address + path, { waitUntil: 'networkidle' })
  return { page, stopped, scripts, close: () => context.close() }
}

describe.each(['', '/de'])('pages with %s before them', (language) => {
  it.each(paths)('%s fetches no script before a touch, all of its own after it, and its policy stops none', async (path) => {
    const { page, stopped, scripts, close } = await open(language && path === '/' ? language : language + path)
    expect(scripts).toEqual([])
    await page.mouse.move(200, 300)
    await expect.poll(() => scripts.length).toBeGreaterThan(3)
    await page.waitForLoadState('networkidle')
    expect(new Set(scripts.map((url) => new URL(url).origin))).toEqual(new Set([lorenz.address]))
    expect(stopped).toEqual([])
    await close()
  })
})

it.each(['/no-such-page', '/de/protocols/no-such-protocol'])('%s is made by its scripts at once, and its policy stops none', async (path) => {
  const { page, stopped, close } = await open(path)
  await page.locator('h1').first().waitFor()
  expect(stopped).toEqual([])
  await close()
})

it('a page that is opened again needs only be told that it is the same', async () => {
  const first = await fetch(lorenz.address + protocol)
  const again = await fetch(lorenz.address + protocol, { headers: { 'if-none-match': first.headers.get('etag')! } })
  expect([again.status, first.headers.get('cache-control')]).toEqual([304, 'no-cache'])
})

it('scripts of strangers do not run: neither in the page nor from elsewhere', async () => {
  const { page, close } = await open(protocol)
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.stranger = true'
    document.body.append(script)
    await new Promise((resolve) => setTimeout(resolve, 100))
    return 'stranger' in globalThis
  })
  expect(ran).toBe(false)
  await close()
})
