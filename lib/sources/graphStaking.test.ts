import { encodePacked, keccak256, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRandom } from '@/lib/demo/random'
import type { Address } from '@/lib/domain/address'
import { epochLength, openGraph, type GraphChain } from '@/tests/graphChain'
import { carl, deployer, startSourceChain, sumOf, type SourceChain } from '@/tests/sourceChain'
import { graphNetwork } from './delegatedStakes/graphNetwork'
import { graphRewardEvents, graphStakingEvents } from './delegatedStakes/graphEvents'
import { graphStaking } from './graphStaking'

const people = Array.from({ length: 8 }, (_, place) => `0x${(0x6a40 + place).toString(16).padStart(40, '0')}` as Address)
const [indexers, delegators] = [people.slice(0, 3), people.slice(3)]
const grt = (whole: number) => BigInt(Math.round(whole * 1e6)) * 10n ** 12n

let world: SourceChain
let graph: GraphChain
beforeAll(async () => {
  world = await startSourceChain()
  graph = await openGraph(world, people)
}, 60_000)
afterAll(() => world?.stop())

const mine = () => world.chain.mine(world.chain.timestamp + 12)
const ask = async <Answer>(name: string, args: readonly unknown[]) => (await world.chain.read(graph.staking, name, args)) as Answer
interface Stake { tokensStaked: bigint; tokensAllocated: bigint; tokensLocked: bigint; tokensLockedUntil: bigint }
interface Pool { tokens: bigint; shares: bigint; indexingRewardCut: number }
interface Delegation { shares: bigint; tokensLocked: bigint; tokensLockedUntil: bigint }

/** What everybody has there, as the contract says it; of delegations what their shares are worth. */
async function readParts(): Promise<Map<Address, bigint>> {
  const parts = new Map<Address, bigint>(people.map((account) => [account, 0n]))
  const add = (account: Address, amount: bigint) => parts.set(account, parts.get(account)! + amount)
  for (const indexer of indexers) {
    add(indexer, (await ask<Stake>('stakes', [indexer])).tokensStaked)
    const pool = await ask<Pool>('delegationPools', [indexer])
    for (const delegator of delegators) {
      const { shares, tokensLocked } = await ask<Delegation>('getDelegation', [indexer, delegator])
      add(delegator, tokensLocked + (shares === 0n ? 0n : (shares * pool.tokens) / pool.shares))
    }
  }
  return parts
}

async function compare(): Promise<bigint> {
  const [ownership] = await world.readOwnerships(graphStaking, graph.wrapper, [graph.token.address])
  const claimed = new Map<Address, bigint>(people.map((account) => [account, 0n]))
  for (const { account, amount } of ownership!.claims) claimed.set(account, claimed.get(account)! + amount)
  expect(claimed).toEqual(await readParts())
  expect(sumOf(ownership!)).toBe(await world.readBalance(graph.token, graph.staking.address))
  return ownership!.unresolved.reduce((sum, { amount }) => sum + amount, 0n)
}

describe('graphStaking', () => {
  it('says of each indexer and delegator what the contract says, through a story with all that it can tell on one chain', { timeout: 240_000 }, async () => {
    const { chain } = world
    const { staking, rewards, controller } = graph
    const random = openRandom('graph', 'story')
    let [nonce, paid, rewarded] = [0, 0n, 0n]
    const open: { indexer: Address; id: Address; since: number }[] = []
    chain.send(deployer, staking, 'setSlasher', [deployer, true])
    for (const [place, indexer] of indexers.entries()) chain.send(indexer, staking, 'stake', [grt(20_000 - 5_000 * place)])
    await mine()
    expect(controller.address).not.toBe(staking.address)
    for (let turn = 0; turn < 150; turn++) {
      const indexer = random.pick(indexers)
      const delegator = random.pick(delegators)
      const choice = random.next()
      const stake = await ask<Stake>('stakes', [indexer])
      const delegation = await ask<Delegation>('getDelegation', [indexer, delegator])
      const old = open.find(({ since }) => chain.blockNumber - since > 2 * epochLength)
      if (choice < 0.1) chain.send(indexer, staking, 'setDelegationParameters', [random.integer(1_000_000), random.integer(1_000_000), 0])
      else if (choice < 0.32) chain.send(delegator, staking, 'delegate', [indexer, grt(random.between(10, 4_000))])
      else if (choice < 0.42 && delegation.shares > grt(10)) chain.send(delegator, staking, 'undelegate', [indexer, random.chance(0.3) ? delegation.shares : delegation.shares / 3n])
      else if (choice < 0.52 && delegation.tokensLocked > 0n && (await ask<bigint>('getWithdraweableDelegatedTokens', [delegation])) > 0n) chain.send(delegator, staking, 'withdrawDelegated', [indexer, random.pick([indexers[0]!, `0x${'0'.repeat(40)}`])])
      else if (choice < 0.6 && stake.tokensStaked - stake.tokensAllocated - stake.tokensLocked > grt(3_000)) chain.send(indexer, staking, 'unstake', [grt(500)])
      else if (choice < 0.66 && stake.tokensLocked > 0n && BigInt(chain.blockNumber) > stake.tokensLockedUntil) chain.send(indexer, staking, 'withdraw')
      else if (choice < 0.78 && open.length < 4) {
        const key = privateKeyToAccount(keccak256(toHex((nonce += 1))))
        const proof = await key.signMessage({ message: { raw: keccak256(encodePacked(['address', 'address'], [indexer, key.address])) } })
        chain.send(indexer, staking, 'allocate', [keccak256(toHex('subgraph')), grt(300), key.address, keccak256(toHex('metadata')), proof])
        open.push({ indexer, id: key.address.toLowerCase() as Address, since: chain.blockNumber })
      } else if (choice < 0.86 && open[0]) {
        chain.send(delegators[0]!, staking, 'collect', [grt(100), open[0].id])
      } else if (old) {
        const amount = grt(random.between(10, 300))
        chain.send(deployer, rewards, 'set', [old.indexer, amount])
        chain.send(old.indexer, staking, 'closeAllocation', [old.id, keccak256(toHex('proof'))])
        rewarded += amount
        open.splice(open.indexOf(old), 1)
      } else if (choice > 0.97 && stake.tokensStaked > grt(5_000)) chain.send(deployer, staking, 'slash', [indexer, grt(100), grt(10), carl])
      await mine()
      if (turn % 3 === 0) await compare()
    }
    chain.send(deployer, staking, 'slash', [indexers[0], grt(100), grt(10), carl])
    await mine()
    // Divisions cut off less than one unit each.
    expect((await compare()) < 100n).toBe(true)
    const { logs } = await world.toInput(graphStaking, graph.wrapper)
    const told = new Set(logs.map(({ topics }) => topics[0]))
    // What goes to another chain and what older versions told this chain does not have.
    const elsewhere = ['movedToL2', 'delegationMovedToL2', 'rebateClaimed', 'assigned']
    expect(Object.entries({ ...graphStakingEvents, ...graphRewardEvents }).flatMap(([name, { topic }]) => (told.has(topic) ? [] : [name]))).toEqual(elsewhere)

    const book = graphNetwork.open(graph.wrapper)
    const earned = logs.flatMap((log) => book.add(log) ?? [])
    expect(earned.reduce((sum, { kind, amount }) => (kind === 'rewards' ? sum + amount : sum), 0n)).toBe(rewarded)
    paid = earned.reduce((sum, { kind, amount }) => (kind === 'fees' ? sum + amount : sum), 0n)
    // Of each 100 a tenth is tax and is burned; what is left is paid out as far as the rebate allows.
    expect(paid > 0n && paid <= grt(90) * BigInt(earned.filter(({ kind }) => kind === 'fees').length)).toBe(true)
    const thawing = await Promise.all(indexers.map(async (indexer) => (await ask<Stake>('stakes', [indexer])).tokensLocked))
    const own = book.bonds().filter(({ account, operator }) => account === operator)
    expect(own.map(({ amount }) => amount)).toEqual(await Promise.all(own.map(async ({ account }) => (await ask<Stake>('stakes', [account])).tokensStaked - thawing[indexers.indexOf(account)]!)))
    expect([book.earned(), graphNetwork.feesIn]).toEqual([null, 'token'])
  })

  it('says which contract it needs, and which logs are missing', async () => {
    const { wrapper } = graph
    expect(() => graphStaking.logs({ ...wrapper, contracts: {} })).toThrow('a wrapper of source graphStaking needs contracts.rewardsManager')
    const input = await world.toInput(graphStaking, wrapper)
    const only = (name: keyof typeof graphStakingEvents) => ({ ...input, logs: input.logs.filter(({ topics }) => topics[0] === graphStakingEvents[name].topic).slice(0, 1) })
    expect(() => graphStaking.toOwnerships(only('undelegated'))).toThrow('takes back more than it delegated: logs before it are missing')
    expect(() => graphStaking.toOwnerships(only('slashed'))).toThrow('more than was staked: logs before it are missing')
    expect(() => graphStaking.toOwnerships({ ...input, logs: [{ ...input.logs[0]!, topics: [`0x${'1'.repeat(64)}`] }] })).toThrow('is no event of The Graph’s staking')
  })
})
