import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadArtifact } from '@/lib/demo/artifact'
import { openRandom } from '@/lib/demo/random'
import type { Contract } from '@/lib/demo/storyChain'
import { deployer, startSourceChain, type SourceChain } from '@/tests/sourceChain'
import { expectFaultsFound, expectVotesOfEverybody, people, readVotesLogs, toVotesContract } from '@/tests/votesChain'
import { voteEscrow } from './voteEscrow'

const week = 7 * 86_400
const unit = 10n ** 18n
let world: SourceChain
let escrow: Contract
let blocks: number[]
beforeAll(async () => {
  world = await startSourceChain()
  const { chain, token } = world
  escrow = chain.deploy(deployer, loadArtifact('voteEscrow'), [token.address, 'Vote-escrowed UNI', 'veUNI', '1.0.0'])
  for (const account of people) {
    chain.send(deployer, token, 'transfer', [account, 1_000n * unit])
    chain.send(account, token, 'approve', [escrow.address, 2n ** 96n - 1n])
  }
  await chain.mine(chain.timestamp + 12)
  blocks = await tellLocks()
})
afterAll(() => world?.stop())

/** Locks are made, grow, last longer, are paid into by others, end and are withdrawn. */
async function tellLocks(): Promise<number[]> {
  const { chain } = world
  const random = openRandom('votes', 'locks')
  const ends = new Map<string, number>()
  const told: number[] = []
  for (let round = 0; round < 40; round++) {
    const now = chain.timestamp
    for (const account of people) {
      const end = ends.get(account)
      const amount = 1n + BigInt(random.integer(2 ** 31)) * BigInt(random.integer(2 ** 31))
      if (end === undefined && random.chance(0.2)) {
        const until = Math.floor(now / week + 2 + random.integer(205)) * week
        chain.send(account, escrow, 'create_lock', [amount, until])
        ends.set(account, until)
      } else if (end !== undefined && end <= now) {
        if (random.chance(0.5)) chain.send(account, escrow, 'withdraw')
        else continue
        ends.delete(account)
      } else if (end !== undefined && end > now + 6 * week && random.chance(0.3)) {
        const longer = end + week * random.integer(4)
        if (random.chance(0.4) && longer > end && longer < now + 205 * week) {
          chain.send(account, escrow, 'increase_unlock_time', [longer])
          ends.set(account, longer)
        } else if (random.chance(0.5)) chain.send(account, escrow, 'increase_amount', [amount])
        else chain.send(random.pick(people), escrow, 'deposit_for', [account, amount])
      }
    }
    await chain.mine(now + 12 + random.integer(5 * week))
    told.push(chain.blockNumber)
  }
  return told
}

it('has the votes that the contract says, of everybody, after each block, at other seconds too, and their sum', async () => {
  const { chain, reader, rpc } = world
  const contract = toVotesContract('voteEscrow', escrow.address)
  const read = await readVotesLogs(rpc, voteEscrow, contract)
  const books = await expectVotesOfEverybody({ source: voteEscrow, contract, reader, read, blocks })
  // Four years are what Curve's contract, and Ocean's copy of it, calls MAXTIME.
  const { answers, clock } = await voteEscrow.read(contract, async () => books, reader, blocks.at(-1)!)
  expect([answers, clock]).toEqual([{ longest: String(4 * 365 * 86_400) }, 'timestamp'])
  const ask = async (timestamp: number) => {
    const block = { number: chain.blockNumber, hash: '0x', timestamp } as const
    return reader.readContracts([voteEscrow.askTotal!(contract, block), ...people.map((account) => voteEscrow.ask(contract, account, block)[0]!)], chain.blockNumber)
  }
  for (const later of [0, 1, 3_601, 9 * week + 17, 100 * week, 210 * week]) {
    const timestamp = chain.timestamp + later
    books.changesAt({ timestamp }, answers)
    const each = people.map(books.votesOf)
    expect(await ask(timestamp)).toEqual([each.reduce((sum, votes) => sum + votes, 0n), ...each].map((value) => ({ status: 'ok', value })))
  }
  expect([...books.given()]).toEqual([])
  expect(await expectFaultsFound({ source: voteEscrow, contract, reader, read, isTelling: () => true })).toBeGreaterThan(10)
})

it('tells nothing where nobody has a lock large enough to know how long the longest lasts', async () => {
  const { chain, reader, token } = world
  const small = chain.deploy(deployer, loadArtifact('voteEscrow'), [token.address, 'Small', 'veS', '1.0.0'])
  await chain.mine(chain.timestamp + 12)
  const contract = toVotesContract('voteEscrow', small.address)
  const ask = async () => {
    const books = voteEscrow.open(contract)
    books.add((await readVotesLogs(world.rpc, voteEscrow, contract)).logs)
    return { books, ...(await voteEscrow.read(contract, async () => books, reader, chain.blockNumber)) }
  }
  expect(await ask()).toMatchObject({ answers: null, gaps: [{ subject: `longest lock of ${small.address}`, reason: 'nobody has a lock' }] })
  chain.send(people[0]!, token, 'approve', [small.address, 2n ** 96n - 1n])
  // 3 a second for each of 126,144,000 seconds: ⌊amount ÷ 3⌋ and ⌊amount ÷ 4⌋ lie far apart.
  const amount = 3n * 126_144_000n + 5n
  chain.send(people[0]!, small, 'create_lock', [amount, chain.timestamp + 100 * week])
  await chain.mine(chain.timestamp + 12)
  const { books, ...told } = await ask()
  expect(told).toMatchObject({ answers: null, gaps: [{ reason: `its largest lock is too small to tell: between ${amount / 4n} and ${amount / 3n} seconds` }] })
  expect(() => books.changesAt({ timestamp: 1 }, null)).toThrow('could not be read')
})
