import type { Lens } from '@/lib/domain/lens'
import type { ProposalOrigin } from '@/lib/domain/proposal'
import type { Token } from '@/lib/domain/protocol'
import type { Block, Gap, Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import type { VotesAudit } from '@/lib/domain/votingPower'
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
    proposals: (last: number, all: number, origin: string) => `Was üblich ist, folgt aus den neuesten ${last} von ${all} entschiedenen Vorschlägen ${origin}.`,
    none: 'Es gibt noch keinen entschiedenen Vorschlag: Was üblicherweise abgegeben wird, ist nicht bekannt.',
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
