import { AccountTable } from './accountTable'
import { wordsPerTransfer, type PackedTransfers } from './packedTransfers'

/** Receives one changed balance: the account by its number in the ledger's table. */
export type OnChange = (blockNumber: number, account: number, balance: bigint) => void

/**
 * A ledger in memory for long histories: the same rows as `foldTransfers`, from packed transfers, with accounts as numbers.
 * `foldTransfers` is the definition, and the tests hold this one to it.
 *
 * First `meet` the accounts of some transfers; give those that are new the balance they held before (`balances[account]`), if any;
 * then `fold` the same transfers.
 */
export class PackedLedger {
  readonly accounts = new AccountTable()
  /** By account number, smallest units */
  readonly balances: bigint[] = []
  /** Accounts whose balance changed, each once, since `changed` was last emptied */
  changed: number[] = []
  private isChanged: boolean[] = []
  private touched: number[] = []
  private before: bigint[] = []
  private touchedIn: number[] = []
  private blocks = 0
  private lastBlock = -1

  /** Numbers the accounts of transfers, sender then receiver for each; −1 for the zero address, which is no account as a sender. */
  meet({ count, words }: PackedTransfers): Int32Array {
    const met = new Int32Array(count * 2)
    for (let index = 0; index < count; index += 1) {
      const at = index * wordsPerTransfer
      const mint = isZero(words, at)
      met[index * 2] = mint ? -1 : this.accounts.intern(words, at)
      // A transfer from zero to zero is minted and held there; any other to zero is burned.
      met[index * 2 + 1] = !mint && isZero(words, at + 5) ? -1 : this.accounts.intern(words, at + 5)
    }
    for (let account = this.balances.length; account < this.accounts.size; account += 1) {
      this.balances.push(0n)
      this.touchedIn.push(-1)
      this.isChanged.push(false)
    }
    return met
  }

  /**
   * Folds transfers in the chain's order; a block's transfers all belong to one call.
   *
   * @param met what `meet` answered for them
   * @throws RangeError when a block comes after a later one
   */
  fold({ count, blockNumbers, words }: PackedTransfers, met: Int32Array, onChange: OnChange): void {
    const amounts = toAmounts(words, count)
    for (let index = 0; index < count; index += 1) {
      const blockNumber = blockNumbers[index]!
      if (blockNumber !== this.lastBlock) {
        if (blockNumber < this.lastBlock) throw new RangeError(`PackedLedger: block ${blockNumber} comes after block ${this.lastBlock}`)
        this.endBlock(onChange)
        this.lastBlock = blockNumber
      }
      const amount = amounts(index)
      const [from, to] = [met[index * 2]!, met[index * 2 + 1]!]
      if (from >= 0) this.add(from, -amount)
      if (to >= 0) this.add(to, amount)
    }
    this.endBlock(onChange)
  }

  private add(account: number, amount: bigint): void {
    const balance = this.balances[account]!
    if (this.touchedIn[account] !== this.blocks) {
      this.touchedIn[account] = this.blocks
      this.touched.push(account)
      this.before.push(balance)
    }
    this.balances[account] = balance + amount
  }

  private endBlock(onChange: OnChange): void {
    for (let index = 0; index < this.touched.length; index += 1) {
      const account = this.touched[index]!
      const balance = this.balances[account]!
      if (balance === this.before[index]) continue
      onChange(this.lastBlock, account, balance)
      if (!this.isChanged[account]) {
        this.isChanged[account] = true
        this.changed.push(account)
      }
    }
    this.touched.length = 0
    this.before.length = 0
    this.blocks += 1
  }

  /** The accounts that changed since the last time it was asked. */
  takeChanged(): number[] {
    const taken = this.changed
    for (const account of taken) this.isChanged[account] = false
    this.changed = []
    return taken
  }
}

const isZero = (words: Uint32Array, at: number): boolean =>
  words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0 && words[at + 4] === 0

/** Reads amounts: those below 2^64, and the halves of larger ones, in as few bigints as possible. */
function toAmounts(words: Uint32Array, count: number): (index: number) => bigint {
  const pair = new Uint32Array(2)
  const joined = new BigUint64Array(pair.buffer)
  const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
  const [low, high] = littleEndian ? [0, 1] : [1, 0]
  const join = (at: number): bigint => {
    pair[high] = words[at]!
    pair[low] = words[at + 1]!
    return joined[0]!
  }
  return (index) => {
    if (index >= count) return 0n
    const at = index * wordsPerTransfer + 10
    let amount = join(at + 6)
    if (words[at + 5] !== 0 || words[at + 4] !== 0) amount += join(at + 4) << 64n
    if (words[at + 3] !== 0 || words[at + 2] !== 0) amount += join(at + 2) << 128n
    if (words[at + 1] !== 0 || words[at] !== 0) amount += join(at) << 192n
    return amount
  }
}
