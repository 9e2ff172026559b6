/** Names of columns that hold the account, as they are written by the exports that this was made for, best first; compared by `toKey`. */
const addressNames = [
  'holderaddress', // Etherscan, Blockscout
  'tokenholderaddress', // Etherscan's API
  'address',
  'holder',
  'account',
  'wallet',
  'walletaddress',
  'accountaddress',
  'addresshash', // Blockscout's API
  'owner',
  'delegate',
  'voter',
  'claimant',
  'user',
  'useraddress',
]

/** Names of columns that hold the amount, best first. */
const amountNames = [
  'balance', // Etherscan, Blockscout, Dune
  'tokenholderquantity', // Etherscan's API
  'amount',
  'quantity', // Etherscan's page
  'tokens',
  'tokenbalance',
  'tokenamount',
  'balancewei',
  'amountwei',
  'rawbalance',
  'balanceraw',
  'rawamount',
  'amountraw',
  'votes',
  'votescount', // Tally
  'votingpower',
  'value', // Blockscout's API
]

const amountWords = /balance|amount|quantity|tokens|votes|votingpower|holdings?$/
const notAnAmount = /usd|eur|price|percent|pct|share|ratio|rank|index|count|block|time|date|update|nonce|^id$|^$/

/** One spelling for every way to write a column name: `Holder_Address`, `"HolderAddress"` and `holder address` are one. */
export const toKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export const isAddress = (cell: string): boolean => cell.length >= 42 && /^\s*0x[0-9a-f]{40}\s*$/i.test(cell)

export const isAddressName = (name: string): boolean => addressNames.includes(toKey(name))
export const isAmountName = (name: string): boolean => amountNames.includes(toKey(name))

/** The place of the best known name among a header's cells; -1 for none. */
export const findAddressName = (header: readonly string[]): number => findName(header, addressNames)
export const findAmountName = (header: readonly string[]): number => findName(header, amountNames)

/** Whether a name that is not known speaks of an amount of tokens, as `uni_balance` does and `balance_usd` does not. */
export const soundsLikeAmount = (name: string): boolean => amountWords.test(toKey(name)) && !notAnAmount.test(toKey(name))

/** Whether a name rules out that its column is the amount: ranks, shares, prices, dates. */
export const cannotBeAmount = (name: string): boolean => notAnAmount.test(toKey(name))

function findName(header: readonly string[], names: readonly string[]): number {
  const keys = header.map(toKey)
  for (const name of names) if (keys.includes(name)) return keys.indexOf(name)
  return -1
}
