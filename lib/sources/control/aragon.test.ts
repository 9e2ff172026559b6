import { encodeFunctionData, parseAbi } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ChainReader } from '@/lib/chain/reader'
import type { Address } from '@/lib/domain/address'
import { controlFigures } from '@/lib/governance/controlFigures'
import { openDao, roleOf } from '@/tests/aragonDao'
import { people, startControlWorld, type ControlWorld } from '@/tests/controlWorld'

const [root, keeper] = people(1, 2) as [Address, Address]
const everybody = `0x${'f'.repeat(40)}` as Address
let world: ControlWorld
let chain: ControlWorld['chain']
let dao: Awaited<ReturnType<typeof openDao>>
let apps: Awaited<ReturnType<typeof dao.openVote>>
let owned: Address

// A DAO as Lido's was: holders vote, Voting acts through the Agent and manages every permission, and the Agent owns a contract outside.
beforeAll(async () => {
  world = await startControlWorld()
  chain = world.chain
  dao = await openDao(chain, root)
  apps = await dao.openVote()
  const { voting, agent, manager } = apps
  const create = (entity: Address, app: Address, role: string, by: Address) => dao.byAcl(root, 'createPermission', [entity, app, roleOf(role), by])
  await create(manager, voting, 'CREATE_VOTES_ROLE', voting)
  for (const role of ['EXECUTE_ROLE', 'RUN_SCRIPT_ROLE']) await create(voting, agent, role, voting)
  await create(voting, manager, 'MINT_ROLE', voting)
  owned = await world.proxies.transparent(agent)
}, 60_000)
afterAll(() => chain?.stop())

const figureOf = (address: Address, power?: string) => world.figureOf(address, power)
const nodeOf = (address: Address) => world.nodeOf(address)
const waysOf = async (address: Address, power: string) => (await nodeOf(address)).ways.filter((way) => way.power === power).map(({ means, detail, groups }) => [means, detail, groups[0]?.members ?? 'anybody'])
/** Whether the Agent itself lets somebody act through it. */
const may = (from: Address) =>
  chain.rpc.call('eth_call', { from, to: apps.agent, data: encodeFunctionData({ abi: parseAbi(['function execute(address,uint256,bytes)']), args: [chain.token, 0n, '0x18160ddd'] }) }, 'latest').then(() => true, () => false)

it('while the founder may replace the code of all apps: one key, for everything', async () => {
  for (const address of [dao.kernel, dao.acl, apps.agent, apps.voting]) expect(await figureOf(address)).toMatchObject({ status: 'keys', weakest: { signatures: 1, delay: 0, keys: [root] }, isBound: false })
  expect(await figureOf(owned)).toMatchObject({ status: 'keys', weakest: { signatures: 1, keys: [root] } })
})

it('once the founder has handed all over: by vote, at once', async () => {
  const { voting, agent, token } = apps
  for (const [app, role] of [[dao.kernel, 'APP_MANAGER_ROLE'], [dao.acl, 'CREATE_PERMISSIONS_ROLE']] as const) {
    await dao.byAcl(root, 'grantPermission', [voting, app, roleOf(role)])
    await dao.byAcl(root, 'revokePermission', [root, app, roleOf(role)])
    await dao.byAcl(root, 'setPermissionManager', [voting, app, roleOf(role)])
  }
  const byVote = { status: 'vote', weakest: { signatures: 0, delay: 0, keys: [], governors: [voting] }, isBound: false, gaps: [] }
  for (const address of [dao.kernel, dao.acl, agent, voting, owned]) expect(await figureOf(address)).toMatchObject(byVote)
  // Who may begin a vote, here any holder through the token's manager, decides nothing by it.
  expect(await nodeOf(voting)).toMatchObject({ kind: 'governor', said: [expect.any(String), `token() = ${token}`, 'supportRequiredPct() = 500000000000000000', 'minAcceptQuorumPct() = 50000000000000000', 'voteTime() = 259200'] })
  expect(await waysOf(voting, 'settings')).toEqual([])
  // How many votes there are is up to the manager, and that is up to whoever may mint by it.
  expect(await figureOf(token, 'settings')).toMatchObject(byVote)
  expect(await waysOf(agent, 'act')).toEqual(['EXECUTE_ROLE', 'RUN_SCRIPT_ROLE'].flatMap((role) => [['role', role, [voting]], ['roleAdmin', role, [voting]]]))
  expect([await may(voting), await may(root), await may(keeper)]).toEqual([true, false, false])
})

it('a permission counts as long as it lasts', async () => {
  const { voting, agent } = apps
  const permission = [keeper, agent, roleOf('EXECUTE_ROLE')]
  await dao.byAcl(voting, 'grantPermission', permission)
  expect([await may(keeper), (await figureOf(owned)).weakest]).toMatchObject([true, { signatures: 1, delay: 0, keys: [keeper] }])
  await dao.byAcl(voting, 'revokePermission', permission)
  expect([await may(keeper), (await figureOf(owned)).status]).toEqual([false, 'vote'])
  // One parameter: id 0 (the first of the call), op 1 (equals), value: the token. Only where the call is about it.
  await dao.byAcl(voting, 'grantPermissionP', [...permission, [(1n << 240n) | BigInt(chain.token)]])
  expect(await waysOf(agent, 'act')).toContainEqual(['role', 'EXECUTE_ROLE, params', [keeper]])
  await dao.byAcl(voting, 'revokePermission', permission)
})

it('who manages a permission may give it: 2 of 3; without a manager, who may create permissions', async () => {
  const { voting, agent } = apps
  const [safe, execute] = [await world.safes.open(people(5, 6, 7), 2), roleOf('EXECUTE_ROLE')]
  await dao.byAcl(voting, 'setPermissionManager', [safe, agent, execute])
  expect((await figureOf(owned)).weakest).toMatchObject({ signatures: 2, delay: 0 })
  await dao.byAcl(safe, 'removePermissionManager', [agent, execute])
  expect((await figureOf(owned)).status).toBe('vote')
  expect(await waysOf(agent, 'act')).toContainEqual(['roleAdmin', 'EXECUTE_ROLE: CREATE_PERMISSIONS_ROLE', [voting]])
  await dao.byAcl(voting, 'grantPermission', [keeper, dao.acl, roleOf('CREATE_PERMISSIONS_ROLE')])
  expect((await figureOf(owned)).weakest).toMatchObject({ signatures: 1, keys: [keeper] })
  await dao.byAcl(voting, 'revokePermission', [keeper, dao.acl, roleOf('CREATE_PERMISSIONS_ROLE')])
  await dao.byAcl(voting, 'createPermission', [voting, agent, execute, voting])
})

it('a permission for everybody, or for a manager that forwards what any holder wants, is everybody’s', async () => {
  const { voting, agent, manager } = apps
  for (const entity of [everybody, manager]) {
    await dao.byAcl(voting, 'grantPermission', [entity, agent, roleOf('RUN_SCRIPT_ROLE')])
    expect(await figureOf(owned)).toMatchObject({ status: 'anybody' })
    expect(await waysOf(agent, 'act')).toContainEqual(['role', 'RUN_SCRIPT_ROLE', 'anybody'])
    await dao.byAcl(voting, 'revokePermission', [entity, agent, roleOf('RUN_SCRIPT_ROLE')])
  }
  expect((await figureOf(owned)).status).toBe('vote')
})

it('an app that is pinned keeps its code; logs that cannot be read are a gap', async () => {
  await dao.byAcl(apps.voting, 'grantPermission', [root, dao.kernel, roleOf('APP_MANAGER_ROLE')])
  const pinned = await dao.install('Agent', 'pinned')
  expect(await figureOf(pinned)).toMatchObject({ status: 'nobody', isBound: false })
  expect((await nodeOf(pinned)).implementation).not.toBeNull()
  const withoutLogs: ChainReader = { ...world.reader, readEvents: () => { throw new Error('no logs here') } }
  const map = await world.readBy(withoutLogs, [apps.agent])
  expect(controlFigures(map).map(({ power, isBound }) => [power, isBound])).toEqual([['code', true], ['act', true], ['settings', true]])
})
