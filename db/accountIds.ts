import type pg from 'pg'
import type { PackedLedger } from '@/lib/ledger/packedLedger'
import { internAccounts } from './accounts'
import { loadSettled } from './settledBalances'

/**
 * The ids of a ledger's accounts, by their numbers in its table. They are asked for beside whatever else is done, many at a time: of accounts
 * in the order of their addresses, Postgres finds and adds tens of thousands for little more than it takes for a thousand.
 */
export class AccountIds {
  /** In the order of the numbers; as many as were answered so far */
  readonly ids: number[] = []
  private asked = 0
  private answered: Promise<void> = Promise.resolve()
  /** Whether nobody had an id the last time: so it will be the next time, in the first ledger of a database */
  private areNew = false

  /** @param settledOf the token whose settled balances accounts begin with; null where none are settled yet */
  constructor(
    private readonly client: pg.PoolClient,
    private readonly ledger: PackedLedger,
    private readonly settledOf: number | null,
  ) {}

  /** Whether accounts may hold something before they are met: nothing of theirs may be folded before they are known. */
  get mayHold(): boolean {
    return this.settledOf !== null
  }

  /** How many were met and not asked for */
  get open(): number {
    return this.ledger.accounts.size - this.asked
  }

  /** Asks for those that were met since the last time. @returns when all that were met are known, and what they held is in the ledger */
  ask(): Promise<void> {
    const [first, addresses] = [this.asked, this.takeNew()]
    const before = this.answered
    this.answered = (async () => {
      await before
      await this.introduce(first, addresses)
    })()
    return this.answered
  }

  private takeNew(): Buffer {
    const { words, size } = this.ledger.accounts
    const first = this.asked
    const addresses = Buffer.alloc((size - first) * 20)
    for (let word = first * 5; word < size * 5; word += 1) addresses.writeUInt32BE(words[word]!, (word - first * 5) * 4)
    this.asked = size
    return addresses
  }

  private async introduce(first: number, addresses: Buffer): Promise<void> {
    if (addresses.length === 0) return
    const { ids: fresh, added } = await internAccounts(this.client, addresses, this.areNew)
    this.areNew = added === fresh.length
    for (const id of fresh) this.ids.push(id)
    if (this.settledOf === null) return
    const held = await loadSettled(this.client, this.settledOf, fresh)
    fresh.forEach((id, index) => {
      const balance = held.get(id)
      if (balance !== undefined) this.ledger.hold(first + index, balance)
    })
  }
}
