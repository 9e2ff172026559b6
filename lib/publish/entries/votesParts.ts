import type { Protocol, Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { votesNotes } from '@/lib/views/votesNotes'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { LoadedDelegates, LoadedVotes } from '../loadedVotes'
import type { Loaded } from '../view'

/** What the charts of votes begin with. */
export interface VotesParts {
  protocol: Protocol
  token: Token
  votes: LoadedVotes
  /** What figures rest on, in words; `anyLens` where nobody is left out, whatever the lens */
  notes: (of: { delegates: boolean; proposals: boolean; anyLens?: boolean }) => string[]
  /** The columns with which their files end */
  foot: CsvColumn<unknown>[]
}

/** A chart's votes with what its figures rest on; null where neither votes nor decided proposals are kept. */
export function toVotesParts({ protocol, votes, lens, displayAddress }: Loaded, locale: Locale): VotesParts | null {
  if (!protocol || !votes) return null
  const { token } = protocol
  const constant = (name: string, kind: CsvColumn<unknown>['kind'], text: string | null): CsvColumn<unknown> => ({ name, kind, value: () => text, constant: true })
  const { delegates } = votes
  return {
    protocol, token, votes,
    notes: (of) => votesNotes(votes, of.anyLens ? null : lens, token, of, locale),
    foot: [
      constant('protocol', 'code', protocol.slug),
      constant('token_address', 'code', displayAddress(token.address)),
      constant('lens', 'code', lens.id),
      constant('votes_block_number', 'number', delegates && String(delegates.block.number)),
      constant('votes_block_time', 'code', delegates && toIsoTime(delegates.block.timestamp)),
      constant('votes_audit', 'code', delegates?.audit?.status ?? null),
    ],
  }
}

/** The same where delegates are known: before the first block whose votes were read they are not. */
export function toDelegatesParts(loaded: Loaded, locale: Locale): (VotesParts & { delegates: LoadedDelegates }) | null {
  const parts = toVotesParts(loaded, locale)
  return parts?.votes.delegates ? { ...parts, delegates: parts.votes.delegates } : null
}
