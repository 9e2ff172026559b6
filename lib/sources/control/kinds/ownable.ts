import { askAddress, toAccount, toWay, type ControlKindReader } from '../controlKind'

/** Ownable and Ownable2Step (ERC-173): the owner, and whoever becomes it by accepting. The zero address has given it up for ever. */
export const ownable: ControlKindReader = {
  id: 'ownable',
  async read(subject) {
    const [owner, pending] = await Promise.all(['owner', 'pendingOwner'].map((name) => askAddress(subject, name)))
    if (owner === undefined) return null
    const next = toAccount(pending)
    return {
      ways: [
        toWay({ power: 'settings', means: 'owner', evidence: `owner() = ${owner}` }, owner),
        ...(next ? [toWay({ power: 'settings', means: 'pendingOwner', evidence: `pendingOwner() = ${next}` }, next)] : []),
      ],
    }
  },
}
