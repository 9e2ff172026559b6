import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { exactAmount } from './exactAmount'

/** One thing that was held against the chain, or could not be. */
export interface AuditRow {
  check: 'supply' | 'balance' | 'gap'
  /** 'totalSupply', an account (EIP-55), or what could not be read */
  subject: string
  /** smallest units; null where nothing was compared */
  ledger: bigint | null
  chain: bigint | null
  result: 'equal' | 'differs' | 'unread'
  /** Why it could not be read; null where it was */
  reason: string | null
}

/**
 * An audit as rows: the sum of all holdings against totalSupply, every sampled balance that differs, and every gap.
 *
 * @returns one row for each gap alone where no audit was made
 * @example toAuditRows({ audit, gaps: [] }, (address) => address)[0] // { check: 'supply', subject: 'totalSupply', ledger: 5n, chain: 5n, result: 'equal', reason: null }
 */
export function toAuditRows({ audit, gaps }: Pick<Snapshot, 'audit' | 'gaps'>, displayAddress: (address: `0x${string}`) => string): AuditRow[] {
  const missing = gaps.map(({ subject, reason }): AuditRow => ({ check: 'gap', subject, ledger: null, chain: null, result: 'unread', reason }))
  if (!audit) return missing
  const { claimed, supply, mismatches } = audit
  return [
    { check: 'supply', subject: 'totalSupply', ledger: claimed, chain: supply, result: supply === null ? 'unread' : supply === claimed ? 'equal' : 'differs', reason: null },
    ...mismatches.map(({ account, ledger, chain }): AuditRow => ({ check: 'balance', subject: displayAddress(account), ledger, chain, result: 'differs', reason: null })),
    ...missing,
  ]
}

const words = {
  en: {
    caption: 'Held against the chain', check: 'Check', subject: 'Of', ledger: 'In the ledger', chain: 'On the chain', result: 'Result', reason: 'Reason',
    checks: { supply: 'sum of all holdings', balance: 'balance', gap: 'reading' },
    results: { equal: 'equal', differs: 'differs', unread: 'could not be read' },
  },
  de: {
    caption: 'Mit der Chain verglichen', check: 'Prüfung', subject: 'Von', ledger: 'Im Hauptbuch', chain: 'Auf der Chain', result: 'Ergebnis', reason: 'Grund',
    checks: { supply: 'Summe aller Bestände', balance: 'Bestand', gap: 'Abfrage' },
    results: { equal: 'gleich', differs: 'weicht ab', unread: 'ließ sich nicht lesen' },
  },
} as const

/**
 * The rows of an audit to read.
 *
 * @example auditTable(rows, uni, 'en').rows[0]?.[4]?.text // 'equal'
 */
export function auditTable(rows: readonly AuditRow[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const amount = (units: bigint | null): Cell =>
    units === null ? { value: null, text: '–' } : { value: String(units), text: exactAmount(units, token.decimals, locale) }
  return {
    caption: word.caption,
    columns: [
      { id: 'check', label: word.check, numeric: false },
      { id: 'subject', label: word.subject, numeric: false },
      { id: 'ledger', label: `${word.ledger} (${token.symbol})`, numeric: true },
      { id: 'chain', label: `${word.chain} (${token.symbol})`, numeric: true },
      { id: 'result', label: word.result, numeric: false },
      { id: 'reason', label: word.reason, numeric: false },
    ],
    rows: rows.map(({ check, subject, ledger, chain, result, reason }) => [
      { value: check, text: word.checks[check] },
      { value: subject, text: subject },
      amount(ledger),
      amount(chain),
      { value: result, text: word.results[result] },
      { value: reason, text: reason ?? '–' },
    ]),
  }
}
