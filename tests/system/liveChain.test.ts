import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { encodeAbiParameters, encodeFunctionData, numberToHex, pad } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAnvil, type Anvil } from '@/lib/demo/anvil'
import { loadArtifact, loadMulticall3CreationCode } from '@/lib/demo/artifact'
import { openRpc } from '@/lib/demo/rpc'
import { toProtocol } from '@/lib/protocols/registry'
import { createTestDatabase, type TestDatabase } from '../postgres'
import { findRunDirectory } from '../runDirectory'
import { toAccount } from '../tokenChain'

const root = path.resolve(import.meta.dirname, '../..')
const { token } = toProtocol('uniswap')
const whole = 10n ** 18n
let anvil: Anvil
let server: TestDatabase

/**
 * A node that says it is mainnet, from UNI's first block on, with UNI's own code at UNI's own address. Storage that its constructor would
 * have set is set by hand: 100 UNI to one account, who then moves them by real transfers.
 */
beforeAll(async () => {
  server = await createTestDatabase()
  anvil = await startAnvil({ chainId: 1, autoImpersonate: true, noMining: true, slotsInAnEpoch: 1, pruneHistory: 1000, further: ['--number', String(token.firstBlock)] })
  const rpc = openRpc(anvil.url)
  const uni = loadArtifact('uni')
  const deployer = toAccount(1)
  const constructor = encodeAbiParameters([{ type: 'address' }, { type: 'address' }, { type: 'uint256' }], [deployer, deployer, 2n ** 40n])
  const runtime = await rpc.call('eth_call', { from: deployer, data: `${uni.bytecode}${constructor.slice(2)}` }, 'latest')
  await rpc.call('anvil_setCode', token.address, runtime)
  await rpc.call('anvil_setCode', '0xcA11bde05977b3631167028862bE2a173976CA11', await rpc.call('eth_call', { data: loadMulticall3CreationCode() }, 'latest'))
  // Uni.sol: totalSupply lies in slot 0, minter in 1, mintingAllowedAfter in 2.
  const store = (slot: number, value: `0x${string}`) => rpc.call('anvil_setStorageAt', token.address, numberToHex(slot, { size: 32 }), pad(value, { size: 32 }))
  await store(0, numberToHex(5000n * whole))
  await store(1, deployer)
  await store(2, '0x01')
  const send = (from: string, functionName: string, args: unknown[]) =>
    rpc.call('eth_sendTransaction', { from, to: token.address, data: encodeFunctionData({ abi: uni.abi, functionName, args }), gas: '0x989680', gasPrice: '0x0' })
  // Two hundredths of the supply is the most that UNI lets be minted at once.
  await send(deployer, 'mint', [deployer, 100n * whole])
  await rpc.call('anvil_mine', '0x1', '0xc')
  await store(0, numberToHex(100n * whole))
  await send(deployer, 'transfer', [toAccount(2), 30n * whole])
  await send(deployer, 'transfer', [toAccount(3), 10n * whole])
  await rpc.call('anvil_mine', '0x5', '0xc')
})

afterAll(async () => {
  await anvil?.stop()
  await server?.drop()
})

/** The command line, with a data directory of its own. */
const lorenz = async (words: string[], { rpcUrl, databaseUrl }: { rpcUrl: string; databaseUrl: string }) =>
  promisify(execFile)(process.execPath, ['bin/lorenz.mjs', ...words], {
    cwd: root,
    env: { ...process.env, RPC_URL_1: rpcUrl, DATABASE_URL: databaseUrl, LORENZ_DATA_DIR: await mkdtemp(path.join(findRunDirectory(), 'live-')) },
  })

// Side by side: one of them mostly waits for a node that does not answer.
it.concurrent('reads the chain that RPC_URL_1 names: sync, snapshot, status', async () => {
  const place = { rpcUrl: anvil.url, databaseUrl: server.url }
  await lorenz(['sync', '--protocols', 'uniswap'], place)
  await lorenz(['snapshot', '--protocols', 'uniswap'], place)
  const { stdout } = await lorenz(['status', '--json'], place)
  const [uni, ...pools] = (JSON.parse(stdout) as { ledgers: { symbol: string; audit: string; holders: number; lag: number; error: string | null }[] }).ledgers
  expect(uni).toMatchObject({ symbol: 'UNI', audit: 'passed', holders: 3, transfers: 3, lag: 0, error: null })
  // The pools' addresses have no code on this chain: what cannot be read is a gap, and the audit says that it is not complete.
  expect(pools.map(({ audit }) => audit)).toEqual(pools.map(() => 'incomplete'))
})

it.concurrent('names the endpoint’s variable when it does not answer', async () => {
  const other = await createTestDatabase()
  const failed = await lorenz(['sync', '--protocols', 'uniswap'], { rpcUrl: 'http://127.0.0.1:9', databaseUrl: other.url })
    .catch((error: { code: number; stderr: string; stdout: string }) => error)
    .finally(other.drop)
  expect(failed).toMatchObject({ code: 1 })
  expect(`${failed.stderr}${failed.stdout}`).toContain('RPC_URL_1')
})
