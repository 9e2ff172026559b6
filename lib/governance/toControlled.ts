import type { Controlled } from '../domain/governance'
import type { Protocol } from '../domain/protocol'

/**
 * The contracts whose keys are looked for: those that the protocol's file names; where it names none, the token, its Governors, and whatever
 * is labelled as a timelock or as a wallet of several keys.
 *
 * @returns each address once
 * @example toControlled(uniswap)[0] // { address: '0x1f98…', name: 'UNI', fact: 'the protocol’s token' }
 */
export function toControlled({ token, labels, governance }: Pick<Protocol, 'token' | 'labels' | 'governance'>): Controlled[] {
  const named = governance.controlled.length > 0 ? governance.controlled : [
    { address: token.address, name: token.symbol, fact: 'the protocol’s token' },
    ...governance.governors.map(({ address, name, fact }) => ({ address, name, fact })),
    ...labels.filter(({ role, kind }) => role === 'timelock' || kind === 'multisig').map(({ address, name, source }) => ({ address, name, fact: source })),
  ]
  return named.filter(({ address }, place) => named.findIndex((other) => other.address === address) === place)
}
