import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { toAccount, toWay, type ControlKindReader } from '../controlKind'

const answersSchema = z.tuple([addressSchema, z.bigint(), z.bigint(), addressSchema, addressSchema])

/**
 * Aave's Governance v2: proposals are voted on and run by executors, so a way ends here. The owner says whose votes count (the strategy), which is to
 * decide all votes to come; the guardian may cancel. https://github.com/aave/governance-v2
 */
export const aaveGovernance: ControlKindReader = {
  id: 'aaveGovernance',
  async read(subject) {
    const answers = answersSchema.safeParse(await Promise.all([
      subject.ask('getGovernanceStrategy() view returns (address)'), subject.ask('getVotingDelay() view returns (uint256)'), subject.ask('getProposalsCount() view returns (uint256)'),
      subject.ask('getGuardian() view returns (address)'), subject.ask('owner() view returns (address)'),
    ])).data
    if (!answers) return null
    const [strategy, votingDelay, proposals, guardian, owner] = answers
    const keeper = toAccount(guardian)
    return {
      kind: 'governor',
      said: [`getGovernanceStrategy() = ${strategy}, getVotingDelay() = ${votingDelay}, getProposalsCount() = ${proposals}`],
      ways: [
        toWay({ power: 'act', means: 'owner', detail: 'setGovernanceStrategy', evidence: `owner() = ${owner}` }, owner),
        ...(keeper ? [toWay({ power: 'veto', means: 'named', detail: 'guardian', evidence: `getGuardian() = ${keeper}` }, keeper)] : []),
      ],
    }
  },
}
