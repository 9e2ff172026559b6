import type { Address } from '@/lib/domain/address'
import { follow } from './calendar'
import type { Character } from './characters'
import { buyTokens, holdingOf, poolOf, priceOf } from './market'
import { randomFor, shareOf, type Habit, type StoryProtocol, type World } from './world'

/** The k-th whale's part, by Zipf's law: the first twice the second's, three times the third's. */
export const weigh = (place: number) => 1 / (place + 1)

/** A protocol's whales as far as they take part in what goes on: where power spreads they only let go. */
export const toOperators = ({ cast }: Pick<World, 'cast'>, { whales, spreading }: Character): Address[] => (spreading ? [] : whales.map((place) => cast.whales[place]!))

/**
 * Whales take what others let go: once a week they draw tokens from the trading venue, and on two days in five one of them buys from the pool
 * until the price stands nearer to where the character's line has it.
 */
export function openWhales(world: World, protocol: StoryProtocol): Habit {
  const { chain, cast } = world
  const { whales, appetite, price, launch } = protocol.character
  const random = randomFor(world, protocol, 'whales')
  const accounts = whales.map((place) => cast.whales[place]!)
  const weights = accounts.map((_, place) => weigh(place))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const pickByWeight = () => {
    let left = random.next() * total
    return accounts.find((_, place) => (left -= weights[place]!) < 0) ?? accounts[0]!
  }
  const firstPrice = priceOf(world, protocol)

  return (today) => {
    if (today < launch + 7) return
    if ((today - launch) % 7 === 3 && !chain.isBusy(cast.exchange)) {
      const venue = holdingOf(world, protocol, cast.exchange)
      const drawn = shareOf(venue, follow(appetite, today))
      if (drawn > 0n) chain.send(cast.exchange, protocol.token, 'transfer', [pickByWeight(), drawn])
    }
    const gap = (firstPrice * follow(price, today)) / priceOf(world, protocol)
    if (gap > 1 && random.chance(0.4)) {
      // Ether that moves the price of x · y = k by the factor g is E · (√g − 1); a whale closes half of the gap at once.
      const share = Math.min(0.25, Math.sqrt(1 + (gap - 1) / 2) - 1)
      const whale = pickByWeight()
      if (share > 0.0005 && !chain.isBusy(whale)) buyTokens(world, protocol, whale, shareOf(poolOf(world, protocol).ether, share))
    }
  }
}
