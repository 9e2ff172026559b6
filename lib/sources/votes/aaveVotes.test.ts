import { keccak256, toBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contract } from '@/lib/demo/storyChain'
import { deployAave, deployStakedAave, unit } from '@/tests/aaveVotes'
import { deployer, startSourceChain, type SourceChain } from '@/tests/sourceChain'
import { expectVotesOfEverybody, people, readVotesLogs, tellDelegations, toVotesContract } from '@/tests/votesChain'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import { aaveVotes } from './aaveVotes'

let world: SourceChain
let token: Contract
beforeAll(async () => {
  world = await startSourceChain()
  token = await deployAave(world.chain)
})
afterAll(() => world?.stop())

describe('AAVE of version 2', () => {
  it('has the voting power that the contract says, of everybody, from before anybody delegated', async () => {
    const { chain, reader, rpc } = world
    const before = chain.blockNumber
    const blocks = await tellDelegations(chain, token, { seed: 'AAVE', rounds: 25, mayUndelegate: false })
    // Who proposes is another power: it moves nothing here.
    chain.send(people[2]!, token, 'delegateByType', [people[3], 1])
    await chain.mine(chain.timestamp + 12)
    const contract = toVotesContract('aaveVotes', token.address)
    const books = await expectVotesOfEverybody({
      source: aaveVotes,
      contract,
      reader,
      read: await readVotesLogs(rpc, aaveVotes, contract),
      blocks: [before, ...blocks, chain.blockNumber],
      // What version 1 wrote is in the snapshots of version 2: the contract knows the power of blocks before it.
      past: (account, { number }) => chain.read(token, 'getPowerAtBlock', [account, number, 0]),
    })
    const given = [...books.given()]
    const delegates = await Promise.all(people.map((account) => chain.read(token, 'getDelegateeByType', [account, 0])))
    for (const [place, account] of people.entries()) {
      const amount = await chain.read(token, 'balanceOf', [account])
      expect(given.filter(({ giver }) => giver === account)).toEqual(amount === 0n ? [] : [{ giver: account, delegate: String(delegates[place]).toLowerCase(), amount }])
    }
    // Nothing is lost: all that there is has a vote.
    expect([...books.accounts()].reduce((sum, account) => sum + books.votesOf(account), 0n)).toBe(await chain.read(token, 'totalSupply'))
  })
})

describe('staked AAVE', () => {
  it('has the voting power that the contract says, of everybody, also after a slashing', async () => {
    const { chain, reader, rpc } = world
    const staked = await deployStakedAave(chain, token)
    const blocks = await tellDelegations(chain, staked, { seed: 'stkAAVE', rounds: 15, mayUndelegate: false })
    chain.send(deployer, staked, 'slash', [deployer, 2n * unit])
    chain.send(people[4]!, staked, 'cooldown')
    await chain.mine(chain.timestamp + 12)
    chain.send(people[4]!, staked, 'redeem', [people[4], 2n ** 255n])
    chain.send(people[5]!, staked, 'stake', [people[6], 12_345n])
    await chain.mine(chain.timestamp + 100)
    const contract = toVotesContract('aaveVotes', staked.address)
    await expectVotesOfEverybody({ source: aaveVotes, contract, reader, read: await readVotesLogs(rpc, aaveVotes, contract), blocks: [...blocks, chain.blockNumber] })
  })
})

/** Version 3 is published as source code alone: its logs are written out here as that source writes them, and what they mean is worked out by hand. */
describe('version 3', () => {
  const [ann, bob] = people as [Address, Address]
  const [proxy, second, third] = ['1', '2', '3'].map((digit) => `0x${digit.repeat(40)}`) as [Address, Address, Address]
  const word = (value: bigint | string) => BigInt(value).toString(16).padStart(64, '0')
  const toLog = (logIndex: number, signature: string, indexed: readonly string[], data: readonly bigint[]): Log => ({
    address: proxy, blockNumber: 1, blockHash: `0x${word(1n)}`, logIndex,
    topics: [keccak256(toBytes(signature)), ...indexed.map((value) => `0x${word(value)}`)], data: `0x${data.map(word).join('')}`,
  })
  const delegate = (place: number, from: Address, to: Address, type: bigint) => toLog(place, 'DelegateChanged(address,address,uint8)', [from, to], [type])
  const upgrade = (place: number, to: Address) => toLog(place, 'Upgraded(address)', [to], [])
  const rate = (place: number, value: bigint) => toLog(place, 'ExchangeRateChanged(uint216)', [], [value])

  it('begins anew with its implementation, and with no other one; shares count as what they stand for', () => {
    const books = aaveVotes.open(toVotesContract('aaveVotes', proxy, { anew: third }))
    const votesAfter = (...logs: Log[]) => {
      books.add(logs)
      books.changesAt({ timestamp: 1 }, null)
      return [ann, bob].map(books.votesOf)
    }
    books.hold(new Map([[ann, 10n ** 18n + 5n], [bob, 7n]]))
    expect(votesAfter(upgrade(0, second), delegate(1, ann, bob, 1n))).toEqual([10n ** 18n + 5n, 7n])
    expect(votesAfter(delegate(2, ann, bob, 0n), rate(3, 10n ** 18n))).toEqual([0n, 10n ** 18n + 12n])
    expect(votesAfter(upgrade(4, third))).toEqual([10n ** 18n + 5n, 7n])
    // Delegated once more: rounded down to whole 10^10, Bob's own 7 are not.
    expect(votesAfter(delegate(5, ann, bob, 0n))).toEqual([0n, 10n ** 18n + 7n])
    // Two shares for one AAVE: half of it, rounded down.
    expect(votesAfter(rate(6, 2n * 10n ** 18n))).toEqual([0n, 5n * 10n ** 17n + 3n])
  })

  it('refuses a log of another form', () => {
    const books = aaveVotes.open(toVotesContract('aaveVotes', proxy))
    expect(() => books.add([toLog(8, 'DelegateChanged(address,address,uint8)', [ann], [0n])])).toThrow('log 8 of block 1')
  })
})
