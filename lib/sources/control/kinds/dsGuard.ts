import type { ControlKindReader } from '../controlKind'
import { isGuard, readOwnerAndAuthority } from '../dsAuthority'

/** A DSGuard, which says who may call what in contracts that name it as their authority: its owner and its own authority may permit it to anybody. */
export const dsGuard: ControlKindReader = {
  id: 'dsGuard',
  async read(subject) {
    const ways = (await isGuard(subject, subject.address)) ? await readOwnerAndAuthority(subject, 'act') : null
    return ways && { said: ['ANY() = 2^256-1'], ways }
  },
}
