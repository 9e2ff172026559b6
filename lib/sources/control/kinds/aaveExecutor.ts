import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { secondsSchema, toAccount, toWay, type ControlKindReader } from '../controlKind'

const answersSchema = z.tuple([addressSchema, addressSchema, secondsSchema, z.bigint(), z.bigint(), z.bigint(), z.bigint()])

/**
 * An executor of Aave's Governance v2: its admin, the governance, queues what was voted and after the delay runs it, as its own code too where asked.
 * Nothing replaces its own code. Quorum and lead are parts of 10,000 of all votes; whoever is to be admin next becomes it by accepting.
 */
export const aaveExecutor: ControlKindReader = {
  id: 'aaveExecutor',
  async read(subject) {
    const answers = answersSchema.safeParse(await Promise.all([
      subject.ask('getAdmin() view returns (address)'), subject.ask('getPendingAdmin() view returns (address)'),
      ...['getDelay', 'GRACE_PERIOD', 'VOTING_DURATION', 'MINIMUM_QUORUM', 'VOTE_DIFFERENTIAL'].map((name) => subject.ask(`${name}() view returns (uint256)`)),
    ])).data
    if (!answers) return null
    const [admin, pending, delay, grace, duration, quorum, lead] = answers
    const next = toAccount(pending)
    return {
      kind: 'timelock',
      isFixed: true,
      said: [`getDelay() = ${delay}, GRACE_PERIOD() = ${grace}`, `VOTING_DURATION() = ${duration}, MINIMUM_QUORUM() = ${quorum}, VOTE_DIFFERENTIAL() = ${lead}`],
      ways: [
        toWay({ power: 'act', means: 'admin', delay, evidence: `getAdmin() = ${admin}, getDelay() = ${delay}` }, admin),
        ...(next ? [toWay({ power: 'act', means: 'pendingAdmin', delay, evidence: `getPendingAdmin() = ${next}, getDelay() = ${delay}` }, next)] : []),
      ],
    }
  },
}
