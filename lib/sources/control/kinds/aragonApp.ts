import { keccak256, toBytes } from 'viem'
import type { ControlPower } from '../../../domain/controlMap'
import type { Address } from '../../../domain/address'
import { aragonRoles, readAragonRole, readAragonRoles } from '../aragonPermissions'
import { askAddress, toAccount, type ControlKindReader, type Found, type Subject } from '../controlKind'

/** Where a Kernel keeps the code of its apps. https://github.com/aragon/aragonOS/blob/v4.4.0/contracts/kernel/KernelConstants.sol */
const bases = keccak256(toBytes('base'))
/** More roles than any app known has. */
const rolesKept = 50

/** What roles allow: to act through an Agent, or through a token's manager on its token. Whoever may only begin a vote has no power by it. */
const powers = new Map<string, ControlPower | null>([
  ...(['EXECUTE_ROLE', 'RUN_SCRIPT_ROLE', 'MINT_ROLE', 'ISSUE_ROLE', 'ASSIGN_ROLE', 'BURN_ROLE', 'REVOKE_VESTINGS_ROLE'] as const).map((name) => [aragonRoles[name], 'act'] as const),
  [aragonRoles.CREATE_VOTES_ROLE, null],
])

/**
 * An app of an Aragon DAO, as an Agent, a Vault, a token's manager or Voting: who has its roles, and who may replace its code, by the ACL of the
 * Kernel that it names. Where it is Voting, holders of a token decide, and a way ends there; what has passed happens at once.
 */
export const aragonApp: ControlKindReader = {
  id: 'aragonApp',
  async read(subject) {
    const [kernel, app] = await Promise.all([askAddress(subject, 'kernel'), subject.ask('appId() view returns (bytes32)')])
    const named = toAccount(kernel)
    const acl = named && typeof app === 'string' ? toAccount(await subject.askOf(named, 'acl() view returns (address)')) : null
    if (!named || !acl) return null
    const [code, roles, voting] = await Promise.all([readCode(subject, named, acl, app as `0x${string}`), readRoles(subject, acl), readVoting(subject)])
    return {
      ...code,
      ...(voting ? { kind: 'governor' as const } : {}),
      said: [`kernel() = ${named}, acl() = ${acl}`, ...(voting ?? [])],
      ways: [...(code.ways ?? []), ...(roles.ways ?? [])],
      gaps: [...(code.gaps ?? []), ...(roles.gaps ?? [])],
    }
  },
}

/** By ERC-897 a proxy of type 1 forwards to one code for ever, of type 2 to what the Kernel says. */
async function readCode(subject: Subject, kernel: Address, acl: Address, app: `0x${string}`): Promise<Found> {
  const [type, answered, base] = await Promise.all([
    subject.ask('proxyType() view returns (uint256)'), askAddress(subject, 'implementation'), subject.askOf(kernel, 'getApp(bytes32,bytes32) view returns (address)', bases, app),
  ])
  const implementation = toAccount(answered)
  if (!implementation) return {}
  if (type === 1n) return { implementation, isFixed: true }
  // Of type 2 its word counts only where the Kernel says the same.
  if (type !== 2n || toAccount(base) !== implementation) return { implementation }
  return { implementation, isFixed: true, ...(await readAragonRole(subject, acl, kernel, aragonRoles.APP_MANAGER_ROLE, 'code')) }
}

async function readRoles(subject: Subject, acl: Address): Promise<Found> {
  const given = await readAragonRoles(subject, acl, subject.address)
  if (!given) return { gaps: [{ power: 'act', reason: 'roles', detail: null }, { power: 'settings', reason: 'roles', detail: null }] }
  // Nobody may have been given what somebody could still be given: an Agent is asked for its own.
  const own = await Promise.all(['EXECUTE_ROLE', 'RUN_SCRIPT_ROLE'].map((name) => subject.ask(`${name}() view returns (bytes32)`)))
  const ids = [...new Set([...given, ...own.filter((id) => typeof id === 'string')])] as `0x${string}`[]
  const each = await Promise.all(ids.slice(0, rolesKept).map((id) => {
    const power = powers.get(id) === undefined ? 'settings' as const : powers.get(id)!
    return power ? readAragonRole(subject, acl, subject.address, id, power) : { ways: [], gaps: [] }
  }))
  return {
    ways: each.flatMap(({ ways }) => ways),
    gaps: [...each.flatMap(({ gaps }) => gaps), ...(ids.length > rolesKept ? [{ power: 'settings', reason: 'tooMany', detail: null } as const] : [])],
  }
}

/** Voting says how many must agree: parts of 10^18 of what was cast, and of the whole supply. */
async function readVoting(subject: Subject): Promise<string[] | null> {
  const names = ['supportRequiredPct', 'minAcceptQuorumPct', 'voteTime'] as const
  const [token, ...answers] = await Promise.all([askAddress(subject, 'token'), ...names.map((name) => subject.ask(`${name}() view returns (uint64)`))])
  return token !== undefined && answers.every((answer) => typeof answer === 'bigint') ? [`token() = ${token}`, ...names.map((name, place) => `${name}() = ${answers[place]}`)] : null
}
