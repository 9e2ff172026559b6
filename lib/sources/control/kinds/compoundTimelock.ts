import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { compoundTimelock as recogniser } from '../../recognise/families/timelock'
import { askAddress, recogniseAs, toAccount, toWay, type ControlKindReader } from '../controlKind'

const answersSchema = z.tuple([z.bigint(), z.bigint(), addressSchema, z.bigint(), z.bigint()])

/** Compound's Timelock: its admin queues, and after the delay executes. Whoever is to be admin next becomes it by accepting. */
export const compoundTimelock: ControlKindReader = {
  id: 'compoundTimelock',
  async read(subject) {
    const [known, pending] = await Promise.all([recogniseAs(recogniser, subject), askAddress(subject, 'pendingAdmin')])
    if (!known) return null
    const [, seconds, admin] = answersSchema.parse(known.answers)
    const delay = Number(seconds)
    const next = toAccount(pending)
    return {
      kind: 'timelock',
      said: [known.said],
      ways: [
        toWay({ power: 'act', means: 'admin', delay, evidence: `admin() = ${admin}, delay() = ${delay}` }, admin),
        ...(next ? [toWay({ power: 'act', means: 'pendingAdmin', delay, evidence: `pendingAdmin() = ${next}, delay() = ${delay}` }, next)] : []),
      ],
    }
  },
}
