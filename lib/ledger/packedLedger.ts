import { AccountTable } from './accountTable'
import { addAmount, setBalance, subtractAmount, wordsPerBalance } from './balanceWords'
import { wordsPerTransfer, type PackedTransfers } from './packedTransfers'

/** Receives one changed balance: the account by its number in the ledger's table, its balance in words from `at` on, to read at once. */
export type OnChange = (blockNumber: number, account: number, words: Uint32Array, at: number) => void

/**
 * A ledger in memory for long histories: the same rows as `foldTransfers`, from packed transfers, with accounts as numbers and balances
 * as words. `foldTransfers` is the definition, and the tests hold this one to it.
 *
 * First `meet` the accounts of some transfers; give those that are new the balance they held before (`hold`), if any;
 * then `fold` the same transfers.
 */
export class PackedLedger {
  readonly accounts = new AccountTable()
  /** `wordsPerBalance` for each account */
  private balances = new Uint32Array(1024 * wordsPerBalance)
  /** Accounts whose balance changed, each once, since `changed` was last emptied */
  private changed: number[] = []
  private isChanged = new Uint8Array(1024)
  private touchedIn = new Int32Array(1024).fill(-1)
  /** Accounts of the block that is being folded, and what they held before it */
  private touched = new Int32Array(64)
  private before = new Uint32Array(64 * wordsPerBalance)
  private touchedCount = 0
  private blocks = 0
  private lastBlock = -1

  /** Numbers the accounts of transfers, sender then receiver for each; −1 for the zero address, which is no account as a sender. */
  meet({ count, words }: PackedTransfers): Int32Array {
    const met = new Int32Array(count * 2)
    numberAll(this.accounts, words, met)
    if (this.accounts.size > this.isChanged.length) this.enlarge()
    return met
  }

  /**
   * Folds transfers in the chain's order; a block's transfers all belong to one call.
   *
   * @param met what `meet` answered for them
   * @throws RangeError when a block comes after a later one
   */
  fold({ count, blockNumbers, words }: PackedTransfers, met: Int32Array, onChange: OnChange): void {
    const { balances } = this
    for (let index = 0; index < count; index += 1) {
      const blockNumber = blockNumbers[index]!
      if (blockNumber !== this.lastBlock) {
        if (blockNumber < this.lastBlock) throw new RangeError(`PackedLedger: block ${blockNumber} comes after block ${this.lastBlock}`)
        this.endBlock(onChange)
        this.lastBlock = blockNumber
      }
      const amount = index * wordsPerTransfer + 10
      const from = met[index * 2]!
      const to = met[index * 2 + 1]!
      if (from >= 0) {
        if (this.touchedIn[from] !== this.blocks) this.touch(from)
        subtractAmount(balances, from * wordsPerBalance, words, amount)
      }
      if (to >= 0) {
        if (this.touchedIn[to] !== this.blocks) this.touch(to)
        addAmount(balances, to * wordsPerBalance, words, amount)
      }
    }
    this.endBlock(onChange)
  }

  /** Says what an account held before its first transfer that is folded here. */
  hold(account: number, balance: bigint): void {
    setBalance(this.balances, account * wordsPerBalance, balance)
  }

  /** Where an account's balance stands: nine words from `at` on. Valid until the next `meet`. */
  held(account: number): { words: Uint32Array; at: number } {
    return { words: this.balances, at: account * wordsPerBalance }
  }

  private touch(account: number): void {
    const count = this.touchedCount
    if (count === this.touched.length) {
      this.touched = toLarger(this.touched, new Int32Array(count * 2))
      this.before = toLarger(this.before, new Uint32Array(count * 2 * wordsPerBalance))
    }
    const { balances, before } = this
    const [from, to] = [account * wordsPerBalance, count * wordsPerBalance]
    for (let word = 0; word < wordsPerBalance; word += 1) before[to + word] = balances[from + word]!
    this.touched[count] = account
    this.touchedIn[account] = this.blocks
    this.touchedCount = count + 1
  }

  private endBlock(onChange: OnChange): void {
    const { balances, before, touched, touchedCount, isChanged } = this
    for (let index = 0; index < touchedCount; index += 1) {
      const account = touched[index]!
      const at = account * wordsPerBalance
      if (isSame(balances, at, before, index * wordsPerBalance)) continue
      onChange(this.lastBlock, account, balances, at)
      if (isChanged[account] === 0) {
        isChanged[account] = 1
        this.changed.push(account)
      }
    }
    this.touchedCount = 0
    this.blocks += 1
  }

  /** The accounts that changed since the last time it was asked. */
  takeChanged(): number[] {
    const taken = this.changed
    for (const account of taken) this.isChanged[account] = 0
    this.changed = []
    return taken
  }

  private enlarge(): void {
    const room = Math.max(this.accounts.size, this.isChanged.length * 2)
    const known = this.isChanged.length
    this.balances = toLarger(this.balances, new Uint32Array(room * wordsPerBalance))
    this.isChanged = toLarger(this.isChanged, new Uint8Array(room))
    this.touchedIn = toLarger(this.touchedIn, new Int32Array(room)).fill(-1, known)
  }
}

/** Apart from what follows it: a loop that is made fast while it runs is made so again wherever it ends differently. */
function numberAll(accounts: AccountTable, words: Uint32Array, met: Int32Array): void {
  for (let index = 0, at = 0; index < met.length; index += 2, at += wordsPerTransfer) {
    const mint = isZero(words, at)
    met[index] = mint ? -1 : accounts.intern(words, at)
    // A transfer from zero to zero is minted and held there; any other to zero is burned.
    met[index + 1] = !mint && isZero(words, at + 5) ? -1 : accounts.intern(words, at + 5)
  }
}

function toLarger<Numbers extends Uint8Array | Int32Array | Uint32Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers)
  return larger
}

function isSame(words: Uint32Array, at: number, others: Uint32Array, from: number): boolean {
  for (let word = 0; word < wordsPerBalance; word += 1) if (words[at + word] !== others[from + word]) return false
  return true
}

const isZero = (words: Uint32Array, at: number): boolean =>
  words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0 && words[at + 4] === 0
