import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { controlFigures } from '@/lib/governance/controlFigures'
import { loadOpenZeppelin, openProxies, openSafes } from '@/tests/controlledContracts'
import { act } from '@/tests/contracts'
import { startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { readControlMap } from './readControlMap'

const day = 86_400
let chain: TokenChain
let reader: ChainReader
let safes: Awaited<ReturnType<typeof openSafes>>
let proxies: ReturnType<typeof openProxies>
const { abi } = loadOpenZeppelin('AccessManager')

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  safes = await openSafes(chain)
  proxies = openProxies(chain)
})
afterAll(() => chain?.stop())

const people = (...indices: number[]) => indices.map(toAccount)
const read = async (address: Address) => readControlMap(reader, [{ address, name: 'asked', fact: 'by the test' }], [], Number(await chain.rpc.call('eth_blockNumber')))
const figureOf = async (address: Address) => controlFigures(await read(address)).find((figure) => figure.root.address === address && figure.power === 'code')!
const nodeOf = async (address: Address) => (await read(address)).nodes.find((node) => node.address === address)!
const run = (from: Address, to: Address, functionName: string, args: readonly unknown[]) => act(chain, from, to, encodeFunctionData({ abi, functionName, args }))

it('UUPS guarded by an AccessManager: members of the role, each after its delay, who may grant it, and the manager’s admins', async () => {
  const admins = await safes.open(people(1, 2, 3), 3)
  const manager = await proxies.manager(admins)
  const proxy = await proxies.behind('ManagedUpgrades', [manager])
  // A function without a role is the admins’: three signatures, at once.
  expect(await figureOf(proxy)).toMatchObject({ status: 'keys', weakest: { signatures: 3, delay: 0 }, isBound: false })
  const [upgraders, granters] = [7n, 8n]
  const by = (name: string, args: readonly unknown[]) => run(admins, manager, name, args)
  await by('setTargetFunctionRole', [proxy, ['0x4f1ef286'], upgraders])
  await by('grantRole', [upgraders, toAccount(5), 3 * day])
  expect((await figureOf(proxy)).weakest).toMatchObject({ signatures: 1, delay: 3 * day, keys: people(5) })
  // Who may grant the role is as good as who has it, and need not wait.
  await by('setRoleAdmin', [upgraders, granters])
  await by('grantRole', [granters, toAccount(6), 0])
  expect((await figureOf(proxy)).weakest).toMatchObject({ signatures: 1, delay: 0, keys: people(6) })
  await by('setTargetClosed', [proxy, true])
  expect((await figureOf(proxy)).weakest).toMatchObject({ signatures: 3, delay: 0 })
})

it('a function that an AccessManager leaves to everybody, and who manages it', async () => {
  const manager = await proxies.manager(toAccount(4))
  const proxy = await proxies.behind('ManagedUpgrades', [manager])
  await run(toAccount(4), manager, 'setTargetFunctionRole', [proxy, ['0x8456cb59'], 2n ** 64n - 1n])
  const settings = (await nodeOf(proxy)).ways.filter(({ power }) => power === 'settings')
  // That the manager has rights too goes without saying: it may replace the code.
  expect(settings.map(({ means, detail, groups }) => [means, detail, groups])).toEqual([['role', 'PUBLIC_ROLE, 0x8456cb59', []]])
  expect((await nodeOf(manager)).ways.map(({ power, means, groups }) => [power, means, groups[0]!.members])).toEqual([['act', 'role', people(4)]])
})
