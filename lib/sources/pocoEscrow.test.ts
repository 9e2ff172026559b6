import { keccak256, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRandom } from '@/lib/demo/random'
import type { Address } from '@/lib/domain/address'
import { authorize, openPoco, toContribution, toScheduler, toTaskId, type Deal, type PocoChain } from '@/tests/pocoChain'
import { startSourceChain, sumOf, type SourceChain } from '@/tests/sourceChain'
import { pocoEvents } from './delegatedStakes/pocoEvents'
import { pocoNetwork } from './delegatedStakes/pocoNetwork'
import { pocoEscrow } from './pocoEscrow'

const people = Array.from({ length: 7 }, (_, place) => `0x${(0x1e4ec0 + place).toString(16).padStart(40, '0')}` as Address)
const [workers, requesters] = [people.slice(0, 5), people.slice(5)]
const signers = [toScheduler(0), toScheduler(1)]
const schedulers = signers.map(({ address }) => address.toLowerCase() as Address)
const operators = [...workers, ...schedulers]
const kittyAddress = '0x99c2268479b93fde36232351229815df80837e23'
const revealing = 2

let world: SourceChain
let chain: PocoChain
beforeAll(async () => {
  world = await startSourceChain()
  chain = await openPoco(world, world.token, people, signers)
}, 60_000)
afterAll(() => world?.stop())

const mine = (seconds = 12) => world.chain.mine(world.chain.timestamp + seconds)
const ask = async <Answer>(name: string, args: readonly unknown[]) => (await world.chain.read(chain.poco, name, args)) as Answer
const readDeposit = async (account: Address) => (await ask<bigint>('balanceOf', [account])) + (await ask<bigint>('frozenOf', [account]))
const readDeposits = async (accounts: readonly Address[]) => new Map(await Promise.all(accounts.map(async (account) => [account, await readDeposit(account)] as const)))

async function compare(): Promise<void> {
  const everybody = [...people, ...schedulers, chain.appOwner]
  const [ownership] = await world.readOwnerships(pocoEscrow, chain.wrapper, [world.token.address])
  const told = new Map(ownership!.claims.map(({ account, amount }) => [account, amount]))
  expect(new Map(everybody.map((account) => [account, told.get(account) ?? 0n]))).toEqual(await readDeposits(everybody))
  expect(told.size).toBe([...told.keys()].filter((account) => everybody.includes(account)).length)
  const kitty = await readDeposit(kittyAddress)
  expect(ownership!.unresolved.filter(({ reason }) => reason === 'undistributed')).toEqual(kitty > 0n ? [{ reason: 'undistributed', amount: kitty }] : [])
  expect(sumOf(ownership!)).toBe(await world.readBalance(world.token, chain.poco.address))
}

describe('pocoEscrow', () => {
  it('says of everybody what the contract says, and what work was paid, through orders, tasks, faults and failures', { timeout: 240_000 }, async () => {
    const { poco, match, appOwner } = chain
    const random = openRandom('poco', 'story')
    const earned = new Map<Address, bigint>()
    for (const person of [...people, ...schedulers]) world.chain.send(person, poco, 'deposit', [10n ** 11n])
    await mine()

    /** What each operator has more than before: whoever worked or scheduled was paid it, as nobody deposits meanwhile. */
    async function paying(act: () => Promise<void>): Promise<void> {
      const before = await readDeposits(operators)
      await act()
      for (const [account, deposit] of await readDeposits(operators)) if (deposit > before.get(account)!) earned.set(account, (earned.get(account) ?? 0n) + deposit - before.get(account)!)
    }
    const contribute = async (deal: Deal, task: `0x${string}`, worker: Address, digest: `0x${string}`) => {
      const { hash, seal } = toContribution(task, worker, digest)
      world.chain.send(worker, poco, 'contribute', [task, hash, seal, `0x${'0'.repeat(40)}`, '0x', await authorize(signers[schedulers.indexOf(deal.scheduler)]!, worker, task)])
      await mine()
    }
    for (let turn = 0; turn < 14; turn++) {
      const trust = random.pick([0, 1, 3])
      const deal = await match({ scheduler: random.pick(schedulers), requester: random.pick(requesters), price: BigInt(random.integer(10 ** 9)), appPrice: BigInt(random.integer(2) * 1_000), trust, tasks: 2 })
      for (const index of [0, 1]) {
        const task = toTaskId(deal, index)
        const digest = keccak256(toHex(`result ${turn} ${index}`))
        world.chain.send(deal.scheduler, poco, 'initialize', [deal.id, index])
        await mine()
        const fate = random.next()
        if (fate < 0.25) {
          // Nobody works: the requester has its money back, the scheduler loses its stake.
          if (fate < 0.12) await contribute(deal, task, workers[0]!, digest)
          await mine(601)
          await paying(async () => {
            world.chain.send(requesters[0]!, poco, 'claim', [task])
            await mine()
          })
          // It is too late for the other task too: what is locked for it stays so.
          break
        } else if (fate < 0.5 && trust <= 1) {
          const worker = random.pick(workers)
          await paying(async () => {
            world.chain.send(worker, poco, 'contributeAndFinalize', [task, digest, '0x', '0x', `0x${'0'.repeat(40)}`, '0x', await authorize(signers[schedulers.indexOf(deal.scheduler)]!, worker, task)])
            await mine()
          })
        } else {
          const [faulty, ...honest] = random.shuffle(workers)
          if (trust === 3) await contribute(deal, task, faulty!, keccak256(toHex('wrong')))
          const contributed: Address[] = []
          while ((await ask<{ status: number }>('viewTask', [task])).status !== revealing) {
            contributed.push(honest[contributed.length]!)
            await contribute(deal, task, contributed.at(-1)!, digest)
          }
          for (const worker of contributed) world.chain.send(worker, poco, 'reveal', [task, digest])
          await mine()
          await paying(async () => {
            world.chain.send(deal.scheduler, poco, 'finalize', [task, '0x', '0x'])
            await mine()
          })
        }
      }
      if (turn % 4 === 0) world.chain.send(workers[1]!, poco, 'withdraw', [1_000n])
      if (turn % 4 === 1) world.chain.send(workers[2]!, poco, 'transfer', [workers[3], 77n])
      if (turn === 9) world.chain.send(requesters[0]!, world.token, 'transfer', [poco.address, 5n])
      if (world.chain.hasWaiting) await mine()
      await compare()
    }
    const { logs } = await world.toInput(pocoEscrow, chain.wrapper)
    const told = new Set(logs.map(({ topics }) => topics[0]))
    expect(Object.entries(pocoEvents).flatMap(([name, { topic }]) => (told.has(topic) ? [] : [name]))).toEqual([])

    const book = pocoNetwork.open(chain.wrapper)
    const paid = new Map<Address, bigint>()
    for (const log of logs) {
      const earning = book.add(log)
      if (earning) paid.set(earning.operator, (paid.get(earning.operator) ?? 0n) + earning.amount)
    }
    const sorted = (amounts: Map<Address, bigint>) => [...amounts].sort(([a], [b]) => (a < b ? -1 : 1))
    expect(paid.size).toBe(operators.length)
    expect(sorted(paid)).toEqual(sorted(earned))
    expect(paid.has(appOwner)).toBe(false)
    expect(await readDeposit(appOwner)).toBeGreaterThan(0n)
    const bonds = new Map(book.bonds().map(({ account, operator, amount }) => [account === operator ? account : 'another', amount]))
    expect(bonds).toEqual(await readDeposits([...bonds.keys()] as Address[]))
    expect([...bonds.keys()].sort()).toEqual([...operators].sort())
    expect([book.earned(), pocoNetwork.feesIn]).toEqual([null, 'token'])
  })

  it('a pool that is handed on has another scheduler', async () => {
    const [from, to] = [schedulers[0]!, people[6]!]
    const pool = chain.poolOf.get(from)!
    world.chain.send(from, chain.pools, 'transferFrom', [from, to, BigInt(pool.address)])
    await mine()
    const book = pocoNetwork.open(chain.wrapper)
    for (const log of (await world.toInput(pocoEscrow, chain.wrapper)).logs) book.add(log)
    expect(book.bonds().map(({ account }) => account)).toContain(to)
  })

  it('says which contract it needs, and which logs are missing', async () => {
    const { wrapper } = chain
    expect(() => pocoEscrow.logs({ ...wrapper, contracts: {} })).toThrow('a wrapper of source pocoEscrow needs contracts.workerpoolRegistry')
    const input = await world.toInput(pocoEscrow, wrapper)
    const only = (name: keyof typeof pocoEvents) => ({ ...input, logs: input.logs.filter(({ topics, address }) => address === wrapper.address && topics[0] === pocoEvents[name].topic).slice(0, 1) })
    expect(() => pocoEscrow.toOwnerships(only('unlock'))).toThrow('had there: logs before it are missing')
    expect(() => pocoEscrow.toOwnerships(only('reward'))).toThrow('pays for a task that nobody has paid for: logs before it are missing')
    expect(() => pocoEscrow.toOwnerships({ ...input, logs: [{ ...input.logs[0]!, address: wrapper.address, topics: [`0x${'1'.repeat(64)}`] }] })).toThrow('is no event of iExec’s proxy')
  })
})
