import { toTokens, type TrackedProtocol } from '@/db/protocols'
import type { Address } from '../domain/address'
import type { Lens } from '../domain/lens'
import type { Outlook } from '../domain/outlook'
import type { Token } from '../domain/protocol'

/** A token's ledger, with all that its balances are looked at with. */
export interface Ledger {
  token: Token
  tokenId: number
  outlook: Outlook
  /** Ids of the ledgers that say to whom wrappers' shares belong, by the token's address; its own among them */
  ledgers: ReadonlyMap<Address, number>
}

/** A ledger of a protocol, and what it is kept for: the protocol's token, a pool's LP token, or another wrapper's shares. */
export type ProtocolLedger = Ledger & { purpose: 'token' | 'pool' | 'shares' }

/** Every ledger of a protocol: its token's, then its pools', then those of other wrappers' shares. */
export const toLedgers = (protocol: TrackedProtocol): ProtocolLedger[] =>
  toTokens(protocol).map((token) => ({
    token,
    tokenId: protocol.ledgers.get(token.address)!,
    outlook: protocol,
    ledgers: protocol.ledgers,
    purpose: token.address === protocol.token.address ? 'token' : protocol.pools.some(({ lpToken }) => lpToken.address === token.address) ? 'pool' : 'shares',
  }))

/**
 * The ledger of a protocol's token, or of the LP token of one of its pools.
 *
 * @returns null where the protocol has no such pool
 */
export const toLedger = (protocol: TrackedProtocol, pool: Address | null): Ledger | null =>
  toLedgers(protocol).find(({ token, purpose }) => (pool === null ? purpose === 'token' : purpose === 'pool' && token.address === pool)) ?? null

/** Whether what is kept of a snapshot under a lens is what the outlook gives: all of it was made under the usual rules for owners. */
export const isAsKept = ({ rules }: Pick<Outlook, 'rules'>, { mergesEntities }: Pick<Lens, 'mergesEntities'>): boolean => !rules || !mergesEntities
