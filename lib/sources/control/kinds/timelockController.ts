import { zeroAddress } from '../../../domain/address'
import { z } from 'zod'
import { timelock as recogniser } from '../../recognise/families/timelock'
import { recogniseAs, toWay, type ControlKindReader } from '../controlKind'
import { readRole, roleIds } from '../roles'

const answersSchema = z.tuple([z.bigint(), z.bigint(), z.boolean()])

/**
 * OpenZeppelin's TimelockController: a proposer schedules, after the delay an executor executes, where the zero address stands for everybody.
 * Whoever may grant both roles can do it too, in the same time. Cancellers can stop it.
 */
export const timelockController: ControlKindReader = {
  id: 'timelockController',
  async read(subject) {
    const known = await recogniseAs(recogniser, subject)
    if (!known) return null
    const delay = Number(answersSchema.parse(known.answers)[0])
    const [proposers, executors, cancellers, admins] = await Promise.all(['PROPOSER_ROLE', 'EXECUTOR_ROLE', 'CANCELLER_ROLE'].map((name) => readRole(subject, roleIds[name]!)).concat(
      subject.ask('getRoleAdmin(bytes32) view returns (bytes32)', roleIds.PROPOSER_ROLE).then((id) => readRole(subject, typeof id === 'string' ? (id as `0x${string}`) : roleIds.DEFAULT_ADMIN_ROLE!)),
    ))
    const evidence = `getMinDelay() = ${delay}; RoleGranted logs, hasRole()`
    const isOpen = executors!.members.includes(zeroAddress)
    const [proposing, executing] = [proposers!, executors!].map(({ members }) => ({ threshold: 1, members: members.filter((member) => member !== zeroAddress) }))
    const anybodyProposes = proposers!.members.includes(zeroAddress)
    return {
      kind: 'timelock',
      said: [known.said, ...(isOpen ? ['EXECUTOR_ROLE: 0x0, anybody'] : [])],
      ways: [
        { ...toWay({ power: 'act', means: 'proposers', delay, evidence }), groups: [...(anybodyProposes ? [] : [proposing!]), ...(isOpen ? [] : [executing!])] },
        ...(admins!.members.length > 0 ? [toWay({ power: 'act', means: 'roleAdmin', detail: 'PROPOSER_ROLE, EXECUTOR_ROLE', delay, evidence }, ...admins!.members)] : []),
        ...(cancellers!.members.length > 0 ? [toWay({ power: 'veto', means: 'role', detail: 'CANCELLER_ROLE', evidence }, ...cancellers!.members)] : []),
      ],
      gaps: [proposers!, executors!, admins!].flatMap(({ gap }) => (gap ? [{ power: 'act' as const, ...gap }] : [])).slice(0, 1),
    }
  },
}
