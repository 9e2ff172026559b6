import { openBrowser } from '../../tests/browser/browser'

export interface Paint {
  /** ms until the largest paint, on a processor slowed down four times */
  largestPaintMs: number
  /** bytes as they came over the wire, before anything was touched */
  scriptBytes: number
  allBytes: number
  requests: number
}

/** Opens an address in a real browser with nothing in its cache, and touches nothing. */
export async function measurePaint(address: string): Promise<Paint> {
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const types = new Map<string, string>()
    const paint = { largestPaintMs: 0, scriptBytes: 0, allBytes: 0, requests: 0 }
    session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      paint.requests += 1
      paint.allBytes += encodedDataLength
      if (types.get(requestId) === 'Script') paint.scriptBytes += encodedDataLength
    })
    await page.addInitScript(() => {
      const seen = globalThis as unknown as { largestPaint: number }
      seen.largestPaint = 0
      new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => (seen.largestPaint = startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
    })
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(2_000)
    paint.largestPaintMs = Math.round(await page.evaluate(() => (globalThis as unknown as { largestPaint: number }).largestPaint))
    return paint
  } finally {
    await browser.close()
  }
}
