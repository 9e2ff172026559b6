import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import { loadHolders } from '@/db/holders'
import { loadLookThrough, loadOwnerParts } from '@/db/lookThroughs'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadNewestSnapshot, type SavedSnapshot } from '@/db/snapshots'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { verifyCitation } from '@/lib/commands/verify'
import { loadArtifact, loadCompiled, loadStakingRewards } from '@/lib/demo/artifact'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { protocolSchema } from '@/lib/domain/protocol'
import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { deployCode } from '@/tests/familyContracts'
import { toToken, toWrapper } from '@/tests/sourceChain'
import { deployer, genesis, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { toLedgers } from '../ledger'
import { replayDistribution } from '../replay'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { openOwnerships } from './openOwnerships'
import { readAnswers } from './readAnswers'
import { syncEvents } from '../syncEvents'

const day = 86_400
/** What UNI's constructor mints. */
const supply = 10n ** 27n
const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]

let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
let [staking, vault, escrow, mute]: Address[] = []

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  server = await openTestDatabase()
  database = server.database
  const { token, other, pair, call, deploy } = chain
  staking = await deploy(loadStakingRewards(), [deployer, deployer, other, pair])
  vault = await deploy(loadCompiled('DemoComputeVault'), [token])
  escrow = await deploy(loadArtifact('voteEscrow'), [token, 'Vote-escrowed', 've', '1.0.0'])
  // Reverts on everything.
  mute = await deployCode(chain, '60006000fd')
  const act = async (...calls: Parameters<typeof call>[]) => {
    for (const one of calls) await call(...one)
    await chain.mine()
  }
  for (const person of [ann, bob, carl]) await act([deployer, token, 'transfer', [person, 10_000n]], [deployer, other, 'transfer', [person, 10_000n]])
  // ann puts in 4,000 of each and gets √(4,000 · 4,000) less the 1,000 that are locked; bob 2,000 of each, and gives carl 800 of the LP tokens.
  await act([ann, token, 'transfer', [pair, 4_000n]], [ann, other, 'transfer', [pair, 4_000n]])
  await act([ann, pair, 'mint', [ann]])
  await act([bob, token, 'transfer', [pair, 2_000n]], [bob, other, 'transfer', [pair, 2_000n]])
  await act([bob, pair, 'mint', [bob]])
  await act([bob, pair, 'transfer', [carl, 800n]])
  for (const [person, amount] of [[ann, 1_500n], [carl, 800n]] as const) await act([person, pair, 'approve', [staking, amount]], [person, staking, 'stake', [amount]])
  // bob's 600 are 600 shares, of which carl gets 200; 300 that come later make each share one and a half.
  await act([bob, token, 'approve', [vault, 600n]], [bob, vault, 'deposit', [600n, bob]])
  await act([bob, vault, 'transfer', [carl, 200n]], [deployer, token, 'transfer', [vault, 300n]])
  for (const [person, amount] of [[ann, 100n], [carl, 700n]] as const)
    await act([person, token, 'approve', [escrow, amount]], [person, escrow, 'create_lock', [amount, BigInt(genesis + 200 * day)]])
  await act([deployer, token, 'transfer', [escrow, 11n]], [deployer, token, 'transfer', [mute, 55n]])
  await chain.mine(3, day)
  protocol = await saveProtocol(database, protocolSchema.parse({
    ...chain.protocol,
    wrappers: [
      toWrapper('stakingRewards', { address: staking, assets: [pair], contracts: { stakingToken: pair, rewardsToken: other } }),
      toWrapper('erc4626Vault', { address: vault, assets: [token], shareToken: toToken(vault) }),
      toWrapper('voteEscrow', { address: escrow, assets: [token] }),
      toWrapper('vesting', { address: mute, assets: [token] }),
    ],
  }), 0)
})

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

async function run(followed = protocol): Promise<SavedSnapshot> {
  await syncProtocol({ protocol: followed, reader, database })
  await takeSnapshots({ protocol: followed, reader, database })
  return (await loadNewestSnapshot(database, protocol.tokenId))!
}
const sum = (list: readonly { amount: bigint }[]) => list.reduce((total, { amount }) => total + amount, 0n)

/** Nothing is lost under any lens: what it keeps and what it leaves out are all there is. */
function expectConserved({ measurements }: SavedSnapshot) {
  expect(measurements).toHaveLength(32)
  for (const { lens, denominator, excluded, composition } of measurements) {
    if (toLens(lens).ofSupply) expect(denominator, lens).toBe(supply)
    else expect(denominator + sum(excluded), lens).toBe(supply)
    if (composition) expect(sum(composition), lens).toBe(denominator)
  }
}

/**
 * ann: 10,000 − 4,000 − 100 in her wallet; of the pair's 6,000 her 3,000 LP tokens, half of them staked; her lock of 100.
 * bob: 10,000 − 2,000 − 600; 1,200 LP tokens; 400 of 600 shares of the vault's 900.
 * carl: 10,000 − 700; 800 staked LP tokens; 200 of 600 shares; his lock of 700.
 */
const owned: Readonly<Record<Address, bigint>> = { [ann]: 5_900n + 3_000n + 100n, [bob]: 7_400n + 1_200n + 600n, [carl]: 9_300n + 800n + 300n + 700n }

describe('from a chain to the owners behind its contracts, with real contracts', () => {
  let first: SavedSnapshot

  it('finds every owner, to the smallest unit, and what belongs to nobody', async () => {
    first = await run()
    expect(first.audit?.status).toBe('passed')
    expectConserved(first)
    const { accounts, amounts } = await replayDistribution(database, toLedgers(protocol)[0]!, first.block!.number, toLens('raw-owners'))
    expect(Object.fromEntries(accounts.map((account, place) => [account, amounts[place]]))).toEqual({ ...owned, [deployer]: supply - 30_000n - 300n - 11n - 55n })
    const { rows } = (await loadHolders(database, { snapshotId: first.id, lens: headlineLens, offset: 0, limit: 10 }))!
    // Without the treasury, largest first: 11,100, 9,200, 9,000.
    expect(rows.map(({ rank, account, amount }) => [rank, account, amount])).toEqual([[1, carl, owned[carl]], [2, bob, owned[bob]], [3, ann, owned[ann]]])
    const { unresolved, total } = (await loadLookThrough(database, first.id))!
    expect(total).toBe(supply)
    expect(unresolved.map(({ contract, reason, amount }) => [contract, reason, amount])).toEqual([
      [chain.pair, 'locked', 1_000n],
      [mute, 'unvested', 55n],
      [escrow, 'surplus', 11n],
    ])
  })

  it('knows by which contracts each came to its own', async () => {
    const { routes } = (await loadLookThrough(database, first.id))!
    const parts = await loadOwnerParts(database, first.id, [ann, carl, zeroAddress])
    const told = (account: Address) => parts.get(account)?.map(({ route, amount }) => [routes[route]!.steps.map(({ contract }) => contract), amount])
    const byAmount = (list: unknown[][] | undefined) => list?.map(([steps, amount]) => `${String(amount)} ${(steps as Address[]).join()}`).sort()
    expect(byAmount(told(ann))).toEqual([`100 ${escrow}`, `1500 ${chain.pair}`, `1500 ${[chain.pair, staking].join()}`, '5900 '].sort())
    expect(byAmount(told(carl))).toEqual([`300 ${vault}`, `700 ${escrow}`, `800 ${[chain.pair, staking].join()}`, '9300 '].sort())
    expect(parts.has(zeroAddress)).toBe(false)
  })

  it('says what could not be read: a contract that reverts keeps what it holds to itself', () => {
    expect(first.gaps).toEqual([{ subject: `vesting schedule of ${mute}`, reason: expect.stringContaining('revert') as string }])
  })

  it('reads events twice, and by two at once, into the same rows', async () => {
    const load = async () => (await database.pool.query<{ rows: string }>(`select count(*) || ' ' || md5(string_agg(l::text, ',' order by filter_id, block_number, log_index)) as rows from event_logs as l`)).rows[0]!.rows
    const before = await load()
    const finalized = await reader.readFinalizedBlock()
    await syncEvents({ protocol, reader, database, finalized })
    expect(await load()).toBe(before)
    await database.pool.query('delete from event_logs; update event_filters set block_number = null, block_hash = null')
    await Promise.all([1, 2].map(() => syncEvents({ protocol, reader, database, finalized })))
    expect(await load()).toBe(before)
  })

  it('keeps a block as it was, although its contracts answer otherwise later', async () => {
    const path = (id: string) => `/charts/test-swap/${id}@${first.block!.number}`
    const charts = ['metricsTable', 'holdersTable', 'composition', 'compositionOverTime', 'concentrationOverTime-gini'].map(path)
    const before = await Promise.all(charts.map((chart) => verifyCitation(database, chart)))
    for (const { equal, lines } of before) expect(equal, lines.join('\n')).toBe(true)
    // Other reserves at the next block; and a node that now says other things of this one is not asked again.
    await chain.call(bob, chain.token, 'transfer', [chain.pair, 1_000n])
    await chain.mine()
    await chain.call(bob, chain.pair, 'sync', [])
    await chain.mine(3, day)
    const next = await run()
    const liar: ChainReader = { ...reader, readContracts: (calls) => Promise.resolve(calls.map(() => ({ status: 'failed', reason: 'it was pruned' }))) }
    await readAnswers({ opened: await openOwnerships(database, toLedgers(protocol)[0]!, first.block!.number), reader: liar, database, blockNumber: first.block!.number })
    expect(await Promise.all(charts.map((chart) => verifyCitation(database, chart)))).toEqual(before)
    expectConserved(next)
    // The pair's 7,000 for 6,000 LP tokens: of 1,000 more, ann gets half, bob a fifth, carl 4/30, to the unit by largest remainder; a sixth is locked.
    const { accounts, amounts } = await replayDistribution(database, toLedgers(protocol)[0]!, next.block!.number, toLens('raw-owners'))
    const now = new Map(accounts.map((account, place) => [account, amounts[place]!]))
    expect([now.get(ann)! - owned[ann]!, now.get(bob)! - owned[bob]!]).toEqual([500n, 200n - 1_000n])
    expect(Number(now.get(carl)! - owned[carl]!)).toBeGreaterThanOrEqual(133)
  })

  it('takes every day of history under the headline’s lens, with who held by role', async () => {
    const days = (await loadHistory(database, protocol.tokenId, headlineLens)).filter(({ origin }) => origin === 'ledger')
    expect(days.length).toBeGreaterThan(3)
    for (const { composition, denominator } of days) expect(sum(composition!)).toBe(denominator)
    // On the first days everything was there already: what the three own, of which nobody has a role.
    const owners = owned[ann]! + owned[bob]! + owned[carl]!
    const third = days.find(({ block }) => block < first.block!.number && block > first.block!.number - 3)!
    expect([third.denominator, third.composition]).toEqual([owners, [{ group: 'otherAccounts', accounts: 3, amount: owners }]])
  })

  it('leaves unresolved what a contract holds whose events were not read yet, and says so', async () => {
    const late = toAccount(77)
    await chain.call(deployer, chain.token, 'transfer', [late, 40n])
    await chain.mine(3)
    await syncProtocol({ protocol, reader, database })
    const wrapper = toWrapper('voteEscrow', { address: late, assets: [chain.token] })
    await takeSnapshots({ protocol: { ...protocol, wrappers: [...protocol.wrappers, wrapper] }, reader, database })
    const snapshot = (await loadNewestSnapshot(database, protocol.tokenId))!
    expectConserved(snapshot)
    expect(snapshot.gaps).toContainEqual({ subject: `owners of what ${late} holds`, reason: 'its logs were not read yet' })
    expect((await loadLookThrough(database, snapshot.id))!.unresolved).toContainEqual({ contract: late, asset: chain.token, source: 'voteEscrow', reason: 'unread', amount: 40n })
  })
})
