import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { askAddress, toAccount, toWay, type ControlKindReader } from '../controlKind'

const proposersSchema = z.array(z.object({ account: addressSchema, executor: addressSchema }))

/**
 * What Lido's timelock takes orders from: DualGovernance, where registered proposers submit and holders of stETH can put off what was submitted, or a
 * TimelockedGovernance, which obeys one account. The timelock must name it in turn. What holders put off only makes it later.
 */
export const lidoGovernance: ControlKindReader = {
  id: 'lidoGovernance',
  async read(subject) {
    const [timelock, governance, answered] = await Promise.all([
      askAddress(subject, 'TIMELOCK'), askAddress(subject, 'GOVERNANCE'), subject.ask('getProposers() view returns ((address account, address executor)[])'),
    ])
    const named = toAccount(timelock)
    if (!named) return null
    const ordering = await Promise.all(['getGovernance', 'getEmergencyGovernance'].map((name) => subject.askOf(named, `${name}() view returns (address)`)))
    if (!ordering.map(toAccount).includes(subject.address)) return null
    const said = [`TIMELOCK() = ${named}`]
    const alone = toAccount(governance)
    if (alone) return { said, ways: [toWay({ power: 'act', means: 'named', detail: 'GOVERNANCE', evidence: `GOVERNANCE() = ${alone}` }, alone)] }
    const proposers = proposersSchema.safeParse(answered).data
    if (!proposers) return null
    return { said, ways: proposers.length > 0 ? [toWay({ power: 'act', means: 'proposers', evidence: 'getProposers()' }, ...proposers.map(({ account }) => account))] : [] }
  },
}
