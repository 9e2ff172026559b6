import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * Opens a real Chromium: the one that CHROMIUM_BIN names, the one from npm where it runs (Linux), or one found on this machine.
 *
 * @throws naming what was looked for
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_BIN
  if (named) return playwright.launch({ executablePath: named })
  // One process for all would end with the first page that is closed.
  if (process.platform === 'linux')
    return playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((arg) => arg !== '--single-process') })
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`no Chromium: set CHROMIUM_BIN, or install one at ${places.join(', ')}`)
  return playwright.launch({ executablePath: found })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page as it stands: rule, place and what to do. Empty where all is well. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (node: Document, options: object) => Promise<Found> } }
    interface Found { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`))
  })
}

/** px by which a page is wider than the window: 0 without sideways scrolling. */
export const measureOverhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
