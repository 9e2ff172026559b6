import { toRatio } from '@/lib/domain/amount'
import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import { proposalStates, type Proposal } from '@/lib/domain/proposal'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import type { GainingVoter, OwnGain, TouchedContract } from '@/lib/governance/ownGain'
import type { CallEvidence } from '@/lib/governance/touchedContracts'
import { toAccountCell, toAmountCell, toNothingCell, toShareCell } from './accountCells'
import { exactAmount } from './exactAmount'
import { formatDate, formatNumber } from './format'

/** A proposal with what those who voted for it have in what it touches. */
export interface ProposalGain {
  proposal: Pick<Proposal, 'origin' | 'place' | 'key' | 'title' | 'state' | 'closes'>
  gain: OwnGain
  /** After which block positions were looked at: the last one known before votes are counted. Null where no call names a contract that holds for others */
  block: { number: number; timestamp: number | null } | null
}

/** How contracts and accounts are called, and how addresses are written. */
export interface GainWords {
  nameOf: (account: Address) => string
  displayAddress: (address: Address) => string
}

type Votes = Pick<Token, 'symbol' | 'decimals'>

const words = {
  en: {
    caption: 'Votes for, cast by those concerned', proposal: 'Proposal', state: 'State', closes: 'Vote ended', inFavour: 'Votes for', byPosition: 'by those with a position', byPayment: 'by those who are paid', together: 'by either',
    touched: 'What its calls touch', missing: 'Not told', voters: 'Who voted for it and is concerned', voter: 'Voter', share: 'Share of the votes for', why: 'How concerned',
    call: (call: number, what: string) => `call ${call} ${what}`, target: (calls: string) => `(${calls}) is made to it`, argument: (place: number, calls: string) => `(${calls}) has it as argument ${place}`, inside: (place: number, calls: string) => `(${calls}) has it at byte ${place}`,
    pays: (amount: string, payee: string, call: number) => `call ${call} pays ${amount} to ${payee}`, and: (count: number) => `${count} more payments`, ether: 'ether', bare: 'without data',
    unread: (calls: string) => `what call ${calls} changes`, owners: (name: string) => `for whom ${name} holds`, position: (names: string) => `has a position in ${names}`, paid: 'is paid',
    none: 'No account that voted for it is known to have anything in what it touches, or to be paid by it.', untouched: 'Its calls name no contract that holds for others here, and pay nobody.', nobody: 'Nobody voted for it.',
    cast: (share: string, part: string, all: string) => `${share} of the votes for it (${part} of ${all}) were cast by accounts with something in what it touches, or that it pays.`,
    some: (found: string, all: string) => `Accounts with something in what a proposal touches, or that it pays, voted for it at ${found} of ${all} ${all === '1' ? 'proposal' : 'proposals'} that anybody voted for.`, most: (share: string, title: string) => ` The largest share, ${share}, is that of “${title}”.`,
  },
  de: {
    caption: 'Ja-Stimmen von Betroffenen', proposal: 'Vorschlag', state: 'Stand', closes: 'Ende der Abstimmung', inFavour: 'Ja-Stimmen', byPosition: 'von Konten mit Position', byPayment: 'von Konten, die bezahlt werden', together: 'von beiden',
    touched: 'Was die Aufrufe berühren', missing: 'Nicht feststellbar', voters: 'Wer dafür stimmte und betroffen ist', voter: 'Konto', share: 'Anteil an den Ja-Stimmen', why: 'Wie betroffen',
    call: (call: number, what: string) => `Aufruf ${call} ${what}`, target: (calls: string) => `(${calls}) geht dorthin`, argument: (place: number, calls: string) => `(${calls}) nennt es als Argument ${place}`, inside: (place: number, calls: string) => `(${calls}) nennt es bei Byte ${place}`,
    pays: (amount: string, payee: string, call: number) => `Aufruf ${call} zahlt ${amount} an ${payee}`, and: (count: number) => `${count} weitere Zahlungen`, ether: 'Ether', bare: 'ohne Daten',
    unread: (calls: string) => `was Aufruf ${calls} ändert`, owners: (name: string) => `für wen ${name} hält`, position: (names: string) => `hat eine Position in ${names}`, paid: 'wird bezahlt',
    none: 'Von keinem Konto, das dafür stimmte, ist eine Position in dem bekannt, was der Vorschlag berührt, oder dass er es bezahlt.', untouched: 'Seine Aufrufe nennen keinen Contract, der hier für andere hält, und bezahlen niemanden.', nobody: 'Niemand stimmte dafür.',
    cast: (share: string, part: string, all: string) => `${share} der Ja-Stimmen (${part} von ${all}) kamen von Konten mit einer Position in dem, was der Vorschlag berührt, oder die er bezahlt.`,
    some: (found: string, all: string) => `Bei ${found} von ${all} ${all === '1' ? 'Vorschlag' : 'Vorschlägen'} mit Ja-Stimmen kamen Ja-Stimmen von betroffenen Konten.`, most: (share: string, title: string) => ` Den größten Anteil, ${share}, hat „${title}“.`,
  },
} as const

/** So many payments of a proposal are named one by one. */
const paymentsNamed = 3

/**
 * What a proposal's calls touch, with the evidence, and whom they pay: everything that can be looked up in the proposal itself.
 *
 * @example toTouchedText(gain, uni, names, 'en') // 'Liquidity rewards: call 1 (transfer(address,uint256)) has it as argument 1'
 */
export function toTouchedText({ touched, payments }: Pick<OwnGain, 'touched' | 'payments'>, token: Votes & Pick<Token, 'address'>, { nameOf }: GainWords, locale: Locale): string {
  const word = words[locale]
  const toWhat = ({ call, calls, how, place }: CallEvidence) => word.call(call, how === 'target' ? word.target(calls ?? word.bare) : word[how](place ?? 0, calls ?? word.bare))
  const amountOf = ({ asset, amount }: OwnGain['payments'][number]) =>
    asset === token.address ? `${exactAmount(amount, token.decimals, locale)} ${token.symbol}` : asset === null ? `${exactAmount(amount, 18, locale)} ${word.ether}` : nameOf(asset)
  return [
    ...touched.map(({ contract, evidence }) => `${nameOf(contract)}: ${evidence.map(toWhat).join(', ')}`),
    ...payments.slice(0, paymentsNamed).map((payment) => word.pays(amountOf(payment), nameOf(payment.payee), payment.evidence.call)),
    ...(payments.length > paymentsNamed ? [word.and(payments.length - paymentsNamed)] : []),
  ].join('; ')
}

/** What of a proposal's calls could not be told; null where nothing is missing. */
export function toMissingText({ touched, unread }: Pick<OwnGain, 'touched' | 'unread'>, { nameOf }: GainWords, locale: Locale): string | null {
  const word = words[locale]
  const untold = touched.filter(({ owners }: TouchedContract) => owners === null).map(({ contract }) => word.owners(nameOf(contract)))
  return [...(unread.length > 0 ? [word.unread(unread.join(', '))] : []), ...untold].join('; ') || null
}

const shareCell = (part: bigint, whole: bigint, locale: Locale): Cell => (whole === 0n ? toNothingCell(locale) : toShareCell(part, whole, locale))
const textCell = (text: string | null, locale: Locale): Cell => (text ? { value: text, text } : toNothingCell(locale))

/** Every proposal with the share of the votes for it that came from those with something in what it touches, in the order given. */
export function ownGainTable(proposals: readonly ProposalGain[], token: Votes & Pick<Token, 'address'>, names: GainWords, locale: Locale): Table {
  const word = words[locale]
  const column = (id: keyof typeof word & string, label: string, numeric: boolean) => ({ id, label, numeric })
  return {
    caption: word.caption,
    columns: [
      column('proposal', word.proposal, false), column('state', word.state, false), column('closes', word.closes, false), column('inFavour', `${word.inFavour} (${token.symbol})`, true),
      column('byPosition', word.byPosition, true), column('byPayment', word.byPayment, true), column('together', word.together, true), column('touched', word.touched, false), column('missing', word.missing, false),
    ],
    rows: proposals.map(({ proposal: { title, state, closes }, gain }) => [
      { value: title, text: title },
      { value: state, text: proposalStates[state][locale] },
      { value: closes, text: formatDate(closes, locale) },
      toAmountCell(gain.inFavour, token, locale),
      ...[gain.byPosition, gain.byPayment, gain.together].map((part) => shareCell(part, gain.inFavour, locale)),
      textCell(toTouchedText(gain, token, names, locale), locale),
      textCell(toMissingText(gain, names, locale), locale),
    ]),
  }
}

/**
 * At how many proposals there were such votes, and where most.
 *
 * @example ownGainSentence([{ proposal, gain }], 'en') // 'Accounts with … voted for it at 3 of 9 proposals that anybody voted for. The largest share, 72.7%, is that of “Rewards for the pool”.'
 */
export function ownGainSentence(proposals: readonly ProposalGain[], locale: Locale): string {
  const voted = proposals.filter(({ gain }) => gain.inFavour > 0n)
  const found = voted.filter(({ gain }) => gain.together > 0n)
  const count = (list: readonly unknown[]) => formatNumber(list.length, 'count', locale)
  const shareOf = ({ gain }: ProposalGain) => toRatio(gain.together, gain.inFavour)
  const most = found.reduce<ProposalGain | null>((best, one) => (best && shareOf(best) >= shareOf(one) ? best : one), null)
  return words[locale].some(count(found), count(voted)) + (most ? words[locale].most(formatNumber(shareOf(most), 'share', locale), most.proposal.title) : '')
}

/** Who voted for one proposal and has something in what it touches, largest first. */
export function ownGainVotersTable({ voters, inFavour }: Pick<OwnGain, 'voters' | 'inFavour'>, token: Votes, { nameOf, displayAddress }: GainWords, locale: Locale): Table {
  const word = words[locale]
  const toWhy = ({ through, paid }: GainingVoter) => [...(through.length > 0 ? [word.position(through.map(nameOf).join(', '))] : []), ...(paid ? [word.paid] : [])].join('; ')
  return {
    caption: word.voters,
    columns: [
      { id: 'voter', label: word.voter, numeric: false }, { id: 'votes', label: `${word.inFavour} (${token.symbol})`, numeric: true }, { id: 'share', label: word.share, numeric: true }, { id: 'why', label: word.why, numeric: false },
    ],
    rows: voters.map((voter) => [
      toAccountCell(displayAddress(voter.voter), locale, nameOf(voter.voter)),
      toAmountCell(voter.votes, token, locale),
      shareCell(voter.votes, inFavour, locale),
      { value: toWhy(voter), text: toWhy(voter) },
    ]),
  }
}

/** Of one proposal: which share of the votes for it, by what evidence, and what is not told. */
export function proposalGainSentence({ gain }: Pick<ProposalGain, 'gain'>, token: Votes & Pick<Token, 'address'>, names: GainWords, locale: Locale): string {
  const word = words[locale]
  const amount = (units: bigint) => exactAmount(units, token.decimals, locale)
  const touched = toTouchedText(gain, token, names, locale)
  const missing = toMissingText(gain, names, locale)
  const share = () => word.cast(formatNumber(toRatio(gain.together, gain.inFavour), 'share', locale), amount(gain.together), `${amount(gain.inFavour)} ${token.symbol}`)
  const said = gain.inFavour === 0n ? word.nobody : touched === '' ? word.untouched : gain.together === 0n ? word.none : share()
  return [said, ...(touched ? [`${word.touched}: ${touched}.`] : []), ...(missing ? [`${word.missing}: ${missing}.`] : [])].join(' ')
}
