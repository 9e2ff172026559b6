import type { Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Gap } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import type { VotesAudit } from '@/lib/domain/votingPower'
import type { AuditView } from './auditView'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

const words = {
  en: {
    unaudited: 'Votes were not held against the contract.',
    headline: { passed: 'Audit of votes passed', failed: 'Audit of votes failed: do not rely on these figures', incomplete: 'Audit of votes incomplete', none: 'Votes were not audited' },
    sampled: (sampled: string, wrong: number) => wrong === 0 ? `The votes of ${sampled} accounts agree with the contract.` : `Of ${sampled} accounts whose votes were asked for, ${wrong} ${wrong === 1 ? 'differs' : 'differ'} from the contract.`,
    mismatches: 'Votes that differ', account: 'Account', folded: 'By the logs', chain: 'On the chain', gapTable: 'What could not be read', subject: 'Missing', reason: 'Reason',
  },
  de: {
    unaudited: 'Die Stimmen wurden nicht mit dem Contract verglichen.',
    headline: { passed: 'Prüfung der Stimmen bestanden', failed: 'Prüfung der Stimmen nicht bestanden: Auf diese Zahlen ist kein Verlass', incomplete: 'Prüfung der Stimmen unvollständig', none: 'Stimmen nicht geprüft' },
    sampled: (sampled: string, wrong: number) => wrong === 0 ? `Die Stimmen von ${sampled} Konten stimmen mit dem Contract überein.` : `Von ${sampled} befragten Konten ${wrong === 1 ? 'weicht eines' : `weichen ${wrong}`} vom Contract ab.`,
    mismatches: 'Abweichende Stimmen', account: 'Konto', folded: 'Nach den Logs', chain: 'Auf der Chain', gapTable: 'Was sich nicht lesen ließ', subject: 'Es fehlt', reason: 'Grund',
  },
} as const

/**
 * What the audit of votes found, like that of balances.
 *
 * @param displayAddress writes an address for people (EIP-55)
 * @example votesAuditView({ audit: { status: 'passed', sampled: 100, mismatches: [] }, gaps: [] }, token, (address) => address, 'en').sentences // ['The votes of 100 accounts agree with the contract.']
 */
export function votesAuditView(
  { audit, gaps }: { audit: VotesAudit | null; gaps: readonly Gap[] },
  { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>,
  displayAddress: (address: `0x${string}`) => string,
  locale: Locale,
): AuditView {
  const word = words[locale]
  const amount = (units: bigint) => ({ value: String(units), text: exactAmount(units, decimals, locale) })
  const toTable = (caption: string, columns: Table['columns'], rows: Table['rows']): Table | null => (rows.length === 0 ? null : { caption, columns, rows })
  const text = (id: string, label: string) => ({ id, label, numeric: false })
  return {
    tone: audit?.status ?? 'none',
    headline: word.headline[audit?.status ?? 'none'],
    sentences: audit ? [word.sampled(formatNumber(audit.sampled, 'count', locale), audit.mismatches.length)] : [word.unaudited],
    mismatches: toTable(
      word.mismatches,
      [text('account', word.account), { id: 'folded', label: `${word.folded} (${symbol})`, numeric: true }, { id: 'chain', label: `${word.chain} (${symbol})`, numeric: true }],
      (audit?.mismatches ?? []).map(({ account, folded, chain }) => [{ value: account, text: displayAddress(account) }, amount(folded), amount(chain)]),
    ),
    gaps: toTable(word.gapTable, [text('subject', word.subject), text('reason', word.reason)], gaps.map(({ subject, reason }) => [{ value: subject, text: subject }, { value: reason, text: reason }])),
  }
}
