import { aragonRoles, readAragonRole } from '../aragonPermissions'
import { askAddress, toAccount, type ControlKindReader } from '../controlKind'

/**
 * The Kernel of an Aragon DAO: whoever has APP_MANAGER_ROLE in it, or may give it, replaces its code and that of every app.
 * https://github.com/aragon/aragonOS
 */
export const aragonKernel: ControlKindReader = {
  id: 'aragonKernel',
  async read(subject) {
    const [acl, role, implementation] = await Promise.all([askAddress(subject, 'acl'), subject.ask('APP_MANAGER_ROLE() view returns (bytes32)'), askAddress(subject, 'implementation')])
    const named = toAccount(acl)
    if (!named || role !== aragonRoles.APP_MANAGER_ROLE) return null
    const { ways, gaps } = await readAragonRole(subject, named, subject.address, role, 'code')
    const running = toAccount(implementation)
    return { isFixed: true, said: [`acl() = ${named}`], ...(running ? { implementation: running } : {}), ways, gaps }
  },
}
