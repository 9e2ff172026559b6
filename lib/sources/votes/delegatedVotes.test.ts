import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadArtifact, loadCompiled } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import { deployProxied, loadFrom } from '@/tests/proxied'
import { deployer, startSourceChain, type SourceChain } from '@/tests/sourceChain'
import { expectFaultsFound, expectVotesOfEverybody, people, readVotesLogs, tellDelegations, toVotesContract } from '@/tests/votesChain'
import type { Clock } from '../../domain/proposal'
import { delegatedVotes } from './delegatedVotes'
import { votesChanged } from './delegationLogs'

let world: SourceChain
beforeAll(async () => void (world = await startSourceChain()))
afterAll(() => world?.stop())

const unlock = (file: string) => loadFrom('@unlock-protocol/contracts', `dist/abis/${file}.json`)
const supply = 10n ** 27n

/** Each deploys a token whose whole supply, or enough of it, the deployer has; and says by which clock it counts and how it is asked about the past. */
const tokens: Record<string, { deploy: () => Contract | Promise<Contract>; clock: Clock; past: 'getPriorVotes' | 'getPastVotes' }> = {
  COMP: { deploy: () => world.chain.deploy(deployer, loadArtifact('comp'), [deployer]), clock: 'blockNumber', past: 'getPriorVotes' },
  UNI: { deploy: () => world.token, clock: 'blockNumber', past: 'getPriorVotes' },
  'ERC20Votes of OpenZeppelin 5, by time': { deploy: () => world.chain.deploy(deployer, loadCompiled('DemoComputeToken'), [deployer, supply]), clock: 'timestamp', past: 'getPastVotes' },
  'ERC20Votes of OpenZeppelin 5 as Unlock deployed it': {
    deploy: async () => {
      const token = deployProxied(world.chain, deployer, unlock('UP/UPToken'), 'initialize', [deployer])
      world.chain.send(deployer, token, 'mint', [deployer])
      return token
    },
    clock: 'timestamp',
    past: 'getPastVotes',
  },
  'ERC20Votes of OpenZeppelin 4 as Unlock deployed it': {
    deploy: async () => {
      const token = deployProxied(world.chain, deployer, unlock('UnlockDiscountToken/UnlockDiscountTokenV3'), 'initialize', [deployer])
      world.chain.send(deployer, token, 'mint', [deployer, supply])
      return token
    },
    clock: 'blockNumber',
    past: 'getPastVotes',
  },
}

describe.each(Object.entries(tokens))('%s', (name, { deploy, clock, past }) => {
  it('has the votes that the contract says, of everybody, after each block of a random story', async () => {
    const { chain, reader, rpc } = world
    const token = await deploy()
    for (const [place, account] of people.entries()) chain.send(deployer, token, 'transfer', [account, 10n ** 18n + BigInt(place) ** 7n])
    await chain.mine(chain.timestamp + 12)
    const blocks = await tellDelegations(chain, token, { seed: name, rounds: 25, mayUndelegate: true })
    const contract = toVotesContract('delegatedVotes', token.address)
    const books = await expectVotesOfEverybody({
      source: delegatedVotes,
      contract,
      reader,
      read: await readVotesLogs(rpc, delegatedVotes, contract),
      blocks,
      past: (account, { number, timestamp }) => chain.read(token, past, [account, clock === 'timestamp' ? timestamp : number]),
    })
    expect((await delegatedVotes.read(contract, async () => books, reader, blocks.at(-1)!)).clock).toBe(clock)
    // Whoever has delegated, as the contract says it, with what it holds; and their sum is that of the votes.
    const given = [...books.given()]
    const delegates = await Promise.all(people.map((account) => chain.read(token, 'delegates', [account])))
    const held = await Promise.all(people.map((account) => chain.read(token, 'balanceOf', [account])))
    const expected = people.flatMap((giver, place) => (BigInt(String(delegates[place])) === 0n || held[place] === 0n ? [] : [{ giver, delegate: String(delegates[place]).toLowerCase(), amount: held[place] }]))
    expect(new Set(given)).toEqual(new Set(expected))
    expect(given.reduce((sum, { amount }) => sum + amount, 0n)).toBe([...books.accounts()].reduce((sum, account) => sum + books.votesOf(account), 0n))
    expect(given.some(({ giver, delegate }) => giver === delegate)).toBe(true)
    // Whoever has a delegate has given it votes by some log, and nobody by one of another event.
    const { topic, toGiver } = delegatedVotes.giving
    const everGave = new Set((await readVotesLogs(rpc, delegatedVotes, contract)).logs.filter(({ topics }) => topics[0] === topic).map(toGiver))
    expect(people.filter((giver, place) => BigInt(String(delegates[place])) !== 0n && !everGave.has(giver))).toEqual([])
    expect([...everGave].filter((giver) => giver !== null && !people.some((account) => account === giver))).toEqual([])
    const read = await readVotesLogs(rpc, delegatedVotes, contract)
    expect(await expectFaultsFound({ source: delegatedVotes, contract, reader, read, isTelling: ({ topics }) => topics[0] === votesChanged.topic })).toBeGreaterThan(20)
  })
})

it('says so where a log says that a delegate had other votes than the logs before it leave', async () => {
  const { chain, reader, rpc } = world
  const contract = toVotesContract('delegatedVotes', world.token.address)
  const { logs } = await readVotesLogs(rpc, delegatedVotes, contract)
  const votes = logs.filter(({ topics }) => topics.length === 2)
  // Of the same delegate, the second log is the first whose beginning is not the end of the one before.
  const first = votes.findIndex((log, place) => votes.slice(place + 1).some((later) => later.topics[1] === log.topics[1]))
  const books = delegatedVotes.open(contract)
  books.add(logs.filter((log) => log !== votes[first]))
  expect(books.gaps()).toHaveLength(1)
  expect(books.gaps()[0]).toMatchObject({ subject: `votes by the logs of ${contract.address}`, reason: expect.stringContaining(`0x${votes[first]!.topics[1]!.slice(26)} had`) })
  // An account without code has no clock, and answers nothing else: that is no clock by blocks, but unread.
  expect((await delegatedVotes.read(toVotesContract('delegatedVotes', people[0]!), async () => books, reader, chain.blockNumber)).gaps).toMatchObject([{ subject: `clock of ${people[0]}` }])
})
