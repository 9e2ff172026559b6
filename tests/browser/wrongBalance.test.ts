import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser'
import { openMeasured } from './wrongBalance'

// Pages of its own: nobody else is to see the wrong one.
let measured: Awaited<ReturnType<typeof openMeasured>>
let browser: Browser
beforeAll(async () => {
  measured = await openMeasured()
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await measured?.close()
}, 60_000)

it('a wrong balance in the database turns the page red once it is measured, and the right one green again', { timeout: 120_000 }, async () => {
  const readAudit = async () => {
    const page = await browser.newPage()
    await page.goto(measured.page)
    const text = await page.getByRole('heading', { name: /^Audit/ }).innerText()
    await page.close()
    return text
  }
  expect(await readAudit()).toBe('Audit passed')
  await measured.changeBalance(7)
  await measured.takeSnapshot()
  expect(await readAudit()).toBe('Audit failed: do not rely on these figures')
  await measured.changeBalance(-7)
  await measured.takeSnapshot()
  expect(await readAudit()).toBe('Audit passed')
})
