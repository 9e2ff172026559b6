import { zeroAddress, type Address } from '../../domain/address'
import type { EntityEvidence } from '../../domain/entityEvidence'
import type { Label } from '../../domain/label'
import type { EntityRule } from './entityRule'

/** A wallet whose first tokens came from the team is the team's. */
export const fundedBy: EntityRule = {
  id: 'fundedBy',
  name: { en: 'First tokens from the team', de: 'Erste Token vom Team' },
  description: {
    en: 'A wallet whose very first tokens came from a team wallet counts as the team’s. Wrong for employees and buyers whom the team paid: an upper bound, and off unless chosen. Told by the token’s own transfers; who paid a wallet its first ether is not, because no log says it.',
    de: 'Eine Wallet, deren allererste Token aus einer Wallet des Teams kamen, zählt zum Team. Falsch bei Angestellten und Käufern, die das Team bezahlt hat: eine Obergrenze, nur auf Wunsch. Das sagen die Überweisungen des Tokens selbst; wer einer Wallet ihren ersten Ether gab, steht in keinem Log und wird nicht gefragt.',
  },
  usual: false,
  said: false,
}

/** As much of a transfer as is asked for. */
export interface Receipt {
  from: Address
  to: Address
  blockNumber: number
}

/**
 * What a token's own transfers say of the team's wallets: whose first receipt came from an account with the role team. A treasury pays
 * strangers, so what came from one says nothing. What was minted to an account came from nobody.
 *
 * @param transfers in the order of the chain, from the token's beginning
 * @example toFundedByEvidence([{ from: team, to: a, blockNumber: 9 }], [{ address: team, role: 'team', … }])
 * // [{ account: a, rule: 'fundedBy', entity: team, text: { en: 'first tokens from 0x… (Team) in block 9', … } }]
 */
export function toFundedByEvidence(transfers: Iterable<Receipt>, labels: readonly Label[]): EntityEvidence[] {
  const team = new Map(labels.flatMap(({ address, role, name }) => (role === 'team' ? [[address, name] as const] : [])))
  const evidence: EntityEvidence[] = []
  if (team.size === 0) return evidence
  const received = new Set<Address>([zeroAddress])
  for (const { from, to, blockNumber } of transfers) {
    if (received.has(to)) continue
    received.add(to)
    const name = team.get(from)
    if (name === undefined || from === to) continue
    const text = { en: `first tokens from ${from} (${name}) in block ${blockNumber}`, de: `erste Token von ${from} (${name}) in Block ${blockNumber}` }
    evidence.push({ account: to, rule: fundedBy.id, entity: from, text })
  }
  return evidence
}
