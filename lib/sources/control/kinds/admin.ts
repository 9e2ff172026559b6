import { askAddress, toAccount, toWay, type ControlKindReader } from '../controlKind'

/** Contracts of Compound's kind: the admin, and whoever becomes it by accepting. */
export const admin: ControlKindReader = {
  id: 'admin',
  async read(subject) {
    const [current, pending] = await Promise.all(['admin', 'pendingAdmin'].map((name) => askAddress(subject, name)))
    if (current === undefined) return null
    const next = toAccount(pending)
    return {
      ways: [
        toWay({ power: 'settings', means: 'admin', evidence: `admin() = ${current}` }, current),
        ...(next ? [toWay({ power: 'settings', means: 'pendingAdmin', evidence: `pendingAdmin() = ${next}` }, next)] : []),
      ],
    }
  },
}
