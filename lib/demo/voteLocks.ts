import type { Address } from '@/lib/domain/address'
import { loadArtifact } from './artifact'
import { day } from './calendar'
import { holdingOf } from './market'
import { toStoryWrapper } from './storyWrapper'
import { toOperators } from './whales'
import { randomFor, shareOf, storyLabel, type Habit, type StoryProtocol, type World } from './world'

const week = 7 * day

/**
 * A vote escrow of Curve's kind: who locks tokens for longer gets more of it, and it melts away until the lock ends. Small holders lock once, for
 * half a year to two years, and take their tokens back; operators lock for four years and add to it every quarter.
 */
export function openVoteLocks(world: World, protocol: StoryProtocol, invited: readonly Address[]): Habit {
  const { chain, cast } = world
  const { character, token, labels } = protocol
  const random = randomFor(world, protocol, 'vote locks')
  const escrow = chain.deploy(cast.deployer, loadArtifact('voteEscrow'), [token.address, 'Vote-escrowed Demo Compute', 'veDCMP', '1.0.0'])
  labels.push(storyLabel(escrow.address, 'voteEscrow', `${character.name} vote escrow`))
  protocol.wrappers.push(toStoryWrapper(chain, escrow, { source: 'voteEscrow', name: `${character.name} vote escrow`, assets: [token.address] }))
  const joins = new Map<Address, number>()
  for (const account of random.shuffle(invited).slice(0, 45)) joins.set(account, character.launch + 30 + random.integer(500))
  const operators = toOperators(world, character)
  const ends = new Map<Address, number>()

  const lock = (account: Address, share: number, weeks: number) => {
    const amount = shareOf(holdingOf(world, protocol, account), share)
    if (amount === 0n || chain.isBusy(account)) return
    const end = Math.floor(chain.timestamp / week + weeks) * week
    chain.send(account, token, 'approve', [escrow.address, amount])
    if (ends.has(account)) chain.send(account, escrow, 'increase_amount', [amount])
    else chain.send(account, escrow, 'create_lock', [amount, end])
    if (!ends.has(account)) ends.set(account, end)
  }
  return (today) => {
    for (const [account, join] of joins) {
      if (today < join || chain.isBusy(account)) continue
      joins.delete(account)
      lock(account, random.between(0.3, 1), 26 + random.integer(78))
    }
    for (const [account, end] of ends) {
      if (end > chain.timestamp || chain.isBusy(account)) continue
      chain.send(account, escrow, 'withdraw')
      ends.delete(account)
    }
    if ((today - character.launch) % 91 === 60) for (const account of operators) lock(account, 0.25, 207)
  }
}
