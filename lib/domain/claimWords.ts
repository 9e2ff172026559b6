import type { Address } from './address'
import { writeRecord, type Records } from './columns'
import type { Claim } from './distribution'
import type { Scratch } from './scratch'

/** What it takes to put claims in order, beside one another: an account and a bigint lie anywhere in memory, and each is looked at once. */
export interface ClaimWords {
  names: Address[]
  /** The first 32 bits of each account */
  accounts: Uint32Array
  amounts: Records
  /** How many claims are of nothing */
  zeros: number
}

/**
 * @param scratch where all but the names lies
 * @throws RangeError for a negative claim
 * @example withScratch((scratch) => toClaimWords([{ account: '0x00000005…', amount: 3n }], scratch).accounts[0]) // 5
 */
export function toClaimWords(claims: readonly Claim[], scratch: Scratch): ClaimWords {
  const names = new Array<Address>(claims.length)
  const accounts = scratch.words(claims.length)
  const amounts = toRecords(claims.length, scratch)
  let zeros = 0
  for (let i = 0; i < claims.length; i++) {
    const { account, amount } = claims[i]!
    if (amount <= 0n) {
      if (amount < 0n) throw new RangeError(`toDistribution: ${account} has the negative amount ${amount}`)
      zeros++
    }
    names[i] = account
    accounts[i] = toWord(account)
    writeRecord(amounts, i, amount)
  }
  return { names, accounts, amounts, zeros }
}

function toRecords(count: number, scratch: Scratch): Records {
  const doubles = scratch.doubles(2 * count)
  return { doubles, words: new Uint32Array(doubles.buffer, doubles.byteOffset, 4 * count) }
}

/** The first eight hexadecimal digits as a number. */
function toWord(account: Address): number {
  let word = 0
  for (let i = 2; i < 10; i++) {
    const code = account.charCodeAt(i)
    word = (word << 4) | ((code & 15) + (code >> 6) * 9)
  }
  return word
}
