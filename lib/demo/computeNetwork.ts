import { keccak256, toBytes } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Address } from '@/lib/domain/address'
import { loadCompiled } from './artifact'
import { deployBonding } from './bondingContracts'
import type { Contract } from './storyChain'
import { toStoryWrapper } from './storyWrapper'
import { toTicket } from './tickets'
import { storyLabel, units, type StoryProtocol, type World } from './world'

/** Blocks: a day has one or two. Ten operators earn at a time. */
const terms = { roundLength: 4, unbondingPeriod: 2, operators: 10, ticketsLast: 20 }
/** Whole tokens that are shared among those who earn in a round */
const roundRewards = 3_000

/** Demo Compute's network as its people use it. Everything happens within one block, and `begin` comes first. */
export interface ComputeNetwork {
  bonding: Contract
  /** Rounds until what was unbonded may be taken back */
  unbondingPeriod: bigint
  /** The round of the next block; it is begun where nobody has yet */
  begin: () => bigint
  /** Whether an operator earns in a round */
  isActive: (operator: Address, round: bigint) => Promise<boolean>
  /** The customer pays an operator that earns for its work, in wei */
  pay: (operator: Address, wei: bigint) => Promise<void>
}

/**
 * Livepeer's contracts for Demo Compute: whoever rents out computers bonds tokens to itself, others bond theirs to it and share its rewards, and
 * customers pay in ether by tickets. Rewards are not minted: the rewards reserve pays them, so that votes are counted of the same supply for ever.
 */
export async function openComputeNetwork(world: World, { character, token, labels, wrappers }: StoryProtocol): Promise<ComputeNetwork> {
  const { chain, cast, seed } = world
  const { contracts: { controller, rounds, bonding, broker }, register, start } = deployBonding(chain, cast.deployer, token.address, terms)
  const minter = chain.deploy(cast.deployer, loadCompiled('DemoMinter'), [controller.address, token.address, cast.deployer, units(roundRewards)])
  register('Minter', minter.address)
  chain.send(cast.deployer, token, 'approve', [minter.address, units(character.supply)])
  labels.push(storyLabel(minter.address, 'staking', `${character.name} bonded stake`), storyLabel(cast.customer, null, 'Demo customer of Demo Compute', 'person'))
  for (const [place, operator] of cast.operators.entries()) labels.push(storyLabel(operator, null, `Demo operator ${place + 1}`, 'person'))
  wrappers.push(
    toStoryWrapper(chain, minter, {
      source: 'bondingManager', name: `${character.name} bonded stake`, assets: [token.address],
      contracts: { bondingManager: bonding.address, roundsManager: rounds.address, ticketBroker: broker.address },
    }),
  )
  await chain.mine(chain.timestamp + 60)
  start()
  // Tickets are signed: the customer is the one person of the story with a key. What it pays with it has from an account like all others.
  const customer = privateKeyToAccount(keccak256(toBytes(`${seed}/key of the customer`)))
  chain.send(cast.customer, broker, 'fundDepositAndReserveFor', [customer.address, units(20_000), units(10)], units(20_010))
  await chain.mine(chain.timestamp + 60)

  let [begun, before, tickets] = [0n, 0n, 0]
  return {
    bonding,
    unbondingPeriod: BigInt(terms.unbondingPeriod),
    begin() {
      const round = BigInt(chain.blockNumber + 1) / BigInt(terms.roundLength)
      if (round > begun) chain.send(cast.customer, rounds, 'initializeRound')
      if (round > begun) [begun, before] = [round, begun]
      return round
    },
    async isActive(operator, round) {
      const facts = (await chain.read(bonding, 'getTranscoder', [operator])) as readonly bigint[]
      // activationRound and deactivationRound
      return facts[4]! <= round && round < facts[5]!
    },
    async pay(recipient, wei) {
      // Of the round that begins in this very block the hash is not known yet.
      if (before === 0n) return
      const blockHash = (await chain.read(rounds, 'blockHashForRound', [before])) as `0x${string}`
      chain.send(recipient, broker, 'redeemWinningTicket', await toTicket(customer, { recipient, faceValue: wei, nonce: (tickets += 1), round: before, blockHash }))
    },
  }
}
