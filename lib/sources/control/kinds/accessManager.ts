import type { ControlKindReader } from '../controlKind'
import { adminRole, isAccessManager, readManagerRole, toRoleWays } from '../managerRoles'

/**
 * OpenZeppelin's AccessManager: its admins decide who may call what in the contracts that it manages, and may grant themselves all of it; each
 * after the delay that the manager holds it to.
 */
export const accessManager: ControlKindReader = {
  id: 'accessManager',
  async read(subject) {
    if (!(await isAccessManager(subject, subject.address))) return null
    const admins = await readManagerRole(subject, subject.address, adminRole)
    return {
      // Its own delegatecall, for several calls at once, runs nobody else's code.
      isFixed: true,
      said: ['ADMIN_ROLE() = 0, PUBLIC_ROLE() = 2^64-1'],
      ways: toRoleWays(admins, { power: 'act', means: 'role', detail: 'ADMIN_ROLE', evidence: 'RoleGranted logs, hasRole()' }),
      gaps: admins.gap ? [{ power: 'act', ...admins.gap }] : [],
    }
  },
}
