import type { Holder } from '@/db/holders'
import type { StreamedHolder } from '@/db/holderStream'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Distribution } from '@/lib/domain/distribution'
import type { Label } from '@/lib/domain/label'
import type { HolderRow } from '@/lib/views/holderRow'

/** A holder as the database has it, in the form that people and files read. */
export const toHolderRow = ({ rank, account, amount, label }: Holder): HolderRow => ({
  rank,
  address: toChecksumAddress(account),
  amount,
  label: label && { name: label.name, role: label.role, source: label.source },
})

/** The same of a holder that streams: its amount is made where somebody reckons with it. */
export class StreamedRow implements HolderRow {
  readonly rank: number
  readonly address: string
  readonly digits: string
  readonly label: HolderRow['label']

  constructor({ rank, account, digits, label }: StreamedHolder) {
    this.rank = rank
    this.address = toChecksumAddress(account)
    this.digits = digits
    this.label = label && { name: label.name, role: label.role, source: label.source }
  }

  get amount(): bigint {
    return BigInt(this.digits)
  }
}

/** The largest holders of a distribution in the same form: for blocks whose list is no longer kept, as the ledger can tell it. */
export function toHolderRows({ accounts, amounts }: Distribution, labels: readonly Label[], limit: number): HolderRow[] {
  const known = new Map(labels.map((label) => [label.address, label]))
  return accounts.slice(0, limit).map((account, place) => {
    const label = known.get(account)
    return {
      rank: place + 1,
      address: toChecksumAddress(account),
      amount: amounts[place]!,
      label: label ? { name: label.name, role: label.role, source: label.source } : null,
    }
  })
}
