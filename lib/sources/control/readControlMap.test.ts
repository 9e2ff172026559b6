import { encodeFunctionData, getContractAddress, keccak256, parseAbi, toBytes, type Abi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChainReader } from '@/lib/chain/reader'
import { loadArtifact } from '@/lib/demo/artifact'
import { zeroAddress, type Address } from '@/lib/domain/address'
import { controlFigures } from '@/lib/governance/controlFigures'
import { openAaveMarket } from '@/tests/aaveMarket'
import { people, startControlWorld, toRoot, type ControlWorld } from '@/tests/controlWorld'
import { loadOpenZeppelin } from '@/tests/controlledContracts'
import { loadCompound } from '@/tests/compoundMarket'
import { act, ask } from '@/tests/contracts'
import { deployClone, deployCode } from '@/tests/familyContracts'
import { deployer, toAccount } from '@/tests/tokenChain'
import { zeppelinSlots } from './kinds/proxy'
import { guardSlot } from './kinds/safe'
import { readControlMap } from './readControlMap'
import { roleGranted } from './roles'
import { withoutMetadata } from './withoutMetadata'

const day = 86_400
let { chain, reader, safes, proxies, read, figureOf, nodeOf } = {} as ControlWorld

beforeAll(async () => void ({ chain, reader, safes, proxies, read, figureOf, nodeOf } = await startControlWorld()))
afterAll(() => chain?.stop())

const run = (from: Address, to: Address, abi: Abi | readonly unknown[], functionName: string, args: readonly unknown[] = []) =>
  act(chain, from, to, encodeFunctionData({ abi: abi as Abi, functionName, args }))

describe('who may replace the code', () => {
  it('a Safe, 3 of 5, behind a ProxyAdmin: three signatures at once', async () => {
    const safe = await safes.open(people(1, 2, 3, 4, 5), 3)
    const proxy = await proxies.transparent(safe)
    const map = await read([proxy])
    // OpenZeppelin's transparent proxy creates its admin itself: the first contract of its own.
    const admin = getContractAddress({ from: proxy, nonce: 1n }).toLowerCase() as Address
    const ways = new Map(map.nodes.map(({ address, ways: own }) => [address, own.map(({ power, means, groups }) => ({ power, means, groups }))]))
    expect(ways.get(proxy)).toEqual([{ power: 'code', means: 'proxyAdmin', groups: [{ threshold: 1, members: [admin] }] }])
    expect(ways.get(admin)).toEqual([{ power: 'act', means: 'owner', groups: [{ threshold: 1, members: [safe] }] }])
    const owners = (await ask(chain, safe, loadArtifact('safe').abi, 'getOwners')) as string[]
    expect(ways.get(safe)).toEqual([{ power: 'act', means: 'owners', groups: [{ threshold: 3, members: owners.map((owner) => owner.toLowerCase()) }] }])
    expect(map.nodes.find(({ address }) => address === proxy)!.implementation).toBe(chain.token)
    expect(controlFigures(map)[0]).toMatchObject({ status: 'keys', weakest: { signatures: 3, delay: 0 }, isBound: false, gaps: [] })
  })

  it('the same Safe behind a timelock of two days, which anybody may execute', async () => {
    const safe = await safes.open(people(1, 2, 3, 4, 5), 3)
    const timelock = await proxies.timelock([safe], [zeroAddress], 2 * day)
    expect(await figureOf(await proxies.transparent(timelock))).toMatchObject({ status: 'keys', weakest: { signatures: 3, delay: 2 * day }, isBound: false })
  })

  it('where another must execute, he signs too', async () => {
    const timelock = await proxies.timelock([await safes.open(people(1, 2, 3), 2)], people(9), day)
    expect((await figureOf(await proxies.transparent(timelock))).weakest).toMatchObject({ signatures: 3, delay: day })
  })

  it('a module of a Safe needs no signature of its owners', async () => {
    const safe = await safes.open(people(1, 2, 3), 3)
    await safes.enableModule(safe, toAccount(8))
    expect((await figureOf(await proxies.transparent(safe))).weakest).toMatchObject({ signatures: 1, keys: people(8) })
  })

  it('UUPS: by its owner, or by who has the role or may grant it', async () => {
    expect(await figureOf(await proxies.behind('OwnedUpgrades', [toAccount(3)]))).toMatchObject({ status: 'keys', weakest: { signatures: 1, keys: people(3) }, isBound: false })
    const [admin, upgrader] = [await safes.open(people(1, 2), 2), await safes.open(people(3, 4, 5), 3)]
    expect(await figureOf(await proxies.behind('RoleUpgrades', [admin, upgrader]))).toMatchObject({ status: 'keys', weakest: { signatures: 2, keys: people(1, 2) } })
  })

  it('UUPS by wards: who was relied on, each alone', async () => {
    const proxy = await proxies.behind('WardUpgrades', [toAccount(3)])
    await run(toAccount(3), proxy, proxies.abiOf('WardUpgrades'), 'rely', [toAccount(4)])
    await run(toAccount(4), proxy, proxies.abiOf('WardUpgrades'), 'deny', [toAccount(3)])
    expect(await figureOf(proxy)).toMatchObject({ status: 'keys', weakest: { signatures: 1, keys: people(4) }, isBound: false })
  })

  it('a beacon’s owner', async () => {
    expect((await figureOf(await proxies.beacon(await safes.open(people(1, 2), 2)))).weakest).toMatchObject({ signatures: 2, keys: people(1, 2) })
  })

  it('renounced: nobody', async () => {
    const proxy = await proxies.transparent(deployer)
    const admin = getContractAddress({ from: proxy, nonce: 1n }).toLowerCase() as Address
    await run(deployer, admin, parseAbi(['function renounceOwnership()']), 'renounceOwnership')
    expect(await figureOf(proxy)).toMatchObject({ status: 'nobody', weakest: null, isBound: false })
  })

  it('the slots of zeppelinos and a clone, whose code is fixed', async () => {
    for (const [name, slot] of Object.entries(zeppelinSlots)) expect(slot).toBe(keccak256(toBytes(`org.zeppelinos.proxy.${name}`)))
    const forwarding = await deployCode(chain, '365f5f375f5f365f73' + chain.token.slice(2) + '5af4')
    const word = (address: Address) => `0x${address.slice(2).padStart(64, '0')}`
    await chain.rpc.call('anvil_setStorageAt', forwarding, zeppelinSlots.implementation, word(chain.token))
    await chain.rpc.call('anvil_setStorageAt', forwarding, zeppelinSlots.admin, word(toAccount(4)))
    await chain.mine()
    expect((await figureOf(forwarding)).weakest).toMatchObject({ signatures: 1, keys: people(4) })
    expect(await figureOf(await deployClone(chain, chain.token))).toMatchObject({ status: 'nobody', isBound: false })
  })

  it('a contract that runs others’ code, nobody knows whose', async () => {
    const forwarding = await deployCode(chain, '365f5f375f5f365f73' + chain.other.slice(2) + '5af4')
    expect(await figureOf(forwarding)).toMatchObject({ status: 'unread', isBound: true, gaps: [{ account: forwarding, reason: 'unknownProxy' }] })
  })

  it('Compound’s Comptroller: the admin of its Unitroller, and whoever is about to be it', async () => {
    const { abi } = loadCompound('Unitroller')
    const [unitroller, comptroller] = [await chain.deploy(loadCompound('Unitroller'), []), await chain.deploy(loadCompound('Comptroller'), [])]
    await run(deployer, unitroller, abi, '_setPendingImplementation', [comptroller])
    await run(comptroller, unitroller, abi, '_acceptImplementation')
    await run(deployer, unitroller, abi, '_setPendingAdmin', [toAccount(5)])
    const node = await nodeOf(unitroller)
    expect([node.implementation, node.ways.map(({ power, means, groups }) => [power, means, groups[0]!.members])]).toEqual([
      comptroller,
      [['code', 'admin', [deployer]], ['code', 'pendingAdmin', people(5)]],
    ])
  })

  it('Aave v3’s pool: the owner of its PoolAddressesProvider', async () => {
    const { pool, provider } = await openAaveMarket(chain, toAccount(99))
    const map = await read([pool, provider])
    expect(controlFigures(map)[0]).toMatchObject({ status: 'keys', weakest: { signatures: 1, keys: [deployer] }, isBound: false })
    expect((await nodeOf(provider)).ways.map(({ power, means }) => [power, means])).toEqual([['act', 'owner']])
  })
})

describe('Governors', () => {
  it('GovernorBravo and its Timelock control one another: by vote, after its delay', async () => {
    const timelock = await chain.deploy(loadArtifact('compTimelock'), [deployer, BigInt(2 * day)])
    const token = await chain.deploy(loadArtifact('comp'), [deployer])
    const delegate = await chain.deploy(loadArtifact('bravoDelegate'), [])
    const governor = await chain.deploy(loadArtifact('bravoDelegator'), [timelock, token, timelock, delegate, 5760n, 1n, 65_000n * 10n ** 18n])
    const { abi } = loadArtifact('compTimelock')
    await run(timelock, timelock, abi, 'setPendingAdmin', [governor])
    await run(governor, timelock, abi, 'acceptAdmin')
    const proxy = await proxies.transparent(timelock)
    const map = await read([proxy, governor])
    const [code, governing] = controlFigures(map)
    expect(code).toMatchObject({ status: 'vote', weakest: { signatures: 0, delay: 2 * day }, byVote: [governor], isBound: false })
    expect(governing).toMatchObject({ power: 'code', status: 'vote', weakest: { delay: 2 * day } })
    // The Governor names its timelock, which is then asked about too.
    expect(map.roots.map(({ address }) => address)).toEqual([proxy, governor, timelock])
  })

  it('a GovernorAlpha’s guardian needs no vote', async () => {
    const timelock = await chain.deploy(loadArtifact('compTimelock'), [deployer, BigInt(2 * day)])
    const token = await chain.deploy(loadArtifact('comp'), [deployer])
    const alpha = await chain.deploy(loadArtifact('compGovernorAlpha'), [timelock, token, toAccount(6)])
    await run(timelock, timelock, loadArtifact('compTimelock').abi, 'setPendingAdmin', [alpha])
    await run(toAccount(6), alpha, parseAbi(['function __acceptAdmin()']), '__acceptAdmin')
    expect(await figureOf(timelock, 'act')).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: 2 * day, keys: people(6) }, byVote: [alpha] })
  })

  it('one that the protocol’s file names ends a way, whatever it answers', async () => {
    const silent = await deployCode(chain, '60006000fd')
    const proxy = await proxies.transparent(silent)
    expect(controlFigures(await read([proxy]))[0]).toMatchObject({ status: 'unread', gaps: [{ account: silent, reason: 'unknownContract' }] })
    expect(controlFigures(await read([proxy], [silent]))[0]).toMatchObject({ status: 'vote', byVote: [silent] })
  })
})

describe('rights', () => {
  it('roles by logs, as hasRole says, and what was revoked is gone', async () => {
    const roles = await proxies.own('Roles', [deployer, people(1, 2, 3)])
    await run(deployer, roles, proxies.abiOf('Roles'), 'revokeRole', [keccak256(toBytes('MINTER_ROLE')), toAccount(2)])
    expect((await nodeOf(roles)).ways.map(({ power, detail, groups }) => [power, detail, groups[0]!.members])).toEqual([
      ['settings', 'DEFAULT_ADMIN_ROLE', [deployer]],
      ['settings', 'MINTER_ROLE', people(1, 3)],
    ])
    expect(roleGranted).toBe('0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d')
  })

  it('roles that list their members', async () => {
    const roles = await proxies.own('ListedRoles', [toAccount(1), toAccount(2)])
    expect((await nodeOf(roles)).ways.map(({ detail, groups }) => [detail, groups[0]!.members])).toEqual([['DEFAULT_ADMIN_ROLE', people(1)], ['PAUSER_ROLE', people(2)]])
  })

  it('an owner to be counts as one', async () => {
    const owned = await proxies.own('TwoSteps', [toAccount(1)])
    await run(toAccount(1), owned, proxies.abiOf('TwoSteps'), 'transferOwnership', [toAccount(2)])
    expect((await nodeOf(owned)).ways.map(({ means, groups }) => [means, groups[0]!.members])).toEqual([['owner', people(1)], ['pendingOwner', people(2)]])
    expect(await figureOf(owned)).toMatchObject({ status: 'nobody', isBound: false })
  })

  it('UNI’s minter', async () => {
    expect((await nodeOf(chain.token)).ways.map(({ power, means, detail, groups }) => [power, means, detail, groups[0]!.members])).toEqual([['settings', 'named', 'minter', [deployer]]])
  })
})

describe('contracts that mean harm', () => {
  it('one that takes all gas and one that answers everything are gaps, and hide nobody', async () => {
    const bomb = await deployCode(chain, 'fe')
    const everything = await deployCode(chain, '60016000526104006000f3')
    const [first, second, honest] = [await proxies.transparent(bomb), await proxies.transparent(everything), await proxies.transparent(toAccount(1))]
    const figures = controlFigures(await read([first, second, honest]))
    expect(figures.map(({ status, gaps }) => [status, gaps.map(({ reason }) => reason)])).toEqual([
      ['unread', ['noGas']],
      ['unread', ['answersEverything']],
      ['keys', []],
    ])
  })

  it('a node that does not answer is no word about anybody', async () => {
    const proxy = await proxies.transparent(toAccount(1))
    const at = Number(await chain.rpc.call('eth_blockNumber'))
    const failed = { status: 'failed', reason: 'the line is dead' } as const
    const deaf: ChainReader = { ...reader, readContracts: async (calls) => calls.map(() => failed) }
    expect(controlFigures(await readControlMap(deaf, [toRoot(proxy)], [], at))[0]).toMatchObject({ status: 'unread', gaps: [{ reason: 'noAnswer' }] })
    const blind: ChainReader = { ...reader, readStorage: async (slots) => slots.map(() => failed) }
    expect(controlFigures(await readControlMap(blind, [toRoot(proxy)], [], at))[0]).toMatchObject({ status: 'unread', gaps: [{ reason: 'noAnswer' }] })
    const roles = await proxies.own('Roles', [deployer, people(1)])
    const withoutLogs: ChainReader = { ...reader, readEvents: () => { throw new Error('no logs here') } }
    const map = await readControlMap(withoutLogs, [toRoot(roles)], [], Number(await chain.rpc.call('eth_blockNumber')))
    expect(controlFigures(map).map(({ power, status }) => [power, status])).toEqual([['code', 'nobody'], ['settings', 'unread']])
    expect(map.nodes[0]!.gaps).toEqual([{ power: 'settings', reason: 'roles', detail: null }])
  })

  it('an instruction in the compiler’s notes is none', () => {
    expect(guardSlot).toBe(keccak256(toBytes('guard_manager.guard.address')))
    expect(withoutMetadata(`0x6000a1646c6f6e67f4${'0007'}`)).toBe('0x6000')
    expect(withoutMetadata('0x60f4')).toBe('0x60f4')
  })
})

describe('AccessManager', () => {
  const { abi: managerAbi } = loadOpenZeppelin('AccessManager')

  it('UUPS guarded by an AccessManager: members of the role, each after its delay, who may grant it, and the manager’s admins', async () => {
    const admins = await safes.open(people(1, 2, 3), 3), manager = await proxies.manager(admins)
    const proxy = await proxies.behind('ManagedUpgrades', [manager])
    // A function without a role is the admins’: three signatures, at once.
    expect(await figureOf(proxy)).toMatchObject({ status: 'keys', weakest: { signatures: 3, delay: 0 }, isBound: false })
    const [upgraders, granters, by] = [7n, 8n, (name: string, args: readonly unknown[]) => run(admins, manager, managerAbi, name, args)]
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
    await run(toAccount(4), manager, managerAbi, 'setTargetFunctionRole', [proxy, ['0x8456cb59'], 2n ** 64n - 1n])
    const settings = (await nodeOf(proxy)).ways.filter(({ power }) => power === 'settings')
    // That the manager has rights too goes without saying: it may replace the code.
    expect(settings.map(({ means, detail, groups }) => [means, detail, groups])).toEqual([['role', 'PUBLIC_ROLE, 0x8456cb59', []]])
    expect((await nodeOf(manager)).ways.map(({ power, means, groups }) => [power, means, groups[0]!.members])).toEqual([['act', 'role', people(4)]])
  })
})
