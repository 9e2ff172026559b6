import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadIncidents } from '@/db/incidents'
import { openChainReader } from '@/lib/chain/reader'
import { auditLedger } from '@/lib/pipeline/auditLedger'
import { syncToken } from '@/lib/pipeline/syncToken'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'
import { startEditedProvider, type EditedProvider, type Question, type WrittenLog } from './editedProvider'
import { followInOwnDatabase, loadLedgerRows, type FollowedDatabase } from './ledgerRows'

let chain: TokenChain
let undisturbed: Awaited<ReturnType<typeof loadLedgerRows>>
const open: (EditedProvider | FollowedDatabase)[] = []

beforeAll(async () => {
  chain = await startTokenChain()
  for (let block = 0; block < 100; block += 1) {
    for (let each = 0; each < 3; each += 1) await chain.call(deployer, chain.token, 'transfer', [toAccount((block * 7 + each * 13) % 40), BigInt(block + each + 1)])
    await chain.mine()
  }
  await chain.mine(3)
  const { database } = await sync([chain.anvil.url])
  undisturbed = await loadLedgerRows(database)
})
afterEach(async () => {
  for (const each of open.splice(0)) await ('close' in each ? each.close() : each.drop())
})
afterAll(() => chain?.stop())

async function provide(edit: (question: Question, result: unknown) => unknown, widest?: number): Promise<EditedProvider> {
  const provider = await startEditedProvider(chain.anvil.url, edit, widest)
  open.push(provider)
  return provider
}
const honest = () => provide((_, result) => result)

/** Leaves out every log of one block, whoever asks. */
const without = (block: number) => (_: Question, result: unknown) =>
  Array.isArray(result) ? (result as WrittenLog[]).filter(({ blockNumber }) => Number(blockNumber) !== block) : result

async function sync(urls: readonly string[], into?: FollowedDatabase) {
  const followed = into ?? (await followInOwnDatabase(chain.protocol))
  if (!into) open.push(followed)
  const { database, protocol } = followed
  const reader = await openChainReader({ chainId: 31337, urls })
  const ledger = { token: protocol.token, tokenId: protocol.tokenId, reader, database }
  await syncToken({ ...ledger, finalized: await reader.readFinalizedBlock(), piece: { logs: 1, blocks: 20 } })
  return { followed, database, ledger }
}
const count = async ({ database }: FollowedDatabase, kind: string) => (await loadIncidents(database)).find((each) => each.kind === kind)?.times ?? 0

describe('a second endpoint', () => {
  it.each([
    ['the end of an answer', (block: number) => block > 70],
    ['everything', () => true],
    ['the longest stretch', (block: number) => block > 20 && block < 90],
  ])('finds out that the first one leaves out %s', async (_, isLeftOut) => {
    const liar = await provide((__, result) => (Array.isArray(result) ? (result as WrittenLog[]).filter(({ blockNumber }) => !isLeftOut(Number(blockNumber))) : result))
    const { database, followed } = await sync([liar.url, (await honest()).url])
    expect(await loadLedgerRows(database)).toEqual(undisturbed)
    expect(await count(followed, 'missing')).toBeGreaterThan(0)
  })

  it('costs little where an answer is long: 301 logs come with a sixteenth more, and those of its last block', async () => {
    const [one, other] = [await honest(), await honest()]
    const { followed } = await sync([one.url, other.url])
    // ⌈301 / 16⌉ = 19 logs, whose blocks hold three each: at most 3 more at either end.
    expect(one.served() + other.served()).toBeGreaterThan(301)
    expect(one.served() + other.served()).toBeLessThanOrEqual(301 + 19 + 6)
    expect(await count(followed, 'unconfirmed')).toBe(0)
  })

  it('may be away: the sync goes on, and says that nobody confirmed it', async () => {
    const { followed, database } = await sync([chain.anvil.url, 'http://127.0.0.1:9'])
    expect(await loadLedgerRows(database)).toEqual(undisturbed)
    expect(await count(followed, 'unconfirmed')).toBeGreaterThan(0)
    expect(await count(followed, 'unreachable')).toBeGreaterThan(0)
  })
})

describe('null in place of logs', () => {
  const nullForNone = (_: Question, result: unknown) => (Array.isArray(result) && result.length === 0 ? null : result)
  const empty = { address: `0x${'e'.repeat(40)}`, topic: `0x${'1'.repeat(64)}`, fromBlock: 1, toBlock: 50 } as const
  const read = async (urls: readonly string[]) => {
    const reader = await openChainReader({ chainId: 31337, urls })
    const ranges = []
    for await (const range of reader.readLogs(empty)) ranges.push(range)
    return { ranges, incidents: reader.takeIncidents() }
  }

  it('is none where another endpoint says that there are none', async () => {
    const { ranges } = await read([(await provide(nullForNone)).url, (await honest()).url])
    expect(ranges).toMatchObject([{ fromBlock: 1, toBlock: 50, logs: { length: 0 } }])
  })

  it('is an error where nobody else can say so', async () => {
    await expect(read([(await provide(nullForNone)).url])).rejects.toThrow(/in blocks 1 to 50, the node answered null/)
  })
})

describe('an audit that fails', () => {
  it('says where the only endpoint left logs out; what follows is read again', async () => {
    let lying = true
    const provider = await provide((question, result) => (lying ? without(57)(question, result) : result), 20)
    const { ledger, followed, database } = await sync([provider.url])
    lying = false
    const { fault, readAgain } = await auditLedger(ledger, { repair: true })
    expect(fault).toMatch(/^UNI at block \d+: \d+ of 41 sampled balances differ from the chain\. It went wrong in block 57: what comes after block \d+ is read again$/)
    expect(readAgain).toBe(true)
    // Pieces of twenty blocks at most: before the fault, the rows are those of an undisturbed run.
    const left = await loadLedgerRows(database)
    expect(left.changes).toEqual(undisturbed.changes.filter(({ block_number: block }) => Number(block) <= Number(left.cursor[0]!.block_number)))
    await sync([provider.url], followed)
    expect(await loadLedgerRows(database)).toEqual(undisturbed)
    expect(await auditLedger(ledger, { repair: true })).toEqual({ fault: null, readAgain: false })
  })

  it('sets the endpoint aside that was wrong, and reads from the other one', async () => {
    const liar = await provide(without(57))
    const { followed, database } = await sync([liar.url])
    const reader = await openChainReader({ chainId: 31337, urls: [liar.url, (await honest()).url] })
    const ledger = { token: followed.protocol.token, tokenId: followed.protocol.tokenId, reader, database }
    expect((await auditLedger(ledger, { repair: true })).readAgain).toBe(true)
    const before = liar.served()
    await syncToken({ ...ledger, finalized: await reader.readFinalizedBlock() })
    expect(await loadLedgerRows(database)).toEqual(undisturbed)
    // It only confirms what the other one says.
    expect(liar.served() - before).toBeLessThan(100)
  })

  it('goes back to the beginning where the mint is missing', async () => {
    const first = Number(undisturbed.changes[0]!.block_number)
    const { ledger } = await sync([(await provide(without(first))).url])
    const reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
    const { fault } = await auditLedger({ ...ledger, reader }, { repair: true })
    expect(fault).toMatch(/the balances add up to 0, totalSupply is 1000000000000000000000000000; .* It went wrong in block 1: all of it is read again$/)
  })

  it('changes nothing where no logs lead to what the contract says', async () => {
    const { ledger, database } = await sync([(await provide(without(57))).url])
    const rows = await loadLedgerRows(database)
    const { fault, readAgain } = await auditLedger(ledger, { repair: true })
    expect(fault).toMatch(/No logs lead to what the contract says: the token also moves without logs, or every endpoint leaves out the same ones$/)
    expect(readAgain).toBe(false)
    expect(await loadLedgerRows(database)).toEqual(rows)
  })
})
