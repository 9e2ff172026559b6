import type { Label } from '@/lib/domain/label'
import type { ProtocolInput } from '@/lib/domain/protocol'

/** What a protocol's file writes down about an account. */
export type LabelInput = NonNullable<ProtocolInput['labels']>[number]

/**
 * Labels that one source states: no label can be written down without saying who says it, and when that was read.
 *
 * @param source URL of a public page or file that names the account
 * @param asOf the day on which it was read, as in '2026-11-22'
 * @returns a function that writes one label
 *
 * @example
 * const docs = saidBy('https://example.org/addresses', '2026-11-22')
 * docs('0x…', 'contract', 'treasury', 'Reserve') // { address: '0x…', role: 'treasury', name: 'Reserve', source, asOf, … }
 */
export function saidBy(source: string, asOf: string) {
  return (address: string, kind: Label['kind'], role: Label['role'], name: string): LabelInput => {
    return { address, kind, role, name, source, asOf }
  }
}
