import type { Address } from '@/lib/domain/address'
import { follow } from './calendar'
import type { Spreading } from './characters'
import { holdingOf, poolOf, priceOf, sellTokens } from './market'
import { weigh } from './whales'
import { randomFor, shareOf, units, type Habit, type StoryProtocol, type World } from './world'

/** Prices are falling where the line is lower than it was so many days before. */
const lookBack = 30

/**
 * Where power spreads: whales begin with what they bought before the start. Once a week each of the large, whales, investors and team, lets go a share of what it
 * holds, to the trading venue or, where the price is not below the character's line, to the pool; and some give up.
 */
export function openLettingGo(world: World, protocol: StoryProtocol, { presale, letGo }: Spreading): Habit {
  const { chain, cast } = world
  const { character, token } = protocol
  const random = randomFor(world, protocol, 'letting go')
  const whales = character.whales.map((place) => cast.whales[place]!)
  const weights = whales.map((_, place) => weigh(place))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [place, whale] of whales.entries()) {
    chain.send(cast.deployer, token, 'transfer', [whale, units((character.supply * presale * weights[place]!) / total)])
  }
  const large = [...whales, ...cast.investors, ...cast.team]
  const firstPrice = priceOf(world, protocol)
  const give = (account: Address, amount: bigint, today: number) => {
    const isDear = priceOf(world, protocol) >= firstPrice * follow(character.price, today)
    // No more at once than moves the price by a twentieth or so.
    const most = poolOf(world, protocol).tokens / 40n
    if (isDear && random.chance(0.5)) sellTokens(world, protocol, account, amount < most ? amount : most)
    else chain.send(account, token, 'transfer', [cast.exchange, amount])
  }
  return (today) => {
    if (today < character.launch + 7) return
    const falling = follow(character.price, today) < follow(character.price, today - lookBack)
    for (const [place, account] of large.entries()) {
      if ((today + place) % 7 !== 0 || chain.isBusy(account)) continue
      const held = holdingOf(world, protocol, account)
      if (held === 0n) continue
      if (falling && random.chance(letGo.giveUp)) chain.send(account, token, 'transfer', [cast.exchange, held])
      else give(account, shareOf(held, falling ? letGo.falling : letGo.calm), today)
    }
  }
}
