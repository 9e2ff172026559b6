import type { Address } from '@/lib/domain/address'
import type { Character } from './characters'
import { holdingOf } from './market'
import { openRandom } from './random'
import { randomFor, type Habit, type StoryProtocol, type World } from './world'

/** Eight early users, or as many as the character says, whom others trust with their votes: not rich, but heard. */
export function toDelegates(seed: string, { slug, spreading }: Character, invited: readonly Address[]): readonly Address[] {
  return openRandom(seed, `${slug}/delegates`).shuffle(invited).slice(0, spreading?.delegates ?? 8)
}

/**
 * One small holder in four gives its votes away in the first eight months, more to the better-known delegates; delegates and investors count their
 * own. The rich come to it later: a whale takes its votes into its own hands in its second year. Where power spreads the rich leave their votes alone,
 * and nearly everybody gives theirs away, to all delegates alike: those of the airdrop soon, others when they come.
 */
export function openDelegations(world: World, protocol: StoryProtocol, invited: readonly Address[]): Habit {
  const { chain, cast } = world
  const { character } = protocol
  const { launch, whales, spreading } = character
  const random = randomFor(world, protocol, 'delegations')
  const delegates = toDelegates(world.seed, character, invited)
  const plan: { account: Address; to: Address; from: number }[] = []
  for (const account of delegates) plan.push({ account, to: account, from: launch + 3 })
  if (spreading) planForMany()
  else planForFew()
  const open = new Set(plan)
  return (today) => {
    for (const delegation of open) {
      if (today < delegation.from || holdingOf(world, protocol, delegation.account) === 0n) continue
      chain.send(delegation.account, protocol.token, 'delegate', [delegation.to])
      open.delete(delegation)
    }
  }

  function planForMany(): void {
    const early = new Set(invited)
    for (const account of [...cast.people, ...cast.newcomers]) {
      if (delegates.includes(account) || !random.chance(0.95)) continue
      plan.push({ account, to: random.pick(delegates), from: launch + 5 + random.integer(early.has(account) ? 50 : 100) })
    }
  }

  function planForFew(): void {
    for (const account of cast.investors.slice(4)) plan.push({ account, to: account, from: launch + 5 })
    for (const [place, whale] of whales.entries()) plan.push({ account: cast.whales[whale]!, to: cast.whales[whale]!, from: launch + 300 + 60 * place })
    for (const account of invited) {
      if (delegates.includes(account) || !random.chance(0.25)) continue
      const to = delegates[Math.floor(delegates.length * random.next() ** 2)]!
      plan.push({ account, to, from: launch + 5 + random.integer(240) })
    }
  }
}
