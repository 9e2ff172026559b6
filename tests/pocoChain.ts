import { readFileSync } from 'node:fs'
import { keccak256, encodePacked, toFunctionSignature, type Abi, type AbiFunction } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { toArtifact, type Artifact } from '@/lib/demo/artifact'
import { findPackageFile } from '@/lib/demo/packageFile'
import type { Contract } from '@/lib/demo/storyChain'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { loadLinked } from './linkedArtifact'
import { deployer, toWrapper, type SourceChain } from './sourceChain'

const packageName = '@iexec/poco'
const load = (path: string, libraries: Record<string, Address> = {}) => loadLinked(packageName, path, libraries)
const none = `0x${'0'.repeat(64)}`
/** The proxy and what changes it have these functions themselves. */
const own = ['owner', 'renounceOwnership', 'transferOwnership']

export type PocoChain = Awaited<ReturnType<typeof openPoco>>

/** Whoever schedules a pool signs for those who may work: an account with a key. */
export const toScheduler = (place: number) => privateKeyToAccount(keccak256(`0x5c4ed${place.toString(16).padStart(3, '0')}`))

export interface Deal {
  id: `0x${string}`
  scheduler: Address
}

/** iExec's contracts as their package has them: proxy with its modules, registries, one application. Some accounts have 10¹² RLC each, and have allowed all. */
export async function openPoco({ chain }: SourceChain, token: Contract, people: readonly Address[], schedulers: readonly ReturnType<typeof toScheduler>[]) {
  const mine = () => chain.mine(chain.timestamp + 12)
  const delegates = 'modules/delegates'
  const orders = chain.deploy(deployer, load('libs/IexecLibOrders_v5'))
  const update = chain.deploy(deployer, loadBuilt('ERC1538UpdateDelegate'))
  const proxy = chain.deploy(deployer, loadBuilt('ERC1538Proxy'), [update.address])
  const [apps, datasets, pools] = ['apps/App', 'datasets/Dataset', 'workerpools/Workerpool'].map((path) => chain.deploy(deployer, load(`registries/${path}Registry`))) as [Contract, Contract, Contract]
  await mine()
  const modules = ['EscrowToken', 'ERC20', 'CategoryManager', 'Maintenance', 'OrderManagement', 'Poco1', 'Poco2', 'Accessors'].map((name) => chain.deploy(deployer, load(`${delegates}/Iexec${name}Delegate`, { IexecLibOrders_v5: orders.address })))
  const poco: Contract = { name: 'PoCo', address: proxy.address, abi: [...update.abi, ...modules.flatMap(({ abi }) => abi)] as Abi }
  for (const { address, abi } of modules) {
    const functions = abi.filter((item): item is AbiFunction => item.type === 'function' && !own.includes(item.name))
    chain.send(deployer, poco, 'updateContract', [address, functions.map((item) => `${toFunctionSignature(item)};`).join(''), ''])
  }
  await mine()
  chain.send(deployer, poco, 'configure', [token.address, 'Staked RLC', 'SRLC', 9, apps.address, datasets.address, pools.address, zeroAddress])
  chain.send(deployer, poco, 'createCategory', ['small', 'one minute', 60])
  for (const registry of [apps, datasets, pools]) chain.send(deployer, registry, 'initialize', [zeroAddress])
  await mine()
  const appOwner = `0x${'a99'.padStart(40, '0')}` as Address
  const app = ['demo', 'DOCKER', '0x', none, '0x'] as const
  chain.send(deployer, apps, 'createApp', [appOwner, ...app])
  for (const { address } of schedulers) chain.send(deployer, pools, 'createWorkerpool', [address.toLowerCase(), 'a pool'])
  const toPool = async (owner: Address): Promise<Contract> => ({ name: 'Workerpool', address: ((await chain.read(pools, 'predictWorkerpool', [owner, 'a pool'])) as string).toLowerCase() as Address, abi: load('registries/workerpools/Workerpool').abi })
  const appAddress = ((await chain.read(apps, 'predictApp', [appOwner, ...app])) as string).toLowerCase() as Address
  const poolOf = new Map(await Promise.all(schedulers.map(async ({ address }) => [address.toLowerCase() as Address, await toPool(address.toLowerCase() as Address)] as const)))
  for (const person of [...people, ...poolOf.keys()]) {
    chain.send(deployer, token, 'transfer', [person, 10n ** 12n])
    chain.send(person, token, 'approve', [poco.address, 10n ** 18n])
  }
  await mine()

  let salt = 0
  /** One order of each kind, signed on the chain, and matched. */
  async function match({ scheduler, requester, price, appPrice, trust, tasks }: { scheduler: Address; requester: Address; price: bigint; appPrice: bigint; trust: number; tasks: number }): Promise<Deal> {
    const pool = poolOf.get(scheduler)!
    const common = { volume: tasks, tag: none, salt: `0x${(salt += 1).toString(16).padStart(64, '0')}`, sign: '0x' }
    const [unrestrictedApp, unrestrictedData, unrestrictedPool, unrestrictedRequester] = [{ apprestrict: zeroAddress }, { datasetrestrict: zeroAddress }, { workerpoolrestrict: zeroAddress }, { requesterrestrict: zeroAddress }]
    const appOrder = { ...common, app: appAddress, appprice: appPrice, ...unrestrictedData, ...unrestrictedPool, ...unrestrictedRequester }
    const dataOrder = { ...common, dataset: zeroAddress, datasetprice: 0n, volume: 0, ...unrestrictedApp, ...unrestrictedPool, ...unrestrictedRequester }
    const poolOrder = { ...common, workerpool: pool.address, workerpoolprice: price, category: 0n, trust, ...unrestrictedApp, ...unrestrictedData, ...unrestrictedRequester }
    const request = { ...common, app: appAddress, appmaxprice: appPrice, dataset: zeroAddress, datasetmaxprice: 0n, workerpool: pool.address, workerpoolmaxprice: price, requester, category: 0n, trust, beneficiary: requester, callback: zeroAddress, params: '' }
    chain.send(appOwner, poco, 'manageAppOrder', [{ order: appOrder, operation: 0, sign: '0x' }])
    chain.send(scheduler, poco, 'manageWorkerpoolOrder', [{ order: poolOrder, operation: 0, sign: '0x' }])
    chain.send(requester, poco, 'manageRequestOrder', [{ order: request, operation: 0, sign: '0x' }])
    await mine()
    const id = (await chain.read(poco, 'matchOrders', [appOrder, dataOrder, poolOrder, request])) as Deal['id']
    chain.send(requester, poco, 'matchOrders', [appOrder, dataOrder, poolOrder, request])
    await mine()
    return { id, scheduler }
  }
  const wrapper = toWrapper('pocoEscrow', { address: poco.address, assets: [token.address], contracts: { workerpoolRegistry: pools.address } })
  return { poco, pools, poolOf, appOwner, match, wrapper }
}

/** A task's id, and what a worker sends for it. */
export const toTaskId = (deal: Deal, index: number): `0x${string}` => keccak256(encodePacked(['bytes32', 'uint256'], [deal.id, BigInt(index)]))
export const toContribution = (task: `0x${string}`, worker: Address, digest: `0x${string}`) => ({
  hash: keccak256(encodePacked(['bytes32', 'bytes32'], [task, digest])),
  seal: keccak256(encodePacked(['address', 'bytes32', 'bytes32'], [worker, task, digest])),
})
/** What a scheduler signs so that somebody may work on a task. */
export const authorize = (scheduler: ReturnType<typeof toScheduler>, worker: Address, task: `0x${string}`) =>
  scheduler.signMessage({ message: { raw: keccak256(encodePacked(['address', 'bytes32', 'address'], [worker, task, zeroAddress])) } })

/** What the package built before Hardhat did. */
function loadBuilt(name: string): Artifact {
  return toArtifact(name, JSON.parse(readFileSync(findPackageFile(packageName, `build/contracts/${name}.json`)!, 'utf8')), `${packageName}/${name}`)
}
