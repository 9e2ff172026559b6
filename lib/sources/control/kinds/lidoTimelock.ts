import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { toAccount, toWay, type ControlKindReader } from '../controlKind'

const answersSchema = z.tuple([addressSchema, addressSchema, z.number(), z.number()])

/**
 * Lido's EmergencyProtectedTimelock: the governance submits and schedules, and each takes its time. While it is protected one committee can stop all,
 * and another then put a governance for emergencies in its place. https://github.com/lidofinance/dual-governance
 */
export const lidoTimelock: ControlKindReader = {
  id: 'lidoTimelock',
  async read(subject) {
    const answers = answersSchema.safeParse(await Promise.all([
      subject.ask('getGovernance() view returns (address)'), subject.ask('getAdminExecutor() view returns (address)'),
      subject.ask('getAfterSubmitDelay() view returns (uint32)'), subject.ask('getAfterScheduleDelay() view returns (uint32)'),
    ])).data
    if (!answers) return null
    const [governance, executor, submit, schedule] = answers
    const delay = submit + schedule
    const [isProtected, isActive, ...named] = await Promise.all([
      ...['isEmergencyProtectionEnabled', 'isEmergencyModeActive'].map((name) => subject.ask(`${name}() view returns (bool)`)),
      ...['getEmergencyActivationCommittee', 'getEmergencyExecutionCommittee', 'getEmergencyGovernance'].map((name) => subject.ask(`${name}() view returns (address)`)),
    ])
    const [stops, resets, instead] = named.map(toAccount)
    const waits = `getAfterSubmitDelay() = ${submit}, getAfterScheduleDelay() = ${schedule}`
    const canReset = (isProtected === true || isActive === true) && stops && resets && instead
    return {
      kind: 'timelock',
      said: [waits, `getAdminExecutor() = ${executor}`],
      ways: [
        toWay({ power: 'act', means: 'named', detail: 'governance', delay, evidence: `getGovernance() = ${governance}, ${waits}` }, governance),
        ...(canReset ? [{
          ...toWay({ power: 'act', means: 'named', detail: 'emergencyReset', delay, evidence: `getEmergencyActivationCommittee() = ${stops}, getEmergencyExecutionCommittee() = ${resets}, getEmergencyGovernance() = ${instead}, ${waits}` }),
          groups: [stops, resets, instead].map((member) => ({ threshold: 1, members: [member] })),
        }] : []),
        ...(isProtected === true && stops ? [toWay({ power: 'veto', means: 'named', detail: 'emergencyActivationCommittee', evidence: `getEmergencyActivationCommittee() = ${stops}` }, stops)] : []),
      ],
      gaps: isProtected === undefined || isActive === undefined ? [{ power: 'act', reason: 'noAnswer', detail: 'isEmergencyProtectionEnabled()' }] : [],
    }
  },
}
