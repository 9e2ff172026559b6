import { z } from 'zod'
import { addressSchema } from '../../../domain/address'
import { safe as recogniser } from '../../recognise/families/safe'
import { recogniseAs, toWay, type ControlKindReader } from '../controlKind'

/** Where a Safe's list of modules begins and ends. */
const sentinel = '0x0000000000000000000000000000000000000001'
const modulesAsked = 50n
/** More owners than anybody could follow; the largest Safes known have some dozens. */
const ownersKept = 100

/** keccak256('guard_manager.guard.address'). https://github.com/safe-global/safe-smart-account/blob/v1.4.1/contracts/base/GuardManager.sol */
export const guardSlot = '0x4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c8'

const answersSchema = z.tuple([z.bigint(), z.array(addressSchema), z.bigint()])
const pageSchema = z.tuple([z.array(addressSchema), addressSchema])

/** A Safe (https://docs.safe.global): so many of its owners, or any module that it has enabled, which needs no signatures. A guard can refuse. */
export const safe: ControlKindReader = {
  id: 'safe',
  async read(subject) {
    const known = await recogniseAs(recogniser, subject)
    if (!known) return null
    const [threshold, owners] = answersSchema.parse(known.answers)
    const [page, guard] = await Promise.all([
      subject.ask('getModulesPaginated(address,uint256) view returns (address[],address)', sentinel, modulesAsked).then((answer) => pageSchema.safeParse(answer).data),
      subject.slot(guardSlot),
    ])
    const [modules, next] = page ?? [[], sentinel]
    const isLarge = owners.length > ownersKept || next !== sentinel
    return {
      kind: 'safe',
      // Its proxy keeps the code's address in its first slot, which only the Safe itself can write.
      isFixed: true,
      said: [known.said, ...(guard ? [`guard = ${guard}`] : [])],
      ways: [
        { ...toWay({ power: 'act', means: 'owners', evidence: known.said }), groups: [{ threshold: Number(threshold), members: owners.slice(0, ownersKept) }] },
        ...modules.slice(0, Number(modulesAsked)).map((module) => toWay({ power: 'act', means: 'module', evidence: 'getModulesPaginated(0x…01, 50)' }, module)),
      ],
      gaps: [
        ...(page ? [] : [{ power: 'act', reason: 'noAnswer', detail: 'getModulesPaginated(0x…01, 50)' } as const]),
        ...(isLarge ? [{ power: 'act', reason: 'tooMany', detail: null } as const] : []),
      ],
    }
  },
}
