import type { Source } from './source'
import { toOwnership } from './toOwnership'
import { toOnlyAsset, toShareToken } from './wrapperFacts'

/**
 * A token that is given out one for one, as by OpenZeppelin's ERC20Wrapper. Wrapping and unwrapping must be Transfers from and to the zero
 * address, as EIP-20 advises: WETH9, which writes Deposit and Withdrawal instead, is read by `wrappedByDeposit`.
 */
export const wrappedToken: Source = {
  id: 'wrappedToken',
  name: { en: 'Wrapped token', de: 'Wrapped Token' },
  description: {
    en: 'What the contract holds belongs to the holders of the wrapped token, pro rata. What it holds beyond the wrapped supply stays unresolved.',
    de: 'Was der Contract hält, gehört anteilig den Haltern des Wrapped Tokens. Was über dessen Umlauf hinausgeht, bleibt ungeklärt.',
  },
  role: 'vault',
  ledgers: (wrapper) => [toShareToken(wrapper, 'wrappedToken').address],
  logs: () => [],
  toOwnerships: (input) => {
    const shares = toShareToken(input.wrapper, 'wrappedToken').address
    const asset = toOnlyAsset(input.wrapper, 'wrappedToken')
    return toOwnership(input, { source: 'wrappedToken', asset, shares, claims: input.balances(shares), rest: 'surplus' })
  },
}
