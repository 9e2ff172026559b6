import { keccak256, toBytes } from 'viem'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { loadArtifact } from './artifact'
import type { Contract, StoryChain } from './storyChain'

/** Livepeer's contracts: who bonds tokens to whom, in rounds, and who pays for work. */
export interface BondingContracts {
  controller: Contract
  rounds: Contract
  bonding: Contract
  broker: Contract
}

export interface BondingTerms {
  /** Blocks */
  roundLength: number
  /** Rounds until what was unbonded may be taken back */
  unbondingPeriod: number
  /** As many as earn at once: those with the most stake */
  operators: number
  /** Rounds in which a ticket may be redeemed */
  ticketsLast: number
}

const idOf = (name: string) => keccak256(toBytes(name))

/**
 * Collects the deployment of Livepeer's Controller, RoundsManager, BondingManager and TicketBroker over a token. The Minter, which keeps what is
 * bonded, is another's: `register` it, and `start` when it is there.
 */
export function deployBonding(chain: StoryChain, owner: Address, token: Address, { roundLength, unbondingPeriod, operators, ticketsLast }: BondingTerms) {
  const controller = chain.deploy(owner, loadArtifact('livepeerController'))
  const rounds = chain.deploy(owner, loadArtifact('roundsManager'), [controller.address])
  const list = chain.deploy(owner, loadArtifact('sortedList'))
  const bonding = chain.deploy(owner, loadArtifact('bondingManager', { SortedDoublyLL: list.address }), [controller.address])
  const broker = chain.deploy(owner, loadArtifact('ticketBroker'), [controller.address])
  const register = (name: string, address: Address) => chain.send(owner, controller, 'setContractInfo', [idOf(name), address, zeroAddress])
  // The Minter takes ether from the manager of jobs, as the one who paid for work was called before there were tickets.
  const names = { LivepeerToken: token, RoundsManager: rounds.address, BondingManager: bonding.address, TicketBroker: broker.address, JobsManager: broker.address }
  for (const [name, address] of Object.entries(names)) register(name, address)
  const start = () => {
    chain.send(owner, controller, 'unpause')
    chain.send(owner, bonding, 'setUnbondingPeriod', [unbondingPeriod])
    chain.send(owner, bonding, 'setNumActiveTranscoders', [operators])
    chain.send(owner, broker, 'setUnlockPeriod', [unbondingPeriod])
    chain.send(owner, broker, 'setTicketValidityPeriod', [ticketsLast])
    chain.send(owner, rounds, 'setRoundLength', [roundLength])
  }
  return { contracts: { controller, rounds, bonding, broker } satisfies BondingContracts, register, start }
}
