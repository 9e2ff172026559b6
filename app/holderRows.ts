import type { Holder } from '@/db/holders'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { HolderRow } from '@/lib/views/holderRow'

/** A holder as the database has it, in the form that people and files read. */
export const toHolderRow = ({ rank, account, amount, label }: Holder): HolderRow => ({
  rank,
  address: toChecksumAddress(account),
  amount,
  label: label && { name: label.name, role: label.role, source: label.source },
})
