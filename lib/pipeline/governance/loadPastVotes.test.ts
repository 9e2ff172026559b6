import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import type { Proposal } from '@/lib/domain/proposal'
import { toLens } from '@/lib/ownership/lenses'
import { deployAave, deployStakedAave, unit } from '@/tests/aaveVotes'
import { openFollowedChain } from '@/tests/followedChain'
import { ann, bob, carl, deployer, toToken, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { people, tellDelegations, toVotesContract } from '@/tests/votesChain'
import { toLedgers } from '../ledger'
import { takeHistory } from '../takeHistory'
import { loadGathered } from './loadGathered'
import { loadPastVotes, type PastVotes } from './loadPastVotes'
import { takeVotes } from './takeVotes'
import { toVotesLens } from './votesUnderLens'

const day = 86_400
const followed = openFollowedChain()
const { follow } = followed
let world: SourceChain
let database: Database
beforeAll(() => void ({ world, database } = followed))

const load = async (protocol: TrackedProtocol): Promise<PastVotes> => {
  const past = await loadPastVotes(database, protocol)
  return typeof past === 'string' ? expect.unreachable(past) : past
}
const ask = async (contract: Contract, functionName: string, args: readonly unknown[], block: number): Promise<bigint> => {
  const [answer] = await world.reader.readContracts([{ address: contract.address, abi: contract.abi, functionName, args }], block)
  return answer?.status === 'ok' ? (answer.value as bigint) : expect.unreachable(answer?.reason)
}

it('votes of AAVE and staked AAVE are, at every past block and in any order, what the contracts said there', async () => {
  const { chain } = world
  const aave = await deployAave(chain)
  const staked = await deployStakedAave(chain, aave)
  const blocks = [...(await tellDelegations(chain, aave, { seed: 'past', rounds: 6, mayUndelegate: false })), ...(await tellDelegations(chain, staked, { seed: 'times', rounds: 6, mayUndelegate: false }))]
  const wrappers = [toWrapper('erc4626Vault', { address: staked.address, assets: [aave.address], shareToken: toToken(staked.address) })]
  const votes = [aave, staked].map(({ address }) => toVotesContract('aaveVotes', address))
  const protocol = await follow('aave', { token: toToken(aave.address), governance: { votes }, wrappers })
  const past = await load(protocol)
  expect([past.hangOnTime, past.end >= blocks.at(-1)!]).toEqual([false, true])
  const asked = [...blocks].reverse()
  const votesAt = await past.at(asked.map((block) => ({ block, timestamp: null })))
  for (const [place, block] of asked.entries())
    for (const account of people) expect(votesAt(place).get(account) ?? 0n).toBe((await ask(aave, 'getPowerCurrent', [account, 0], block)) + (await ask(staked, 'getPowerCurrent', [account, 0], block)))
  // Without the ledger of what is staked nobody knows who holds what of it.
  expect(await loadPastVotes(database, { ...protocol, ledgers: new Map([[aave.address, protocol.tokenId]]) })).toBe('noBalances')
})

describe('votes of locks', () => {
  let escrow: Contract
  let protocol: TrackedProtocol
  /** The block after which a proposal's votes are counted */
  let counted: number
  const blocks: number[] = []
  beforeAll(async () => {
    const { chain, other } = world
    escrow = chain.deploy(deployer, loadArtifact('voteEscrow'), [other.address, 'Vote-escrowed', 've', '1.0.0'])
    for (const account of [ann, bob, carl]) {
      chain.send(deployer, other, 'transfer', [account, 9n * unit])
      chain.send(account, other, 'approve', [escrow.address, 9n * unit])
    }
    chain.send(ann, escrow, 'create_lock', [4n * unit, chain.timestamp + 100 * 7 * day])
    const pass = async (days: number) => {
      for (let nth = 0; nth < days; nth++) {
        await chain.mine(chain.timestamp + day)
        blocks.push(chain.blockNumber)
      }
    }
    await pass(15)
    // Locks end with whole weeks: his after 35 to 42 days.
    chain.send(carl, escrow, 'create_lock', [2n * unit, chain.timestamp + 6 * 7 * day])
    await pass(25)
    chain.send(bob, escrow, 'create_lock', [unit, chain.timestamp + 52 * 7 * day])
    await pass(4)
    counted = chain.blockNumber
    await pass(14)
    chain.send(carl, escrow, 'withdraw')
    await pass(25)
    protocol = await follow('locks', { token: toToken(other.address), governance: { votes: [toVotesContract('voteEscrow', escrow.address)] } })
  })

  it('cannot be told before the longest lock is known', async () => {
    expect(await loadPastVotes(database, protocol)).toBe('noLongestLock')
    await takeVotes({ protocol, reader: world.reader, database })
    expect(await load(protocol)).toMatchObject({ hangOnTime: true })
  })

  it('are, after every past block, what the contract said there of its time', async () => {
    const asked = await Promise.all(blocks.map(async (block) => ({ block, timestamp: (await world.reader.readBlock(block)).timestamp })))
    const votesAt = await (await load(protocol)).at(asked)
    for (const [place, { block, timestamp }] of asked.entries())
      for (const account of [ann, bob, carl]) expect(votesAt(place).get(account) ?? 0n).toBe(await ask(escrow, 'balanceOf', [account, BigInt(timestamp)], block))
  })

  it('are gathered by whoever locked, and by nobody whose votes merely fell less', async () => {
    await takeHistory({ ledger: toLedgers(protocol)[0]!, reader: world.reader, database })
    const { timestamp } = await world.reader.readBlock(counted)
    const proposal = { origin: 'chain', key: '1', title: 'One', closes: timestamp + 3 * day, opens: timestamp, rule: null, countedAt: { clock: 'timestamp', at: timestamp, block: counted } } as unknown as Proposal & { id: number }
    const told = await loadGathered(database, protocol, [{ proposal, votes: [] }], toVotesLens(protocol, toLens('raw')))
    const [gathered] = typeof told === 'string' ? expect.unreachable(told) : told.proposals
    const at = (account: Address) => ask(escrow, 'balanceOf', [account, BigInt(timestamp)], counted)
    // Bob locked 4 days before, Carl 29; Ann's lock is 44 days old and has only lost votes since. Carl took his out 14 days later.
    expect(gathered).toMatchObject({ gainedInWeek: await at(bob), gainedInMonth: (await at(bob)) + (await at(carl)), gatherers: 2 })
    const shown = gathered!.largest.map(({ address, votes, letGo }) => [address.toLowerCase(), votes, letGo])
    expect(new Map(shown.map(([address, ...amounts]) => [address, amounts]))).toEqual(new Map([[bob, [await at(bob), 0n]], [carl, [await at(carl), await at(carl)]]]))
  })
})
