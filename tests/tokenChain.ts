import { encodeDeployData, encodeFunctionData, type Abi } from 'viem'
import { startAnvil } from '@/lib/demo/anvil'
import { loadArtifact, loadMulticall3CreationCode, type Artifact } from '@/lib/demo/artifact'
import { openRpc } from '@/lib/demo/rpc'
import { addressSchema, type Address } from '@/lib/domain/address'
import { protocolSchema, type Protocol, type Token } from '@/lib/domain/protocol'

/** A small real chain: two UNI tokens, a Uniswap v2 pair of both, Multicall3. Blocks come only when mined. */
export type TokenChain = Awaited<ReturnType<typeof startTokenChain>>

export const deployer = `0x${'d'.repeat(40)}` as Address
/** The n-th account of the test: deterministic, without a key, impersonated by the node. */
export const toAccount = (index: number) => `0x${(0xacc000 + index).toString(16).padStart(40, '0')}` as Address

const day = 86_400
export const genesis = Date.UTC(2024, 0, 1) / 1000

/** @param chainId another one than usual, for a test of two chains: the same accounts deploy to the same addresses there */
export async function startTokenChain(chainId = 31337) {
  const anvil = await startAnvil({ chainId, timestamp: genesis, autoImpersonate: true, noMining: true, slotsInAnEpoch: 1, pruneHistory: 10_000 })
  const rpc = openRpc(anvil.url)
  const abis = new Map<Address, Abi>()

  const send = (from: Address, to: Address | null, data: `0x${string}`) =>
    rpc.call('eth_sendTransaction', { from, ...(to ? { to } : {}), data, gas: '0x989680', gasPrice: '0x0' }) as Promise<`0x${string}`>

  const mine = (blocks = 1, seconds = 12) => rpc.call('anvil_mine', `0x${blocks.toString(16)}`, `0x${seconds.toString(16)}`)

  async function deploy(artifact: Artifact, args: readonly unknown[]): Promise<Address> {
    const hash = await send(deployer, null, encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args }))
    await mine()
    const receipt = (await rpc.call('eth_getTransactionReceipt', hash)) as { contractAddress: string; status: string }
    if (receipt.status !== '0x1') throw new Error(`${artifact.name} could not be deployed`)
    const address = addressSchema.parse(receipt.contractAddress)
    abis.set(address, artifact.abi)
    return address
  }

  /** Puts a call in the pool; it happens in the next block that is mined. */
  const call = (from: Address, to: Address, functionName: string, args: readonly unknown[]) =>
    send(from, to, encodeFunctionData({ abi: abis.get(to)!, functionName, args }))

  const runtime = await rpc.call('eth_call', { data: loadMulticall3CreationCode() }, 'latest')
  await rpc.call('anvil_setCode', '0xcA11bde05977b3631167028862bE2a173976CA11', runtime)
  const uni = loadArtifact('uni')
  const later = BigInt(genesis + 4000 * day)
  const token = await deploy(uni, [deployer, deployer, later])
  const other = await deploy(uni, [deployer, deployer, later])
  const factory = await deploy(loadArtifact('v2Factory'), [deployer])
  await call(deployer, factory, 'createPair', [token, other])
  await mine()
  const question = encodeFunctionData({ abi: abis.get(factory)!, functionName: 'getPair', args: [token, other] })
  const pair = addressSchema.parse(`0x${((await rpc.call('eth_call', { to: factory, data: question }, 'latest')) as string).slice(26)}`)
  abis.set(pair, loadArtifact('v2Pair').abi)

  const toToken = (address: Address, symbol: string): Token => ({ chainId, address, symbol, name: symbol, decimals: 18, firstBlock: 1 })
  const protocol: Protocol = protocolSchema.parse({
    slug: 'test-swap',
    name: 'Test Swap',
    category: 'exchange',
    website: 'https://example.org/',
    token: toToken(token, 'UNI'),
    pools: [{ kind: 'uniswapV2Pair', lpToken: toToken(pair, 'UNI-V2'), source: 'deployed by the test' }],
    labels: [{ address: deployer, kind: 'person', role: 'treasury', name: 'Deployer', source: 'deployed by the test', asOf: '2024-01-01' }],
  })
  return { anvil, rpc, token, other, pair, protocol, mine, deploy, send, call, stop: anvil.stop }
}
