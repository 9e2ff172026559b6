import type { Address } from '@/lib/domain/address'
import { addLiquidity, buyTokens, holdingOf, poolOf, removeLiquidity } from './market'
import { toOperators } from './whales'
import { randomFor, shareOf, units, type Habit, type StoryProtocol, type World } from './world'

const seasonDays = 90

/** Days after which the founder's liquidity goes, where power spreads */
const founderStays = 200

/**
 * Liquidity mining: small holders and a few rich accounts put tokens into the pool and stake the LP tokens for rewards. Each season pays less.
 * Most small ones go when the rewards shrink; the rich fetch their rewards every month and put them back in. Where power spreads there are many small
 * ones who stay, no rich ones, and the founder's own liquidity is taken out once others have put theirs in.
 */
export function openLiquidityProviders(world: World, protocol: StoryProtocol, invited: readonly Address[]): Habit {
  const { chain, cast } = world
  const { pair, rewards, token, character } = protocol
  const random = randomFor(world, protocol, 'liquidity providers')
  const { spreading } = character
  const all = spreading ? cast.people : invited
  const small = random.shuffle(all).slice(0, Math.round(all.length * (spreading ? 0.4 : 0.17)))
  const large = spreading ? [] : [...random.shuffle(cast.liquidityProviders).slice(0, 4), ...toOperators(world, character).slice(0, 2)]
  // Half of the small ones never stake: they keep the LP tokens themselves.
  const stakers = new Set([...small.filter(() => random.chance(0.5)), ...large.slice(1)])
  const staked = new Set<Address>()
  const joins = new Map<Address, number>()
  const leaves = new Map<Address, number>()
  const loyal = new Set<Address>()
  for (const account of small) {
    const join = character.launch + 10 + Math.floor((spreading ? 700 : 200) * random.next() ** 2)
    joins.set(account, join)
    if (random.chance(spreading ? 0.1 : 0.6)) leaves.set(account, join + 60 + random.integer(900))
    else loyal.add(account)
  }
  for (const [place, account] of large.entries()) joins.set(account, character.launch + 5 + place * 45)

  /** Takes the next step out, if there is one. */
  const goOut = (account: Address): boolean => {
    stakers.delete(account)
    if (staked.has(account)) {
      chain.send(account, rewards, 'exit')
      staked.delete(account)
    } else if (chain.ledger.balanceOf(pair.address, account) > 1_000_000n) removeLiquidity(world, protocol, account)
    else return false
    return true
  }
  protocol.exits.push((account) => {
    joins.delete(account)
    // Who means to stay in the pool keeps that when the rest is sold.
    return loyal.has(account) ? false : goOut(account)
  })

  const stake = (account: Address) => {
    const shares = chain.ledger.balanceOf(pair.address, account)
    chain.send(account, pair, 'approve', [rewards.address, shares])
    chain.send(account, rewards, 'stake', [shares])
    staked.add(account)
  }

  // As deployed it pays for a week; only its owner makes that longer.
  const termDays = protocol.rewardsOwner === cast.deployer ? seasonDays : 7
  const startSeason = (today: number) => {
    const days = today - character.launch - 4
    const season = Math.floor(days / seasonDays)
    if (season < 0 || season > 8 || days % termDays !== 0) return
    const paid = units(((character.supply * 0.012) / (1 + 0.35 * season)) * (termDays / seasonDays))
    if (days === 0 && termDays === seasonDays) chain.send(cast.deployer, rewards, 'setRewardsDuration', [seasonDays * 86_400 - 43_200])
    chain.send(cast.deployer, token, 'transfer', [rewards.address, paid])
    chain.send(cast.deployer, rewards, 'notifyRewardAmount', [paid])
  }

  return (today) => {
    startSeason(today)
    if (spreading && today === character.launch + founderStays) removeLiquidity(world, protocol, cast.deployer)
    for (const [account, join] of joins) {
      if (today < join || chain.isBusy(account)) continue
      const rich = large.includes(account)
      const held = holdingOf(world, protocol, account)
      if (rich && today === join) buyTokens(world, protocol, account, shareOf(poolOf(world, protocol).ether, random.between(0.02, 0.05)))
      else if (held > 0n) {
        addLiquidity(world, protocol, account, rich ? held : shareOf(held, random.between(0.3, 0.8)))
        joins.delete(account)
      }
    }
    for (const account of [...small, ...large]) {
      if (joins.has(account) || chain.isBusy(account)) continue
      if (today >= (leaves.get(account) ?? Infinity)) {
        if (!goOut(account)) leaves.delete(account)
      } else if (stakers.has(account) && chain.ledger.balanceOf(pair.address, account) > 0n) stake(account)
      else if (staked.has(account) && large.includes(account)) compound(account, today)
    }
  }

  function compound(account: Address, today: number): void {
    const turn = (today + large.indexOf(account) * 5) % 30
    if (turn === 0) chain.send(account, rewards, 'getReward')
    else if (turn === 1 && holdingOf(world, protocol, account) > 0n && !character.whales.some((place) => cast.whales[place] === account)) {
      addLiquidity(world, protocol, account, holdingOf(world, protocol, account))
    }
  }
}
