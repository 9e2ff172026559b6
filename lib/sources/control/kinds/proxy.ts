import type { ControlWay } from '../../../domain/controlMap'
import { canDelegate, proxySlots, toCloned } from '../../recognise/proxies'
import { askAddress, toAccount, toWay, type ControlKindReader, type Found, type Subject } from '../controlKind'
import { readRole, roleIds } from '../roles'
import { readManagedUpgrade } from './accessManaged'
import { readWardWays } from '../wards'

/** keccak256('org.zeppelinos.proxy.…'): OpenZeppelin's proxies before EIP-1967, as USDC's. https://docs.openzeppelin.com/upgrades-plugins/proxies */
export const zeppelinSlots = {
  implementation: '0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3',
  admin: '0x10d6a54a4754c8869d6886b5f5d7fbfa5b4522237ea5c60d11bc4e7a1ff9390b',
} as const

const standards = [
  { name: 'EIP-1967', implementation: proxySlots.implementation, admin: proxySlots.admin },
  { name: 'zeppelinos', ...zeppelinSlots },
] as const

/**
 * A contract that runs another one's code, and who may replace that: the admin in its slot; the beacon's owner; with UUPS (ERC-1822), where the
 * code itself decides, whom its AccessManager lets, else its owner, its wards, or whoever has UPGRADER_ROLE or may grant it, as is the custom; with Compound's
 * delegators, the admin. An EIP-1167 clone's code is fixed.
 */
export const proxy: ControlKindReader = {
  id: 'proxy',
  async read(subject) {
    const cloned = toCloned(subject.code)
    if (cloned) return { implementation: cloned, said: [`EIP-1167 clone of ${cloned}`] }
    if (!canDelegate(subject.code)) return null
    for (const { name, implementation: place, admin: adminPlace } of standards) {
      const implementation = await subject.slot(place)
      if (implementation === undefined) return { gaps: [{ power: 'code', reason: 'noAnswer', detail: `slot ${place}` }] }
      if (implementation === null) continue
      const said = [`${name} implementation = ${implementation}`]
      const admin = await subject.slot(adminPlace)
      if (admin) return { implementation, said, ways: [toWay({ power: 'code', means: 'proxyAdmin', evidence: `slot ${adminPlace} (${name} admin) = ${admin}` }, admin)] }
      if (admin === undefined) return { implementation, said, gaps: [{ power: 'code', reason: 'noAnswer', detail: `slot ${adminPlace}` }] }
      const decides = toAccount(`0x${String(await subject.askOf(implementation, 'proxiableUUID() view returns (bytes32)')).slice(26)}`) !== null
      const managed = decides ? await readManagedUpgrade(subject) : null
      if (managed) return { implementation, said, ...managed }
      const { ways, gaps } = decides ? await readGuards(subject) : { ways: [], gaps: [] }
      return { implementation, said, ways, gaps: ways.length > 0 ? gaps : [{ power: 'code', reason: 'unknownGuard', detail: null }] }
    }
    return (await readBeacon(subject)) ?? (await readDelegator(subject)) ?? { gaps: [{ power: 'code', reason: 'unknownProxy', detail: null }] }
  },
}

/** By custom: the owner, or the wards, or who has UPGRADER_ROLE or may grant it. */
async function readGuards(subject: Subject): Promise<Required<Pick<Found, 'ways' | 'gaps'>>> {
  const owner = await askAddress(subject, 'owner')
  if (owner !== undefined) return { ways: [toWay({ power: 'code', means: 'owner', detail: 'UUPS', evidence: `proxiableUUID(), owner() = ${owner}` }, owner)], gaps: [] }
  return (await readWardWays(subject, 'code', 'proxiableUUID(), ')) ?? { ways: await readUpgraders(subject), gaps: [] }
}

async function readUpgraders(subject: Subject): Promise<ControlWay[]> {
  const admin = await subject.ask('getRoleAdmin(bytes32) view returns (bytes32)', roleIds.UPGRADER_ROLE)
  if (typeof admin !== 'string') return []
  const [upgraders, granters] = await Promise.all([readRole(subject, roleIds.UPGRADER_ROLE!), readRole(subject, admin as `0x${string}`)])
  const evidence = 'proxiableUUID(), RoleGranted logs, hasRole()'
  return [
    ...(upgraders.members.length > 0 ? [toWay({ power: 'code', means: 'role', detail: 'UPGRADER_ROLE', evidence }, ...upgraders.members)] : []),
    ...(granters.members.length > 0 ? [toWay({ power: 'code', means: 'roleAdmin', detail: 'UPGRADER_ROLE', evidence }, ...granters.members)] : []),
  ]
}

async function readBeacon(subject: Subject): Promise<Found | null> {
  const beacon = await subject.slot(proxySlots.beacon)
  if (!beacon) return null
  const implementation = toAccount(await subject.askOf(beacon, 'implementation() view returns (address)'))
  return {
    ...(implementation ? { implementation } : {}),
    said: [`EIP-1967 beacon = ${beacon}`],
    ways: [toWay({ power: 'code', means: 'beacon', evidence: `slot ${proxySlots.beacon} (EIP-1967 beacon) = ${beacon}` }, beacon)],
  }
}

/** Compound's delegators keep the code's address under a name of their own; the admin may replace it. */
async function readDelegator(subject: Subject): Promise<Found | null> {
  const [plain, comptroller, admin, pending] = await Promise.all(['implementation', 'comptrollerImplementation', 'admin', 'pendingAdmin'].map((name) => askAddress(subject, name)))
  const implementation = toAccount(plain) ?? toAccount(comptroller)
  if (!implementation || admin === undefined) return null
  const next = toAccount(pending)
  const said = `${toAccount(plain) ? 'implementation' : 'comptrollerImplementation'}() = ${implementation}`
  return {
    implementation,
    said: [said],
    ways: [
      toWay({ power: 'code', means: 'admin', evidence: `${said}, admin() = ${admin}` }, admin),
      ...(next ? [toWay({ power: 'code', means: 'pendingAdmin', evidence: `${said}, pendingAdmin() = ${next}` }, next)] : []),
    ],
  }
}
