import { compoundGovernor, governor as openZeppelinGovernor } from '../../recognise/families/governor'
import { askAddress, recogniseAs, toAccount, toWay, type ControlKindReader } from '../controlKind'

const tokens = ['token', 'uni', 'comp'] as const

/**
 * A Governor: what it does, it does by vote, so a way ends there. The timelock that it acts through is asked about too. The guardian of a
 * GovernorAlpha may hand that timelock to anybody (`__queueSetTimelockPendingAdmin`), and so acts through it without a vote.
 */
export const governor: ControlKindReader = {
  id: 'governor',
  async read(subject) {
    const [known, compound] = await Promise.all([recogniseAs(openZeppelinGovernor, subject), recogniseAs(compoundGovernor, subject)])
    const answered = known ?? compound
    if (!answered && !subject.isGovernor) return null
    const [timelock, guardian, owner, ...votes] = await Promise.all(['timelock', 'guardian', 'admin', ...tokens].map((name) => askAddress(subject, name)))
    const place = votes.findIndex((token) => toAccount(token))
    const [lock, keeper] = [toAccount(timelock), toAccount(guardian)]
    return {
      kind: 'governor',
      said: [answered?.said ?? 'a Governor by the protocol’s file', ...(place >= 0 ? [`${tokens[place]}() = ${votes[place]}`] : [])],
      // GovernorBravo has an admin and no such guardian.
      ways: compound && keeper && owner === undefined ? [toWay({ power: 'act', means: 'named', detail: 'guardian', evidence: `guardian() = ${keeper}` }, keeper)] : [],
      besides: lock ? [{ address: lock, name: 'Timelock', fact: `timelock() of ${subject.address}` }] : [],
    }
  },
}
