import { keccak256, toBytes } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '../../domain/address'
import type { ControlGapReason } from '../../domain/controlMap'
import type { Subject } from './controlKind'

/** Names that roles have been given, by which their hashes are told; DEFAULT_ADMIN_ROLE alone is no hash. OpenZeppelin's, Aave's and those of known bridges. */
const names = [
  'PROPOSER_ROLE', 'EXECUTOR_ROLE', 'CANCELLER_ROLE', 'TIMELOCK_ADMIN_ROLE', 'MINTER_ROLE', 'BURNER_ROLE', 'PAUSER_ROLE', 'UPGRADER_ROLE', 'ADMIN_ROLE', 'OPERATOR_ROLE', 'GUARDIAN_ROLE',
  'MANAGER_ROLE', 'GOVERNANCE_ROLE', 'GOVERNOR_ROLE', 'KEEPER_ROLE', 'DEPOSITOR_ROLE', 'SNAPSHOT_ROLE', 'POOL_ADMIN', 'EMERGENCY_ADMIN', 'RISK_ADMIN', 'FLASH_BORROWER', 'BRIDGE', 'ASSET_LISTING_ADMIN',
] as const

/** The ids of roles by their names. */
export const roleIds: Readonly<Record<string, `0x${string}`>> = { DEFAULT_ADMIN_ROLE: `0x${'0'.repeat(64)}`, ...Object.fromEntries(names.map((name) => [name, keccak256(toBytes(name))])) }
const nameOf = new Map(Object.entries(roleIds).map(([name, id]) => [id as string, name]))

/**
 * What a role is called: its name where its hash is known, else the beginning of the hash.
 *
 * @example toRoleName('0x9f2d…56a6') // 'MINTER_ROLE'
 */
export const toRoleName = (id: string): string => nameOf.get(id) ?? `${id.slice(0, 10)}…`

/** RoleGranted(bytes32,address,address). https://docs.openzeppelin.com/contracts/5.x/api/access#IAccessControl */
export const roleGranted = keccak256(toBytes('RoleGranted(bytes32,address,address)'))

/** So many members of a role are followed, and so many accounts that ever had it asked about. */
const membersKept = 100
const candidatesAsked = 1000

interface Role {
  members: Address[]
  /** Why members may be missing */
  gap: { reason: ControlGapReason; detail: string | null } | null
}

const countSchema = z.bigint().nonnegative()

/** Who has a role at the block: as AccessControlEnumerable lists them, else everybody who was ever granted it and, as `hasRole` says, still has it. */
export async function readRole(subject: Subject, id: `0x${string}`): Promise<Role> {
  const count = countSchema.safeParse(await subject.ask('getRoleMemberCount(bytes32) view returns (uint256)', id)).data
  const listed = count === undefined ? null : await Promise.all(
    Array.from({ length: Number(count < BigInt(membersKept) ? count : membersKept) }, (_, place) => subject.ask('getRoleMember(bytes32,uint256) view returns (address)', id, BigInt(place))),
  )
  const detail = toRoleName(id)
  if (listed) {
    const members = listed.flatMap((member) => addressSchema.safeParse(member).data ?? [])
    return { members, gap: count! > BigInt(membersKept) ? { reason: 'tooMany', detail } : members.length < listed.length ? { reason: 'roles', detail } : null }
  }
  const granted = await loadGranted(subject)
  if (!granted) return { members: [], gap: { reason: 'roles', detail } }
  const candidates = granted.get(id) ?? []
  const asked = candidates.slice(0, candidatesAsked)
  const said = await Promise.all(asked.map((account) => subject.ask('hasRole(bytes32,address) view returns (bool)', id, account)))
  const members = asked.filter((_, place) => said[place] === true)
  const gap = members.length > membersKept || candidates.length > candidatesAsked ? { reason: 'tooMany' as const, detail } : said.some((answer) => typeof answer !== 'boolean') ? { reason: 'roles' as const, detail } : null
  return { members: members.slice(0, membersKept), gap }
}

/** Every role that was ever granted with everybody to whom, in the chain's order; null where the logs could not be read. */
export async function loadGranted(subject: Pick<Subject, 'events'>): Promise<Map<string, Address[]> | null> {
  const logs = await subject.events([roleGranted])
  if (!logs) return null
  const granted = new Map<string, Address[]>()
  for (const { topics } of logs) {
    const account = addressSchema.safeParse(`0x${topics[2]?.slice(26)}`).data
    if (topics.length !== 4 || !account) continue
    const known = granted.get(topics[1]!) ?? []
    if (!known.includes(account)) granted.set(topics[1]!, [...known, account])
  }
  return granted
}
