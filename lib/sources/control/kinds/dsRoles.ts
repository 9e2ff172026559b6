import type { ControlKindReader } from '../controlKind'
import { readOwnerAndAuthority, somebody } from '../dsAuthority'

/**
 * DSRoles, which gives accounts roles and roles functions: its owner and its own authority give them. Who has one stands in no log and on no list.
 * https://github.com/dapphub/ds-roles
 */
export const dsRoles: ControlKindReader = {
  id: 'dsRoles',
  async read(subject) {
    const [root, roles, hat] = await Promise.all([
      subject.ask('isUserRoot(address) view returns (bool)', somebody), subject.ask('getUserRoles(address) view returns (bytes32)', somebody), subject.ask('hat() view returns (address)'),
    ])
    if (typeof root !== 'boolean' || typeof roles !== 'string' || hat !== undefined) return null
    const ways = await readOwnerAndAuthority(subject, 'act')
    return ways && { said: ['isUserRoot(), getUserRoles()'], ways, gaps: [{ power: 'act', reason: 'roles', detail: 'DSRoles' }] }
  },
}
