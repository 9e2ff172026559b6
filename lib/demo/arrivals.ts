import type { Address } from '@/lib/domain/address'
import { holdingOf } from './market'
import { randomFor, units, type Habit, type StoryProtocol, type World } from './world'

/** What the large let go is enough for everybody to come so many times. */
const visits = 2
const mostPerDay = 12

/**
 * Where power spreads: people buy at the trading venue what the large let go, take it home, and stay. Of four who might come the one comes who holds
 * least, and all take about the same: what lies there for it is gone within a week.
 */
export function openArrivals(world: World, protocol: StoryProtocol): Habit {
  const { chain, cast } = world
  const { token, character } = protocol
  const random = randomFor(world, protocol, 'arrivals')
  const people = [...cast.people, ...cast.newcomers]
  const usual = (character.supply * 0.45) / (visits * people.length)
  const poorer = (one: Address, other: Address) => (holdingOf(world, protocol, one) <= holdingOf(world, protocol, other) ? one : other)
  return (today) => {
    if (today < character.launch + 7 || chain.isBusy(cast.exchange)) return
    let venue = holdingOf(world, protocol, cast.exchange)
    const coming = Math.min(mostPerDay, Math.floor(Number(venue) / 1e18 / usual / 5 + random.next()))
    for (let person = 0; person < coming; person++) {
      const amount = units(usual * random.between(0.6, 1.4))
      if (amount > venue) return
      chain.send(cast.exchange, token, 'transfer', [poorer(poorer(random.pick(people), random.pick(people)), poorer(random.pick(people), random.pick(people))), amount])
      venue -= amount
    }
  }
}
