import type { ControlPower } from '../../../domain/controlMap'
import { askAddress, toAccount, toWay, type ControlKindReader } from '../controlKind'

/** Names under which contracts publish who has a right in them: UNI's minter, MiniMe's controller, Compound's guardians, the admins of Curve's owners of pools and others. */
const rights: Readonly<Record<string, ControlPower>> = {
  minter: 'settings', masterMinter: 'settings', controller: 'settings', governance: 'settings', gov: 'settings', governor: 'settings', authority: 'settings', manager: 'settings', emergencyAdmin: 'settings', feeToSetter: 'settings',
  ownership_admin: 'act', parameter_admin: 'settings', emergency_admin: 'settings',
  guardian: 'veto', pauser: 'veto', pauseGuardian: 'veto', whitelistGuardian: 'veto', proposalGuardian: 'veto',
}

/** Whoever a contract itself names as having some right in it. */
export const named: ControlKindReader = {
  id: 'named',
  async read(subject) {
    const names = Object.keys(rights)
    const answers = await Promise.all(names.map((name) => askAddress(subject, name)))
    const ways = answers.flatMap((answer, place) => {
      const account = toAccount(answer)
      return account ? [toWay({ power: rights[names[place]!]!, means: 'named', detail: names[place]!, evidence: `${names[place]}() = ${account}` }, account)] : []
    })
    return ways.length > 0 ? { ways } : null
  },
}
