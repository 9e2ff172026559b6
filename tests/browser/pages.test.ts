import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import { findFaults, measureOverhang } from './browser'
import { openPages } from './openPages'

const slug = 'demo-swap'
const protocol = `/protocols/${slug}`
const paths = ['/', protocol, `${protocol}?lens=circulating`, `${protocol}?lens=raw-owners-noDust`, `${protocol}/owners`, `${protocol}/proposals`, `${protocol}/power`, `${protocol}/control`, `${protocol}/findings`, `${protocol}/liquidity`, `${protocol}/profits`, `${protocol}/profits?currency=ether`, `${protocol}/holders`, `${protocol}/holders?q=0xffffffffff`, `${protocol}/changes`, `${protocol}/changes?from=2020-02-30`, '/paradox', '/compare', '/compare?protocols=demo-swap&protocols=demo-lend&metric=top10Share&lens=circulating', '/compare?protocols=demo-swap', '/superusers', '/method', '/data', '/data/api', '/status', '/no-such-page', '/protocols/no-such-protocol']
const themes = ['light', 'dark'] as const

const { lorenz, browse } = openPages()

const readCsv = async (path: string): Promise<Record<string, string>[]> => parse(await (await fetch(lorenz.address + path)).text(), { columns: true })
const readFigure = (page: Page, metric: string) => page.locator(`[data-metric="${metric}"] dd`).first().innerText()

describe.each(locales)('every page in %s', (locale) => {
  const at = (path: string) => toHref(locale, path)

  it.each(themes)('has nothing that axe finds, in %s', { timeout: 300_000 }, (theme) =>
    browse({ colorScheme: theme, viewport: { width: 1280, height: 900 } }, async (open) => {
      for (const path of paths) {
        const page = await open(at(path))
        await page.locator('h1').waitFor()
        expect(await findFaults(page), path).toEqual([])
      }
    }))

  it('does not scroll sideways at 390 px', { timeout: 300_000 }, () =>
    browse({ viewport: { width: 390, height: 844 } }, async (open) => {
      for (const path of paths) expect(await measureOverhang(await open(at(path))), path).toBe(0)
    }))

  it('has nothing that axe finds on a phone, where holders become small lists', () =>
    browse({ viewport: { width: 390, height: 844 } }, async (open) => {
      for (const path of [`${protocol}/holders`, `${protocol}/changes`, `${protocol}/liquidity`]) expect(await findFaults(await open(at(path))), path).toEqual([])
    }))

  it('is whole without JavaScript, in its language', { timeout: 300_000 }, () =>
    browse({ javaScriptEnabled: false }, async (open) => {
      for (const path of paths.slice(0, 10)) {
        const page = await open(at(path))
        expect(await page.locator('html').getAttribute('lang'), path).toBe(locale)
        expect(await page.locator('main h1').count(), path).toBe(1)
        expect(await page.title(), path).toMatch(/ · Lorenz$/)
      }
      const page = await open(at(protocol))
      expect(await page.locator('#lorenz svg:visible').count()).toBe(1)
      expect(Number((await readFigure(page, 'holders')).replace(/[.,]/g, ''))).toBeGreaterThan(0)
    }))
})

it('says how far each token is read and what the queue holds, and asks search engines to leave that out', async () => {
  await browse({}, async (open) => {
    const page = await open('/de/status')
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toMatch(/noindex/)
    const row = page.locator('#ledgers tbody tr').filter({ hasText: 'Demo Swap' }).first()
    expect(await row.innerText()).toMatch(/bestanden/)
    // The worker that runs inside npm start.
    expect(await page.locator('#queue').innerText()).toMatch(/1 Arbeiter ist da/)
    expect(await page.locator('#queue tbody tr').count()).toBe(9)
  })
})

it('tells a command beside it what it tells readers, and goes on', async ({ skip }) => {
  const { dataDirectory } = lorenz
  if (!dataDirectory) return skip('this Lorenz ran already, and where its database is, is not known')
  const env: NodeJS.ProcessEnv = { ...process.env, LORENZ_DATA_DIR: dataDirectory }
  delete env.DATABASE_URL
  const { stdout } = await promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, '../../bin/lorenz.mjs'), 'status', '--json'], { env })
  const { ledgers } = JSON.parse(stdout) as { ledgers: { protocol: string; symbol: string; lastBlock: number; holders: number }[] }
  // After it: the server of the database, which the command took its turn at, goes on.
  const { data } = (await (await fetch(`${lorenz.address}/api/v1/status`)).json()) as { data: { ledgers: Record<string, unknown>[] } }
  expect(data.ledgers.length).toBeGreaterThan(3)
  expect(ledgers).toMatchObject(data.ledgers.map(({ protocol, symbol, last_block: lastBlock, holders }) => ({ protocol, symbol, lastBlock, holders })))
})

describe('a reader', () => {
  it('clicks from the overview to the holders of a protocol, to its last one', () =>
    browse({}, async (open) => {
      const page = await open('/')
      await page.getByRole('link', { name: 'Demo Swap', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Demo Swap' }).waitFor()
      expect(await page.getByRole('heading', { name: 'Demo data' }).count()).toBe(1)
      await page.getByRole('link', { name: 'All holders', exact: true }).click()
      await page.getByRole('link', { name: 'Last' }).click()
      await page.waitForURL(/page=\d+/)
      await page.getByRole('link', { name: 'Next' }).waitFor({ state: 'detached' })
      const all = await readCsv(`${protocol}/holders.csv`)
      const ranks = await page.locator('tbody tr th').allInnerTexts()
      expect(Number(ranks.at(-1)?.replace(/,/g, ''))).toBe(all.length)
    }))

  it('sees other figures through another lens, and keeps the lens and the page on changing the language', () =>
    browse({}, async (open) => {
      const page = await open(protocol)
      const before = await readFigure(page, 'top10Share')
      await page.getByRole('link', { name: 'look through contracts: yes' }).click()
      await page.getByRole('link', { name: 'look through contracts: no' }).waitFor()
      expect(await readFigure(page, 'top10Share')).not.toBe(before)
      await page.getByRole('link', { name: 'Deutsch' }).click()
      await page.waitForURL(`${lorenz.address}/de${protocol}?lens=circulating-entities`)
      expect(await page.locator('html').getAttribute('lang')).toBe('de')
    }))

  it('turns the theme, and finds it again on the next page', () =>
    browse({ colorScheme: 'light' }, async (open) => {
      const page = await open('/')
      const readBackground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
      const light = await readBackground()
      await page.getByRole('button', { name: 'Light or dark' }).click()
      const dark = await readBackground()
      expect(dark).not.toBe(light)
      await open('/method')
      expect(await readBackground()).toBe(dark)
    }))

  it('skips to the content by keyboard', () =>
    browse({}, async (open) => {
      const page = await open('/')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    }))
})

describe('what changed between two days', () => {
  it('chosen by keyboard, is what the file has, and adds up to the holders of both days', () =>
    browse({}, async (open) => {
      const days = (await readCsv(`${protocol}/history.csv`)).filter(({ metric, origin }) => metric === 'holders' && origin === 'ledger')
      const [first, last] = [days.at(-20)!, days.at(-1)!]
      const page = await open(`${protocol}/changes`)
      await page.getByLabel('From the end of').fill(first.day!)
      await page.getByLabel('To the end of').press('Enter')
      await page.waitForURL(new RegExp(`from=${first.day}&to=${last.day}`))
      const counts = await page.locator('#summary table').nth(1).locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.children[1]?.textContent?.replace(/,/g, ''))))
      const file = await readCsv(`${protocol}/changes.csv?from=${first.day}&to=${last.day}`)
      expect(counts).toEqual(['entered', 'left', 'grew', 'shrank'].map((kind) => file.filter(({ change }) => change === kind).length))
      expect(Number(last.value) - Number(first.value)).toBe(counts[0]! - counts[1]!)
      expect(file.length).toBeGreaterThan(5)
    }))

  it('says what is wrong with a day', () =>
    browse({}, async (open) => {
      const page = await open(`/de${protocol}/changes?from=2020-02-30`)
      await page.getByText('„2020-02-30“ ist kein Datum.').waitFor()
      expect((await fetch(`${lorenz.address}${protocol}/changes.csv?from=yesterday`)).status).toBe(400)
    }))
})

describe('a chart', () => {
  it.each(['mouse', 'keyboard'])('answers a reader who reaches for it by %s, and fetches nothing before', (way) =>
    browse({}, async (open) => {
      const page = await open(protocol)
      await page.waitForLoadState('networkidle')
      expect(await page.locator('.recharts-surface').count()).toBe(0)
      const still = page.locator('#lorenz [data-replaced]')
      await (way === 'mouse' ? still.hover() : still.focus())
      await page.locator('#lorenz .recharts-surface').waitFor()
      if (way === 'keyboard') await page.locator('#lorenz .recharts-surface:focus').waitFor()
    }))

  it('has the numbers of the file beside it', () =>
    browse({}, async (open) => {
      const page = await open(protocol)
      const shown = await page.locator('#largestHolders details tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
      const file = (await readCsv(`${protocol}/holders.csv`)).slice(0, shown.length)
      expect(shown.length).toBeGreaterThan(5)
      for (const [place, [name = '', share = '']] of shown.entries()) {
        const row = file[place]!
        if (row.label) expect(name).toBe(row.label)
        else expect(name).toBe(`${row.address!.slice(0, 6)}…${row.address!.slice(-4)}`)
        // The table is written to a tenth of a per cent.
        expect(Math.abs(Number(share.replace('%', '')) - Number(row.share_pct))).toBeLessThanOrEqual(0.0501)
      }
    }))

  it('over time shows the days of the history file', () =>
    browse({}, async (open) => {
      const page = await open(protocol)
      const shown = await page.locator('[id="concentrationOverTime-holders"] details tbody tr').evaluateAll((rows) => rows.map((row) => row.children[1]?.textContent ?? ''))
      const days = (await readCsv(`${protocol}/history.csv`)).filter(({ metric }) => metric === 'holders')
      expect(shown.length).toBeGreaterThan(10)
      expect(Number(shown.at(-1)?.replace(/,/g, ''))).toBe(Number(days.at(-1)?.value))
    }))

  it('and the measures are those of the metrics file', () =>
    browse({}, async (open) => {
      const page = await open(`${protocol}?lens=circulating`)
      const rows = await readCsv(`${protocol}/metrics.csv?lens=circulating`)
      const of = (metric: string) => Number(rows.find((row) => row.metric === metric)?.value)
      expect(await readFigure(page, 'gini')).toBe(of('gini').toFixed(3))
      expect(await readFigure(page, 'nakamoto50')).toBe(of('nakamoto50').toLocaleString('en'))
    }))
})

it('answers wrong addresses with 404, wrong questions with 400, and /en with the address without it', async () => {
  const statusOf = async (path: string) => (await fetch(lorenz.address + path, { redirect: 'manual' })).status
  expect(await statusOf('/no-such-page')).toBe(404)
  expect(await statusOf('/de/no-such-page')).toBe(404)
  expect(await statusOf('/protocols/no-such-protocol')).toBe(404)
  expect(await statusOf('/protocols/no-such-protocol/holders.csv')).toBe(404)
  expect(await statusOf(`${protocol}/holders.csv?lens=wrong`)).toBe(400)
  const moved = await fetch(`${lorenz.address}/en${protocol}?lens=raw`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([308, `${protocol}?lens=raw`])
})

it('gives files that a cache can keep', async () => {
  const first = await fetch(`${lorenz.address}${protocol}/holders.csv`)
  expect(first.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(first.headers.get('content-disposition')).toMatch(/^attachment; filename="demo-swap-holders-circulating-owners-entities-\d{4}-\d\d-\d\d-b\d+\.csv"$/)
  const etag = first.headers.get('etag')
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
  const again = await fetch(`${lorenz.address}${protocol}/holders.csv`, { headers: { 'if-none-match': etag! } })
  expect(again.status).toBe(304)
  const text = await first.text()
  expect(text.startsWith('rank,address,balance,balance_raw,share_pct,')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
})
