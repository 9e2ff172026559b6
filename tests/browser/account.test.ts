import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import { findFaults, measureOverhang } from './browser'
import { openPages } from './openPages'

const protocol = '/protocols/demo-swap'

const { lorenz, browse } = openPages()

describe('an account', () => {
  const findLargest = async () => {
    const file = await (await fetch(`${lorenz.address}${protocol}/holders.csv?lens=raw`)).text()
    return parse<Record<string, string>>(file, { columns: true })[0]!.address!
  }

  it.each(locales)('has nothing that axe finds, does not scroll sideways, and is whole without JavaScript, in %s', { timeout: 120_000 }, async (locale) => {
    const at = toHref(locale, `/accounts/${await findLargest()}`)
    for (const colorScheme of ['light', 'dark'] as const) for (const width of [1280, 390])
      await browse({ colorScheme, viewport: { width, height: 900 } }, async (open) => {
        const page = await open(at)
        expect(await findFaults(page), `${colorScheme} ${width}`).toEqual([])
        expect(await measureOverhang(page)).toBe(0)
      })
    await browse({ javaScriptEnabled: false }, async (open) => {
      const page = await open(at)
      expect(await page.locator('#accountHoldings tbody tr').count()).toBeGreaterThan(0)
      expect(await page.locator('#accountHistory svg:visible').count()).toBe(1)
    })
  })

  it('is reached from the list of holders and by its address in any case, and says so where there is none', () =>
    browse({}, async (open) => {
      const address = await findLargest()
      const page = await open(`${protocol}/holders?lens=raw`)
      await page.getByRole('link', { name: address }).click()
      await page.getByRole('heading', { level: 1, name: address }).waitFor()
      await open('/accounts')
      await page.getByRole('searchbox').fill(address.toLowerCase())
      await page.getByRole('searchbox').press('Enter')
      await page.waitForURL(`${lorenz.address}/accounts/${address}`)
      const missing = await page.goto(`${lorenz.address}/de/accounts/0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed`)
      expect(missing?.status()).toBe(404)
      await page.getByRole('heading', { name: 'Dieses Konto kam hier nie vor' }).waitFor()
      expect((await page.goto(`${lorenz.address}/accounts/0x12`))?.status()).toBe(404)
      await page.getByRole('heading', { name: 'This is not an address' }).waitFor()
    }))
})
