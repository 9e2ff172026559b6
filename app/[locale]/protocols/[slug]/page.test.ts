import type { ReactElement } from 'react'
import { expect, it, vi } from 'vitest'
import { toMarkup } from '@/app/markup'
import { loadImports } from '@/db/snapshots'
import { openPublished } from '@/tests/openPublished'
import { somePublishedLists } from '@/tests/publishedLists'
import { sharedDatabase } from '../../../database'
import OverviewPage from '../../page'
import OwnershipPage from './page'

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ host: 'lorenz.example', 'x-forwarded-proto': 'https' })) }))
const published = openPublished()

const draw = async (query: Record<string, string>) =>
  (await toMarkup(await OwnershipPage({ params: Promise.resolve({ locale: 'en', slug: 'made-up' }), searchParams: Promise.resolve(query) }) as ReactElement)).replaceAll('&amp;', '&')
/** The figure of a measure in the table of all of them: the first cell of its row that is a number. */
const readFigure = (html: string, name: string) => new RegExp(`<tr><th[^>]*>(?:<[^>]*>)*${name}(?:<[^>]*>)*</th>.*?<td[^>]*>(?:<[^>]*>)*(\\d+)<`).exec(html)?.[1]

it('is measured under rules that somebody chose, says so, and keeps the usual ones where days are kept', async () => {
  // Thirteen accounts were given something; by the evidence account 10 signs for account 9.
  const [usual, chosen] = [await draw({ lens: 'raw-entities' }), await draw({ lens: 'raw-entities', rules: 'safeOwners' })]
  expect([readFigure(usual, 'Holders'), readFigure(chosen, 'Holders')]).toEqual(['13', '12'])
  expect(chosen.includes('entities merged (Safe and its signers)')).toBe(true)
  expect(chosen.includes('href="/charts/made-up/lorenz?lens=raw-entities&rules=safeOwners"')).toBe(true)
  expect(chosen.includes('href="/protocols/made-up/metrics.csv?lens=raw-entities&rules=safeOwners"')).toBe(true)
  // The headline's lens has days: those of the usual rules, while their own pages have them under those that were chosen.
  const days = await draw({ rules: 'none' })
  expect(days.includes('the days are drawn by the usual rules')).toBe(true)
  expect(days.includes('href="/charts/made-up/concentrationOverTime-gini?rules=none"')).toBe(true)
  expect(days.includes('href="/protocols/made-up/history.csv"')).toBe(true)
  expect((await draw({})).includes('the days are drawn by the usual rules')).toBe(false)
})

it('leads from a list to charts of the list', async () => {
  const id = (await loadImports(sharedDatabase(), published.protocol.tokenId)).find(({ population }) => population === 'complete')!.id
  const html = await draw({ snapshot: String(id), rules: 'none' })
  for (const chart of ['lorenz', 'largestHolders', 'holdersTable', 'metricsTable', 'excludedTable', 'bandTable']) expect(html.includes(`href="/charts/made-up/${chart}-${somePublishedLists[0].word}?lens=circulating"`)).toBe(true)
  // As the list's own holders have it, not the ledger at the block that the list names. Gini of seven: (6 · 80 + 4 · 40 + 2 · 20) / (7 · 303.5) = 0.320; without
  // the 90.5 of the hostile label (5 · 50 + 3 · 30 + 10) / (6 · 213) = 0.274.
  expect(html).toMatch(/0\.293 to 0\.320 over all lenses<.{0,80}without “=HYPERLINK[^”]*”: 0\.274</)
})

it('is told on the overview that the usual rules apply there', async () => {
  const overview = async (query: Record<string, string>) => toMarkup(await OverviewPage({ params: Promise.resolve({ locale: 'de' }), searchParams: Promise.resolve(query) }) as ReactElement)
  expect(await overview({ rules: 'none' })).toContain('Hier gelten die üblichen Regeln')
  expect(await overview({})).not.toContain('Hier gelten die üblichen Regeln')
})
