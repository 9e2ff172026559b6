import type { Address } from '@/lib/domain/address'
import { loadArtifact } from './artifact'
import type { Character } from './characters'
import { toMerkleTree, type MerkleClaim } from './merkleTree'
import { openRandom } from './random'
import type { Contract, StoryChain } from './storyChain'
import { randomFor, units, type Habit, type StoryProtocol, type World } from './world'

/**
 * Who gets how much: nearly everyone a similar base amount, early users up to eight times that. The sum is exact.
 *
 * @example toAllocations('lorenz', demoSwap, people).length // 1000
 */
export function toAllocations(seed: string, character: Character, people: readonly Address[]): [Address, bigint][] {
  const random = openRandom(seed, `${character.slug}/airdrop`)
  const invited = random.shuffle(people).slice(0, Math.round(people.length * character.invited))
  const weights = invited.map(() => {
    const use = random.next()
    return BigInt(Math.round(1000 * (0.6 + 0.8 * use + 6.6 * use ** 12)))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0n)
  const pot = units(character.supply * character.airdrop)
  const amounts = weights.map((weight) => (pot * weight) / sum)
  amounts[0]! += pot - amounts.reduce((total, amount) => total + amount, 0n)
  return invited.map((account, index) => [account, amounts[index]!])
}

/** Collects the deployment of a MerkleDistributor for everyone who is invited. */
export function deployDistributor(chain: StoryChain, deployer: Address, token: Address, allocations: readonly [Address, bigint][]) {
  const { root, claims } = toMerkleTree(allocations)
  return { distributor: chain.deploy(deployer, loadArtifact('merkleDistributor'), [token, root]), claims }
}

/** People fetch their airdrop, many on the first days; one in twelve never comes. */
export function openClaims(world: World, protocol: StoryProtocol, distributor: Contract, claims: readonly MerkleClaim[]): Habit {
  const { launch, claimDays } = protocol.character
  const random = randomFor(world, protocol, 'claims')
  const onDay = new Map<number, MerkleClaim[]>()
  for (const claim of claims) {
    if (random.chance(1 / 12)) continue
    const claimDay = launch + Math.floor(claimDays * random.next() ** 2)
    onDay.set(claimDay, [...(onDay.get(claimDay) ?? []), claim])
  }
  return (today) => {
    for (const { index, account, amount, proof } of onDay.get(today) ?? []) {
      world.chain.send(account, distributor, 'claim', [index, account, amount, proof])
    }
  }
}

/** A reserve pays its users in instalments, without their asking: 1 in 10 gets a second one. */
export function openPayouts(world: World, protocol: StoryProtocol, reserve: Address, allocations: readonly [Address, bigint][]): Habit {
  const { launch, claimDays } = protocol.character
  const random = randomFor(world, protocol, 'payouts')
  const onDay = new Map<number, [Address, bigint][]>()
  const plan = (payday: number, account: Address, amount: bigint) => onDay.set(payday, [...(onDay.get(payday) ?? []), [account, amount]])
  for (const [account, amount] of allocations) {
    const payday = launch + Math.floor(claimDays * random.next())
    const parts = random.chance(0.1) ? 2n : 1n
    plan(payday, account, amount / parts)
    if (parts === 2n) plan(payday + 20, account, amount - amount / parts)
  }
  return (today) => {
    for (const [account, amount] of onDay.get(today) ?? []) world.chain.send(reserve, protocol.token, 'transfer', [account, amount])
  }
}
