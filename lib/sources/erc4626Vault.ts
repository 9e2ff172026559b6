import type { Source } from './source'
import { toNobody } from './toOwnership'
import { toOnlyAsset, toShareToken } from './wrapperFacts'

/**
 * A vault whose shares are an ERC-20 token (EIP-4626). Only what lies in it is handed on: what it lent or staked elsewhere already sits with whoever
 * has it now, and is looked through there. Claims are shares, not assets: their worth may change without a log.
 */
export const erc4626Vault: Source = {
  id: 'erc4626Vault',
  name: { en: 'ERC-4626 vault', de: 'ERC-4626-Vault' },
  description: {
    en: 'What lies in the vault belongs to the holders of its shares, pro rata. What it has put to work elsewhere is not counted here.',
    de: 'Was im Vault liegt, gehört anteilig den Haltern seiner Anteile. Was er anderswo angelegt hat, zählt hier nicht mit.',
  },
  role: 'vault',
  ledgers: (wrapper) => [toShareToken(wrapper, 'erc4626Vault').address],
  logs: () => [],
  toOwnerships: (input) => {
    const { wrapper, balances } = input
    const shares = toShareToken(wrapper, 'erc4626Vault').address
    const asset = toOnlyAsset(wrapper, 'erc4626Vault')
    const claims = balances(shares)
    if (claims.length === 0) return toNobody(input, 'erc4626Vault', 'surplus')
    return [{ contract: wrapper.address, asset, source: 'erc4626Vault', shares, claims, unresolved: [] }]
  },
}
