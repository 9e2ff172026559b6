import type { Address } from '@/lib/domain/address'
import { openArrivals } from './arrivals'
import { openDelegations } from './delegations'
import { openLettingGo } from './lettingGo'
import { openLiquidityProviders } from './liquidityProviders'
import { openSmallHolders } from './smallHolders'
import { openVesting } from './vesting'
import { openWhales } from './whales'
import { storyLabel, units, type Habit, type StoryProtocol, type World } from './world'

/** What goes on around every token of the story: vesting, liquidity, leaving, buying, trading, delegating. The later investors get their part. */
export function openMarketHabits(world: World, protocol: StoryProtocol, invited: readonly Address[], vesting: number): Habit[] {
  const { chain, cast } = world
  const { character, token, labels } = protocol
  for (const [place, investor] of cast.investors.entries()) {
    if (chain.ledger.balanceOf(token.address, investor) === 0n) {
      chain.send(cast.deployer, token, 'transfer', [investor, units((character.supply * 0.018) / (place + 1))])
    }
  }
  for (const [place, investor] of cast.investors.slice(0, 4).entries()) {
    // The first two are wallets of one fund: one owner, two addresses.
    labels.push(place < 2 ? { ...storyLabel(investor, 'investor', `Demo Ventures, wallet ${place + 1}`, 'person'), entity: 'Demo Ventures' } : storyLabel(investor, 'investor', `Demo investor ${place + 1}`, 'person'))
  }
  for (const [place, member] of cast.team.slice(0, 2).entries()) labels.push(storyLabel(member, 'team', `Demo team member ${place + 1}`, 'person'))
  return [
    openVesting(world, protocol, vesting),
    openLiquidityProviders(world, protocol, invited),
    openSmallHolders(world, protocol, invited),
    ...(character.spreading ? [openLettingGo(world, protocol, character.spreading), openArrivals(world, protocol)] : [openWhales(world, protocol)]),
    openDelegations(world, protocol, invited),
  ]
}
