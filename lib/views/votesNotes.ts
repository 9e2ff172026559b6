import type { Table } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { ProposalOrigin } from '@/lib/domain/proposal'
import type { Token } from '@/lib/domain/protocol'
import type { Block, Gap, Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import type { VotesAudit } from '@/lib/domain/votingPower'
import type { AuditView } from './auditView'
import { exactAmount } from './exactAmount'
import { formatAmount, formatNumber, formatTime } from './format'

const words = {
  en: {
    at: (block: string, time: string) => `Votes at block ${block}, ${time}.`,
    lens: (name: string) => `Lens: ${name}. Whoever it leaves out as a holder is left out as a delegate and as a voter too. Contracts are not looked through for votes: they cast them themselves.`,
    left: (accounts: string, votes: string) => `Left out by the lens: ${accounts} with ${votes}.`,
    accounts: (count: number, text: string) => (count === 1 ? 'one delegate' : `${text} delegates`),
    gaps: (count: number) => (count === 1 ? 'One reading of votes failed and is missing.' : `${count} readings of votes failed and are missing.`),
    failed: 'Audit of votes failed: do not rely on these figures.',
    unaudited: 'Votes were not held against the contract.',
    origins: { chain: 'decided on the chain', offChain: 'decided off the chain', imported: 'from an imported file' },
    proposals: (last: number, all: number, origin: string) => `Usual votes are told from the newest ${last} of ${all} proposals ${origin}.`,
    none: 'No decided proposal is kept yet: what is usually cast is not known.',
    headline: { passed: 'Audit of votes passed', failed: 'Audit of votes failed: do not rely on these figures', incomplete: 'Audit of votes incomplete', none: 'Votes were not audited' },
    sampled: (sampled: string, wrong: number) => wrong === 0 ? `The votes of ${sampled} accounts agree with the contract.` : `Of ${sampled} accounts whose votes were asked for, ${wrong} ${wrong === 1 ? 'differs' : 'differ'} from the contract.`,
    mismatches: 'Votes that differ', account: 'Account', folded: 'By the logs', chain: 'On the chain', gapTable: 'What could not be read', subject: 'Missing', reason: 'Reason',
  },
  de: {
    at: (block: string, time: string) => `Stimmen zu Block ${block}, ${time}.`,
    lens: (name: string) => `Sicht: ${name}. Wen sie als Halter weglässt, lässt sie auch als Delegierten und Abstimmenden weg. Durch Contracts wird bei Stimmen nicht geschaut: Sie geben sie selbst ab.`,
    left: (accounts: string, votes: string) => `Von der Sicht weggelassen: ${accounts} mit ${votes}.`,
    accounts: (count: number, text: string) => (count === 1 ? 'ein Delegierter' : `${text} Delegierte`),
    gaps: (count: number) => (count === 1 ? 'Eine Abfrage von Stimmen ist gescheitert und fehlt.' : `${count} Abfragen von Stimmen sind gescheitert und fehlen.`),
    failed: 'Prüfung der Stimmen nicht bestanden: Auf diese Zahlen ist kein Verlass.',
    unaudited: 'Die Stimmen wurden nicht mit dem Contract verglichen.',
    origins: { chain: 'auf der Chain', offChain: 'außerhalb der Chain', imported: 'aus einer importierten Datei' },
    proposals: (last: number, all: number, origin: string) => `Was üblich ist, folgt aus den neuesten ${last} von ${all} entschiedenen Anträgen ${origin}.`,
    none: 'Es gibt noch keinen entschiedenen Antrag: Was üblicherweise abgegeben wird, ist nicht bekannt.',
    headline: { passed: 'Prüfung der Stimmen bestanden', failed: 'Prüfung der Stimmen nicht bestanden: Auf diese Zahlen ist kein Verlass', incomplete: 'Prüfung der Stimmen unvollständig', none: 'Stimmen nicht geprüft' },
    sampled: (sampled: string, wrong: number) => wrong === 0 ? `Die Stimmen von ${sampled} Konten stimmen mit dem Contract überein.` : `Von ${sampled} befragten Konten ${wrong === 1 ? 'weicht eines' : `weichen ${wrong}`} vom Contract ab.`,
    mismatches: 'Abweichende Stimmen', account: 'Konto', folded: 'Nach den Logs', chain: 'Auf der Chain', gapTable: 'Was sich nicht lesen ließ', subject: 'Es fehlt', reason: 'Grund',
  },
} as const

/** What figures of votes rest on. */
export interface VotesBasis {
  delegates: { block: Block; audit: VotesAudit | null; gaps: readonly Gap[]; excluded: Measurement['excluded'] } | null
  proposals: { origin: ProposalOrigin | null; decided: number; last: number }
}

/**
 * What figures of votes rest on, as sentences: block, lens, what it leaves out, gaps, and the proposals that usual votes are told from.
 *
 * @param lens null where nobody is left out, whatever the lens
 * @param of which of them the figures rest on
 * @example votesNotes(basis, toLens('raw'), token, { delegates: true, proposals: false }, 'en')[0] // 'Votes at block 21,500,000, 1 Apr 2026, 12:00 UTC.'
 */
export function votesNotes(
  { delegates, proposals: { origin, decided, last } }: VotesBasis,
  lens: Pick<Lens, 'name'> | null,
  { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>,
  of: { delegates: boolean; proposals: boolean },
  locale: Locale,
): string[] {
  const word = words[locale]
  const left = (delegates?.excluded ?? []).reduce((sum, one) => ({ accounts: sum.accounts + one.accounts, amount: sum.amount + one.amount }), { accounts: 0, amount: 0n })
  return [
    of.delegates && delegates?.audit?.status === 'failed' && word.failed,
    of.delegates && delegates && word.at(formatNumber(delegates.block.number, 'count', locale), formatTime(delegates.block.timestamp, locale)),
    lens && word.lens(lens.name[locale]),
    of.delegates && lens && left.accounts > 0 && word.left(word.accounts(left.accounts, formatNumber(left.accounts, 'count', locale)), `${formatAmount({ units: left.amount, decimals }, locale)} ${symbol}`),
    of.delegates && delegates && !delegates.audit && word.unaudited,
    of.delegates && delegates && delegates.gaps.length > 0 && word.gaps(delegates.gaps.length),
    of.proposals && (origin ? word.proposals(last, decided, word.origins[origin]) : word.none),
  ].filter((note) => typeof note === 'string')
}

/**
 * What the audit of votes found, like that of balances.
 *
 * @param displayAddress writes an address for people (EIP-55)
 * @example votesAuditView({ audit: { status: 'passed', sampled: 100, mismatches: [] }, gaps: [] }, token, (address) => address, 'en').sentences // ['The votes of 100 accounts agree with the contract.']
 */
export function votesAuditView(
  { audit, gaps }: Pick<NonNullable<VotesBasis['delegates']>, 'audit' | 'gaps'>,
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
