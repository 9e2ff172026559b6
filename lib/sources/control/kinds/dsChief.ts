import { z } from 'zod'
import { addressSchema, zeroAddress } from '../../../domain/address'
import { toAccount, toWay, type ControlKindReader } from '../controlKind'
import { somebody } from '../dsAuthority'

const answersSchema = z.tuple([addressSchema, addressSchema, z.bigint(), z.boolean()])

/**
 * MakerDAO's Chief (ds-chief, and Sky's): holders of the token lay it down for candidates, and whichever has the most may be given the hat. Contracts
 * that name the Chief as their authority obey the hat alone, so a way ends here by vote. A hat on a spell, which does once what voters had read in
 * it, is no more than that; one on a key or on another contract needs no further vote.
 * https://github.com/makerdao/chief
 */
export const dsChief: ControlKindReader = {
  id: 'dsChief',
  async read(subject) {
    const answers = answersSchema.safeParse(await Promise.all([
      subject.ask('hat() view returns (address)'), subject.ask('GOV() view returns (address)'),
      subject.ask('approvals(address) view returns (uint256)', somebody), subject.ask('canCall(address,address,bytes4) view returns (bool)', somebody, somebody, '0x00000000'),
    ])).data
    if (!answers) return null
    const [hat, token] = answers
    const chosen = toAccount(hat)
    const [obeys, done, givesRoles] = await Promise.all([
      chosen ? subject.ask('canCall(address,address,bytes4) view returns (bool)', chosen, zeroAddress, '0x00000000') : false,
      chosen ? subject.askOf(chosen, 'done() view returns (bool)') : undefined,
      subject.ask('isUserRoot(address) view returns (bool)', somebody),
    ])
    const isSpell = typeof done === 'boolean'
    return {
      kind: 'governor',
      said: [`hat() = ${hat}${isSpell ? `, whose done() = ${done}` : ''}`, `GOV() = ${token}`, ...(chosen && obeys !== true ? ['canCall(hat) = false'] : [])],
      ways: chosen && obeys === true && !isSpell ? [toWay({ power: 'act', means: 'named', detail: 'hat', evidence: `hat() = ${chosen}, canCall(${chosen}) = true` }, chosen)] : [],
      // A Chief before Sky's is a DSRoles too: a hat may have given others rights, of which no log tells.
      gaps: typeof givesRoles === 'boolean' ? [{ power: 'act', reason: 'roles', detail: 'DSRoles' }] : [],
    }
  },
}
