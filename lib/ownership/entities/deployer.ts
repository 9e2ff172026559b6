import type { Address } from '../../domain/address'
import type { EntityEvidence } from '../../domain/entityEvidence'
import type { EntityRule } from './entityRule'

/** A contract belongs to whoever created it. */
export const deployer: EntityRule = {
  id: 'deployer',
  name: { en: 'Created by the same account', de: 'Vom selben Konto angelegt' },
  description: {
    en: 'A contract that nobody knows counts with the account that created it, and with its other contracts. Wrong where somebody creates contracts for others; pools, vaults, exchanges and the like are never taken. Known where a transaction of the creator’s own created the contract and the node still has the states of old blocks; of what a factory created, nothing is concluded.',
    de: 'Ein unbekannter Contract zählt mit dem Konto, das ihn angelegt hat, und mit dessen anderen Contracts. Falsch, wo jemand Contracts für andere anlegt; Pools, Vaults, Börsen und dergleichen bleiben außen vor. Bekannt, wo eine eigene Transaktion den Contract angelegt hat und der Node die Zustände alter Blöcke noch kennt; bei Contracts aus einer Factory wird nichts geschlossen.',
  },
  usual: true,
  said: false,
}

/** Who created a contract. A factory creates for others: what contracts created is not asked for here. */
export interface Creation {
  contract: Address
  /** An account without code */
  creator: Address
  block: number
}

/**
 * What creations say of owners.
 *
 * @example toDeployerEvidence([{ contract: c, creator: a, block: 12 }]) // [{ account: c, rule: 'deployer', entity: a, text: { en: 'created by 0x… in block 12', … } }]
 */
export const toDeployerEvidence = (creations: readonly Creation[]): EntityEvidence[] =>
  creations.map(({ contract, creator, block }) => ({
    account: contract,
    rule: deployer.id,
    entity: creator,
    text: { en: `created by ${creator} in block ${block}`, de: `von ${creator} in Block ${block} angelegt` },
  }))
