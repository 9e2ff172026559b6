import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { toWay, type ControlKindReader } from '../controlKind'

const answersSchema = z.tuple([addressSchema, z.bigint(), z.bigint(), addressSchema])

/**
 * Aave's Governance v3 on the chain where proposals are made: votes come in through portals, so a way ends here. The owner names the portals and says
 * whose votes count, which is to decide all votes to come.
 */
export const aaveGovernanceCore: ControlKindReader = {
  id: 'aaveGovernanceCore',
  async read(subject) {
    const answers = answersSchema.safeParse(await Promise.all([
      subject.ask('getPowerStrategy() view returns (address)'), subject.ask('getVotingPortalsCount() view returns (uint256)'), subject.ask('getProposalsCount() view returns (uint256)'), subject.ask('owner() view returns (address)'),
    ])).data
    if (!answers) return null
    const [strategy, portals, proposals, owner] = answers
    return {
      kind: 'governor',
      said: [`getPowerStrategy() = ${strategy}, getVotingPortalsCount() = ${portals}, getProposalsCount() = ${proposals}`],
      ways: [toWay({ power: 'act', means: 'owner', detail: 'setPowerStrategy', evidence: `owner() = ${owner}` }, owner)],
    }
  },
}
