import { askAddress, toAccount, type ControlKindReader } from '../controlKind'
import { isGuard, readOwnerAndAuthority, readPermits } from '../dsAuthority'

/**
 * A contract of ds-auth, as MakerDAO's: its owner may call what is guarded, and so may whom its authority lets. Where that is a DSGuard, its permits
 * for this contract; any other authority stands for itself. https://github.com/dapphub/ds-auth
 */
export const dsAuth: ControlKindReader = {
  id: 'dsAuth',
  async read(subject) {
    const ways = await readOwnerAndAuthority(subject, 'settings')
    const authority = ways && toAccount(await askAddress(subject, 'authority'))
    if (!authority) return null
    const permits = (await isGuard(subject, authority)) ? await readPermits(subject, authority, 'settings') : { ways: [], gaps: [] }
    return { ways: [...ways, ...permits.ways], gaps: permits.gaps }
  },
}
