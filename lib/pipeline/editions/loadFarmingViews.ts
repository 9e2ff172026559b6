import type { Database } from '@/db/database'
import type { Locale } from '@/lib/domain/text'
import { headlineLens } from '@/lib/ownership/lenses'
import { loadViews, type Views } from './loadViews'

const farming = ['rewardsByStake', 'farmingTable', 'programsTable', 'rewardUse', 'rewardsOverTime'] as const
const losses = ['liquidationsTable', 'lossesTable'] as const

/** By id; one is missing where there is nothing to show */
export type FarmingViews = Views<(typeof farming)[number] | (typeof losses)[number]>

/** Every chart and table of rewards and of liquidations, each as on its own page. */
export async function loadFarmingViews(database: Database, slug: string, locale: Locale): Promise<FarmingViews> {
  const { views } = await loadViews<keyof FarmingViews>(database, slug, [{ ids: farming, lens: headlineLens }, { ids: losses, lens: headlineLens }], locale)
  return views
}
