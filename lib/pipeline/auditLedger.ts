import type { Database } from '@/db/database'
import type { ChainReader } from '../chain/reader'
import type { Token } from '../domain/protocol'
import { auditToken, toAuditFault } from './auditToken'
import { repairToken, type Repair } from './repairToken'

/**
 * Holds a token's ledger against the chain, and where they differ, takes the ledger back to before the fault, if it can be found.
 *
 * @param repair false: only say what is wrong
 * @returns what is wrong in plain words, or null; and whether a sync has to read something again
 */
export async function auditLedger(
  options: { token: Token; tokenId: number; reader: ChainReader; database: Database },
  { repair }: { repair: boolean },
): Promise<{ fault: string | null; readAgain: boolean }> {
  const result = await auditToken(options)
  const fault = result && toAuditFault(options.token.symbol, result.block, result.audit, result.gaps)
  if (!result || fault === null) return { fault: null, readAgain: false }
  if (!repair || result.audit.status !== 'failed') return { fault, readAgain: false }
  const repaired = await repairToken({ ...options, ...result })
  return { fault: `${fault}. ${toRepairText(repaired)}`, readAgain: repaired.status === 'rewound' }
}

/**
 * What became of a ledger that was found wrong, in plain words.
 *
 * @example toRepairText({ status: 'rewound', wrongFrom: 18, end: 12 }) // 'It went wrong in block 18: what comes after block 12 is read again'
 */
export function toRepairText(repair: Repair): string {
  if (repair.status === 'rewound')
    return `It went wrong in block ${repair.wrongFrom}: ${repair.end === null ? 'all of it' : `what comes after block ${repair.end}`} is read again`
  return 'No logs lead to what the contract says: the token also moves without logs, or every endpoint leaves out the same ones'
}
