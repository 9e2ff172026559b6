import { follow } from './calendar'
import { buyTokens, holdingOf, poolOf, priceOf, sellTokens } from './market'
import { randomFor, shareOf, type Habit, type StoryProtocol, type World } from './world'

/** Traders go in and out of the pool; they sell rather when the price stands above the character's line. Where power spreads they never sell all. */
export function openTraders(world: World, protocol: StoryProtocol): Habit {
  const { chain, cast } = world
  const { trading, price, spreading } = protocol.character
  const random = randomFor(world, protocol, 'traders')
  const firstPrice = priceOf(world, protocol)
  return (today) => {
    for (let trade = Math.floor(follow(trading, today) * 2 * random.next()); trade > 0; trade--) {
      const trader = random.pick(cast.traders)
      if (chain.isBusy(trader)) continue
      const held = holdingOf(world, protocol, trader)
      const dear = priceOf(world, protocol) / (firstPrice * follow(price, today))
      if (held > 0n && random.chance(Math.min(0.9, 0.5 * dear))) sellTokens(world, protocol, trader, random.chance(spreading ? 0 : 0.6) ? held : held / 2n)
      else if (dear < 1.15) buyTokens(world, protocol, trader, shareOf(poolOf(world, protocol).ether, random.between(0.0005, 0.008)))
    }
  }
}
