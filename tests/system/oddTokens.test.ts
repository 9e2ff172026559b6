import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadRejections } from '@/db/status'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { compileSolidity } from '@/lib/demo/contracts/compile'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { protocolSchema } from '@/lib/domain/protocol'
import { auditLedger } from '@/lib/pipeline/auditLedger'
import { auditToken } from '@/lib/pipeline/auditToken'
import { syncToken } from '@/lib/pipeline/syncToken'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'
import { followInOwnDatabase } from './ledgerRows'

const [ann, bob, collector] = [toAccount(1), toAccount(2), `0x${'fee'.padStart(40, '0')}` as Address]
const most = 2n ** 256n - 1n
let chain: TokenChain
let reader: ChainReader
let contracts: Map<string, Artifact>

beforeAll(async () => {
  contracts = compile()
  chain = await startTokenChain()
  await chain.mine(3)
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
})
afterAll(() => chain?.stop())

function compile(): Map<string, Artifact> {
  const compiled = compileSolidity('OddTokens.sol', readFileSync(path.join(import.meta.dirname, 'OddTokens.sol'), 'utf8'))
  return new Map(Object.entries(compiled).map(([name, artifact]) => [name, toArtifact(name, artifact, 'OddTokens.sol')]))
}

type Call = readonly [from: Address, functionName: string, ...args: unknown[]]
interface Story {
  name: string
  /** A contract's name, or an address at which there is none */
  token: string
  /** Whose functions are called; the contract's own where absent */
  abi?: string
  decimals?: number
  calls: readonly Call[]
  /** Rows of the ledger, newest balances and audit, all by hand from the calls */
  transfers: number
  balances: Record<Address, bigint>
  audit: 'passed' | 'failed' | 'incomplete'
  says?: RegExp
}

const stories: Story[] = [
  { name: 'an address without code', token: `0x${'c0de'.repeat(10)}`, calls: [], transfers: 0, balances: {}, audit: 'incomplete', says: /^UNI at block \d+: 1 read failed, the first with: .*returned no data/ },
  { name: 'an account of a person', token: deployer, calls: [], transfers: 0, balances: {}, audit: 'incomplete', says: /1 read failed, the first with: .*returned no data/ },
  { name: 'a contract without Transfer', token: 'NoToken', calls: [[ann, 'mint', ann, 5n]], transfers: 0, balances: {}, audit: 'incomplete', says: /1 read failed, the first with: .*reverted/ },
  { name: 'a proxy', token: 'ProxyToken', abi: 'PlainToken', calls: [[ann, 'mint', ann, 5n], [ann, 'transfer', bob, 2n]], transfers: 2, balances: { [ann]: 3n, [bob]: 2n }, audit: 'passed' },
  { name: 'no decimals', token: 'PlainToken', decimals: 0, calls: [[ann, 'mint', ann, 1n]], transfers: 1, balances: { [ann]: 1n }, audit: 'passed' },
  { name: '77 decimals', token: 'PlainToken', decimals: 77, calls: [[ann, 'mint', ann, 10n ** 77n]], transfers: 1, balances: { [ann]: 10n ** 77n }, audit: 'passed' },
  { name: 'the largest amount there is', token: 'PlainToken', calls: [[ann, 'mint', ann, most], [ann, 'transfer', bob, most]], transfers: 2, balances: { [bob]: most }, audit: 'passed' },
  { name: 'more than there can be: supply and balance overflow in the contract', token: 'PlainToken', calls: [[ann, 'mint', ann, most], [ann, 'mint', ann, 2n]], transfers: 2, balances: { [ann]: most + 2n }, audit: 'failed', says: /totalSupply is 1; 1 of 1 sampled balances differ.*No logs lead to what the contract says/ },
  { name: 'a transfer to oneself', token: 'PlainToken', calls: [[ann, 'mint', ann, 5n], [ann, 'transfer', ann, 4n]], transfers: 2, balances: { [ann]: 5n }, audit: 'passed' },
  { name: 'a transfer of nothing', token: 'PlainToken', calls: [[ann, 'mint', ann, 5n], [bob, 'transfer', collector, 0n]], transfers: 2, balances: { [ann]: 5n }, audit: 'passed' },
  { name: 'mint and burn', token: 'PlainToken', calls: [[ann, 'mint', ann, 5n], [ann, 'burn', 2n]], transfers: 2, balances: { [ann]: 3n }, audit: 'passed' },
  { name: 'a mint to the zero address, held there', token: 'PlainToken', calls: [[ann, 'mint', zeroAddress, 7n], [ann, 'mint', ann, 1n]], transfers: 2, balances: { [ann]: 1n, [zeroAddress]: 7n }, audit: 'passed' },
  { name: 'a fee on each transfer', token: 'FeeToken', calls: [[ann, 'mint', ann, 100n], [ann, 'transfer', bob, 50n]], transfers: 3, balances: { [ann]: 50n, [bob]: 45n, [collector]: 5n }, audit: 'passed' },
  { name: 'a fee that the logs keep to themselves', token: 'SilentFeeToken', calls: [[ann, 'mint', ann, 100n], [ann, 'transfer', bob, 50n]], transfers: 2, balances: { [ann]: 50n, [bob]: 50n }, audit: 'failed', says: /1 of 2 sampled balances differ from the chain\. No logs lead to what the contract says: the token also moves without logs/ },
  { name: 'rebasing', token: 'RebasingToken', calls: [[ann, 'mint', ann, 100n], [ann, 'rebase']], transfers: 1, balances: { [ann]: 100n }, audit: 'failed', says: /the balances add up to 100, totalSupply is 200; 1 of 1 sampled balances differ from the chain\. No logs lead/ },
  { name: 'numbered tokens (ERC-721)', token: 'NumberedToken', calls: [[ann, 'mint', ann, 5n]], transfers: 0, balances: {}, audit: 'failed', says: /add up to 0, totalSupply is 1\. No logs lead/ },
]

it.each(stories)('$name', async ({ token: name, abi = name, decimals = 18, calls, transfers, balances, audit, says }) => {
  const artifact = contracts.get(name)
  const address = artifact ? await chain.deploy(artifact, []) : (name as Address)
  for (const [from, functionName, ...args] of calls) {
    await chain.send(from, address, encodeFunctionData({ abi: contracts.get(abi)!.abi, functionName, args }))
    await chain.mine()
  }
  await chain.mine(3)
  const token = { ...chain.protocol.token, address, decimals }
  const { database, protocol, drop } = await followInOwnDatabase(protocolSchema.parse({ ...chain.protocol, token, pools: [] }))
  try {
    const ledger = { token: protocol.token, tokenId: protocol.tokenId, reader, database }
    await syncToken({ ...ledger, finalized: await reader.readFinalizedBlock() })
    const { rows } = await database.db.execute<{ account: string; balance: string }>(sql`
      select '0x' || encode(address, 'hex') as account, balance::text from balances join accounts on id = account_id where balance <> 0`)
    expect(Object.fromEntries(rows.map(({ account, balance }) => [account, BigInt(balance)]))).toEqual(balances)
    const { rows: cursors } = await database.db.execute(sql`select transfers::int from cursors`)
    expect(cursors).toEqual([{ transfers }])
    expect((await auditToken(ledger))!.audit.status).toBe(audit)
    const { fault } = await auditLedger(ledger, { repair: true })
    if (says) expect(fault).toMatch(says)
    else expect(fault).toBeNull()
    const rejections = await loadRejections(database)
    expect(rejections.map(({ reason, logs }) => [logs, reason])).toEqual(name === 'NumberedToken' ? [[1, 'four topics: an ERC-721 transfer of one token by its number, not of an amount']] : [])
  } finally {
    await drop()
  }
})
