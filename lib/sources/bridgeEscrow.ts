import type { ContractOwnership } from '../domain/contractOwnership'
import type { Source, SourceInput } from './source'
import { holdingOf, toNobody } from './toOwnership'
import { toOnlyAsset } from './wrapperFacts'

/**
 * What holds a token for its twin on another chain. Where the twin is followed here, what lies in the escrow belongs to the owners there, once its
 * own contracts were looked through: unit for unit as long as no more of the twin exists than lies here, else in proportion, as what was minted
 * there shares in the same escrow. What lies here beyond the twin is on its way, or nobody tells. Where the twin is not followed, or not read as
 * far back, all of it is unresolved. An escrow on the other side is never looked through in its turn.
 */
export const bridgeEscrow: Source = {
  id: 'bridgeEscrow',
  name: { en: 'Bridge escrow', de: 'Brückentreuhand' },
  description: {
    en:
      'What lies here belongs to the owners of its twin on another chain. Where that chain is followed here they stand in its place, one to one; where more of the twin exists than lies here, in proportion. ' +
      'Its newest snapshot counts that is not later than the block, for a day of history than the day’s end. Accounts without code are the same owner on both chains, and those that are named the same; ' +
      'contracts of the other chain and addresses that could be somebody else’s here stay unresolved, as does what is on its way. A chain that is not followed leaves all of it unresolved.',
    de:
      'Was hier liegt, gehört den Eigentümern des Zwillings auf einer anderen Chain. Wird jene Chain hier erfasst, treten sie an seine Stelle, eins zu eins; gibt es dort mehr, als hier liegt, anteilig. ' +
      'Es zählt ihr jüngster Stand, der nicht nach dem Block liegt, bei Tagen der Vergangenheit nicht nach dem Ende des Tages. Konten ohne Code gelten auf beiden Chains als derselbe Eigentümer, ebenso gleich benannte; ' +
      'Contracts der anderen Chain und Adressen, die hier jemand anderem gehören könnten, bleiben ungeklärt, ebenso was unterwegs ist. Wird die andere Chain nicht erfasst, bleibt alles ungeklärt.',
  },
  role: 'bridge',
  ledgers: () => [],
  logs: () => [],
  toOwnerships: (input) => (input.otherSide ? toOwners(input, input.otherSide) : toNobody(input, 'bridgeEscrow', 'otherChain')),
}

/** Only proportions count: where more is claimed than lies here, each claim is for its part of it. */
function toOwners(input: SourceInput, { claims, unresolved }: NonNullable<SourceInput['otherSide']>): ContractOwnership[] {
  const asset = toOnlyAsset(input.wrapper, 'bridgeEscrow')
  const held = holdingOf(input, asset)
  if (held === 0n) return []
  const beyond = [...claims, ...unresolved].reduce((left, { amount }) => left - amount, held)
  const rest = beyond > 0n ? [{ reason: 'inTransit' as const, amount: beyond }] : []
  return [{ contract: input.wrapper.address, asset, source: 'bridgeEscrow', shares: null, claims, unresolved: [...unresolved, ...rest] }]
}
