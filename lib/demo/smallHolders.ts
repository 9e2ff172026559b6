import type { Address } from '@/lib/domain/address'
import { follow } from './calendar'
import { buyTokens, holdingOf, poolOf, sellTokens } from './market'
import { randomFor, shareOf, type Habit, type StoryProtocol, type World } from './world'

interface Leaving {
  /** 1 for everything */
  share: number
  way: 'pool' | 'exchange'
}

/**
 * Small holders leave, one by one, along the character's line: two in five sell to the pool, the others send their tokens to the trading venue;
 * one in four keeps a rest. Some top up or come new in times of relief, and some delegate (when they hold votes).
 */
export function openSmallHolders(world: World, protocol: StoryProtocol, invited: readonly Address[]): Habit {
  const { chain, cast } = world
  const { left, relief } = protocol.character
  const random = randomFor(world, protocol, 'small holders')
  const patience = new Map(invited.map((account) => [account, random.next()]))
  const leaving = new Map<Address, Leaving>()
  const stay = new Set<Address>()

  const leave = (account: Address, { share, way }: Leaving) => {
    if (protocol.exits.some((step) => step(account))) return
    leaving.delete(account)
    stay.add(account)
    const amount = shareOf(holdingOf(world, protocol, account), share)
    if (amount === 0n) return
    if (way === 'pool') sellTokens(world, protocol, account, amount)
    else chain.send(account, protocol.token, 'transfer', [cast.exchange, amount])
  }

  return (today) => {
    const gone = follow(left, today)
    for (const [account, threshold] of patience) {
      if (threshold >= gone || stay.has(account) || leaving.has(account)) continue
      if (holdingOf(world, protocol, account) === 0n && gone < 1) continue
      const share = random.chance(0.25) ? random.between(0.6, 0.95) : 1
      leaving.set(account, { share, way: random.chance(0.4) ? 'pool' : 'exchange' })
    }
    for (const [account, how] of leaving) if (!chain.isBusy(account)) leave(account, how)
    for (const [from, to, buyers] of relief) {
      if (today < from || today >= to) continue
      for (let buyer = 0; buyer < Math.floor(buyers + random.next()); buyer++) {
        const account = random.chance(0.7) ? random.pick(cast.newcomers) : random.pick(invited)
        if (!chain.isBusy(account)) buyTokens(world, protocol, account, shareOf(poolOf(world, protocol).ether, random.between(0.0008, 0.006)))
      }
    }
  }
}
