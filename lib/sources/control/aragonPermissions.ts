import { keccak256, toBytes } from 'viem'
import { z } from 'zod'
import { addressSchema, type Address } from '../../domain/address'
import type { ControlPower, ControlWay } from '../../domain/controlMap'
import { toAccount, toWay, type Found, type Subject } from './controlKind'
import { toRoleName } from './roles'

const idOf = (name: string) => keccak256(toBytes(name))
/** Roles of Aragon's own apps, of Lido's and of Curve's, by which their hashes are told. */
const names = [
  'APP_MANAGER_ROLE', 'CREATE_PERMISSIONS_ROLE', 'EXECUTE_ROLE', 'RUN_SCRIPT_ROLE', 'SAFE_EXECUTE_ROLE', 'TRANSFER_ROLE',
  'DESIGNATE_SIGNER_ROLE', 'ADD_PRESIGNED_HASH_ROLE', 'ADD_PROTECTED_TOKEN_ROLE', 'REMOVE_PROTECTED_TOKEN_ROLE',
  'CREATE_VOTES_ROLE', 'MODIFY_SUPPORT_ROLE', 'MODIFY_QUORUM_ROLE', 'UNSAFELY_MODIFY_VOTE_TIME_ROLE', 'SET_MIN_BALANCE_ROLE',
  'SET_MIN_TIME_ROLE', 'ENABLE_VOTE_CREATION', 'DISABLE_VOTE_CREATION', 'MINT_ROLE', 'ISSUE_ROLE', 'ASSIGN_ROLE', 'BURN_ROLE',
  'REVOKE_VESTINGS_ROLE', 'CREATE_PAYMENTS_ROLE', 'EXECUTE_PAYMENTS_ROLE', 'MANAGE_PAYMENTS_ROLE', 'CHANGE_PERIOD_ROLE',
  'CHANGE_BUDGETS_ROLE', 'REGISTRY_ADD_EXECUTOR_ROLE', 'REGISTRY_MANAGER_ROLE', 'PAUSE_ROLE', 'RESUME_ROLE', 'STAKING_PAUSE_ROLE',
  'STAKING_CONTROL_ROLE', 'STAKING_ROUTER_ROLE', 'MANAGE_NODE_OPERATOR_ROLE', 'SET_NODE_OPERATOR_LIMIT_ROLE',
  'MANAGE_SIGNING_KEYS',
] as const
/** The ids of Aragon's roles by their names. */
export const aragonRoles = Object.fromEntries(names.map((name) => [name, idOf(name)])) as Readonly<Record<(typeof names)[number], `0x${string}`>>
const nameOf = new Map<string, string>(Object.entries(aragonRoles).map(([name, id]) => [id, name]))

/** SetPermission(address,address,bytes32,bool). https://github.com/aragon/aragonOS/blob/v4.4.0/contracts/acl/ACL.sol */
const permissionSet = idOf('SetPermission(address,address,bytes32,bool)')
/** Stands for everybody. */
const anyEntity = `0x${'f'.repeat(40)}` as Address
/** So many accounts that ever had a role are asked about. */
const candidatesAsked = 200

const yes = z.literal(true)
const toEntity = (topic: string | undefined): Address | null => addressSchema.safeParse(`0x${topic?.slice(26)}`).data ?? null

/**
 * The roles of an app of Aragon's that somebody was ever given, as its ACL's logs have it; null where they could not be read.
 *
 * @example await readAragonRoles(subject, acl, voting) // ['0xe7dc…2bbc', …], of which the first is CREATE_VOTES_ROLE
 */
export async function readAragonRoles({ eventsOf }: Pick<Subject, 'eventsOf'>, acl: Address, app: Address): Promise<`0x${string}`[] | null> {
  const logs = await eventsOf(acl, [permissionSet])
  return logs && [...new Set(logs.flatMap(({ topics }) => (topics.length === 4 && toEntity(topics[2]) === app ? [topics[3] as `0x${string}`] : [])))]
}

/**
 * The ways that a role of an app gives: to those who have it at the block, freely or under conditions; and to those who may give it: the
 * permission's manager, and where it has none, whoever may create permissions. A token's manager forwards what any holder of the token wants.
 *
 * @example (await readAragonRole(subject, acl, agent, aragonRoles.EXECUTE_ROLE, 'act')).ways // [{ means: 'role', detail: 'EXECUTE_ROLE', … }, { means: 'roleAdmin', … }]
 */
export async function readAragonRole(subject: Pick<Subject, 'askOf' | 'eventsOf'>, acl: Address, app: Address, role: `0x${string}`, power: ControlPower): Promise<Required<Pick<Found, 'ways' | 'gaps'>>> {
  const ask = (signature: string, ...args: readonly unknown[]) => subject.askOf(acl, signature, ...args)
  const detail = nameOf.get(role) ?? toRoleName(role)
  const evidence = `ACL ${acl}: SetPermission logs, hasPermission()`
  const [logs, manager] = await Promise.all([subject.eventsOf(acl, [permissionSet]), ask('getPermissionManager(address,bytes32) view returns (address)', app, role)])
  const entities = (logs ?? []).flatMap(({ topics }) => (topics.length === 4 && topics[3] === role && toEntity(topics[2]) === app ? (toEntity(topics[1]) ?? []) : []))
  const candidates = [...new Set(entities)]
  const asked = await Promise.all(candidates.slice(0, candidatesAsked).map(async (entity) => {
    const [holds, conditions, forwards] = await Promise.all([
      ask('hasPermission(address,address,bytes32) view returns (bool)', entity, app, role), ask('getPermissionParamsLength(address,address,bytes32) view returns (uint256)', entity, app, role),
      subject.askOf(entity, 'maxAccountTokens() view returns (uint256)'),
    ])
    const isConditional = typeof conditions === 'bigint' && conditions > 0n
    return { entity, isKnown: typeof holds === 'boolean' && typeof conditions === 'bigint', isConditional, holds: yes.safeParse(holds).success || isConditional, forwards: typeof forwards === 'bigint' }
  }))
  const held = asked.filter(({ holds }) => holds)
  const isOpen = held.some(({ entity, isConditional, forwards }) => (entity === anyEntity || forwards) && !isConditional)
  const membersOf = (conditional: boolean) => held.filter(({ isConditional, entity }) => isConditional === conditional && entity !== anyEntity).map(({ entity }) => entity)
  const [free, bound] = [membersOf(false), membersOf(true)]
  const ways: ControlWay[] = [
    ...(isOpen ? [{ ...toWay({ power, means: 'role', detail, evidence }), groups: [] }] : []),
    ...(free.length > 0 && !isOpen ? [toWay({ power, means: 'role', detail, evidence }, ...free)] : []),
    ...(bound.length > 0 ? [toWay({ power, means: 'role', detail: `${detail}, params`, evidence: `${evidence}, getPermissionParamsLength() > 0` }, ...bound)] : []),
  ]
  const named = toAccount(manager)
  const isUnread = !logs || candidates.length > candidatesAsked || asked.some(({ isKnown }) => !isKnown) || manager === undefined
  const gaps: NonNullable<Found['gaps']> = isUnread ? [{ power, reason: candidates.length > candidatesAsked ? 'tooMany' : 'roles', detail }] : []
  if (named) return { ways: [...ways, toWay({ power, means: 'roleAdmin', detail, evidence: `ACL ${acl}: getPermissionManager() = ${named}` }, named)], gaps }
  // Without a manager a permission may be made anew; the right to do so always has one, from the beginning.
  if (app === acl && role === aragonRoles.CREATE_PERMISSIONS_ROLE) return { ways, gaps }
  const creators = await readAragonRole(subject, acl, acl, aragonRoles.CREATE_PERMISSIONS_ROLE, power)
  return { ways: [...ways, ...creators.ways.map((way) => ({ ...way, means: 'roleAdmin' as const, detail: `${detail}: ${way.detail}` }))], gaps: [...gaps, ...creators.gaps] }
}
