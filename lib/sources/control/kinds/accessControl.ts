import { toWay, type ControlKindReader } from '../controlKind'
import { loadGranted, readRole, roleIds, toRoleName } from '../roles'

/** More roles than any contract known has. */
const rolesKept = 50

/**
 * OpenZeppelin's AccessControl, with and without Enumerable: who has which role. What a role allows stands in the code alone; who has
 * DEFAULT_ADMIN_ROLE may grant those that name no other admin.
 */
export const accessControl: ControlKindReader = {
  id: 'accessControl',
  async read(subject) {
    const admin = await subject.ask('getRoleAdmin(bytes32) view returns (bytes32)', roleIds.DEFAULT_ADMIN_ROLE)
    const none = await subject.ask('hasRole(bytes32,address) view returns (bool)', roleIds.DEFAULT_ADMIN_ROLE, '0x000000000000000000000000000000000000dEaD')
    if (typeof admin !== 'string' || typeof none !== 'boolean') return null
    const granted = await loadGranted(subject)
    const ids = [...new Set([roleIds.DEFAULT_ADMIN_ROLE!, ...(granted ? ([...granted.keys()] as `0x${string}`[]) : Object.values(roleIds))])]
    const roles = await Promise.all(ids.slice(0, rolesKept).map(async (id) => ({ id, ...(await readRole(subject, id)) })))
    const gaps = roles.flatMap(({ gap }) => (gap ? [{ power: 'settings' as const, ...gap }] : []))
    return {
      ways: roles.filter(({ members }) => members.length > 0).map(({ id, members }) =>
        toWay({ power: 'settings', means: 'role', detail: toRoleName(id), evidence: 'RoleGranted logs, hasRole()' }, ...members),
      ),
      // Without the logs nobody knows which roles there are.
      gaps: granted ? [...gaps, ...(ids.length > rolesKept ? [{ power: 'settings', reason: 'tooMany', detail: null } as const] : [])] : [{ power: 'settings', reason: 'roles', detail: null }],
    }
  },
}
