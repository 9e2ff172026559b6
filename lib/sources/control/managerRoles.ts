import { keccak256, toBytes } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '../../domain/address'
import type { ControlGapReason, ControlWay } from '../../domain/controlMap'
import type { Subject } from './controlKind'

/** Roles of an AccessManager are numbers: ADMIN_ROLE may grant all others and decides what each may call, PUBLIC_ROLE is everybody. */
export const adminRole = 0n
const publicRole = 2n ** 64n - 1n

/** RoleGranted(uint64,address,uint32,uint48,bool). https://docs.openzeppelin.com/contracts/5.x/api/access#AccessManager */
const managerRoleGranted = keccak256(toBytes('RoleGranted(uint64,address,uint32,uint48,bool)'))

/** So many accounts that ever had a role are asked about. */
const candidatesAsked = 1000
const membershipSchema = z.tuple([z.boolean(), z.number()])

/** Who has a role of an AccessManager at the block, by the seconds that each must wait between asking for a call and its happening. */
export interface ManagerRole {
  byDelay: ReadonlyMap<number, readonly Address[]>
  isPublic: boolean
  /** Why members may be missing */
  gap: { reason: ControlGapReason; detail: string } | null
}

/**
 * Whether a contract is OpenZeppelin's AccessManager: its own numbers for everybody and for its admins.
 *
 * @example await isAccessManager(subject, timelock) // false
 */
export async function isAccessManager({ askOf }: Pick<Subject, 'askOf'>, address: Address): Promise<boolean> {
  const [admin, everybody, setback] = await Promise.all([
    askOf(address, 'ADMIN_ROLE() view returns (uint64)'), askOf(address, 'PUBLIC_ROLE() view returns (uint64)'), askOf(address, 'minSetback() view returns (uint32)'),
  ])
  return admin === adminRole && everybody === publicRole && typeof setback === 'number'
}

/** Everybody who was ever granted the role and, as `hasRole` says, has it at the block. */
export async function readManagerRole(subject: Pick<Subject, 'askOf' | 'eventsOf'>, manager: Address, role: bigint): Promise<ManagerRole> {
  const detail = toManagerRoleName(role)
  if (role === publicRole) return { byDelay: new Map(), isPublic: true, gap: null }
  const logs = await subject.eventsOf(manager, [managerRoleGranted])
  if (!logs) return { byDelay: new Map(), isPublic: false, gap: { reason: 'roles', detail } }
  const granted = logs.flatMap(({ topics }) => (topics.length === 3 && BigInt(topics[1]!) === role ? (addressSchema.safeParse(`0x${topics[2]!.slice(26)}`).data ?? []) : []))
  const candidates = [...new Set(granted)]
  const asked = candidates.slice(0, candidatesAsked)
  const said = await Promise.all(asked.map((account) => subject.askOf(manager, 'hasRole(uint64,address) view returns (bool, uint32)', role, account)))
  const answers = said.map((answer) => membershipSchema.safeParse(answer).data)
  const byDelay = new Map<number, Address[]>()
  for (const [place, answer] of answers.entries()) if (answer?.[0]) byDelay.set(answer[1], [...(byDelay.get(answer[1]) ?? []), asked[place]!])
  const gap = candidates.length > candidatesAsked ? { reason: 'tooMany' as const, detail } : answers.includes(undefined) ? { reason: 'roles' as const, detail } : null
  return { byDelay, isPublic: false, gap }
}

/**
 * The ways that a role gives: one for each delay, as a member with a shorter one is another's equal only in what it may do.
 *
 * @example toRoleWays({ byDelay: new Map([[0, [ann]], [60, [bob]]]), isPublic: false, gap: null }, way).map(({ delay }) => delay) // [0, 60]
 */
export const toRoleWays = ({ byDelay, isPublic }: ManagerRole, way: Pick<ControlWay, 'power' | 'means' | 'detail' | 'evidence'>): ControlWay[] =>
  isPublic ? [{ ...way, delay: 0, groups: [] }] : [...byDelay].map(([delay, members]) => ({ ...way, delay, groups: [{ threshold: 1, members: [...members] }] }))

/**
 * A role's number as it is written.
 *
 * @example toManagerRoleName(0n) // 'ADMIN_ROLE'
 */
export const toManagerRoleName = (role: bigint): string => (role === adminRole ? 'ADMIN_ROLE' : role === publicRole ? 'PUBLIC_ROLE' : `role ${role}`)
