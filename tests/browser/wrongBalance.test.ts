import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser'
import { startLorenz, type RunningLorenz } from './server'
import { changeBalance, takeSnapshot } from './wrongBalance'

const slug = 'demo-swap'

// One of its own: nobody else is to see the wrong page.
let lorenz: RunningLorenz
let browser: Browser
beforeAll(async () => {
  lorenz = await startLorenz()
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await lorenz?.stop()
}, 60_000)

it('a wrong balance in the database turns the page red once it is measured, and the right one green again', { timeout: 120_000 }, async ({ skip }) => {
  const { dataDirectory } = lorenz
  if (!dataDirectory) return skip('this Lorenz ran already, and its database is not to be touched')
  const readAudit = async () => {
    const page = await browser.newPage()
    await page.goto(`${lorenz.address}/protocols/${slug}`)
    const text = await page.getByRole('heading', { name: /^Audit/ }).innerText()
    await page.close()
    return text
  }
  expect(await readAudit()).toBe('Audit passed')
  await changeBalance(dataDirectory, slug, 7)
  await takeSnapshot(dataDirectory)
  expect(await readAudit()).toBe('Audit failed: do not rely on these figures')
  await changeBalance(dataDirectory, slug, -7)
  await takeSnapshot(dataDirectory)
  expect(await readAudit()).toBe('Audit passed')
})
