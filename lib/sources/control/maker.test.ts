import { encodeFunctionData, keccak256, parseAbi } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { zeroAddress, type Address } from '@/lib/domain/address'
import type { ControlMap } from '@/lib/domain/controlMap'
import { controlFigures } from '@/lib/governance/controlFigures'
import { startMakerChain, type MakerChain } from '@/tests/makerChain'
import { toAccount } from '@/tests/tokenChain'
import { readControlMap } from './readControlMap'

const day = 86_400
const deployer = '0x16fb96a5fa0427af0c8f7cf1eb4870231c8154b6'
const [elected, voter, keeper, minter] = [1, 2, 3, 4].map(toAccount) as [Address, Address, Address, Address]
const abi = parseAbi([
  'function mint(address,uint256)', 'function approve(address,uint256)', 'function setOwner(address)', 'function setAuthority(address)',
  'function lock(uint256)', 'function vote(address[])', 'function launch()', 'function lift(address)',
  'function setDelay(address,uint256)', 'function plot(address,bytes32,bytes,uint256)', 'function exec(address,bytes32,bytes,uint256)',
  'function permit(bytes32,bytes32,bytes32)', 'function forbid(bytes32,bytes32,bytes32)',
])
let chain: MakerChain
let reader: ChainReader

beforeAll(async () => {
  chain = await startMakerChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
}, 60_000)
afterAll(() => chain?.stop())

const read = async (name: string): Promise<ControlMap> =>
  readControlMap(reader, [{ address: chain.at(name), name, fact: 'the package’s list of addresses' }], [], Number(await chain.rpc.call('eth_blockNumber')))
const figureOf = async (name: string, power: string) => controlFigures(await read(name)).find((figure) => figure.power === power && figure.root.name === name)!
const nodeOf = async (name: string) => (await read(name)).nodes.find(({ address }) => address === chain.at(name))!
const waysOf = async (name: string) => (await nodeOf(name)).ways.map(({ power, means, detail, groups }) => [power, means, detail, groups[0]!.members])

async function run(from: Address, to: Address, functionName: string, args: readonly unknown[]): Promise<void> {
  const hash = await chain.send(from, to, encodeFunctionData({ abi, functionName, args } as Parameters<typeof encodeFunctionData>[0]))
  await chain.mine()
  const { status } = z.object({ status: z.string() }).parse(await chain.rpc.call('eth_getTransactionReceipt', hash))
  if (status !== '0x1') throw new Error(`${to} refused ${functionName} by ${from}`)
}

// The Chief is an authority; its hat is nobody's until holders launch it. The pause of a test deployment is one second.
it('the pause obeys the Chief, its proxy the pause: by vote, after the delay', async () => {
  expect(await nodeOf('MCD_PAUSE')).toMatchObject({ kind: 'timelock', said: ['delay() = 1'] })
  expect(await waysOf('MCD_PAUSE')).toEqual([['act', 'owner', null, [zeroAddress]], ['act', 'named', 'authority', [chain.at('MCD_ADM')]]])
  expect(await waysOf('MCD_PAUSE_PROXY')).toEqual([['act', 'owner', null, [chain.at('MCD_PAUSE')]]])
  for (const name of ['MCD_PAUSE', 'MCD_PAUSE_PROXY']) {
    // This Chief may give rights by DSRoles, of which no log tells.
    expect(await figureOf(name, 'act')).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: 1, governors: [chain.at('MCD_ADM')] }, isBound: true, gaps: [{ account: chain.at('MCD_ADM'), reason: 'roles' }] })
    expect(await figureOf(name, 'code')).toMatchObject({ status: 'nobody', isBound: false })
  }
  // The mom obeys the Chief itself: no delay lies between.
  expect((await figureOf('OSM_MOM', 'settings')).weakest).toMatchObject({ signatures: 0, delay: 0, governors: [chain.at('MCD_ADM')] })
})

it('wards: who was relied on and not denied since', async () => {
  // By events: the deployer, then the pause proxy; then the deployer is denied.
  expect(await waysOf('MCD_IAM_AUTO_LINE')).toEqual([['settings', 'role', 'wards', [chain.at('MCD_PAUSE_PROXY')]]])
  // By notes: 35 were relied on, of whom the deploying contract was denied; so was whoever made it, who is told nowhere else.
  const vat = await nodeOf('MCD_VAT')
  expect([vat.ways[0]!.groups[0]!.members.length, vat.gaps]).toEqual([34, []])
  expect((await figureOf('MCD_VAT', 'settings')).weakest).toMatchObject({ signatures: 0, delay: 1, governors: [chain.at('MCD_ADM')] })
  // Neither event nor note: who deployed it is its ward to this day, and no log says so.
  expect(await nodeOf('ILK_REGISTRY')).toMatchObject({ ways: [], gaps: [{ power: 'settings', reason: 'roles' }] })
})

it('DSGuard: what it permits, and who may permit', async () => {
  const [sai, tub, tap, guard] = ['SAI', 'TUB', 'TAP', 'DAD'].map(chain.at) as [Address, Address, Address, Address]
  // As Sai was deployed: the Tub mints and burns of others, the Tap mints, burns of others, and burns its own. mint(address,uint256), burn(address,uint256), burn(uint256)
  expect(await waysOf('SAI')).toEqual([
    ['settings', 'owner', null, [zeroAddress]],
    ['settings', 'named', 'authority', [guard]],
    ['settings', 'role', '0x40c10f19', [tub, tap]],
    ['settings', 'role', '0x9dc29fac', [tub, tap]],
    ['settings', 'role', '0x42966c68', [tap]],
  ])
  expect(await figureOf('DAD', 'act')).toMatchObject({ status: 'nobody', isBound: false })
  expect((await read('SAI')).nodes.find(({ address }) => address === sai)!.gaps).toEqual([])
  // The same code with an owner, for the governance token. ds-auth keeps the owner in its second slot.
  const own = toAccount(50)
  await chain.rpc.call('anvil_setCode', own, await chain.rpc.call('eth_getCode', guard, 'latest'))
  const word = (account: Address) => `0x${account.slice(2).padStart(64, '0')}`
  await chain.rpc.call('anvil_setStorageAt', own, word('0x1'), word(keeper))
  const [any, mint, token] = [`0x${'f'.repeat(64)}`, `0x40c10f19${'0'.repeat(56)}`, chain.at('MCD_GOV')]
  await run(keeper, own, 'permit', [word(minter), word(token), mint])
  await run(keeper, own, 'permit', [word(voter), word(token), any])
  await run(deployer, token, 'mint', [voter, 300_000n * 10n ** 18n])
  await run(deployer, token, 'setAuthority', [own])
  await run(deployer, token, 'setOwner', [zeroAddress])
  expect(await waysOf('MCD_GOV')).toEqual([['settings', 'owner', null, [zeroAddress]], ['settings', 'named', 'authority', [own]], ['settings', 'role', '0x40c10f19', [minter]], ['settings', 'role', 'ANY', [voter]]])
  await run(keeper, own, 'forbid', [word(minter), word(token), mint])
  await run(keeper, own, 'forbid', [word(voter), word(token), any])
  // Nobody is permitted any more; who owns the guard may permit it to himself.
  expect(await figureOf('MCD_GOV', 'settings')).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: 0, keys: [keeper] }, isBound: false })
  await run(keeper, own, 'permit', [any, word(token), mint])
  expect(await figureOf('MCD_GOV', 'settings')).toMatchObject({ status: 'anybody' })
})

it('DSRoles: who gives roles is known, who has them is not', async () => {
  expect(await nodeOf('ADM')).toMatchObject({ kind: 'contract', gaps: [{ power: 'act', reason: 'roles', detail: 'DSRoles' }] })
  expect(await figureOf('MOM', 'settings')).toMatchObject({ status: 'keys', weakest: { signatures: 1, keys: [deployer] }, isBound: true })
})

it('a hat on a key needs no further vote; on a spell it is what was voted', async () => {
  const [chief, pause, actions] = [chain.at('MCD_ADM'), chain.at('MCD_PAUSE'), chain.at('MCD_GOV_ACTIONS')]
  await run(voter, chain.at('MCD_GOV'), 'approve', [chief, 2n ** 255n])
  // The Chief is launched by 80,000 for nobody.
  await run(voter, chief, 'lock', [100_000n * 10n ** 18n])
  await run(voter, chief, 'vote', [[zeroAddress]])
  await run(voter, chief, 'launch', [])
  await run(voter, chief, 'vote', [[elected]])
  await run(voter, chief, 'lift', [elected])
  expect(await figureOf('MCD_PAUSE_PROXY', 'act')).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: 1, keys: [elected] }, byVote: [chief] })
  // What the map says, the hat then does, alone: two days from now on.
  const code = (await chain.rpc.call('eth_getCode', actions, 'latest')) as `0x${string}`
  const { timestamp } = z.object({ timestamp: z.string() }).parse(await chain.rpc.call('eth_getBlockByNumber', 'latest', false))
  const plan = [actions, keccak256(code), encodeFunctionData({ abi, functionName: 'setDelay', args: [pause, BigInt(2 * day)] }), BigInt(timestamp) + 60n]
  await run(elected, pause, 'plot', plan)
  await chain.mine(120)
  await run(toAccount(77), pause, 'exec', plan)
  expect((await figureOf('MCD_PAUSE_PROXY', 'act')).weakest).toMatchObject({ signatures: 1, delay: 2 * day, keys: [elected] })
  const spell = chain.at('LINE_SPELL')
  await run(voter, chief, 'vote', [[spell]])
  await run(voter, chief, 'lift', [spell])
  expect((await nodeOf('MCD_ADM')).said[0]).toBe(`hat() = ${spell}, whose done() = false`)
  expect(await figureOf('MCD_PAUSE_PROXY', 'act')).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: 2 * day, governors: [chief] } })
})
