import { canDelegate } from '../../recognise/proxies'
import { askAddress, toAccount, toWay, type ControlKindReader } from '../controlKind'

/** PUSH4 with the selector of upgradeAndCall(address,address,bytes), which OpenZeppelin's ProxyAdmin has in every version. */
const upgradeAndCall = '639623609d'

/**
 * OpenZeppelin's ProxyAdmin and UpgradeableBeacon: small contracts that name other contracts' code, and do so for their owner alone.
 */
export const proxyAdmin: ControlKindReader = {
  id: 'proxyAdmin',
  async read(subject) {
    if (canDelegate(subject.code)) return null
    const owner = await askAddress(subject, 'owner')
    if (owner === undefined) return null
    if (subject.code.includes(upgradeAndCall)) {
      return { said: ['ProxyAdmin: upgradeAndCall(address,address,bytes)'], ways: [toWay({ power: 'act', means: 'owner', evidence: `owner() = ${owner}` }, owner)] }
    }
    const implementation = toAccount(await subject.ask('implementation() view returns (address)'))
    if (!implementation) return null
    return { said: [`beacon: implementation() = ${implementation}`], ways: [toWay({ power: 'act', means: 'owner', evidence: `owner() = ${owner}` }, owner)] }
  },
}
