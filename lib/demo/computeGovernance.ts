import { encodeAbiParameters, encodeFunctionData, keccak256, toBytes } from 'viem'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { loadArtifact, loadCompiled } from './artifact'
import { day } from './calendar'
import { computeProposals, type PlannedProposal } from './computeProposals'
import { toDelegates } from './delegations'
import type { Contract } from './storyChain'
import { randomFor, storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

/** OpenZeppelin's votes: 0 against, 1 for, 2 abstain. */
const [against, inFavour, abstain] = [0, 1, 2]

/**
 * OpenZeppelin's Governor and TimelockController over the token's votes, counted by time: a day's delay, five days of voting, two days in the
 * timelock. Delegates, investors and, from the second year, whales vote; what is accepted is queued and executed.
 */
export function openComputeGovernance(world: World, protocol: StoryProtocol, invited: readonly Address[], treasury: number): Habit {
  const { chain, cast } = world
  const { character, token, labels } = protocol
  const random = randomFor(world, protocol, 'governance')
  const governorAddress = chain.nextContractAddress(cast.deployer, 1)
  const timelock = chain.deploy(cast.deployer, loadArtifact('timelockController'), [2 * day, [governorAddress], [zeroAddress], zeroAddress])
  const threshold = units(character.supply * 0.001)
  const governor = chain.deploy(cast.deployer, loadCompiled('DemoComputeGovernor'), [token.address, timelock.address, threshold])
  chain.send(cast.deployer, token, 'transfer', [timelock.address, units(character.supply * treasury)])
  labels.push(storyLabel(timelock.address, 'timelock', `${character.name} timelock (treasury)`))
  const proposer = cast.investors[0]!
  const delegates = toDelegates(world.seed, character.slug, invited)
  const operators = character.whales.map((place) => cast.whales[place]!)

  const toPayees = ({ pays }: PlannedProposal): Address[] => {
    if (pays === 'small holders') return random.shuffle(invited).slice(0, 40)
    return [pays === 'foundation' ? cast.safeOwners[0]! : operators[0]!]
  }
  const toProposal = (planned: PlannedProposal) => {
    const payees = toPayees(planned)
    const amount = units((character.supply * planned.share) / payees.length)
    const targets = payees.map(() => token.address)
    const values = payees.map(() => 0n)
    const calls = payees.map((payee) => encodeFunctionData({ abi: token.abi, functionName: 'transfer', args: [payee, amount] }))
    return { planned, targets, values, calls, description: `# ${planned.title}` }
  }
  const open = new Set<ReturnType<typeof toProposal>>()

  return (today) => {
    const planned = computeProposals.find((candidate) => candidate.day === today)
    if (planned) {
      const proposal = toProposal(planned)
      const { targets, values, calls, description } = proposal
      chain.send(proposer, governor, 'propose', [targets, values, calls, description])
      if (planned.reception === 'withdrawn') chain.send(proposer, governor, 'cancel', toHashed(proposal))
      else open.add(proposal)
    }
    for (const proposal of open) {
      const age = today - proposal.planned.day
      // The delay ends a day after the proposal's hour, the vote five days later: from the second to the fifth day it is open at any hour.
      if (age >= 2 && age <= 5) vote(chain.send.bind(chain), governor, proposal, age)
      const accepted = proposal.planned.reception === 'accepted'
      if (age === 8 && accepted) chain.send(proposer, governor, 'queue', toHashed(proposal))
      if (age === 11 && accepted) chain.send(proposer, governor, 'execute', toHashed(proposal))
      if (age > 11) open.delete(proposal)
    }
  }

  function vote(send: typeof chain.send, governor: Contract, proposal: ReturnType<typeof toProposal>, age: number): void {
    const { reception } = proposal.planned
    const voters = reception === 'ignored' ? delegates.slice(5) : [...delegates, ...cast.investors, ...operators]
    for (const [place, voter] of voters.entries()) {
      if (2 + (place % 4) !== age) continue
      const agrees = random.chance(0.88) === (reception !== 'rejected')
      const support = random.chance(0.06) ? abstain : agrees ? inFavour : against
      send(voter, governor, 'castVote', [toProposalId(proposal), support])
    }
  }
}

type Hashable = { targets: readonly Address[]; values: readonly bigint[]; calls: readonly `0x${string}`[]; description: string }

const toHashed = ({ targets, values, calls, description }: Hashable) => [targets, values, calls, keccak256(toBytes(description))] as const

/** A proposal's id is the hash of what it does. */
function toProposalId(proposal: Hashable): bigint {
  const form = [{ type: 'address[]' }, { type: 'uint256[]' }, { type: 'bytes[]' }, { type: 'bytes32' }] as const
  return BigInt(keccak256(encodeAbiParameters(form, toHashed(proposal))))
}
