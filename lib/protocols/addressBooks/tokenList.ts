import { isRecord, toAddress, toOneEach, type AddressBook } from './addressBook'

/** Uniswap's list of tokens: what lies in a token's own contract was mostly sent there by mistake, and no person holds it. */
export const uniswapTokenList: AddressBook = {
  package: '@uniswap/default-token-list',
  file: 'build/uniswap-default.tokenlist.json',
  toEntries: (content, chainId) => {
    const tokens = isRecord(content) ? content['tokens'] : null
    if (!Array.isArray(tokens)) return []
    return toOneEach(
      tokens.flatMap((token: unknown) => {
        const address = isRecord(token) && token['chainId'] === chainId ? toAddress(token['address']) : null
        return address === null || !isRecord(token) ? [] : [{ address, kind: 'contract' as const, role: null, name: `${String(token['symbol'])}: token contract` }]
      }),
    )
  },
}
