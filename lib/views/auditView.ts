import type { Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

/** What a page says about how far a snapshot can be believed. `tone` picks the colour; the words carry the meaning. */
export interface AuditView {
  tone: 'passed' | 'failed' | 'incomplete' | 'none'
  headline: string
  sentences: readonly string[]
  /** Accounts whose balance differs; null where none does */
  mismatches: Table | null
  /** What could not be read; null where everything was */
  gaps: Table | null
}

const words = {
  en: {
    headline: {
      passed: 'Audit passed',
      failed: 'Audit failed: do not rely on these figures',
      incomplete: 'Audit incomplete',
      none: 'Not audited',
    },
    equal: (claimed: string) => `The holdings add up to ${claimed}, exactly the contract’s totalSupply at this block.`,
    unequal: (claimed: string, supply: string, difference: string) =>
      `The holdings add up to ${claimed}, but the contract’s totalSupply is ${supply}: a difference of ${difference}.`,
    noSupply: (claimed: string) => `The holdings add up to ${claimed}; totalSupply could not be read, so there is nothing to compare it with.`,
    sampled: (sampled: string, wrong: number) =>
      wrong === 0
        ? `${sampled} sampled balances agree with balanceOf.`
        : `Of ${sampled} sampled balances, ${wrong} ${wrong === 1 ? 'differs' : 'differ'} from balanceOf.`,
    origins: {
      chain: 'No audit was made of this snapshot.',
      ledger: 'History is replayed from the ledger of Transfer logs. It is audited only where the newest block is read.',
      imported: 'An imported list has no contract to be compared with. Its figures are as good as the list.',
    },
    mismatches: 'Balances that differ',
    account: 'Account',
    ledger: 'In the ledger',
    chain: 'On the chain',
    gaps: 'What could not be read',
    subject: 'Missing',
    reason: 'Reason',
  },
  de: {
    headline: {
      passed: 'Prüfung bestanden',
      failed: 'Prüfung nicht bestanden: Auf diese Zahlen ist kein Verlass',
      incomplete: 'Prüfung unvollständig',
      none: 'Nicht geprüft',
    },
    equal: (claimed: string) => `Die Bestände ergeben zusammen ${claimed}, genau die totalSupply des Contracts in diesem Block.`,
    unequal: (claimed: string, supply: string, difference: string) =>
      `Die Bestände ergeben zusammen ${claimed}, die totalSupply des Contracts beträgt aber ${supply}: eine Differenz von ${difference}.`,
    noSupply: (claimed: string) => `Die Bestände ergeben zusammen ${claimed}; totalSupply ließ sich nicht lesen, ein Vergleich ist nicht möglich.`,
    sampled: (sampled: string, wrong: number) =>
      wrong === 0
        ? `${sampled} Stichproben stimmen mit balanceOf überein.`
        : `Von ${sampled} Stichproben ${wrong === 1 ? 'weicht eine' : `weichen ${wrong}`} von balanceOf ab.`,
    origins: {
      chain: 'Dieser Stand wurde nicht geprüft.',
      ledger: 'Der Verlauf ist aus den Transfer-Logs nachgerechnet. Geprüft wird nur der neueste Block.',
      imported: 'Zu einer importierten Liste gibt es keinen Contract zum Vergleich. Ihre Zahlen sind so gut wie die Liste.',
    },
    mismatches: 'Abweichende Bestände',
    account: 'Konto',
    ledger: 'Im Hauptbuch',
    chain: 'Auf der Chain',
    gaps: 'Was sich nicht lesen ließ',
    subject: 'Es fehlt',
    reason: 'Grund',
  },
} as const

/**
 * Says in words and figures what the audit of a snapshot found, and what is missing from it.
 *
 * @param displayAddress writes an address for people (EIP-55)
 * @example auditView(snapshot, uni, (address) => address, 'en').headline // 'Audit passed'
 */
export function auditView(
  { audit, gaps, origin }: Pick<Snapshot, 'audit' | 'gaps' | 'origin'>,
  token: Pick<Token, 'symbol' | 'decimals'>,
  displayAddress: (address: `0x${string}`) => string,
  locale: Locale,
): AuditView {
  const word = words[locale]
  const write = (amount: bigint) => exactAmount(amount, token.decimals, locale)
  const missing: Table | null = gaps.length === 0 ? null : {
    caption: word.gaps,
    columns: [{ id: 'subject', label: word.subject, numeric: false }, { id: 'reason', label: word.reason, numeric: false }],
    rows: gaps.map(({ subject, reason }) => [{ value: subject, text: subject }, { value: reason, text: reason }]),
  }
  if (!audit) return { tone: 'none', headline: word.headline.none, sentences: [word.origins[origin]], mismatches: null, gaps: missing }
  return {
    tone: audit.status,
    headline: word.headline[audit.status],
    sentences: [
      toSupplySentence(audit, (amount) => `${write(amount)} ${token.symbol}`, locale),
      word.sampled(formatNumber(audit.sampled, 'count', locale), audit.mismatches.length),
    ],
    mismatches: audit.mismatches.length === 0 ? null : {
      caption: word.mismatches,
      columns: [
        { id: 'account', label: word.account, numeric: false },
        { id: 'ledger', label: `${word.ledger} (${token.symbol})`, numeric: true },
        { id: 'chain', label: `${word.chain} (${token.symbol})`, numeric: true },
      ],
      rows: audit.mismatches.map(({ account, ledger, chain }) => [
        { value: account, text: displayAddress(account) },
        { value: String(ledger), text: write(ledger) },
        { value: String(chain), text: write(chain) },
      ]),
    },
    gaps: missing,
  }
}

function toSupplySentence({ claimed, supply }: { claimed: bigint; supply: bigint | null }, write: (amount: bigint) => string, locale: Locale): string {
  const word = words[locale]
  if (supply === null) return word.noSupply(write(claimed))
  if (supply === claimed) return word.equal(write(claimed))
  return word.unequal(write(claimed), write(supply), write(supply > claimed ? supply - claimed : claimed - supply))
}
