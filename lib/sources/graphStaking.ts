import type { Wrapper } from '../domain/protocol'
import { GraphBook } from './delegatedStakes/graphBook'
import { graphRewardEvents, graphStakingEvents } from './delegatedStakes/graphEvents'
import { foldOn } from './foldOn'
import type { LogFilter, Source } from './source'
import { toOwnership } from './toOwnership'
import { toContract, toOnlyAsset } from './wrapperFacts'

const id = 'graphStaking'

/** The logs that stakes follow from: of Staking, and of the one who hands out its new tokens. */
export const toGraphLogs = (wrapper: Wrapper): readonly LogFilter[] => [
  { address: wrapper.address, topics: Object.values(graphStakingEvents).map(({ topic }) => topic) },
  { address: toContract(wrapper, id, 'rewardsManager'), topics: Object.values(graphRewardEvents).map(({ topic }) => topic) },
]

const bookOf = foldOn(
  () => new GraphBook(),
  (book, logs) => {
    for (const log of logs) book.add(log)
  },
)

/**
 * The Graph's delegated stake: Staking is the wrapper, the RewardsManager stands in `contracts`. Its successor on Arbitrum (HorizonStaking) tells by other
 * events: it is not read.
 */
export const graphStaking: Source = {
  id,
  name: { en: 'Delegated stake (The Graph)', de: 'Delegierte Einsätze (The Graph)' },
  description: {
    en: 'Stakes belong to the indexers that put them in, delegations with their rewards to the delegators, what is being taken back included. What the contract’s divisions left over, and query fees not yet handed out, stay unresolved.',
    de: 'Einsätze gehören den Indexern, die sie eingebracht haben, Delegationen samt Belohnungen den Delegierenden, auch was gerade zurückgeholt wird. Reste aus Divisionen des Contracts und noch nicht ausgezahlte Gebühren bleiben ungeklärt.',
  },
  role: 'staking',
  ledgers: () => [],
  logs: toGraphLogs,
  toOwnerships: (input) => toOwnership(input, { source: id, asset: toOnlyAsset(input.wrapper, id), shares: null, claims: bookOf(input).claims(), rest: 'surplus' }),
}
