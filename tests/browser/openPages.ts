import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser'
import type { RunningLorenz } from './server'
import { findLorenz } from './sharedLorenz'

/** The run's Lorenz and a browser, for the tests of one file: both are there from the first test on. */
export interface OpenPages {
  lorenz: Pick<RunningLorenz, 'address' | 'dataDirectory'>
  /** To be closed by whoever opens it */
  newContext: (options: BrowserContextOptions) => Promise<BrowserContext>
  /** Opens pages in a context of their own, which is closed afterwards */
  browse: <Result>(options: BrowserContextOptions, visit: (open: (path: string) => Promise<Page>, context: BrowserContext) => Promise<Result>) => Promise<Result>
}

/** @example const { lorenz, browse } = openPages() */
export function openPages(): OpenPages {
  const lorenz: OpenPages['lorenz'] = { address: '', dataDirectory: null }
  let browser: Browser
  beforeAll(async () => {
    Object.assign(lorenz, await findLorenz())
    browser = await openBrowser()
  }, 600_000)
  afterAll(() => browser?.close(), 60_000)
  const newContext: OpenPages['newContext'] = (options) => browser.newContext(options)
  return {
    lorenz,
    newContext,
    browse: async (options, visit) => {
      const context = await newContext(options)
      try {
        const page = await context.newPage()
        return await visit(async (path) => {
          await page.goto(lorenz.address + path)
          return page
        }, context)
      } finally {
        await context.close()
      }
    },
  }
}
