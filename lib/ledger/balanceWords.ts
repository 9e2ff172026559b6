/**
 * Words of 32 bits that a balance takes, the lowest first, in two's complement: a uint256 takes eight, the ninth holds the sign and what
 * sums beyond a uint256 carry. In one array for all accounts they are no objects: nothing to allocate for a sum, nothing to collect.
 */
export const wordsPerBalance = 9

/**
 * The balance that stands in words from `at` on.
 *
 * @example toBalance(Uint32Array.of(7, 1, 0, 0, 0, 0, 0, 0, 0), 0) // 4294967303n
 */
export function toBalance(words: Uint32Array, at: number): bigint {
  let balance = BigInt(words[at + 8]! | 0)
  for (let word = 7; word >= 0; word -= 1) balance = (balance << 32n) | BigInt(words[at + word]!)
  return balance
}

/**
 * Writes a balance to words from `at` on. The opposite of `toBalance`.
 *
 * @example setBalance(words, 0, -1n) // nine words of 2^32 − 1
 */
export function setBalance(words: Uint32Array, at: number, balance: bigint): void {
  let rest = balance
  for (let word = at; word < at + wordsPerBalance; word += 1, rest >>= 32n) words[word] = Number(rest & 0xffff_ffffn)
}

/** The last word of an amount, counted from its lowest, that is not zero: few amounts fill their eight. */
function toLastWord(amounts: Uint32Array, amount: number): number {
  let last = 7
  while (last > 0 && amounts[amount + 7 - last] === 0) last -= 1
  return last
}

/**
 * Adds an amount to a balance in place.
 *
 * @param amounts eight words an amount, the highest first, as transfers have them; the one from `amount` on
 * @example addAmount(balances, account * wordsPerBalance, transfers.words, index * wordsPerTransfer + 10)
 */
export function addAmount(balances: Uint32Array, balance: number, amounts: Uint32Array, amount: number): void {
  const last = toLastWord(amounts, amount)
  let carry = 0
  for (let word = 0; word < 8 && (word <= last || carry > 0); word += 1) {
    const sum = balances[balance + word]! + amounts[amount + 7 - word]! + carry
    balances[balance + word] = sum
    carry = sum > 0xffff_ffff ? 1 : 0
  }
  balances[balance + 8]! += carry
}

/**
 * Takes an amount from a balance in place; below zero where there was less.
 *
 * @example subtractAmount(balances, account * wordsPerBalance, transfers.words, index * wordsPerTransfer + 10)
 */
export function subtractAmount(balances: Uint32Array, balance: number, amounts: Uint32Array, amount: number): void {
  const last = toLastWord(amounts, amount)
  let borrow = 0
  for (let word = 0; word < 8 && (word <= last || borrow > 0); word += 1) {
    const difference = balances[balance + word]! - amounts[amount + 7 - word]! - borrow
    balances[balance + word] = difference
    borrow = difference < 0 ? 1 : 0
  }
  balances[balance + 8]! -= borrow
}
