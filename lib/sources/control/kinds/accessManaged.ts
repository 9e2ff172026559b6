import { keccak256, toBytes } from 'viem'
import { z } from 'zod'
import type { Address } from '../../../domain/address'
import type { ControlWay } from '../../../domain/controlMap'
import { toAccount, toWay, type ControlKindReader, type Found, type Subject } from '../controlKind'
import { adminRole, isAccessManager, readManagerRole, toManagerRoleName, toRoleWays } from '../managerRoles'

/** TargetFunctionRoleUpdated(address,bytes4,uint64) */
const functionRoleUpdated = keccak256(toBytes('TargetFunctionRoleUpdated(address,bytes4,uint64)'))
/** upgradeToAndCall(address,bytes): what replaces the code of a UUPS proxy */
const upgradeSelector = keccak256(toBytes('upgradeToAndCall(address,bytes)')).slice(0, 10) as `0x${string}`
/** More functions than any contract known has roles for. */
const functionsKept = 50
const [secondsSchema, roleSchema] = [z.int().nonnegative(), z.bigint()]

/**
 * A contract that asks an AccessManager who may call which of its functions: those who have the function's role, those who may grant it, and the
 * manager itself for its admins. A function without a role of its own is the admins'.
 */
export const accessManaged: ControlKindReader = {
  id: 'accessManaged',
  async read(subject) {
    const manager = await findManager(subject)
    if (!manager) return null
    const isClosed = await askClosed(subject, manager)
    const updated = await subject.eventsOf(manager, [functionRoleUpdated])
    const own = (updated ?? []).filter(({ topics }) => topics.length === 3 && `0x${topics[1]!.slice(26)}` === subject.address)
    const selectors = [...new Set(own.map(({ data }) => data.slice(0, 10) as `0x${string}`))].filter((selector) => selector !== upgradeSelector)
    const each = isClosed ? [] : await Promise.all(selectors.slice(0, functionsKept).map((selector) => readFunction(subject, manager, selector, 'settings')))
    const gap = !updated ? 'roles' as const : selectors.length > functionsKept ? 'tooMany' as const : null
    return {
      said: [`authority() = ${manager}`, ...(isClosed ? ['isTargetClosed() = true'] : [])],
      ways: [toWay({ power: 'settings', means: 'named', detail: 'authority', evidence: `authority() = ${manager}` }, manager), ...each.flatMap(({ ways }) => ways)],
      gaps: [...each.flatMap(({ gaps }) => gaps), ...(gap ? [{ power: 'settings' as const, reason: gap, detail: null }] : [])],
    }
  },
}

/**
 * Who may replace the code of a UUPS proxy whose upgrades an AccessManager guards.
 *
 * @returns null where none does
 */
export async function readManagedUpgrade(subject: Subject): Promise<Required<Pick<Found, 'ways' | 'gaps'>> | null> {
  const manager = await findManager(subject)
  if (!manager) return null
  if (!(await askClosed(subject, manager))) {
    const { ways, gaps, delay, evidence } = await readFunction(subject, manager, upgradeSelector, 'code')
    return { ways: [...ways, toWay({ power: 'code', means: 'named', detail: 'authority', delay, evidence }, manager)], gaps }
  }
  // Its admins open it again and then call what they like.
  return { ways: [toWay({ power: 'code', means: 'named', detail: 'authority', evidence: `authority() = ${manager}, isTargetClosed() = true` }, manager)], gaps: [] }
}

async function findManager(subject: Subject): Promise<Address | null> {
  const manager = toAccount(await subject.ask('authority() view returns (address)'))
  return manager && (await isAccessManager(subject, manager)) ? manager : null
}

const askClosed = async ({ address, askOf }: Subject, manager: Address): Promise<boolean> => (await askOf(manager, 'isTargetClosed(address) view returns (bool)', address)) === true

/** @returns the ways to one function, and how long admins of the manager need until they may call it: by granting themselves its role, or giving it another */
async function readFunction(subject: Subject, manager: Address, selector: `0x${string}`, power: 'code' | 'settings'): Promise<{ ways: ControlWay[]; gaps: NonNullable<Found['gaps']>; delay: number; evidence: string }> {
  const ask = (signature: string, ...args: readonly unknown[]) => subject.askOf(manager, signature, ...args)
  const role = roleSchema.safeParse(await ask('getTargetFunctionRole(address,bytes4) view returns (uint64)', subject.address, selector)).data ?? adminRole
  const evidence = `authority() = ${manager}, getTargetFunctionRole(${selector}) = ${role}, hasRole()`
  const [granter, toGrant, toChange] = await Promise.all([
    ask('getRoleAdmin(uint64) view returns (uint64)', role), ask('getRoleGrantDelay(uint64) view returns (uint32)', role), ask('getTargetAdminDelay(address) view returns (uint32)', subject.address),
  ])
  const grantDelay = secondsSchema.safeParse(toGrant).data ?? 0
  const granterRole = roleSchema.safeParse(granter).data ?? adminRole
  const detail = power === 'code' ? toManagerRoleName(role) : `${toManagerRoleName(role)}, ${selector}`
  const members = await readManagerRole(subject, manager, role)
  const granters = granterRole === adminRole ? null : await readManagerRole(subject, manager, granterRole)
  const granting = granters ? toRoleWays(granters, { power, means: 'roleAdmin', detail, evidence }).map((way) => ({ ...way, delay: way.delay + grantDelay })) : []
  return {
    ways: [...toRoleWays(members, { power, means: 'role', detail, evidence }), ...granting],
    gaps: [members.gap, granters?.gap].flatMap((gap) => (gap ? [{ power, ...gap }] : [])),
    delay: role === adminRole ? 0 : Math.min(grantDelay, secondsSchema.safeParse(toChange).data ?? 0),
    evidence,
  }
}
