import type { SnapshotFacts } from '@/db/accountHoldings'
import type { TrackedProtocol } from '@/db/protocols'
import type { AccountToken } from '../../domain/account'
import type { Address } from '../../domain/address'
import { toLedgers } from '../ledger'

/** What a snapshot is of, as an account's rows name it; null where its token is no longer followed. */
export function toAccountToken({ tokenId, protocol: slug, day, block, timestamp, audit, gaps }: SnapshotFacts, protocols: readonly TrackedProtocol[]): AccountToken | null {
  const protocol = protocols.find((one) => one.slug === slug)
  const token = protocol && toLedgers(protocol).find((ledger) => ledger.tokenId === tokenId)?.token
  return protocol && token ? { protocol: slug, protocolName: protocol.name, demo: protocol.demo, token, day, block, timestamp, audit, gaps } : null
}

/** What people call an asset: the symbol of a token that is followed, else the contract's name. */
export const toAssetName = (protocol: TrackedProtocol, asset: Address): string =>
  toLedgers(protocol).find(({ token }) => token.address === asset)?.token.symbol ?? toContractName(protocol, asset)

/** What a contract is called: by the label that counts, else by its protocol's file; the address where nobody says. */
export function toContractName(protocol: TrackedProtocol, contract: Address): string {
  const { wrappers, labels } = protocol
  const wrapper = wrappers.find(({ address }) => address === contract)
  const label = labels.find(({ address }) => address === contract)
  return label?.name ?? wrapper?.name ?? contract
}
