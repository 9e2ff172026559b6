import type { Claim } from '../domain/distribution'
import { BondingBook } from './delegatedStakes/bondingBook'
import { bondingEvents, newRound } from './delegatedStakes/bondingEvents'
import { foldOn } from './foldOn'
import type { LogFilter, Source } from './source'
import { toOwnership } from './toOwnership'
import { toContract, toOnlyAsset } from './wrapperFacts'
import type { Wrapper } from '../domain/protocol'

const id = 'bondingManager'

/** The logs that stakes follow from: of the bonding manager, and of the one who counts its rounds. */
export const toBondingLogs = (wrapper: Wrapper): readonly LogFilter[] => [
  { address: toContract(wrapper, id, 'bondingManager'), topics: Object.values(bondingEvents).map(({ topic }) => topic) },
  { address: toContract(wrapper, id, 'roundsManager'), topics: [newRound.topic] },
]

const bookOf = foldOn(
  () => new BondingBook(),
  (book, logs) => {
    for (const log of logs) book.add(log)
  },
)

/**
 * Livepeer's delegated stake: the Minter holds what is bonded, and is the wrapper; who bonded it the BondingManager says, which stands in `contracts`
 * with the RoundsManager. Rewards that nobody can claim (of whoever claims in the middle of a round, before its reward) stay in the Minter for ever.
 * The BondingManager before 2022, on Ethereum, shared rewards otherwise: it is not read.
 */
export const bondingManager: Source = {
  id,
  name: { en: 'Delegated stake (Livepeer)', de: 'Delegierte Einsätze (Livepeer)' },
  description: {
    en: 'What is bonded belongs to those who bonded it, rewards not yet claimed and stakes being taken back included, whoever they bonded it to. Rewards that nobody can claim stay unresolved.',
    de: 'Einsätze gehören denen, die sie eingebracht haben, samt noch nicht abgerufenen Belohnungen und dem, was gerade zurückgeholt wird, gleich an wen sie delegiert sind. Belohnungen, die niemand abrufen kann, bleiben ungeklärt.',
  },
  role: 'staking',
  ledgers: () => [],
  logs: toBondingLogs,
  toOwnerships(input) {
    const book = bookOf(input)
    const claims = [...book.delegators].flatMap(([account, { leaving }]): Claim[] => {
      const amount = book.bondedOf(account) + leaving
      return amount === 0n ? [] : [{ account, amount }]
    })
    return toOwnership(input, { source: id, asset: toOnlyAsset(input.wrapper, id), shares: null, claims, rest: 'surplus' })
  },
}
