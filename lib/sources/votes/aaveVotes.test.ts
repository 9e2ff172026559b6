import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contract } from '@/lib/demo/storyChain'
import { deployAave, deployStakedAave, unit } from '@/tests/aaveVotes'
import { deployer, startSourceChain, type SourceChain } from '@/tests/sourceChain'
import { expectVotesOfEverybody, people, readVotesLogs, tellDelegations, toVotesContract } from '@/tests/votesChain'
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
