import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { encodeAbiParameters, encodeFunctionData, numberToHex, pad } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startAnvil, type Anvil } from '@/lib/demo/anvil'
import { loadArtifact, loadMulticall3CreationCode } from '@/lib/demo/artifact'
import { openRpc } from '@/lib/demo/rpc'
import { toProtocol } from '@/lib/protocols/registry'
import { createTestDatabase, type TestDatabase } from '../postgres'
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

const lorenz = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['bin/lorenz.mjs', ...words], {
    cwd: root,
    env: { ...process.env, RPC_URL_1: anvil.url, DATABASE_URL: server.url },
  })

it('reads the chain that RPC_URL_1 names: sync, snapshot, status', async () => {
  await lorenz('sync', '--protocols', 'uniswap')
  await lorenz('snapshot', '--protocols', 'uniswap')
  const { stdout } = await lorenz('status', '--json')
  const [uni, ...pools] = (JSON.parse(stdout) as { ledgers: { symbol: string; audit: string; holders: number; lag: number; error: string | null }[] }).ledgers
  expect(uni).toMatchObject({ symbol: 'UNI', audit: 'passed', holders: 3, transfers: 3, lag: 0, error: null })
  // The pools' addresses have no code on this chain: what cannot be read is a gap, and the audit says that it is not complete.
  expect(pools.map(({ audit }) => audit)).toEqual(pools.map(() => 'incomplete'))
})

it('names the endpoint’s variable when it does not answer', async () => {
  const failed = await promisify(execFile)(process.execPath, ['bin/lorenz.mjs', 'sync', '--protocols', 'uniswap'], {
    cwd: root,
    env: { ...process.env, RPC_URL_1: 'http://127.0.0.1:9', DATABASE_URL: server.url },
  }).catch((error: { code: number; stderr: string; stdout: string }) => error)
  expect(failed).toMatchObject({ code: 1 })
  expect(`${failed.stderr}${failed.stdout}`).toContain('RPC_URL_1')
})
