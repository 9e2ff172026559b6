import type { Address } from '@/lib/domain/address'
import { follow, toDay } from './calendar'
import { openComputeNetwork } from './computeNetwork'
import { buyTokens, holdingOf, poolOf } from './market'
import { toOperators } from './whales'
import { randomFor, shareOf, units, type Habit, type StoryProtocol, type World } from './world'

/** Days between the evenings on which operators fetch rewards, customers pay and people bond. */
const fortnight = 14
/** Whole ether that customers pay in a fortnight */
const work = [[toDay('2023-05-01'), 4], [toDay('2024-06-01'), 12], [toDay('2025-12-31'), 30]] as const
/** Of those who bond to a small operator, the part that by then has gone over to the largest */
const gathered = [[toDay('2024-03-01'), 0], [toDay('2025-12-01'), 0.75]] as const

interface Bond {
  operator: Address
  stake: bigint
  /** Becomes a bond to the largest when as large a part of all has gone over */
  loyalty: number
}

/**
 * Who runs Demo Compute's network. It begins broad: twelve small operators with a stake alike, to whom one in nine early users bonds what it can
 * spare. From its second year on three whales run machines of their own and bond to themselves a third of what they hold every quarter; customers send
 * work where the stake is, and ever more small holders bond to whoever has the most. There is room for ten: the smallest earn nothing any more.
 * Where power spreads no whale comes; more and more people bond, each to the operator who has the least.
 */
export async function openNetworkPeople(world: World, protocol: StoryProtocol, invited: readonly Address[]): Promise<{ habit: Habit; evening: Habit }> {
  const { chain, cast } = world
  const { character, token, exits } = protocol
  const random = randomFor(world, protocol, 'network')
  const network = await openComputeNetwork(world, protocol)
  const { bonding } = network
  const whales = toOperators(world, character).slice(0, 3)
  const { spreading } = character
  const opens = new Map(cast.operators.map((account) => [account, character.launch + 20 + random.integer(40)]))
  const joins = new Map(random.shuffle(invited).slice(0, Math.round(invited.length / (spreading ? 3 : 9))).map((account) => [account, character.launch + 70 + random.integer(spreading ? 900 : 200)]))
  /** What is bonded to each operator, rewards left aside */
  const stakes = new Map<Address, bigint>()
  const bonds = new Map<Address, Bond>()
  const wantOut = new Set<Address>()
  const leaving = new Map<Address, bigint>()

  exits.push((account) => {
    joins.delete(account)
    if (bonds.has(account)) wantOut.add(account)
    return bonds.has(account) || leaving.has(account)
  })

  const add = (operator: Address, stake: bigint) => stakes.set(operator, (stakes.get(operator) ?? 0n) + stake)
  const bond = (account: Address, operator: Address, stake: bigint) => {
    chain.send(account, token, 'approve', [bonding.address, stake])
    chain.send(account, bonding, 'bond', [stake, operator])
    add(operator, stake)
  }
  const run = (account: Address, share: number) => {
    const stake = shareOf(holdingOf(world, protocol, account), share)
    if (stake === 0n) return
    const isNew = !stakes.has(account)
    bond(account, account, stake)
    if (isNew) chain.send(account, bonding, 'transcoder', [random.integer(200_000), 500_000 + random.integer(400_000)])
  }
  const smallest = () => [...stakes].reduce<[Address, bigint] | null>((least, one) => (least && least[1] <= one[1] ? least : one), null)?.[0]
  const largest = () => [...stakes].reduce<[Address, bigint] | null>((most, one) => (most && most[1] >= one[1] ? most : one), null)?.[0]

  async function earn(today: number, round: bigint): Promise<void> {
    const active: Address[] = []
    for (const operator of stakes.keys()) if (await network.isActive(operator, round)) active.push(operator)
    for (const operator of active) chain.send(operator, bonding, 'reward')
    const total = active.reduce((sum, operator) => sum + stakes.get(operator)!, 0n)
    for (const operator of active) {
      const part = (Number(stakes.get(operator)!) / Number(total)) * random.between(0.6, 1.4)
      if (random.chance(0.8)) await network.pay(operator, units(follow(work, today) * part))
    }
  }

  async function bondAnew(today: number, round: bigint): Promise<void> {
    for (const account of cast.operators) if (today >= opens.get(account)! && !stakes.has(account)) run(account, 0.95)
    if (Math.floor((today - character.launch) / fortnight) % 6 === 4 && today >= character.launch + 300) for (const whale of whales) run(whale, 0.34)
    for (const [account, join] of joins) {
      const stake = shareOf(holdingOf(world, protocol, account), random.between(0.4, 0.9))
      if (today < join || stake === 0n || stakes.size === 0) continue
      const operator = spreading ? smallest()! : random.pick([...stakes.keys()])
      bond(account, operator, stake)
      bonds.set(account, { operator, stake, loyalty: random.next() })
      joins.delete(account)
    }
    for (const [account, { operator, stake, loyalty }] of [...bonds]) {
      const to = largest()
      if (wantOut.has(account)) await takeBack(account, bonds.get(account)!, round)
      else if (!spreading && to && to !== operator && loyalty < follow(gathered, today)) {
        chain.send(account, bonding, 'bond', [0, to])
        add(operator, -stake)
        add(to, stake)
        bonds.set(account, { operator: to, stake, loyalty })
      }
    }
  }

  async function takeBack(account: Address, { operator, stake }: Bond, round: bigint): Promise<void> {
    // With all rewards but those of this evening, which the contract does not know of yet: they stay.
    chain.send(account, bonding, 'unbond', [await chain.read(bonding, 'pendingStake', [account, 0])])
    add(operator, -stake)
    bonds.delete(account)
    wantOut.delete(account)
    leaving.set(account, round)
  }

  return {
    habit: (today) => {
      for (const [account, day] of opens) if (today === day - 1) buyTokens(world, protocol, account, shareOf(poolOf(world, protocol).ether, random.between(0.003, 0.006)))
    },
    evening: async (today) => {
      if ((today - character.launch) % fortnight !== 6) return
      const round = network.begin()
      for (const [account, since] of leaving) {
        if (round < since + network.unbondingPeriod) continue
        chain.send(account, bonding, 'withdrawStake', [0])
        leaving.delete(account)
      }
      await earn(today, round)
      await bondAnew(today, round)
    },
  }
}

