import type { GainingVoter } from '@/lib/governance/ownGain'
import type { Token } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import { shortAddress } from '@/lib/views/holderRow'
import { toNames } from '@/lib/views/lookThroughTables'
import { ownGainSentence, ownGainTable as ownGainTableView, ownGainVotersTable, proposalGainSentence, toMissingText, toTouchedText, type GainWords, type ProposalGain } from '@/lib/views/ownGain'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toPercent } from '../plainDecimal'
import type { Chart, Loaded, View } from '../view'
import { toTableView, toTitle } from './toTableView'

const title: Text = { en: 'Votes for, cast by those concerned', de: 'Ja-Stimmen von Betroffenen' }

const words = {
  en: {
    notes: [
      'An account is concerned where a contract that the proposal’s calls name held something for it before votes were counted, directly or through other contracts, or where a call pays it.',
      'Positions at other addresses of the same person are not seen. Why somebody votes for something stands on no chain: this is no accusation.',
    ],
    block: (block: string) => `Positions as of block ${block}, the last one known before votes are counted.`,
  },
  de: {
    notes: [
      'Betroffen ist ein Konto, für das ein Contract, den die Aufrufe des Vorschlags nennen, vor der Zählung der Stimmen etwas hielt, unmittelbar oder über andere Contracts, oder das ein Aufruf bezahlt.',
      'Positionen an anderen Adressen derselben Person bleiben unerkannt. Warum jemand für etwas stimmt, steht auf keiner Chain: Dies ist kein Vorwurf.',
    ],
    block: (block: string) => `Positionen nach Block ${block}, dem letzten bekannten vor der Zählung der Stimmen.`,
  },
} as const

/** Words for contracts and accounts; where nobody has named them, addresses as `write` writes them. */
const toGainWords = ({ displayAddress }: Pick<Loaded, 'displayAddress'>, { labels, wrappers }: NonNullable<Loaded['protocol']>, write = displayAddress): GainWords => ({
  nameOf: toNames(labels, wrappers, write), displayAddress,
})

/** A part of the votes for, and its share. */
const partColumns = (name: string, partOf: (one: ProposalGain) => bigint): CsvColumn<ProposalGain>[] => [
  { name: `${name}_raw`, kind: 'number', value: (one) => String(partOf(one)) },
  { name: `${name}_share_pct`, kind: 'number', value: (one) => (one.gain.inFavour === 0n ? null : toPercent(partOf(one), one.gain.inFavour)) },
]

export const ownGainTable: Chart = {
  id: 'ownGainTable',
  title,
  kind: 'table',
  scopes: ['token'],
  lenses: false,
  days: false,
  fixed: false,
  needs: ['ownGain'],
  long: false,
  view: (loaded, locale) => {
    const { protocol, ownGain } = loaded
    if (!protocol || !ownGain || ownGain.length === 0) return null
    const names = toGainWords(loaded, protocol)
    const shortNames = toGainWords(loaded, protocol, (address) => shortAddress(loaded.displayAddress(address)))
    const { token } = protocol
    const columns: CsvColumn<ProposalGain>[] = [
      { name: 'title', kind: 'text', value: ({ proposal }) => proposal.title || null },
      { name: 'state', kind: 'code', value: ({ proposal }) => proposal.state },
      { name: 'closes_time', kind: 'code', value: ({ proposal }) => toIsoTime(proposal.closes) },
      { name: 'for_raw', kind: 'number', value: ({ gain }) => String(gain.inFavour) },
      ...partColumns('by_position', ({ gain }) => gain.byPosition),
      ...partColumns('by_payment', ({ gain }) => gain.byPayment),
      ...partColumns('concerned', ({ gain }) => gain.together),
      { name: 'touched', kind: 'text', value: ({ gain }) => toTouchedText(gain, token, names, 'en') || null },
      { name: 'gaps', kind: 'text', value: ({ gain }) => toMissingText(gain, names, 'en') },
      { name: 'block_number', kind: 'number', value: ({ block }) => block && String(block.number) },
      { name: 'place', kind: 'text', value: ({ proposal }) => proposal.place },
      { name: 'proposal_key', kind: 'text', value: ({ proposal }) => proposal.key },
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
    ]
    return toTableView({
      id: 'ownGainTable',
      title: toTitle(title, token.symbol, locale),
      sentence: ownGainSentence(ownGain, locale),
      notes: words[locale].notes,
      table: ownGainTableView(ownGain, token, shortNames, locale),
      columns,
      rows: ownGain,
    }, locale)
  },
}

const voterColumns = ({ inFavour }: ProposalGain['gain'], { displayAddress }: Pick<Loaded, 'displayAddress'>): CsvColumn<GainingVoter>[] => [
  { name: 'address', kind: 'code', value: ({ voter }) => displayAddress(voter) },
  { name: 'for_raw', kind: 'number', value: ({ votes }) => String(votes) },
  { name: 'for_share_pct', kind: 'number', value: ({ votes }) => toPercent(votes, inFavour) },
  { name: 'through', kind: 'code', value: ({ through }) => through.map(displayAddress).join(':') || null },
  { name: 'paid', kind: 'code', value: ({ paid }) => (paid ? 'yes' : 'no') },
]

/** Who voted for one proposal and has something in what it touches. */
export const ownGain: Chart = {
  id: 'ownGain',
  title,
  kind: 'table',
  scopes: ['proposal'],
  lenses: false,
  days: false,
  fixed: false,
  needs: ['proposals', 'ownGain'],
  long: false,
  view: (loaded, locale) => {
    const [gain] = loaded.ownGain ?? []
    return loaded.protocol && loaded.proposal && gain ? toOwnGainView(loaded, loaded.protocol, gain, locale) : null
  },
}

/**
 * The same as a view.
 *
 * @example toOwnGainView(loaded, protocol, gain, 'en').sentence // '72.7% of the votes for it (3,200,000 of 4,400,000 DCMP) were cast by accounts with …'
 */
export function toOwnGainView(loaded: Pick<Loaded, 'displayAddress'>, protocol: NonNullable<Loaded['protocol']>, one: ProposalGain, locale: Locale): View {
  const names = toGainWords(loaded, protocol)
  const token: Token = protocol.token
  const { gain, block } = one
  return toTableView({
    id: 'ownGain',
    title: toTitle(title, one.proposal.title, locale),
    sentence: proposalGainSentence(one, token, names, locale),
    notes: [...(block ? [words[locale].block(String(block.number))] : []), ...words[locale].notes],
    table: ownGainVotersTable(gain, token, names, locale),
    columns: voterColumns(gain, loaded),
    rows: gain.voters,
  }, locale)
}
