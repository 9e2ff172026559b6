import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { loadVotesDays, loadVotesSnapshot } from '@/db/votesSnapshots'
import { loadArtifact } from '@/lib/demo/artifact'
import type { Contract } from '@/lib/demo/storyChain'
import type { Address } from '@/lib/domain/address'
import { deployAave, deployStakedAave, unit } from '@/tests/aaveVotes'
import { openFollowedChain } from '@/tests/followedChain'
import { ann, bob, carl, deployer, toToken, toWrapper, type SourceChain } from '@/tests/sourceChain'
import { people, tellDelegations, toVotesContract } from '@/tests/votesChain'
import { voteEscrow } from '../../sources/votes/voteEscrow'
import { takeVotes } from './takeVotes'
import { takeVotesHistory } from './takeVotesHistory'

const day = 86_400
const followed = openFollowedChain()
const { follow } = followed
let world: SourceChain
let database: Database
beforeAll(() => void ({ world, database } = followed))

describe('delegated votes', () => {
  let uni: TrackedProtocol
  const take = (reader = world.reader) => takeVotes({ protocol: uni, reader, database })
  const history = () => takeVotesHistory({ protocol: uni, reader: world.reader, database })

  beforeAll(async () => {
    const { chain } = world
    chain.send(ann, world.token, 'delegate', [bob])
    chain.send(bob, world.token, 'delegate', [bob])
    await chain.mine(chain.timestamp + day)
    chain.send(carl, world.token, 'delegate', [carl])
    await chain.mine(chain.timestamp + 2 * day)
    chain.send(carl, world.token, 'transfer', [ann, 4_000n])
    await chain.mine(chain.timestamp + day)
    await chain.mine(chain.timestamp + day)
    uni = await follow('uni', { token: toToken(world.token.address), governance: { votes: [toVotesContract('delegatedVotes', world.token.address)] } })
  })

  it('are who can cast how many, from whom they come, held against the contract and measured', async () => {
    const taken = await take()
    // Ann's 14,000 and his own 10,000 are Bob's, Carl has 6,000 left: 24,000 and 6,000 of 30,000. The deployer, who has nearly all, delegates nothing.
    expect(taken?.delegates).toEqual([
      { delegate: bob, votes: 24_000n, delegators: 2, own: 10_000n },
      { delegate: carl, votes: 6_000n, delegators: 1, own: 6_000n },
    ])
    // 0.8² + 0.2² = 0.68. Bob and Carl were asked, and beside them the two who hold most: the deployer and Ann.
    expect(taken).toMatchObject({
      delegated: 30_000n, clock: 'blockNumber', origin: 'chain', gaps: [], audit: { status: 'passed', sampled: 4, mismatches: [] },
      metrics: { hhi: { status: 'ok', value: expect.closeTo(0.68, 12) }, holders: { status: 'ok', value: 2 } },
    })
    expect(await loadVotesSnapshot(database, 'uni')).toEqual(taken)
  })

  it('have a day of history for each whole day since the first was given, as the contract counted them then', async () => {
    const { chain } = world
    expect(await history()).toBe(4)
    const days = (await loadVotesDays(database, 'uni')).filter(({ origin }) => origin === 'ledger')
    expect(days.map(({ day, delegated }) => [day, delegated])).toEqual([['2024-01-02', 20_000n], ['2024-01-03', 20_000n], ['2024-01-04', 30_000n], ['2024-01-05', 30_000n]])
    for (const { block, delegated, metrics } of days) {
      const [ofBob, ofCarl] = (await Promise.all([bob, carl].map((account) => chain.read(world.token, 'getPriorVotes', [account, block.number])))) as [bigint, bigint]
      expect(delegated).toBe(ofBob + ofCarl)
      expect(metrics.top1Share).toEqual({ status: 'ok', value: Number(ofBob) / Number(delegated) })
    }
    expect(await history()).toBe(0)
  })

  it('go on after the last day that is there, and begin anew where they were made otherwise', async () => {
    const all = await loadVotesDays(database, 'uni')
    await database.pool.query(`delete from votes_snapshots where origin = 'ledger' and day > $1`, [all[1]!.day])
    expect(await history()).toBe(2)
    expect(await loadVotesDays(database, 'uni')).toEqual(all)
    await database.pool.query(`update votes_snapshots set summary = summary || '{"recipe":"another"}' where origin = 'ledger' and day = $1`, [all[1]!.day])
    expect(await history()).toBe(3)
    expect(await loadVotesDays(database, 'uni')).toEqual(all)
  })

  it('fail their audit where a log is missing, and say what the contract says', async () => {
    const topic = Buffer.from(bob.slice(2).padStart(64, '0'), 'hex')
    // Bob's votes from Ann's 4,000 more: without that log he has 20,000.
    const lost = await database.pool.query(`delete from event_logs where (filter_id, block_number, log_index) in
      (select filter_id, block_number, log_index from event_logs where octet_length(topics) = 64 and position($1::bytea in topics) > 0 order by block_number desc limit 1) returning *`, [topic])
    expect(lost.rowCount).toBe(1)
    const taken = await take()
    expect(taken?.audit).toEqual({ status: 'failed', sampled: 4, mismatches: [{ account: bob, folded: 20_000n, chain: 24_000n }] })
    expect(taken?.gaps).toEqual([{ subject: 'sum of the votes of delegatedVotes', reason: 'by the logs 26000, those who have delegated hold 30000' }])
    const row = lost.rows[0] as Record<string, unknown>
    await database.pool.query(`insert into event_logs (${Object.keys(row).join()}) values (${Object.keys(row).map((_, nth) => `$${nth + 1}`).join()})`, Object.values(row))
    expect((await take())?.audit?.status).toBe('passed')
  })

  it('have a gap for what could not be asked, and are no less for it', async () => {
    const deaf = { ...world.reader, readContracts: async (...question: Parameters<typeof world.reader.readContracts>) =>
      (await world.reader.readContracts(...question)).map((answer, place) => (question[0][place]!.args?.[0] === carl ? { status: 'failed' as const, reason: 'no state' } : answer)) }
    const taken = await take(deaf)
    expect([taken?.audit?.status, taken?.gaps, taken?.delegated]).toEqual(['incomplete', [{ subject: `votes of ${carl}`, reason: 'no state' }], 30_000n])
  })

  it('say why they cannot be told: logs that do not reach the snapshot’s block', async () => {
    await database.pool.query('update event_filters set block_number = 1 where address = $1', [Buffer.from(world.token.address.slice(2), 'hex')])
    await expect(take()).rejects.toThrow(/^votes of delegatedVotes: its logs are read up to block 1, needed is block \d+$/)
    expect(await takeVotes({ protocol: { ...uni, governance: { ...uni.governance, votes: [] } }, reader: world.reader, database })).toBeNull()
  })
})

describe('AAVE and staked AAVE', () => {
  let aave: Contract
  let staked: Contract
  let protocol: TrackedProtocol
  beforeAll(async () => {
    const { chain } = world
    aave = await deployAave(chain)
    staked = await deployStakedAave(chain, aave)
    await tellDelegations(chain, aave, { seed: 'both', rounds: 4, mayUndelegate: false })
    await tellDelegations(chain, staked, { seed: 'too', rounds: 4, mayUndelegate: false })
    const wrapper = toWrapper('erc4626Vault', { address: staked.address, assets: [aave.address], shareToken: toToken(staked.address) })
    const votes = [aave, staked].map(({ address }) => toVotesContract('aaveVotes', address))
    protocol = await follow('aave', { token: toToken(aave.address), governance: { votes }, wrappers: [wrapper] })
  })

  /** All AAVE but those that are staked, and all that stands for these. */
  async function votesAt(block: number): Promise<bigint> {
    const asked = [[aave, 'totalSupply', []], [aave, 'balanceOf', [staked.address]], [staked, 'totalSupply', []]] as const
    const answers = await world.reader.readContracts(asked.map(([{ address, abi }, functionName, args]) => ({ address, abi, functionName, args })), block)
    const [supply, locked, shares] = answers.map((answer) => (answer.status === 'ok' ? (answer.value as bigint) : expect.unreachable(answer.reason)))
    return supply! - locked! + shares!
  }

  it('add up for each delegate, and whoever gives in both is one', async () => {
    const taken = (await takeVotes({ protocol, reader: world.reader, database }))!
    expect([taken.audit?.status, taken.audit?.mismatches, taken.gaps]).toEqual(['passed', [], []])
    const power = async (contract: Contract, account: Address) => (await world.chain.read(contract, 'getPowerCurrent', [account, 0])) as bigint
    for (const account of people) {
      const votes = (await power(aave, account)) + (await power(staked, account))
      expect(taken.delegates.find(({ delegate }) => delegate === account)?.votes ?? 0n).toBe(votes)
    }
    // The last of them delegates nothing and nobody may have given it more than once: all its own count in both.
    const away = people.at(-1)!
    const held = ((await world.chain.read(aave, 'balanceOf', [away])) as bigint) + ((await world.chain.read(staked, 'balanceOf', [away])) as bigint)
    expect(held).toBeGreaterThan(unit)
    expect(taken.delegates.find(({ delegate }) => delegate === away)?.own).toBe(held)
    // What is staked votes through those who staked it, and not once more where it lies.
    expect(taken.delegated).toBe(await votesAt(world.chain.blockNumber))
    expect(taken.delegates.some(({ delegate }) => delegate === staked.address)).toBe(false)
    // Each delegate's givers, by who the contracts say is whose delegatee, among those who hold something.
    const givers = new Map<string, Set<Address>>()
    for (const contract of [aave, staked])
      for (const account of people) {
        if ((await world.chain.read(contract, 'balanceOf', [account])) === 0n) continue
        const to = String(await world.chain.read(contract, 'getDelegateeByType', [account, 0])).toLowerCase()
        givers.set(to, (givers.get(to) ?? new Set()).add(account))
      }
    for (const { delegate, delegators } of taken.delegates) if (people.includes(delegate)) expect(delegators).toBe(givers.get(delegate)?.size ?? 0)
  })

  it('have history as well', async () => {
    expect(await takeVotesHistory({ protocol, reader: world.reader, database })).toBeGreaterThan(0)
    const days = (await loadVotesDays(database, 'aave')).filter(({ origin }) => origin === 'ledger')
    for (const { block, delegated } of days) expect(delegated).toBe(await votesAt(block.number))
  })

  it('cannot be told without the ledger of what is held', async () => {
    const without = { ...protocol, ledgers: new Map([[aave.address, protocol.tokenId]]) }
    await expect(takeVotes({ protocol: without, reader: world.reader, database })).rejects.toThrow(`they hang on what accounts hold of ${staked.address}, and its ledger is not kept`)
  })
})

describe('locked votes', () => {
  it('are what the contract says of each account and of all, at the block and at the end of each day', async () => {
    const { chain, reader, other } = world
    const escrow = chain.deploy(ann, loadArtifact('voteEscrow'), [other.address, 'Vote-escrowed', 've', '1.0.0'])
    for (const [place, account] of people.entries()) {
      chain.send(deployer, other, 'transfer', [account, unit])
      chain.send(account, other, 'approve', [escrow.address, unit])
      chain.send(account, escrow, 'create_lock', [unit / BigInt(place + 1), chain.timestamp + (20 + place) * 7 * day])
    }
    for (let night = 0; night < 3; night++) await chain.mine(chain.timestamp + day)
    const protocol = await follow('locks', { token: toToken(other.address), governance: { votes: [toVotesContract('voteEscrow', escrow.address)] } })
    const taken = (await takeVotes({ protocol, reader, database }))!
    expect([taken.audit, taken.gaps, taken.clock]).toEqual([{ status: 'passed', sampled: people.length, mismatches: [] }, [], 'timestamp'])
    expect(taken.delegates.map(({ delegators, own, votes }) => [delegators, own === votes])).toEqual(people.map(() => [1, true]))
    expect(await takeVotesHistory({ protocol, reader, database })).toBeGreaterThan(1)
    for (const { block, delegated } of await loadVotesDays(database, 'locks')) {
      const [total] = await reader.readContracts([voteEscrow.askTotal!(protocol.governance.votes[0]!, block)], block.number)
      expect(total).toEqual({ status: 'ok', value: delegated })
    }
  })
})
