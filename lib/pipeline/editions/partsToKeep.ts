import { loadDayEnds } from '@/db/balanceHistory'
import { loadControlMap } from '@/db/controlMaps'
import type { Database } from '@/db/database'
import { loadDelegateList } from '@/db/delegateLists'
import { loadKeptMarks, type KeptMark } from '@/db/keptParts'
import { loadSettledBlock } from '@/db/ledger'
import { loadPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { loadImports } from '@/db/snapshots'
import { toDay } from '../../chain/dayEnds'
import type { KeptValue } from '../../publish/keptParts'
import { loadFarming } from '../farming/keptFarming'
import { describeDelegateList } from '../governance/describeDelegateList'
import { loadBlocs } from '../governance/loadBlocs'
import { loadOwnGains } from '../governance/loadOwnGain'
import { loadDecidedProposals } from '../governance/loadProposals'
import { loadVotingPower } from '../governance/loadVotingPower'
import { readMarket } from '../markets/loadMarket'
import type { SeenSnapshot } from '../replay'
import { loadStudies } from '../studies/loadStudies'
import { studyIds } from '../studies/registry'
import { dailyLenses, type PartToKeep } from './keepPart'

type Read = { number: number; timestamp: number; hash?: `0x${string}` | null }

/** What is kept with each reading of its own: studies, keys, rewards, pools. */
export async function toReadings(database: Database, protocol: TrackedProtocol, { snapshot: { labelVersion, block } }: SeenSnapshot): Promise<PartToKeep[]> {
  const { slug, token: { chainId } } = protocol
  const [control, studies, pools, ends, settled] = [
    await loadControlMap(database, slug), await loadStudies(database, slug, studyIds), await loadPools(database, slug), await loadDayEnds(database, chainId), await loadSettledBlock(database.db, protocol.tokenId),
  ]
  const farming = await loadFarming(database, protocol)
  const known = new Map([block, settled, ...ends.values()].flatMap((one) => (one ? [[one.number, one.hash] as const] : [])))
  const toMark = ({ number, timestamp, hash = known.get(number) }: Read): KeptMark => ({ day: toDay(timestamp), block: { number, hash: hash ?? null, timestamp }, labelVersion })
  return [
    ...studyIds.flatMap((id): PartToKeep[] => {
      const study = studies[id]
      return study ? [{ name: id, mark: toMark({ number: study.block, timestamp: ends.get(study.day)?.timestamp ?? toLastSecond(study.day) }), make: () => Promise.resolve({ studies: { [id]: study } }) }] : []
    }),
    ...(control ? [{ name: 'control', mark: toMark(control.block), make: () => Promise.resolve({ control }) }] : []),
    ...(farming ? [{ name: 'farming', mark: toMark(farming.block), make: () => Promise.resolve({ farming }) }] : []),
    ...pools.flatMap((pool): PartToKeep[] => (pool.reading ? [{ name: `market-${pool.facts.address}`, mark: toMark(pool.reading.block), make: async () => ({ market: await readMarket(database, pool, pool.reading!) }) }] : [])),
  ]
}

/** The last second of a UTC day: studies end with days. */
const toLastSecond = (day: string): number => Date.parse(`${day}T23:59:59Z`) / 1000

/** The last of what is kept once a day: that it is there says that the day is. */
const lastOfDay = 'proposals'

/** The newest day of which all is kept that is kept of a protocol once a day; null before the first. */
export const loadKeptDay = async (database: Database, slug: string): Promise<string | null> => (await loadKeptMarks(database, slug, lastOfDay, 1))[0]?.day ?? null

/** What is kept once a day, under the block of the newest snapshot; nothing where the snapshot's day is kept already. */
export async function toDaily(database: Database, protocol: TrackedProtocol, { snapshot }: SeenSnapshot): Promise<PartToKeep[]> {
  const { slug, tokenId, labels, published } = protocol
  const { day, block, measurements, labelVersion } = snapshot
  if (!block || (await loadKeptDay(database, slug)) === day) return []
  const mark: KeptMark = { day, block, labelVersion }
  const made: Readonly<Record<string, () => Promise<KeptValue>>> = {
    ...Object.fromEntries(dailyLenses.map((lens) => [`votes-${lens.id}`, async () => ({ votes: await loadVotingPower(database, protocol, measurements, lens, { days: { from: null, to: null }, indices: true, gathered: true }) })])),
    blocs: async () => ({ blocs: await loadBlocs(database, slug) }),
    ownGain: async () => ({ ownGain: (await loadOwnGains(database, protocol)).map(({ proposal: { origin, place, key, title, state, closes }, ...gain }) => ({ ...gain, proposal: { origin, place, key, title, state, closes } })) }),
    delegateList: async () => {
      const list = await loadDelegateList(database, slug)
      return { delegateList: list && (await describeDelegateList(list, labels)) }
    },
    imports: async () => ({ imports: await loadImports(database, tokenId) }),
    published: () => Promise.resolve({ published }),
    [lastOfDay]: async () => ({ proposals: await loadDecidedProposals(database, protocol) }),
  }
  return Object.entries(made).map(([name, make]) => ({ name, mark, make }))
}
