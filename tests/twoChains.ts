import { encodeFunctionData, keccak256, toBytes } from 'viem'
import { loadCompiled } from '@/lib/demo/artifact'
import { addressSchema, type Address } from '@/lib/domain/address'
import { protocolSchema, type Protocol } from '@/lib/domain/protocol'
import { loadLinked } from './linkedArtifact'
import { toToken, toWrapper } from './sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from './tokenChain'

export const farChainId = 31_338
/** Who may send what lies in the escrow back: the gateway of the bridge. */
export const gateway = toAccount(60)
/** Multicall3 stands at the same address on both chains. */
export const bothChains = addressSchema.parse('0xcA11bde05977b3631167028862bE2a173976CA11')
export const dead = addressSchema.parse(`0x${'dead'.padStart(40, '0')}`)
const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]

const label = (address: Address, kind: 'person' | 'contract', role: string | null, name: string) => ({ address, kind, role, name, source: 'deployed by the test', asOf: '2024-01-01' })

export type TwoChains = Awaited<ReturnType<typeof startTwoChains>>

/**
 * Two real chains with a bridge between them: UNI here, in the escrow that The Graph has for Arbitrum (BridgeEscrow behind its proxy); its twin there is a
 * token of 1,000 units, with a vault. Here ann has 10,000, bob 5,000, a foundation 7, Multicall3 3, and 1,040 lie in the escrow. There:
 *
 * ann 300 · carl 200 · bob 150, in the vault · Multicall3 100 · burned 50 · the foundation 120 · the address of a contract here 10 · deployer 70
 */
export async function startTwoChains() {
  const [here, there] = [await startTokenChain(), await startTokenChain(farChainId)]
  const load = (path: string) => loadLinked('@graphprotocol/contracts', path, {})
  const controller = await here.deploy(load('governance/Controller'), [])
  const implementation = await here.deploy(load('gateway/BridgeEscrow'), [])
  // On the other chain nothing stands at its address.
  const admin = await here.deploy(load('upgrades/GraphProxyAdmin'), [])
  const escrow = await here.deploy(load('upgrades/GraphProxy'), [implementation, admin])
  const toData = (functionName: string, args: readonly unknown[]) => encodeFunctionData({ abi: load('gateway/BridgeEscrow').abi, functionName, args: [...args] })
  await here.call(deployer, controller, 'setContractProxy', [keccak256(toBytes('GraphToken')), here.token])
  await here.call(deployer, admin, 'acceptProxyAndCall', [implementation, escrow, toData('initialize', [controller])])
  await here.mine()
  await here.send(deployer, escrow, toData('approveAll', [gateway]))
  const foundation = here.other
  await transfer(here, here.token, [[ann, 10_000n], [bob, 5_000n], [foundation, 7n], [bothChains, 3n], [escrow, 1_040n]])

  const token = await there.deploy(loadCompiled('DemoComputeToken'), [deployer, 1_000n])
  const vault = await there.deploy(loadCompiled('DemoComputeVault'), [token])
  await transfer(there, token, [[ann, 300n], [carl, 200n], [bob, 150n], [bothChains, 100n], [dead, 50n], [foundation, 120n], [admin, 10n]])
  await there.call(bob, token, 'approve', [vault, 150n])
  await there.mine()
  await there.call(bob, vault, 'deposit', [150n, bob])
  await there.mine()

  const both = [label(deployer, 'person', 'treasury', 'Deployer'), label(foundation, 'contract', 'foundation', 'Foundation')]
  const near: Protocol = protocolSchema.parse({
    ...here.protocol,
    labels: [...both, label(admin, 'contract', null, 'Proxy admin')],
    wrappers: [toWrapper('bridgeEscrow', { address: escrow, assets: [here.token], otherSide: { chainId: farChainId, token } })],
  })
  const onFarChain = (address: Address) => ({ ...toToken(address), chainId: farChainId, firstBlock: 1 })
  const far: Protocol = protocolSchema.parse({
    ...here.protocol,
    slug: 'test-far',
    name: 'Test Far',
    token: onFarChain(token),
    pools: [],
    labels: [...both, label(dead, 'person', 'burn', 'Burned')],
    wrappers: [toWrapper('erc4626Vault', { address: vault, assets: [token], shareToken: onFarChain(vault) })],
  })
  return {
    here, there, near, far, token, vault, escrow, admin, foundation,
    stop: () => Promise.all([here.stop(), there.stop()]),
  }
}

async function transfer(chain: TokenChain, token: Address, payments: readonly (readonly [Address, bigint])[]) {
  for (const [to, amount] of payments) await chain.call(deployer, token, 'transfer', [to, amount])
  await chain.mine()
}
