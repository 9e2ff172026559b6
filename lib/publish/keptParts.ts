import type { Address } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'
import type { Protocol } from '@/lib/domain/protocol'
import type { StudyId } from '@/lib/domain/study'
import { headlineLens } from '@/lib/ownership/lenses'
import type { Chart, Loaded, Part } from './view'

/**
 * Parts of a chart that no ledger can tell again as of a block, or only in minutes: what they were is kept, and so the charts made of them have fixed
 * addresses too. A study, keys, rewards and pools are kept with each of their readings, under its block; the other parts of a protocol once a day, under the
 * block of its snapshot; what is of several protocols, which may share no chain, once a day, under the day.
 */
const keptParts = {
  hhiDrivers: 'reading', cohorts: 'reading', growth: 'reading', badMonths: 'reading', participation: 'reading', delegatedStakes: 'reading',
  control: 'reading', farming: 'reading', market: 'reading',
  votes: 'snapshot', proposals: 'snapshot', blocs: 'snapshot', ownGain: 'snapshot', delegateList: 'snapshot', imports: 'snapshot', published: 'snapshot',
  overview: 'day', comparison: 'day', competition: 'day', superusers: 'day', findings: 'day', work: 'day',
} as const satisfies Partial<Record<Part, 'reading' | 'snapshot' | 'day'>> & Record<StudyId, 'reading'>
export type KeptPart = keyof typeof keptParts

/** What a kept part puts in its place among everything that a chart is made from. */
export type KeptValue = Partial<Loaded> & { published?: Protocol['published'] }

/**
 * The parts of a chart that are kept.
 *
 * @example toKeptParts(['votes', 'votesDays', 'history']) // ['votes']
 */
export const toKeptParts = (needs: readonly Part[]): KeptPart[] => needs.filter((part): part is KeptPart => part in keptParts)

/**
 * Under what a part is kept: the block of its own reading, that of the protocol's snapshot, or a day.
 *
 * @example toKeptUnder('superusers') // 'day'
 */
export const toKeptUnder = (part: KeptPart): 'reading' | 'snapshot' | 'day' => keptParts[part]

/**
 * Whether a chart has addresses that are fixed for ever: it can be made again from the ledger, or what it was made from is kept.
 *
 * @example hasFixedAddress(powerLadder) // true: votes are kept
 */
export const hasFixedAddress = ({ fixed, needs }: Pick<Chart, 'fixed' | 'needs'>): boolean => fixed || toKeptParts(needs).length > 0

/** Parts that differ by lens are kept under those of which there are days. */
const underLenses: readonly KeptPart[] = ['votes', 'overview']

/**
 * The name under which a part is kept. Of what is compared only the blocks are: those of the overview of the day, at which the ledgers tell the rest again.
 *
 * @example toKeptName('votes', { lens: 'raw', market: null }) // 'votes-raw'
 */
export const toKeptName = (part: KeptPart, { lens, market }: { lens: LensId; market: Address | null }): string =>
  part === 'market' ? `market-${market}` : part === 'comparison' ? `overview-${headlineLens}` : underLenses.includes(part) ? `${part}-${lens}` : part
